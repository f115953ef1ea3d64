/** Whether words ask something by themselves: they begin as a question of their language does. */
import type { DialogueWords } from "../../dialogue/dialogue-words.ts";
import type { Token } from "../../dialogue/question-tokens.ts";
import type { SplitWords } from "./split-words.ts";

export interface Grammar {
  language: string;
  words: DialogueWords;
  split: SplitWords;
}

/** An auxiliary follows the question word of an English question within so many words: "how many *things* can". */
const WORDS_BEFORE_AUXILIARY = 4;

const AMOUNTS = /^(?:many|much|few|such)$/u;

/** "Who pays", "what happens": the question word is the subject, and its verb follows. */
const SUBJECT_QUESTION = /^(?:who|what|which)$/u;

/** "Do the same" is no question. */
const DONE_AGAIN = /^(?:the same|it|that|this|so|them)$/u;

/** Subjects that the lists hold as other words. */
const OTHER_SUBJECTS =
  /^(?:they|it|he|she|there|this|that|these|those|anyone|someone|people|everyone|nobody)$/u;

/** Whether words behind a joint begin a question. @param isEmbedded it would be told and not asked: "tell me how" */
export function opensQuestion(tokens: readonly Token[], grammar: Grammar, isEmbedded = false): boolean {
  const { language, words, split } = grammar;
  const from = tokens[0]?.role === "preposition" && tokens[1]?.role === "question" ? 1 : 0;
  const [first, second, third] = tokens.slice(from);
  if (first === undefined || second === undefined) return false;
  if (
    split.inverted?.test(first.lower) === true ||
    (first.role === "filler" && split.inverted?.test(second.lower) === true)
  )
    return true;
  if (first.role === "question") {
    if (!tokens.slice(from + 1).some(({ role }) => role === "content" || role === "verb")) return false;
    if (language === "es") return /[áéíóú]/u.test(first.lower);
    if (words.verb !== "after-subject") return !opensClause(tokens.slice(from), grammar);
    if (first.lower === "how" && second.lower === "to") return true;
    if (isEmbedded) return true;
    const near = tokens.slice(from + 1, from + 1 + WORDS_BEFORE_AUXILIARY);
    const auxiliary = near.findIndex(({ role }) => role === "auxiliary");
    if (auxiliary >= 0) {
      const hasSubject = near
        .slice(0, auxiliary)
        .some(({ role, lower }) => role === "subject" || (role === "determiner" && !AMOUNTS.test(lower)));
      return !hasSubject;
    }
    return SUBJECT_QUESTION.test(first.lower) && second.role === "content" && third !== undefined;
  }
  if (first.role === "auxiliary" && !(split.notBefore.has(first.lower) && second.role !== "subject")) {
    if (words.verb !== "after-subject") return true;
    if (
      /^(?:do|does|did)$/.test(first.lower) &&
      DONE_AGAIN.test(`${second.lower}${second.lower === "the" ? ` ${third?.lower ?? ""}` : ""}`)
    )
      return second.lower === "it" && third !== undefined && third.role !== "preposition";
    return (
      second.role === "subject" ||
      second.role === "determiner" ||
      second.role === "content" ||
      OTHER_SUBJECTS.test(second.lower)
    );
  }
  // "¿… y se puede …?", "… e si può …?"
  if (words.verb === "after-question-word" && first.role === "filler" && second.role === "auxiliary")
    return true;
  return isVerbFirst(first, second, words);
}

/** "Bekomme ich", "krijg ik". */
function isVerbFirst(first: Token, second: Token, words: DialogueWords): boolean {
  return (
    words.verb === "before-subject" &&
    (first.role === "content" || first.role === "verb") &&
    second.role === "subject"
  );
}

/** "When I click": says when, and asks nothing. */
function opensClause([first, second]: readonly Token[], { split, words }: Grammar): boolean {
  if (first === undefined || second === undefined || !split.subordinating.has(first.lower)) return false;
  if (words.verb === "before-subject") return second.role === "subject" || second.role === "determiner";
  return second.role === "subject" || (words.verb === "after-subject" && second.role !== "auxiliary");
}

/** Whether words from the beginning of a sentence, or of its part, ask something. */
export function isAsking(tokens: readonly Token[], grammar: Grammar, endsInMark: boolean): boolean {
  const { words, split } = grammar;
  let from = 0;
  while (from < tokens.length && isIdle(tokens[from])) from++;
  const own = tokens.slice(from);
  if (!own.some(({ role }) => role === "content" || role === "verb")) return false;
  const [first, second] = own[0]?.role === "preposition" ? own.slice(1) : own;
  if (first === undefined || second === undefined) return false;
  const text = own.map(({ word }) => word).join(" ");
  if (split.request.test(text)) return own.some(({ role }) => role === "question");
  if (first.role === "question") return !opensClause(own, grammar);
  if (split.inverted?.test(first.lower) === true || split.inverted?.test(second.lower) === true) return true;
  // "Puedo …", "c'è …"; in English and German what is told may begin so in haste only.
  if (first.role === "auxiliary") return true;
  if (isVerbFirst(first, second, words)) return true;
  return endsInMark && words.verb === "after-question-word" && first.role !== "subject";
}

function isIdle(token: Token | undefined): boolean {
  return token?.role === "connector" || token?.lower === "please" || token?.lower === "hi";
}
