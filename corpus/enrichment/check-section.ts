/**
 * What of a model's reply holds: an answer of which every sentence is supported by the section and cited, and questions
 * that the section can answer. What fails is dropped, with a reason for the person who looks it over.
 */
import { createGroundednessFilter, type CheckedSentence } from "../../core/answer/check/groundedness.ts";
import { codeOf, namesOf, numbersOf } from "../../core/answer/check/sentence-facts.ts";
import type { Passage } from "../../core/answer/generation-provider.ts";
import {
  hasTypedEvidence,
  questionType,
  type QuestionType,
} from "../../core/answer/understand/question-type.ts";
import type { Chunk } from "../../core/corpus/format.ts";
import { baseLanguage } from "../../core/language/base-language.ts";
import { detectLanguage, SURE_CERTAINTY } from "../../core/language/detect-language.ts";
import { passageText } from "../../core/passage-text.ts";
import { paraphraseGroups } from "../../core/search/paraphrases.ts";
import { fillerWords } from "../../core/search/filler-words.ts";
import type { Analyzer } from "../../core/search/analyzer.ts";
import type { SectionReply } from "./read-reply.ts";

export type DropReason =
  /** The question shares no word that tells anything with the section. */
  | "unrelated"
  /** The question names something, or a number, that the section does not hold. */
  | "names-other"
  /** The question speaks of "this section", which no visitor does. */
  | "not-a-visitors"
  /** The same is asked of this section already. */
  | "duplicate"
  /** Another section is asked the same: neither is the one that answers. */
  | "asked-of-two"
  /** A sentence of the answer is not supported by the section. */
  | "unsupported"
  | "uncited"
  /** It cites another number than [1]. */
  | "cites-other"
  | "other-language"
  /** It states nothing, or is none of the words that were asked for. */
  | "states-nothing";

export interface Dropped {
  text: string;
  reason: DropReason;
}

export interface CheckedSection {
  /** Answered by `answer`. */
  questions: string[];
  /** The section answers them, and the answer does not: they are searched only. */
  searchedOnly: string[];
  /** "" for none. */
  answer: string;
  dropped: Dropped[];
}

export interface SectionCheck {
  check: (chunk: Chunk, reply: SectionReply) => CheckedSection;
  /** The words that tell what is asked, in one order: two questions with the same key ask the same. */
  questionKey: (question: string) => string;
}

/** Share of what a question's words tell that its answer, under its headings, has to hold. */
const MIN_ANSWER_SHARE = 0.34;
/** What stands in so many of the sections is the site's own name, and may be missing in one. */
const COMMON_SHARE = 0.2;

/** Questions whose answer shows by its form that it is one. "When" may ask for a condition as well as for a date. */
const TYPED: ReadonlySet<QuestionType> = new Set(["how-many", "which-version"]);

const OF_THE_TEXT = /\b(?:this|the) (?:section|page|article|passage|text|document)\b(?! (?:of|in|on|for)\b)/i;

/** @param analyzer of the corpus: what is compared here is compared as it is searched. */
export function createSectionCheck(chunks: readonly Chunk[], analyzer: Analyzer): SectionCheck {
  const termsOf = (text: string): string[] => analyzer.analyze(text).map(({ term }) => term);
  const holding = new Map<string, number>();
  for (const chunk of chunks) {
    for (const term of new Set(termsOf(wordsOf(chunk)))) holding.set(term, (holding.get(term) ?? 0) + 1);
  }
  const weightOf = (term: string): number => Math.log(1 + chunks.length / (1 + (holding.get(term) ?? 0)));
  const isCommon = (term: string): boolean => (holding.get(term) ?? 0) >= COMMON_SHARE * chunks.length;
  const fillers = fillerWords(analyzer.language);
  const othersFor = otherWords(analyzer);
  /** Terms of a question that tell what it is about, in their order. */
  const tellingTerms = (question: string): string[] => [
    ...new Set(
      analyzer
        .analyze(question)
        .filter(({ word, isPart }) => isPart !== true && !fillers.has(word.toLowerCase()))
        .map(({ term }) => term),
    ),
  ];
  /** What of a question's telling words a text holds, or another word for it, as a share of their weight. */
  const shareHeld = (question: string, held: ReadonlySet<string>): number => {
    const terms = tellingTerms(question);
    const own = terms.filter((term) => held.has(term) || othersFor(term).some((other) => held.has(other)));
    const weigh = (list: readonly string[]): number => list.reduce((sum, term) => sum + weightOf(term), 0);
    return own.length === 0 ? 0 : weigh(own) / weigh(terms);
  };

  const namesIn = (question: string, language: string): string[] => [
    ...namesOf(question, language),
    ...codeOf(question),
  ];
  /** What stands nearly everywhere, the site's own name, may be missing in one section. */
  const holds = (held: ReadonlySet<string>, name: string): boolean =>
    termsOf(name).every((term) => held.has(term) || isCommon(term));
  const questionProblem = (
    question: string,
    section: ReadonlySet<string>,
    text: string,
    language: string,
  ): DropReason | undefined => {
    if (OF_THE_TEXT.test(question)) return "not-a-visitors";
    if (shareHeld(question, section) === 0) return "unrelated";
    // Short forms of the trade, such as AI or CI, are visitors' words, whoever else writes them.
    const names = namesIn(question, language).filter((name) => !/^\p{Lu}{2,5}s?$/u.test(name));
    if (names.some((name) => !holds(section, name))) return "names-other";
    const numbers = numbersOf(text).flatMap(({ values }) => [...values]);
    const isNumberHeld = numbersOf(question).every(({ values, isWord }) =>
      isWord ? true : [...values].some((value) => numbers.includes(value)),
    );
    return isNumberHeld ? undefined : "names-other";
  };

  const check = (chunk: Chunk, reply: SectionReply): CheckedSection => {
    const text = wordsOf(chunk);
    const section = new Set(termsOf(text));
    const dropped: Dropped[] = [];
    const kept: string[] = [];
    const keys = new Set<string>();
    for (const question of reply.questions) {
      const key = questionKey(question);
      const reason = keys.has(key) ? "duplicate" : questionProblem(question, section, text, chunk.language);
      if (reason !== undefined) dropped.push({ text: question, reason });
      else kept.push(question);
      keys.add(key);
    }
    const problem =
      reply.answer === "" ? undefined : answerProblem(reply.answer, chunk, { termsOf, weightOf });
    if (problem !== undefined) dropped.push({ text: reply.answer, reason: problem });
    const answer = problem === undefined ? reply.answer : "";
    if (answer === "") return { questions: kept, searchedOnly: [], answer, dropped };
    const answered = new Set(termsOf([chunk.title, ...chunk.headingPath, answer].join("\n")));
    const isAnswered = (question: string): boolean =>
      shareHeld(question, answered) >= MIN_ANSWER_SHARE &&
      namesIn(question, chunk.language).every((name) => holds(answered, name)) &&
      (!TYPED.has(questionType(question)) || hasTypedEvidence(questionType(question), answer) === true);
    return {
      questions: kept.filter(isAnswered),
      searchedOnly: kept.filter((question) => !isAnswered(question)),
      answer,
      dropped,
    };
  };

  const questionKey = (question: string): string => tellingTerms(question).sort().join(" ");
  return { check, questionKey };
}

/** Other words for a term: of the groups in which it stands, those of one word. */
function otherWords(analyzer: Analyzer): (term: string) => readonly string[] {
  const others = new Map<string, string[]>();
  for (const { members } of paraphraseGroups(analyzer.language)) {
    const terms = members
      .filter((member) => !member.includes(" "))
      .flatMap((member) => analyzer.analyze(member).slice(0, 1))
      .map(({ term }) => term);
    for (const term of terms) others.set(term, [...(others.get(term) ?? []), ...terms]);
  }
  return (term) => others.get(term) ?? [];
}

function wordsOf({ title, headingPath, blocks }: Chunk): string {
  return [title, ...headingPath, passageText(blocks)].join("\n");
}

function answerProblem(
  answer: string,
  chunk: Chunk,
  tools: { termsOf: (text: string) => string[]; weightOf: (term: string) => number },
): DropReason | undefined {
  const prose = answer.replace(/`[^`]*`/g, " ");
  const cited = [...prose.matchAll(/\[\s*(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\s*\]/g)].map(([, list]) => list);
  if (cited.length === 0) return "uncited";
  if (cited.some((list) => list !== "1")) return "cites-other";
  const language = detectLanguage(answer);
  const isOther =
    language !== undefined &&
    language.certainty >= SURE_CERTAINTY &&
    language.language !== baseLanguage(chunk.language);
  if (isOther) return "other-language";
  const { title, url } = chunk;
  const passage: Passage = {
    chunk,
    source: { position: 1, title, url, excerpt: "", score: 1 },
    ordinal: 0,
    relativeScore: 1,
  };
  const filter = createGroundednessFilter({
    passages: [passage],
    ...tools,
    locale: chunk.language,
    unsupported: "keep",
  });
  const settled = filter.push(answer) + filter.end();
  const verdicts = filter.sentences.map(({ verdict }: CheckedSentence) => verdict);
  if (verdicts.length === 0) return "states-nothing";
  if (verdicts.includes("unsupported")) return "unsupported";
  // To a sentence that is supported and cites nothing, a citation is added.
  const isUncited = settled !== answer || filter.sentences.some(({ positions }) => positions.length === 0);
  return isUncited ? "uncited" : undefined;
}
