/**
 * Whether a sentence puts a number, a name or an ordinal before a word that its passages put another one before:
 * "12 weekly copies" for "5 weekly and 12 monthly copies", "the first Monday" for "the last Monday".
 */
import { compareAmounts, type Amount } from "./amounts.ts";
import type { Finding } from "./findings.ts";
import { ordinalWordsIn } from "./number-words.ts";
import type { EvidenceClause } from "./read-passage.ts";
import type { CheckedStatement } from "./sentence-context.ts";
import type { Clause, Word } from "./statement.ts";

const LAST = /^(?:last|letzte[mnrs]?|últim[oa]|derni(?:er|ère)|ultim[oa]|laatste)$/iu;
const CALENDAR = /^m:(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

export function findNeighbourProblems(statement: CheckedStatement, found: Set<Finding>): void {
  const evidence = statement.cited.flatMap(({ clauses }) => clauses);
  for (const clause of statement.clauses) {
    if (hasOtherOrdinal(clause, evidence)) found.add("otherOrdinal");
    if (statement.isTranslated || clause.markers.has("not")) continue;
    if (clause.amounts.some((amount) => isBesideOther(amount, clause, evidence)))
      found.add("amountBesideOther");
    if (clause.words.some((name, index) => isNameOfOther(name, clause.words[index + 1], evidence)))
      found.add("nameBesideOther");
  }
}

/** The word right behind an amount. */
function behind({ to }: Amount, words: readonly Word[]): Word | undefined {
  return words.find(({ at, isLight }) => !isLight && at >= to && at <= to + 1);
}

function isBesideOther(amount: Amount, { words }: Clause, evidence: readonly EvidenceClause[]): boolean {
  if (amount.dimension !== "count" || amount.isArticle === true) return false;
  const noun = behind(amount, words);
  if (noun === undefined || noun.isName) return false;
  const holding = evidence.filter(({ amounts }) => amounts.some((other) => isSame(amount, other)));
  if (holding.length === 0 || holding.some((one) => one.words.some((word) => isAlike(noun, word))))
    return false;
  const isBefore = (one: EvidenceClause, test: (word: Word | undefined) => boolean): boolean =>
    !one.sentence.isRow &&
    one.amounts.some((other) => other.dimension === "count" && test(behind(other, one.words)));
  return (
    holding.every((one) => isBefore(one, (word) => word !== undefined && !word.isName)) &&
    evidence.some((one) => isBefore(one, (word) => word !== undefined && isAlike(noun, word)))
  );
}

/** Whether the pages have another name before the same word, and this one nowhere beside it. */
function isNameOfOther(name: Word, noun: Word | undefined, evidence: readonly EvidenceClause[]): boolean {
  if (!isPlainName(name) || noun === undefined || noun.isName || noun.isLight || noun.isCode) return false;
  if (noun.at > name.at + name.text.length + 1) return false;
  const holding = evidence.filter(({ words }) => words.some((word) => isAlike(name, word)));
  if (holding.length === 0) return false;
  if (holding.some(({ sentence }) => standsBefore(name, noun, sentence.words))) return false;
  const named = evidence.flatMap(({ words }) =>
    words.flatMap((word, index) => {
      const before = words[index - 1];
      return isAlike(noun, word) && before !== undefined && before.at + before.text.length + 1 >= word.at
        ? [before]
        : [];
    }),
  );
  return named.length > 0 && named.every((before) => isPlainName(before) && !isAlike(before, name));
}

/** Closely, with another name between them at most: "the Tolland Harbour office". */
function standsBefore(name: Word, noun: Word, words: readonly Word[]): boolean {
  return words.some(
    (word, index) =>
      isAlike(name, word) &&
      words.slice(index + 1, index + 1 + MAX_WORDS_BETWEEN).some((other) => isAlike(noun, other)),
  );
}

const MAX_WORDS_BETWEEN = 3;

function isPlainName({ isName, isCode, text }: Word): boolean {
  return isName && !isCode && /^\p{Lu}\p{Ll}+$/u.test(text);
}

/** "The first Monday" and "the last Monday". */
function hasOtherOrdinal(clause: Clause, evidence: readonly EvidenceClause[]): boolean {
  return ordinalsOf(clause).some(({ value, day }) => {
    const there = evidence.flatMap(ordinalsOf).filter((other) => other.day === day);
    return there.length > 0 && there.every((other) => other.value !== value);
  });
}

function ordinalsOf({ words }: Clause): { value: number; day: string }[] {
  return words.flatMap((word, index) => {
    const before = words[index - 1];
    const day = word.keys.find((key) => CALENDAR.test(key));
    if (before === undefined || day === undefined) return [];
    const value = LAST.test(before.text) ? -1 : ordinalWordsIn(before.text)[0]?.value;
    return value === undefined ? [] : [{ value, day }];
  });
}

function isSame(amount: Amount, other: Amount): boolean {
  return compareAmounts(amount, other) === "same";
}

function isAlike({ keys }: Word, { keys: others }: Word): boolean {
  return keys.some((key) => /^[ws]:/.test(key) && others.includes(key));
}
