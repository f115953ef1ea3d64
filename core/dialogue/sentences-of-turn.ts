/** A turn of several sentences: what only comments on the last answer, what is told, and what is asked. */
import { readCourtesy } from "../routing/courtesy.ts";
import { plainWords } from "../routing/utterance.ts";
import type { DialogueWords } from "./dialogue-words.ts";
import { tokenize } from "./question-tokens.ts";

/** What ends in a point and ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s("])(?:e\.g|i\.e|etc|vs|approx|dr|mr|mrs|st|z\.\s?b|bzw|ca|usw|u\.a|d\.h|p\.\s?ej|ej|p\.\s?ex|ex|cf|bv|bijv|\p{L}|\d{1,3})\.$/iu;

/** The sentences of one line, each with the mark that ends it. */
export function sentencesOf(line: string): string[] {
  const sentences: string[] = [];
  let begun = "";
  for (const piece of line.split(/(?<=[.!?…])\s+/u)) {
    begun = begun === "" ? piece : `${begun} ${piece}`;
    if (begun === "" || ABBREVIATION.test(begun)) continue;
    sentences.push(begun);
    begun = "";
  }
  if (begun !== "") sentences.push(begun);
  return sentences;
}

/** A remark is short. */
const MAX_REMARK_WORDS = 12;

/** "Thanks for that.", "Great, it works.", "No, that is not it.": says what the visitor thinks of the last answer. */
export function isRemark(sentence: string, words: DialogueWords, language: string): boolean {
  if (sentence.endsWith("?")) return false;
  const tokens = tokenize(sentence, words);
  if (tokens.length > MAX_REMARK_WORDS) return false;
  if (tokens.every(({ role, lower }) => (role !== "content" && role !== "verb") || words.remarks.has(lower)))
    return true;
  return readCourtesy(plainWords(sentence), language).topic !== undefined;
}

/** What may join a remark to the question after it. */
const JOINTS =
  /, (?:but |and |aber |und |pero |y |mais |et |ma |e |mas |maar |en )?| (?:but|aber|pero|mais|ma|mas|maar) /gu;

/** Looked at from the end of a sentence. */
const MAX_JOINTS = 4;

/** "That didn't help, how do I use it?" is a remark and a question. */
function withRemarkApart(sentence: string, words: DialogueWords, language: string): string[] {
  for (const { index, 0: joint } of [...sentence.matchAll(JOINTS)].slice(-MAX_JOINTS).reverse()) {
    const question = sentence.slice(index + joint.length);
    const [first] = tokenize(question, words);
    const asks = first?.role === "question" || first?.role === "auxiliary";
    const remark = sentence.slice(0, index);
    if (asks && remark.includes(" ") && isRemark(remark, words, language)) return [remark, question];
  }
  return [sentence];
}

export interface TurnParts {
  /** What is told before it is asked, remarks left out. */
  before: string[];
  /** The last sentence that asks; where none does, the last one that is no remark. */
  asking: string;
  after: string[];
}

/** Takes a turn apart. A turn of remarks only is returned as it is. */
export function partsOfTurn(line: string, words: DialogueWords, language: string): TurnParts {
  const sentences = sentencesOf(line).flatMap((sentence) => withRemarkApart(sentence, words, language));
  const isRemarkAt = sentences.map((sentence) => isRemark(sentence, words, language));
  const lastAsking = sentences.findLastIndex((sentence) => sentence.endsWith("?"));
  const place = lastAsking >= 0 ? lastAsking : isRemarkAt.lastIndexOf(false);
  if (sentences.length < 2 || place < 0) return { before: [], asking: line, after: [] };
  return {
    before: sentences.slice(0, place).filter((_, index) => isRemarkAt[index] === false),
    asking: sentences[place] ?? line,
    after: sentences.slice(place + 1),
  };
}
