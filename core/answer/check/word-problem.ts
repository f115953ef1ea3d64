/** Whether passages say the opposite of a sentence, deny what it affirms, or speak less firmly. */
import { compareAmounts, type Amount } from "./amounts.ts";
import { closeness, type EvidenceClause } from "./passage-evidence.ts";
import {
  bestOf,
  contextOf,
  isVerbatim,
  isVerbatimButDenied,
  type CheckedStatement,
} from "./sentence-context.ts";
import type { Clause, Word } from "./statement.ts";

const OPPOSITE = { closeness: 0.55, lead: 0.15 };
const DENIED = { closeness: 0.6, lead: 0.25 };
/** A price contradicts "free" only where it is surely the same thing's. */
const PRICED = 0.8;
const MODAL = { closeness: 0.6, lead: 0.1 };

export function wordProblem(statement: CheckedStatement): "opposite" | "negation" | "modality" | undefined {
  const { evidence } = statement;
  for (const clause of statement.clauses) {
    if (isVerbatim(clause, evidence)) continue;
    if (!statement.isTranslated && isVerbatimButDenied(statement, clause)) return "negation";
    for (const word of clause.words) {
      for (const { name, side } of word.opposites) {
        const about = contextOf(statement, clause, [word]);
        const isAbout = (one: EvidenceClause): boolean => closeness(about, one) >= PRICED;
        if (side === 0 || statement.clauses.some(({ markers }) => markers.has("except"))) continue;
        // "Not before" is as much as "only then".
        // Times of the day are compared as amounts.
        if (name === "day" || name === "weekdays") continue;
        if (name === "order" && word.isDenied) continue;
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
        const agreeing = evidence.filter((one) => side2(one, side));
        const contrary = evidence.filter(
          (one) =>
            isSaidThere(one) &&
            side2(one, -side) &&
            !side2(one, side) &&
            !one.hasException &&
            holdsTimes(one.sentence, clause) &&
            (name !== "open" || holdsAmounts(clause, one)) &&
            holdsAmounts(name === "bound" ? one : one.sentence, clause),
        );
        if (isContradicted(statement, clause, word, agreeing, contrary, OPPOSITE))
          return word.isDenied || contrary.some(({ markers }) => markers.has("not"))
            ? "negation"
            : "opposite";
      }
      if (statement.isTranslated || word.isLight || word.opposites.length > 0 || word.keys.includes("m:cost"))
        continue;
      const keys = word.keys.filter((key) => !key.startsWith("b:"));
      const says = (one: EvidenceClause, isDenied: boolean): boolean =>
        one.words.some(
          (other) =>
            other.isDenied === isDenied && !other.isLight && keys.some((key) => other.keys.includes(key)),
        );
      if (isOpen(clause.markers)) continue;
      const isOpenOf = (one: EvidenceClause): boolean => one.hasException || isOpen(one.markers);
      const agreeing = evidence.filter(
        (one) => says(one, word.isDenied) || (isOpenOf(one) && says(one, !word.isDenied)),
      );
      // What one side denies the other must affirm without any negation.
      const isComparable = (one: EvidenceClause): boolean =>
        word.isDenied
          ? word.isDeniedFirst &&
            one.words.some((other) => !other.isNearNegation && keys.some((key) => other.keys.includes(key)))
          : !statement.clauses.some(({ markers }) => markers.has("not")) &&
            one.words.some((other) => other.isDeniedFirst && keys.some((key) => other.keys.includes(key)));
      const contrary = evidence.filter(
        (one) =>
          isSaidThere(one) &&
          says(one, !word.isDenied) &&
          !says(one, word.isDenied) &&
          !isOpenOf(one) &&
          isComparable(one) &&
          holdsAmounts(one.sentence, clause) &&
          !mayAgree(one, clause),
      );
      if (isContradicted(statement, clause, word, agreeing, contrary, DENIED)) return "negation";
    }
    const { markers } = clause;
    if (statement.clauses.some((one) => one.markers.has("except") || one.markers.has("only"))) continue;
    const isFirm = markers.has("must") && !markers.has("optional");
    const isFree = markers.has("optional");
    if (!isFirm && !isFree) continue;
    const context = contextOf(statement, clause, []);
    const best = bestOf(evidence, (one) => closeness(context, one));
    if (best === undefined || best.score < MODAL.closeness) continue;
    const said = best.clause.markers;
    if (best.clause.sentence.markers.has("only")) continue;
    const isFreeThere = said.has("optional") || (said.has("may") && !said.has("forbid"));
    if (isFirm && isFreeThere && !said.has("must")) return "modality";
    if (isFree && said.has("must") && !said.has("optional")) return "modality";
  }
  return undefined;
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
  const maybe = one.words.flatMap(({ opposites, isDenied }) => (isDenied ? opposites : []));
  return words.some(({ opposites }) =>
    opposites.some(({ name, said }) => maybe.some((other) => other.name === name && other.said !== said)),
  );
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
