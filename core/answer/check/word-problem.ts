/** Whether passages say the opposite of a sentence, deny what it affirms, or speak less firmly. */
import { compareAmounts, type Amount } from "./amounts.ts";
import type { Finding } from "./findings.ts";
import { closeness, type EvidenceClause } from "./read-passage.ts";
import {
  bestOf,
  CONDITION,
  contextOf,
  isCondition,
  isOfThePast,
  isVerbatim,
  isVerbatimButDenied,
  type CheckedStatement,
} from "./sentence-context.ts";
import type { Clause, Word } from "./statement.ts";

const OPPOSITE = { closeness: 0.55, lead: 0.15 };
/** Said of many things at once: only what stands in nearly the same words contradicts it. */
const ATTRIBUTE = { closeness: 0.75, lead: 0.3 };
const ATTRIBUTES: ReadonlySet<string> = new Set(["age", "size", "same", "speed", "own", "heat", "wetness"]);
const DENIED = { closeness: 0.6, lead: 0.25 };
/** A price contradicts "free" only where it is surely the same thing's. */
const PRICED = 0.8;
const MODAL = { closeness: 0.6, lead: 0.1 };

export function findWordProblems(statement: CheckedStatement, found: Set<Finding>): void {
  const { evidence } = statement;
  for (const clause of statement.clauses) {
    if (isVerbatim(clause, evidence)) continue;
    if (!statement.isTranslated && isVerbatimButDenied(statement, clause)) found.add("deniedVerbatim");
    for (const word of clause.words) {
      for (const { name, side } of word.opposites) {
        const about = contextOf(statement, clause, [word]);
        const isAbout = (one: EvidenceClause): boolean => closeness(about, one) >= PRICED;
        if (side === 0 || statement.clauses.some(({ markers }) => markers.has("except"))) continue;
        // "Empty fields are filled": both sides are spoken of, and which is meant of what can't be told.
        if (saysBothSides(statement.words, name)) continue;
        // "Not before" is as much as "only then".
        // Times of the day are compared as amounts.
        if (name === "day" || name === "weekdays") continue;
        if (name === "order" && word.isDenied) continue;
        if (word.isDenied && clause.words.some(({ text }) => CONTRAST.test(text))) continue;
        if (name === "bound" && clause.amounts.length === 0) continue;
        // "You have to switch it on" is said of what is off.
        if (name === "enabled" && (clause.markers.has("must") || clause.markers.has("may"))) continue;
        const side2 = (one: EvidenceClause, wanted: number): boolean =>
          one.words.some(({ opposites, isDenied }) =>
            opposites.some(
              (other) =>
                other.name === name &&
                (other.side === wanted || (other.side === 0 && wanted === side)) &&
                // What both sides deny may be the same in other words.
                (wanted === side || !isDenied || !clause.markers.has("not")),
            ),
          ) ||
          (name === "free" && wanted === -1 && one.amounts.some(isPrice) && isAbout(one));
        const agreeing = evidence.filter((one) => side2(one, side) && !isOfThePast(one));
        const contrary = evidence.filter(
          (one) =>
            isSaidThere(one) &&
            side2(one, -side) &&
            !side2(one, side) &&
            !mayBeDenied(one, name) &&
            !one.hasException &&
            holdsTimes(one.sentence, clause) &&
            (name !== "open" || holdsAmounts(clause, one)) &&
            (name !== "order" || isOrderOfTheSame(word, clause, one)) &&
            holdsAmounts(name === "bound" ? one : one.sentence, clause),
        );
        const limits = ATTRIBUTES.has(name) ? ATTRIBUTE : OPPOSITE;
        if (isContradicted(statement, clause, word, agreeing, contrary, limits))
          found.add(
            word.isDenied || contrary.some(({ markers }) => markers.has("not"))
              ? "deniedOpposite"
              : "opposite",
          );
      }
      if (statement.isTranslated || word.isLight || word.opposites.length > 0 || word.keys.includes("m:cost"))
        continue;
      const keys = word.keys.filter((key) => !key.startsWith("b:"));
      const says = (one: EvidenceClause, isDenied: boolean): boolean =>
        one.words.some(
          (other) =>
            other.isDenied === isDenied && !other.isLight && keys.some((key) => other.keys.includes(key)),
        );
      if (isOpen(clause.markers) || isContrapositive(statement) || saysBothWays(statement, word)) continue;
      const isOpenOf = (one: EvidenceClause): boolean => one.hasException || isOpen(one.markers);
      const agreeing = evidence.filter(
        (one) =>
          !isOfThePast(one) && (says(one, word.isDenied) || (isOpenOf(one) && says(one, !word.isDenied))),
      );
      // What one side denies the other must affirm without any negation.
      const isComparable = (one: EvidenceClause): boolean =>
        word.isDenied
          ? word.isDeniedFirst &&
            !one.sentence.markers.has("not") &&
            !clause.words.some(({ text }) => CONTRAST.test(text)) &&
            one.words.some((other) => !other.isNearNegation && keys.some((key) => other.keys.includes(key)))
          : !statement.clauses.some(({ markers }) => markers.has("not")) &&
            one.words.some((other) => other.isDeniedFirst && keys.some((key) => other.keys.includes(key)));
      const contrary = evidence.filter(
        (one) =>
          isSaidThere(one) &&
          // What a sentence denies must stand on the page itself: "wasn't set" denies nothing of what was configured.
          (!word.isDenied || holdsItself(one, word)) &&
          !isCondition(one) &&
          says(one, !word.isDenied) &&
          !says(one, word.isDenied) &&
          !isOpenOf(one) &&
          isComparable(one) &&
          holdsAmounts(one.sentence, clause) &&
          !mayAgree(one, clause),
      );
      if (isContradicted(statement, clause, word, agreeing, contrary, DENIED)) found.add("deniedWord");
    }
    const { markers } = clause;
    if (statement.clauses.some((one) => one.markers.has("except") || one.markers.has("only"))) continue;
    const before = statement.clauses[statement.clauses.indexOf(clause) - 1];
    // "If you have been here for less, or need more" demands nothing.
    const isIfClause = [clause, before].some((one) => CONDITION.test(one?.words[0]?.text ?? ""));
    const isFirm = markers.has("must") && !markers.has("optional") && !isIfClause;
    const isFree = markers.has("optional");
    if (!isFirm && !isFree) continue;
    const context = contextOf(statement, clause, []);
    const best = bestOf(evidence, (one) => closeness(context, one));
    if (best === undefined || best.score < MODAL.closeness) continue;
    const said = best.clause.markers;
    if (best.clause.sentence.markers.has("only")) continue;
    const isFreeThere = said.has("optional") || (said.has("may") && !said.has("forbid"));
    if (isFirm && isFreeThere && !said.has("must")) found.add("demandsFree");
    if (isFree && said.has("must") && !said.has("optional")) found.add("freesDemand");
  }
}

/** Open on Tuesdays and closed on Mondays contradict each other in nothing. */
function holdsTimes({ keys }: { keys: ReadonlySet<string> }, { words }: Clause): boolean {
  return words.every((word) => word.keys.every((key) => !TIMES.has(key) || keys.has(key)));
}

const TIMES: ReadonlySet<string> = new Set(
  "monday tuesday wednesday thursday friday saturday sunday holiday spring summer autumn winter"
    .split(" ")
    .map((name) => `m:${name}`)
    .concat("o:day", "o:weekdays"),
);

function isPrice({ dimension, values }: Amount): boolean {
  return /^(?:EUR|USD|GBP|cents)$/.test(dimension) && values.every((value) => value > 0);
}

/** The head of a column affirms nothing of a row; a cell may deny it. */
function isSaidThere({ sentence, markers }: EvidenceClause): boolean {
  return !sentence.isRow || markers.has("not");
}

/** Whether a denial may be of an opposite that the sentence says: "never renewed automatically" and "renewed by hand". */
function mayAgree(one: EvidenceClause, { words }: Clause): boolean {
  const maybe = one.markers.has("not") ? one.words.flatMap(({ opposites }) => opposites) : [];
  return words.some(({ opposites }) =>
    opposites.some(({ name, said }) => maybe.some((other) => other.name === name && other.said !== said)),
  );
}

/** It denies what it stands before, and no more. */
const WITHOUT = /^(?:without|ohne|sin|sans|senza|sem|zonder)$/iu;

/** Behind a negation that may be too far away: "does not sync data automatically". */
function mayBeDenied({ words, markers }: EvidenceClause, name: string): boolean {
  const first = words.findIndex(({ isDenied }) => isDenied);
  return (
    markers.has("not") &&
    !words.some(({ text }) => WITHOUT.test(text)) &&
    words.some(
      ({ opposites, isDenied }, index) =>
        !isDenied && index > first && opposites.some((other) => other.name === name),
    )
  );
}

/** "A rather than B" denies B of one thing only. */
const CONTRAST = /^(?:rather|instead|statt|anstatt|lugar|lieu|invece|vez|plaats)$/iu;

/** "Versions before it don't have it": what the page says to be so from then on. */
function isContrapositive({ clauses, words }: CheckedStatement): boolean {
  const isEarlier = words.some(({ opposites }) =>
    opposites.some(({ name, said, side }) => name === "order" || (name === "age" && (said ?? side) === -1)),
  );
  return isEarlier && clauses.some(({ markers }) => markers.has("not"));
}

function saysBothSides(words: readonly Word[], name: string): boolean {
  const sides = words.flatMap(({ opposites }) =>
    opposites.filter((one) => one.name === name).map(({ side }) => side),
  );
  return sides.includes(1) && sides.includes(-1);
}

/** "What is synced beats what isn't." */
function saysBothWays({ words }: CheckedStatement, word: Word): boolean {
  return words.some(
    (other) =>
      other !== word &&
      other.isDenied !== word.isDenied &&
      other.keys.some((key) => key.startsWith("s:") && word.keys.includes(key)),
  );
}

/** Before A and after B contradict each other only where A is B. */
function isOrderOfTheSame(word: Word, clause: Clause, one: EvidenceClause): boolean {
  const argument = argumentOf(word, clause.words);
  return one.words.some(
    (other) =>
      other.opposites.some(({ name }) => name === "order") &&
      argumentOf(other, one.words).some(({ keys }) =>
        argument.some((own) => own.keys.some((key) => keys.includes(key))),
      ),
  );
}

function argumentOf(word: Word, words: readonly Word[]): Word[] {
  return words
    .slice(words.indexOf(word) + 1)
    .filter(({ isLight }) => !isLight)
    .slice(0, 2);
}

/** In this form or another one of the same word. */
function holdsItself({ keys }: EvidenceClause, word: Word): boolean {
  return word.keys.some((key) => /^(?:s|code):/.test(key) && keys.has(key));
}

/** A clause that says another number speaks of something else. */
function holdsAmounts(held: { amounts: readonly Amount[] }, { amounts }: Clause): boolean {
  return amounts.every(
    (amount) =>
      amount.isArticle === true || held.amounts.some((other) => compareAmounts(amount, other) === "same"),
  );
}

/** Under a condition or an exception what is denied may be affirmed in other words. */
function isOpen(markers: ReadonlySet<string>): boolean {
  return markers.has("except") || markers.has("only") || markers.has("optional");
}

/** "It is off" says of nothing that it is. */
const MIN_CONTEXT_WEIGHT = 0.6;

function isContradicted(
  statement: CheckedStatement,
  clause: Clause,
  word: Word,
  agreeing: readonly EvidenceClause[],
  contrary: readonly EvidenceClause[],
  { closeness: least, lead }: { closeness: number; lead: number },
): boolean {
  if (contrary.length === 0) return false;
  const context = contextOf(statement, clause, [word]);
  const weight = context.reduce((sum, item) => sum + item.weight, 0);
  if (weight < MIN_CONTEXT_WEIGHT) return false;
  const measure = (one: EvidenceClause): number => closeness(context, one);
  const against = bestOf(contrary, measure)?.score ?? 0;
  return against >= least && against - (bestOf(agreeing, measure)?.score ?? 0) >= lead;
}
