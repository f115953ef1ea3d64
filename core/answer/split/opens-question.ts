/** Whether words behind a joint begin a question of their own, or go on with the one before. */
import type { Token } from "../../dialogue/question-tokens.ts";
import { isAddressed, isVerbFirst, opensClause, type Grammar } from "./asking.ts";

export interface BehindJoint {
  /** What stands before the joint, from the beginning of its question. */
  left: readonly Token[];
  /** Only a comma joins them. */
  isComma: boolean;
  /** It would be told and not asked: "tell me how". */
  isEmbedded: boolean;
}

export function opensQuestion(right: readonly Token[], behind: BehindJoint, grammar: Grammar): boolean {
  const { words, split } = grammar;
  // "A que horas" begins with what may be an article.
  const isLed =
    right[0]?.role === "preposition" || (right[0]?.role === "determiner" && right[0].word.length < 3);
  const from = isLed && right[1]?.role === "question" ? 1 : 0;
  const own = right.slice(from);
  const [first, second] = own;
  if (first === undefined || second === undefined) return false;
  if (
    split.inverted?.test(first.lower) === true ||
    (first.role === "filler" && split.inverted?.test(second.lower) === true)
  )
    return true;
  if (isAddressed(own, grammar)) return !behind.isComma;
  if (first.role === "question") return opensByWord(own, behind, grammar);
  if (first.role === "auxiliary" && !(split.notBefore.has(first.lower) && second.role !== "subject")) {
    return words.verb === "after-subject"
      ? opensByEnglishAuxiliary(own, behind)
      : words.verb === "before-subject" || opensByRomanceVerb(first, behind, grammar);
  }
  // "¿… y se puede …?", "… e si può …?"
  if (words.verb === "after-question-word" && first.role === "filler" && second.role === "auxiliary")
    return !behind.isComma;
  return isVerbFirst(first, second, words);
}

/** An auxiliary follows the question word of an English question within so many words: "how many *things* can". */
const WORDS_BEFORE_AUXILIARY = 4;

const AMOUNTS = /^(?:many|much|few|such)$/u;

/** "Who pays", "what happens": the question word is the subject, and its verb follows. */
const SUBJECT_QUESTION = /^(?:who|what|which)$/u;

/** A noun follows these; what they ask of it comes behind it. */
const BEFORE_NOUN = /^(?:qué|cuál|quel(?:le)?s?|qual[ei]?|quais|que|welche[rsnm]?|welke?)$/u;

const HAS_ACCENT = /[áéíóúñ]/u;

function isHurried(tokens: readonly Token[]): boolean {
  return tokens.every(({ lower, text }) => !HAS_ACCENT.test(lower) && !/[¿?]/u.test(text));
}

function isSaying({ role }: Token): boolean {
  return role === "content" || role === "verb";
}

function opensByWord(own: readonly Token[], { left, isEmbedded }: BehindJoint, grammar: Grammar): boolean {
  const [first, second, third] = own;
  if (first === undefined || second === undefined) return false;
  const { language, words } = grammar;
  if (!own.slice(1).some(isSaying)) return false;
  if (BEFORE_NOUN.test(first.lower) && third === undefined) return false;
  // With its accent it asks; who writes none at all asks without.
  if (language === "es") return HAS_ACCENT.test(first.lower) || isHurried([...left, ...own]);
  if (words.verb !== "after-subject") return !opensClause(own, grammar);
  if ((first.lower === "how" && second.lower === "to") || isEmbedded) return true;
  if (first.lower.endsWith("'s")) return true;
  const near = own.slice(1, 1 + WORDS_BEFORE_AUXILIARY);
  const auxiliary = near.findIndex(({ role }) => role === "auxiliary");
  if (auxiliary < 0) return SUBJECT_QUESTION.test(first.lower) && isSaying(second) && third !== undefined;
  return !near
    .slice(0, auxiliary)
    .some(({ role, lower }) => role === "subject" || (role === "determiner" && !AMOUNTS.test(lower)));
}

/** "Do the same" is no question. */
const DONE_AGAIN = /^(?:the same|it|that|this|so|them)$/u;

/** Subjects that the lists hold as other words. */
const OTHER_SUBJECTS =
  /^(?:they|it|he|she|there|this|that|these|those|anyone|someone|people|everyone|nobody)$/u;

function opensByEnglishAuxiliary([first, second, third]: readonly Token[], { left }: BehindJoint): boolean {
  if (first === undefined || second === undefined) return false;
  if (/^(?:do|does|did)$/.test(first.lower)) {
    const done = second.lower === "the" ? `the ${third?.lower ?? ""}` : second.lower;
    if (DONE_AGAIN.test(done))
      return second.lower === "it" && third !== undefined && third.role !== "preposition";
  }
  if (isSubject(second)) return true;
  if (second.role !== "content" || third === undefined || /n['’]?t$|not$/.test(first.lower)) return false;
  // "Who agreed to sign and was exempt?" says more of one subject; "will Flow stay" and "do parents have" name another.
  return isName(second) || hasSubjectBehindVerb(left);
}

function isSubject({ role, lower }: Token): boolean {
  return role === "subject" || role === "determiner" || OTHER_SUBJECTS.test(lower);
}

function isName({ word }: Token): boolean {
  return /^\p{Lu}/u.test(word);
}

/** "What does it …", "can I …": the subject is another than the question word. */
function hasSubjectBehindVerb(left: readonly Token[]): boolean {
  return left.some((token, at) => {
    const next = left[at + 1];
    if (token.role !== "auxiliary" || next === undefined) return false;
    return at === 0 || /^(?:do|does|did)$/.test(token.lower) || isSubject(next) || isName(next);
  });
}

/** Of "I", or of nobody: these go on with no other subject. */
const OWN_SUBJECT =
  /^(?:puedo|debo|tengo|necesito|hay|es|son|está|están|peux|c'est|est-ce|posso|devo|ho|è|c'è|sono|preciso|tenho|há|é|são|existe|serve|sirve|funziona|funciona)$/u;

const SUBJECT_WORD = /^(?:qué|quién|quiénes|cuál|cuáles|che|chi|quali?|que|quem|quais|qui|quel(?:le)?s?)$/u;

/** "Qué contrato se da y debe …?" says more of the contract. */
function opensByRomanceVerb(first: Token, { left, isComma }: BehindJoint, grammar: Grammar): boolean {
  if (isComma) return false;
  if (OWN_SUBJECT.test(first.lower) || grammar.split.inverted?.test(first.lower) === true) return true;
  return !left.slice(0, 2).some(({ lower }) => SUBJECT_WORD.test(lower));
}
