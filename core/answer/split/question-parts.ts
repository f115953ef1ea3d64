/**
 * A question that asks several things as the questions that it is made of, by rules: what is looked up at once finds
 * what speaks of both, or of one of them. Each part can be understood by itself: it is named what it points at, and
 * what was told before is put before it where it is short.
 */
import { baseLanguage } from "../../language/base-language.ts";
import { dialogueWords, type DialogueWords } from "../../dialogue/dialogue-words.ts";
import type { DialogueTools } from "../../dialogue/standalone-question.ts";
import { referenceIn, resolveReference } from "../../dialogue/name-reference.ts";
import { phrasesOf, textOf, tokenize, type Token } from "../../dialogue/question-tokens.ts";
import { sentencesOf } from "../../dialogue/sentences-of-turn.ts";
import { topicOf } from "../../dialogue/topic.ts";
import { questionType } from "../understand/question-type.ts";
import { MAX_QUESTION_PARTS } from "../../dialogue/max-question-parts.ts";
import { isAsking, type Grammar } from "./asking.ts";
import { splitSentence } from "./split-sentence.ts";
import { splitWords } from "./split-words.ts";

export interface QuestionPart {
  /** As a visitor would ask it by itself. */
  question: string;
  /** As it was asked, where that is in other words: what is named for a search may be named wrongly. */
  asked?: string;
  /** What is looked up: with what was told before it. */
  query: string;
}

/** A longer text was pasted, or tells of more than it asks. */
const MAX_CHARS = 1_000;

/** What is told before a question is looked up with it where it has no more words than this. */
const MAX_CONTEXT_WORDS = 16;

/**
 * @param question readable by itself.
 * @returns two or more; none where the question asks one thing.
 */
export function questionParts(
  question: string,
  { language, weigh }: Pick<DialogueTools, "language" | "weigh">,
): QuestionPart[] {
  const base = baseLanguage(language);
  const [words, split] = [dialogueWords(base), splitWords(base)];
  const line = oneLine(question);
  if (words === undefined || split === undefined || line.length > MAX_CHARS) return [];
  const grammar: Grammar = { language: base, words, split };

  const asked: string[] = [];
  const told: string[] = [];
  for (const turn of turnsOf(line)) {
    const sentence = withoutCondition(turn, grammar);
    const tokens = tokenize(sentence, words);
    const isTold = line.includes("¿") && !/[¿?]/u.test(sentence);
    if (isTold || !isAsking(tokens, grammar, sentence.endsWith("?"))) {
      told.push(sentence);
      continue;
    }
    if (isGeneral(tokens, grammar, asked.length > 0)) {
      // "How does that go?" asks about the steps that were told.
      const steps = asked.length === 0 ? stepsToldIn(told.at(-1), grammar) : [];
      if (steps.length > 1) {
        asked.push(...steps);
        told.pop();
      } else told.push(sentence);
      continue;
    }
    asked.push(
      ...(questionType(sentence) === "comparison" ? [sentence] : splitSentence(sentence, tokens, grammar)),
    );
  }
  if (asked.length < 2) return [];
  const context = told.filter((sentence) => !sentence.endsWith("?")).join(" ");
  const isShort = context !== "" && context.split(" ").length <= MAX_CONTEXT_WORDS;
  const parts: QuestionPart[] = [];
  for (const part of asked.slice(0, MAX_QUESTION_PARTS)) {
    // In a long story it can't be told what "that" points at; the question as a whole is looked up besides.
    const before = parts.at(-1)?.question ?? (isShort ? context : undefined);
    // "How do I install it, and does it cost anything?": one and the same thing, which the question does not name.
    const named =
      before === undefined || pointsAlike(part, before, grammar)
        ? undefined
        : resolveReference(part, words, base, () => topicOf(mainClause(before, words), words, weigh));
    const own = named ?? part;
    // What is only put behind it is looked up with it, and the part is shown as it was asked.
    const isReadable = base === "en" && !own.includes(" – ");
    const shown = isReadable ? own : part;
    parts.push({
      question: shown,
      ...(shown !== part && { asked: part }),
      query: isShort ? `${context} ${own}` : own,
    });
  }
  return parts;
}

function pointsAlike(part: string, before: string, { words, language }: Grammar): boolean {
  const [own, other] = [part, before].map((text) => {
    const tokens = tokenize(text, words);
    return tokens[referenceIn(tokens, words, language)?.index ?? -1]?.lower;
  });
  return own !== undefined && own === other;
}

/** "If so, how much is it?", "And if not, where …?" ask how much, and where. */
function withoutCondition(sentence: string, { split }: Grammar): string {
  const lead = /^[^,]{2,25}(?=, )/u.exec(sentence)?.[0].toLowerCase();
  if (lead === undefined) return sentence;
  const isCondition = [lead, lead.replace(/^\p{L}{1,3} /u, "")].some((text) => split.condition.test(text));
  return isCondition ? sentence.slice(lead.length + 2) : sentence;
}

/** The lines of a list as sentences, without their numbers. */
function oneLine(question: string): string {
  return question
    .slice(0, 2 * MAX_CHARS)
    .replace(LISTED, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** "1." or "-" at the beginning of a line or behind the end of a sentence, with what announces a list. */
const LISTED = /(?:^|(?<=[?!.\n]))[^\S\n]*(?:[^?!.:\n]{1,60}:\s+)?(?:\d{1,2}[.)]|[-*•])\s+/gu;

/**
 * The sentences of a line: where questions are marked, one that begins as a question ends at its mark ("in the U. S. and
 * …?"), and one that is opened by a mark begins there.
 */
function turnsOf(line: string): string[] {
  const turns: string[] = [];
  const isMarked = line.includes("?");
  let begun = "";
  for (const sentence of sentencesOf(line).flatMap((each) => each.split(/[\s,;]+(?=¿)/u))) {
    begun = begun === "" ? sentence : `${begun} ${sentence}`;
    const isOpen = isMarked && begun.startsWith("¿") && !/[?]/u.test(begun) && line.endsWith("?");
    if (isOpen) continue;
    turns.push(begun.replace(/[,;]? [yeo]$/u, ""));
    begun = "";
  }
  if (begun !== "") turns.push(begun);
  return turns;
}

/** Whether a question says nothing of its own: "What can I do?", "Is that normal?" */
function isGeneral(tokens: readonly Token[], { words, split, language }: Grammar, follows: boolean): boolean {
  const own = tokens.filter(({ role }) => role === "content" || role === "verb");
  if (!own.every(({ lower }) => split.general.has(lower))) return false;
  // After a question it is asked about that: "How do I fix it?".
  return !follows || referenceIn(tokens, words, language) === undefined;
}

/**
 * As far as what it is about: "How do I catch an error" of "How do I catch an error in a template". What a second part
 * points at is the object of the first, and not where that is.
 */
function mainClause(question: string, words: DialogueWords): string {
  const tokens = tokenize(question, words);
  const [phrase] = phrasesOf(tokens, words, true).filter(({ preposition }) => preposition === undefined);
  if (phrase === undefined || tokens[phrase.end]?.role !== "preposition") return question;
  return `${textOf(tokens, 0, phrase.end)}?`;
}

function stepsToldIn(sentence: string | undefined, grammar: Grammar): string[] {
  if (sentence === undefined || grammar.split.wish === undefined) return [];
  return splitSentence(sentence, tokenize(sentence, grammar.words), grammar);
}
