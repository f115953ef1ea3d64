/** Whether the names of a sentence stand in its passages, and are said there of the same thing. */
import { namesOf } from "./sentence-facts.ts";
import type { Finding } from "./findings.ts";
import { hasWord } from "./code-problem.ts";
import { closeness, type EvidenceClause, type EvidenceSentence } from "./read-passage.ts";
import { bestOf, contextOf, type CheckedStatement } from "./sentence-context.ts";
import type { Clause, Word } from "./statement.ts";
import { monthAt } from "./number-words.ts";

/** What is said of a name is often said in the next clause. */
const NAMED_CLAUSE_WEIGHT = 0.8;
const SWAPPED = { closeness: 0.7, lead: 0.4 };

export function findNameProblems(
  statement: CheckedStatement,
  termsOf: (text: string) => string[],
  found: Set<Finding>,
): void {
  const { text, cited, language } = statement;
  for (const name of namesOf(text, language)) {
    if (/^(?:\p{L}\.)+\p{L}$/u.test(name) || monthAt(name).length > 0 || isKnownWord(name, statement))
      continue;
    const terms = termsOf(name);
    const isHeld = cited.some(
      (one) =>
        (/^\p{Lu}{2,}$/u.test(name)
          ? hasWord(one.text, name.toLowerCase())
          : one.text.includes(name.toLowerCase())) ||
        (terms.length > 0 &&
          !/^\p{Lu}{3,}$/u.test(name) &&
          terms.every((term) => one.keys.has(`s:${term}`))) ||
        (!/^\p{Lu}{2,}$/u.test(name) && one.keys.has(`s:${terms[0] ?? ""}`)),
    );
    if (
      !isHeld &&
      !isAbbreviation(
        name,
        cited.map((one) => one.text),
      )
    )
      found.add("absentName");
  }
  if (hasUnknownFullName(statement)) found.add("unknownFullName");
  for (const [, name = ""] of text.matchAll(TITLED))
    if (!cited.some((one) => hasWord(one.text, name.toLowerCase()))) found.add("absentName");
  if (statement.isTranslated) return;
  const { evidence } = statement;
  if (isOfOtherLabel(statement)) found.add("otherLabel");
  for (const clause of statement.clauses) {
    const names = clause.words.filter(({ isName }) => isName);
    if (names.length > 0 && isSwapped(names, clause, statement, evidence)) found.add("swappedName");
  }
}

/** "PM" where the page says "project management", "PMs", "FAQ". */
function isAbbreviation(name: string, texts: readonly string[]): boolean {
  const letters = /^(\p{Lu}{2,6})s?$/u.exec(name)?.[1]?.toLowerCase();
  if (letters === undefined) return false;
  const initials = new RegExp(
    `(?<!\\p{L})${Array.from(letters, (letter) => `${letter}\\p{L}{1,20}`).join("[\\s-](?:(?:of|and|the|de|for)\\s)?")}`,
    "u",
  );
  return texts.some((text) => initials.test(text) || hasWord(text, letters));
}

/** A name of two words or more that stand on the pages, but none of them as part of a name: "Station Street". */
function hasUnknownFullName({ text, cited, isTranslated, language }: CheckedStatement): boolean {
  if (isTranslated || !/^(?:en|es|fr|it|pt|nl)/.test(language)) return false;
  const names = [...text.replace(/`[^`]*`/g, " ").matchAll(FULL_NAME)].filter(({ index }) => index > 0);
  return names.some(
    ([name]) =>
      !cited.some((one) => one.text.includes(name.toLowerCase())) &&
      name
        .split(/\s/)
        .some((word) => !cited.some((one) => new RegExp(`(?<!\\p{L})${word}`, "u").test(one.writtenText))),
  );
}

const FULL_NAME = /(?<=[\p{Ll}\p{N},]\s)\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,3}(?![\p{L}\p{N}])/gu;

/** In German, where every noun has a capital, a name is known by its title. */
const TITLED = /(?<!\p{L})(?:Frau|Herrn?|Dr\.|Prof\.|Familie|Mrs?\.?|Ms\.?)\s+(?:Dr\.\s+)?(\p{Lu}\p{Ll}+)/gu;

/** A weekday or a language has a capital in English and none elsewhere: it is a word with a meaning. */
function isKnownWord(name: string, { words, cited }: CheckedStatement): boolean {
  const word = words.find(({ text }) => text === name);
  const meanings = (word?.keys ?? []).filter((key) => /^[mo]:/.test(key));
  return (
    !/^\p{Lu}{2,}$/u.test(name) && meanings.length > 0 && !meanings.includes("m:language") && cited.length > 0
  );
}

/**
 * Whether a sentence names one row of a table or one item of a list and says of it what only another one says, which
 * it does not name.
 */
function isOfOtherLabel({ cited, words }: CheckedStatement): boolean {
  const said = words.filter(({ isLight }) => !isLight);
  const isSaid = (word: Word): boolean =>
    !word.isLight &&
    said.some(({ keys }) => keys.some((key) => !/^[mb]:/.test(key) && word.keys.includes(key)));
  const rows = cited.flatMap(({ sentences }) => sentences.filter(({ labelWords }) => labelWords.length > 0));
  // "Dr" stands in several labels and tells none of them apart.
  const isOwn = (word: Word, row: EvidenceSentence): boolean =>
    !rows.some(
      (other) =>
        other !== row &&
        other.group === row.group &&
        other.labelWords.some(({ keys }) =>
          keys.some((key) => /^[ws]:/.test(key) && word.keys.includes(key)),
        ),
    );
  const named = rows.filter((row) =>
    row.labelWords.some(
      (word) => isSaid(word) && isOwn(word, row) && (word.isName || row.labelWords.length === 1),
    ),
  );
  if (named.length === 0) return false;
  return rows.some((row) => {
    if (
      row.labelWords.some((word) => isSaid(word) && isOwn(word, row)) ||
      !named.some(({ group }) => group === row.group)
    )
      return false;
    const others = cited.flatMap(({ sentences }) => sentences.filter((other) => other !== row));
    const own = row.words.filter(
      (word) =>
        isSaid(word) &&
        !others.some(({ keys }) => word.keys.some((key) => !/^[mb]:/.test(key) && keys.has(key))),
    );
    return new Set(own.map(({ text }) => text)).size >= 2;
  });
}

/** Whether the passages say it of another name. */
function isSwapped(
  names: readonly Word[],
  clause: Clause,
  statement: CheckedStatement,
  evidence: readonly EvidenceClause[],
): boolean {
  const context = contextOf(statement, clause, names, NAMED_CLAUSE_WEIGHT);
  const keys = names.flatMap((name) =>
    name.keys.filter((key) => !key.startsWith("m:") && !key.startsWith("b:")),
  );
  const holds = ({ sentence }: EvidenceClause): boolean =>
    keys.some((key) => sentence.keys.has(key) || sentence.nearKeys.has(key));
  const isCode = names.every((name) => name.isCode);
  const measure = (one: EvidenceClause): number => closeness(context, one);
  const own = bestOf(evidence.filter(holds), measure);
  const other = bestOf(
    evidence.filter((one) => !holds(one) && one.words.some((word) => word.isName && word.isCode === isCode)),
    measure,
  );
  if (own === undefined || other === undefined) return false;
  return other.score >= SWAPPED.closeness && other.score - own.score >= SWAPPED.lead;
}
