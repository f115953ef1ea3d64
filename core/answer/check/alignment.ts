/**
 * A sentence laid beside the clauses of its passages: which of its words and amounts stand in and around each, and how
 * well each clause of the sentence fits each of theirs, with or without one of its words.
 */
import { compareAmounts, type Amount } from "./amounts.ts";
import type { EvidenceClause } from "./read-passage.ts";
import type { CheckedStatement } from "./sentence-context.ts";
import type { Word } from "./statement.ts";

/** A word or an amount of a sentence. */
export interface Item {
  word?: Word;
  amount?: Amount;
  /** Index of its clause. */
  clause: number;
  /** How much it says of what the sentence is about. */
  weight: number;
}

export interface Alignment {
  items: readonly Item[];
  evidence: readonly EvidenceClause[];
  /** How firmly an item stands in a clause itself, 0 to 1: 1 is the word itself. */
  inClause: (item: number, evidence: number) => number;
  /** How much of a clause of the sentence stands in and around a clause of the passages, 0 to 1, but for one item. */
  closeness: (clause: number, evidence: number, but?: number) => number;
}

/** Small words say little of what a sentence is about. */
const LIGHT_WEIGHT = 0.1;
/** What is said of an option is said of no other one. */
const CODE_WEIGHT = 2;
/** Words of the other clauses of a sentence count less for what one clause says. */
const OTHER_CLAUSE_WEIGHT = 0.5;
/** What stands in a clause itself counts whole, the rest of its sentence less, what is around it little. */
const SENTENCE_SHARE = 0.7;
const NEAR_SHARE = 0.25;
/** The word itself, one of the same meaning or on one side of the same opposites, one that begins alike. */
export function keyShare(key: string): number {
  switch (key.charCodeAt(0)) {
    case O:
      return 0.85;
    case M:
      return 0.75;
    case B:
      return 0.65;
    default:
      return 1;
  }
}

const [O, M, B] = [111, 109, 98];

export function align(statement: CheckedStatement): Alignment {
  const { evidence, clauses, weightOf } = statement;
  const items = clauses.flatMap(({ words, amounts }, clause): Item[] => [
    ...words.map((word) => ({
      word,
      clause,
      weight: word.isLight ? LIGHT_WEIGHT : word.isCode ? CODE_WEIGHT : weightOf(word),
    })),
    ...amounts.filter(({ isArticle }) => isArticle !== true).map((amount) => ({ amount, clause, weight: 1 })),
  ]);
  const size = evidence.length;
  const own = new Float32Array(items.length * size);
  const held = new Float32Array(items.length * size);
  items.forEach((item, index) => {
    evidence.forEach((one, at) => {
      const { sentence } = one;
      const inside = heldShare(item, one.keys, one.amounts);
      const there = Math.max(inside, SENTENCE_SHARE * heldShare(item, sentence.keys, sentence.amounts));
      own[index * size + at] = inside;
      held[index * size + at] =
        there > 0 ? there : NEAR_SHARE * heldShare(item, sentence.nearKeys, sentence.nearAmounts);
    });
  });
  const totals = clauses.map(() => 0);
  const sums = clauses.map(() => new Float32Array(size));
  const shareOf = (item: Item, clause: number): number =>
    item.weight * (item.clause === clause ? 1 : OTHER_CLAUSE_WEIGHT);
  clauses.forEach((_, clause) => {
    const sum = sums[clause];
    items.forEach((item, index) => {
      const weight = shareOf(item, clause);
      totals[clause] = (totals[clause] ?? 0) + weight;
      for (let at = 0; at < size; at++)
        if (sum !== undefined) sum[at] = (sum[at] ?? 0) + weight * (held[index * size + at] ?? 0);
    });
  });
  return {
    items,
    evidence,
    inClause: (item, at) => own[item * size + at] ?? 0,
    closeness(clause, at, but) {
      let total = totals[clause] ?? 0;
      let sum = sums[clause]?.[at] ?? 0;
      const left = but === undefined ? undefined : items[but];
      if (left !== undefined && but !== undefined) {
        const weight = shareOf(left, clause);
        total -= weight;
        sum -= weight * (held[but * size + at] ?? 0);
      }
      return total <= 1e-6 ? 0 : Math.max(0, sum / total);
    },
  };
}

function heldShare({ word, amount }: Item, keys: ReadonlySet<string>, amounts: readonly Amount[]): number {
  if (amount !== undefined) return amounts.some((other) => compareAmounts(amount, other) === "same") ? 1 : 0;
  let share = 0;
  for (const key of word?.keys ?? []) {
    if (!keys.has(key)) continue;
    const own = keyShare(key);
    if (own > share) share = own;
  }
  return share;
}
