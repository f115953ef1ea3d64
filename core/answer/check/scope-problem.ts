/** Whether a sentence says of all, or without a condition, what its passages say of some, or under one. */
import { compareAmounts } from "./amounts.ts";
import type { Finding } from "./findings.ts";
import { closeness, type EvidenceClause, type EvidenceSentence } from "./read-passage.ts";
import { bestOf, contextOf, isVerbatim, type CheckedStatement } from "./sentence-context.ts";
import type { Clause, Word } from "./statement.ts";

const SCOPE = { universal: 0.5, only: 0.55, except: 0.5, free: 0.6 };
const NEAR = 0.05;

export function findScopeProblems(statement: CheckedStatement, found: Set<Finding>): void {
  if (statement.isTranslated) return;
  const { evidence } = statement;
  const isLimited = statement.clauses.some(({ markers }) => markers.has("except") || markers.has("only"));
  for (const clause of statement.clauses) {
    if (isVerbatim(clause, evidence)) continue;
    const context = contextOf(statement, clause, []);
    const measure = (one: EvidenceClause): number => closeness(context, one);
    const best = bestOf(evidence, measure);
    if (best === undefined) continue;
    const isUniversal = clause.markers.has("all") && !isLimited;
    if (isUniversal && best.score >= SCOPE.universal) {
      const near = evidence.filter((one) => measure(one) >= best.score - NEAR && speaksOf(one, clause));
      if (near.length > 0 && near.every((one) => isRestricted(one, statement))) found.add("universal");
    }
    if (isLimited || clause.markers.has("not") || clause.markers.has("optional")) continue;
    for (const { sentences } of statement.cited) {
      for (const { clauses } of sentences) {
        clauses.forEach((one, index) => {
          if (saysMoreThanOnly(one, clause, statement)) found.add("moreThanOnly");
          if (saysTheException(one, clauses[index - 1], clause, statement)) found.add("saysException");
        });
      }
    }
  }
}

function isRestricted({ sentence, amounts: own }: EvidenceClause, { clauses }: CheckedStatement): boolean {
  const { markers } = sentence;
  if (markers.has("all") || sentence.words.some(isWhole) || namesRestriction(sentence, clauses)) return false;
  if (markers.has("only") || markers.has("except") || markers.has("hedge")) return true;
  if (sentence.words.some(({ opposites }) => opposites.some(({ name }) => name === "bound"))) return true;
  // "From ten balls on" where the sentence names no number.
  const amounts = clauses.flatMap((one) => [...one.amounts]);
  return own.some(
    (one) => one.isArticle !== true && !amounts.some((other) => compareAmounts(one, other) === "same"),
  );
}

/** More than half of what a clause says stands there: a word in common is no matter in common. */
function speaksOf({ sentence }: EvidenceClause, { words }: Clause): boolean {
  const said = words.filter(({ isLight }) => !isLight);
  const shares = said.map(({ keys }) => {
    if (keys.some((key) => LITERAL.test(key) && sentence.keys.has(key))) return 1;
    return keys.some((key) => sentence.keys.has(key)) ? MEANING_SHARE : 0;
  });
  const held = shares.reduce((sum: number, share) => sum + share, 0);
  return said.length >= MANY_WORDS ? held > said.length * SPOKEN_SHARE : held >= said.length * SPOKEN_SHARE;
}

const LITERAL = /^(?:s|code):/;
const MEANING_SHARE = 0.5;
const SPOKEN_SHARE = 0.5;
const MANY_WORDS = 4;

function isWhole({ opposites }: Word): boolean {
  return opposites.some(({ name, side }) => name === "share-of" && side === 1);
}

/** "Only when A, B or C are run" is told where a sentence says it of A, B and C. */
function namesRestriction({ clauses }: EvidenceSentence, said: readonly Clause[]): boolean {
  const first = clauses.findIndex(({ markers }) => markers.has("only") || markers.has("except"));
  if (first === -1) return false;
  const restricting = clauses.slice(first).flatMap(({ words }) => words.filter(({ isLight }) => !isLight));
  const isNamed = (word: Word): boolean =>
    said.some(({ words }) => words.some(({ keys }) => keys.some((key) => word.keys.includes(key))));
  const named = restricting.filter(isNamed);
  if (clauses[first]?.onlyWords.every(isNamed) === false) return false;
  return named.length >= MIN_NAMED && named.length >= restricting.length * NAMED_SHARE;
}

const MIN_NAMED = 3;
const NAMED_SHARE = 0.6;

/** The page says that it is only so; the sentence says the same of something else. */
function saysMoreThanOnly(one: EvidenceClause, clause: Clause, statement: CheckedStatement): boolean {
  if (one.onlyWords.length === 0) return false;
  const isSaid = (word: Word): boolean =>
    statement.words.some(({ keys }) => keys.some((key) => word.keys.includes(key)));
  if (one.onlyWords.some(isSaid)) return false;
  // What it is said of there must be what the sentence speaks of.
  const own = one.words.filter(
    (word) =>
      !word.isLight &&
      !one.onlyWords.includes(word) &&
      // "Alone" is another word for "only".
      !word.opposites.some(({ name }) => name === "company"),
  );
  const isLiterallySaid = (word: Word): boolean =>
    word.keys.some((key) => LITERAL.test(key) && statement.words.some(({ keys }) => keys.includes(key)));
  if (!own.filter(({ keys }) => keys.some((key) => LITERAL.test(key))).every(isLiterallySaid)) return false;
  const about = one.sentence.words.filter((word) => !word.isLight && !one.onlyWords.includes(word));
  const other = clause.words.filter(
    (word) => !word.isLight && !word.keys.some((key) => one.sentence.keys.has(key)),
  );
  const context = contextOf(statement, clause, []);
  return other.length > 0 && about.filter(isSaid).length >= 2 && closeness(context, one) >= SCOPE.only;
}

/** The page makes an exception of what the sentence says it of. */
function saysTheException(
  one: EvidenceClause,
  general: EvidenceClause | undefined,
  clause: Clause,
  statement: CheckedStatement,
): boolean {
  if (
    general === undefined ||
    general.markers.has("not") ||
    DENYING.test(general.words.map(({ text }) => text).join(" "))
  )
    return false;
  // Closed is what it is there, since elsewhere it is open.
  const isOther = statement.words.some(({ opposites }) =>
    opposites.some(({ name, side }) =>
      general.sentence.words.some((word) =>
        word.opposites.some((other) => other.name === name && other.side === -side),
      ),
    ),
  );
  if (isOther) return false;
  const excepted = clause.words.filter(({ keys }) =>
    one.exceptWords.some((word) => keys.some((key) => LITERAL.test(key) && word.keys.includes(key))),
  );
  if (excepted.length === 0) return false;
  return closeness(contextOf(statement, clause, excepted), general) >= SCOPE.except;
}

const DENYING = /(?:^|\s)(?:no|kein\p{Ll}{0,2}|ne|sin|sans|senza|sem|geen)(?:\s|$)/iu;
