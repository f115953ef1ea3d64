/** Whether a sentence says an amount of one thing that its passages say of another one beside it: "A is x, B is y". */
import { compareAmounts, type Amount } from "./amounts.ts";
import type { EvidenceClause } from "./read-passage.ts";
import type { CheckedStatement } from "./sentence-context.ts";
import type { Clause, Word } from "./statement.ts";

/** @param holding All clauses that hold the amount. */
export function isOfOtherSubject(
  amount: Amount,
  clause: Clause,
  holding: readonly EvidenceClause[],
  statement: CheckedStatement,
): boolean {
  if (statement.isTranslated) return false;
  const subject = subjectOf(clause.words, amount);
  if (subject.length < MAX_SUBJECT_WORDS) return false;
  return holding.every((held) => {
    if (held.sentence.isRow || held.sentence.isCode || isElided(held)) return false;
    const own = subjectOf(
      held.words,
      held.amounts.find((other) => compareAmounts(amount, other) === "same"),
    );
    if (own.length === 0 || own.some((word) => isAmong(word, statement.words))) return false;
    const beside = held.sentence.clauses.filter((other) => other !== held && !holds(other, amount));
    return (
      !subject.some((word) => isAmong(word, held.words)) &&
      beside.some((other) => subject.every((word) => isAmong(word, other.words)))
    );
  });
}

function holds({ amounts }: Clause, amount: Amount): boolean {
  return amounts.some((other) => compareAmounts(amount, other) === "same");
}

/** "... and costs £95": the subject stands before. */
function isElided({ words }: Clause): boolean {
  return /^(?:and|or|und|oder|y|o|et|ou|e|en|of)$/i.test(words[0]?.text ?? "") && words[1]?.isLight === false;
}

/** The first words that say what a clause is about, before its amount. */
function subjectOf(words: readonly Word[], amount: Amount | undefined): Word[] {
  const first = words.findIndex((word) => isSubject(word, amount));
  if (first === -1) return [];
  const rest = words.slice(first).findIndex((word) => !isSubject(word, amount));
  return words.slice(first, rest === -1 ? undefined : first + rest).slice(0, MAX_SUBJECT_WORDS);
}

const MAX_SUBJECT_WORDS = 2;

function isSubject({ isLight, at }: Word, amount: Amount | undefined): boolean {
  return !isLight && (amount === undefined || at < amount.from);
}

function isAmong({ keys }: Word, words: readonly Word[]): boolean {
  return words.some(
    (word) => !word.isLight && word.keys.some((key) => !/^[mb]:/.test(key) && keys.includes(key)),
  );
}
