/** Whether words ask something by themselves: they begin as a question of their language does. */
import type { DialogueWords } from "../../dialogue/dialogue-words.ts";
import type { Token } from "../../dialogue/question-tokens.ts";
import type { SplitWords } from "./split-words.ts";

export interface Grammar {
  language: string;
  words: DialogueWords;
  split: SplitWords;
}

/** "Bekomme ich", "krijg ik". */
export function isVerbFirst(first: Token, second: Token, words: DialogueWords): boolean {
  return (
    words.verb === "before-subject" &&
    (first.role === "content" || first.role === "verb") &&
    second.role === "subject"
  );
}

/** "Vous livrez": whoever tells the site what it does asks for it. */
export function isAddressed([first, second]: readonly Token[], { language }: Grammar): boolean {
  return (
    language === "fr" &&
    first?.lower === "vous" &&
    (second?.role === "content" || second?.role === "verb" || second?.role === "auxiliary")
  );
}

/** "When I click": says when, and asks nothing. */
export function opensClause([first, second]: readonly Token[], { split, words }: Grammar): boolean {
  if (first === undefined || second === undefined || !split.subordinating.has(first.lower)) return false;
  if (words.verb === "before-subject") return second.role === "subject" || second.role === "determiner";
  return second.role === "subject" || (words.verb === "after-subject" && second.role !== "auxiliary");
}

/**
 * Whether words from the beginning of a sentence, or of its part, ask something.
 *
 * @param isMarked the sentence ends in a question mark, so that languages that turn nothing around may ask by it alone.
 */
export function isAsking(tokens: readonly Token[], grammar: Grammar, isMarked: boolean): boolean {
  const { words, split } = grammar;
  let from = 0;
  while (from < tokens.length && isIdle(tokens[from])) from++;
  const own = tokens.slice(from);
  if (!own.some(({ role }) => role === "content" || role === "verb") && !isOfPlaceOrTime(own)) return false;
  const isLed = own[0]?.role === "preposition";
  const [first, second] = isLed ? own.slice(1) : own;
  if (first === undefined || second === undefined) return false;
  const text = own.map(({ word }) => word).join(" ");
  if (split.request.test(text)) return own.some(({ role }) => role === "question");
  if (first.role === "question") return !opensClause(own, grammar);
  if (isLed) return isMarked && words.verb === "after-question-word";
  if (split.inverted?.test(first.lower) === true || split.inverted?.test(second.lower) === true) return true;
  if (isAddressed(own, grammar)) return true;
  // "Puedo …", "c'è …"; in English and German what is told may begin so in haste only.
  if (first.role === "auxiliary") return true;
  if (isVerbFirst(first, second, words)) return true;
  return isMarked && words.verb === "after-question-word" && first.role !== "subject";
}

/** "Dónde estáis", "onde ficam": whole without a noun, where "qué es" points at what was named. */
const PLACE_OR_TIME = /^(?:d[oó]nde|cu[aá]ndo|onde|quando|dove|o[uù]|quand)$/u;

function isOfPlaceOrTime([first, second]: readonly Token[]): boolean {
  return first !== undefined && PLACE_OR_TIME.test(first.lower) && second?.role === "auxiliary";
}

function isIdle(token: Token | undefined): boolean {
  return token?.role === "connector" || token?.lower === "please" || token?.lower === "hi";
}
