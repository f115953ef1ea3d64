/**
 * What goes with what: how close together the passages say two things that a sentence says together, and whether they
 * would fit better if two of them changed places, or if one were another one of its kind that stands there.
 */
import { compareAmounts, type Amount } from "./amounts.ts";
import type { Alignment, Item } from "./alignment.ts";
import type { EvidenceClause } from "./read-passage.ts";
import type { Word } from "./statement.ts";

export interface Affinity {
  /** Mean closeness of what one clause says, 0 to 1, and of what different ones say. */
  within: number;
  across: number;
  /** How much closer it would be if two things of two clauses changed places; negative where it is well as it is. */
  swapGain: number;
  nameSwapGain: number;
  amountSwapGain: number;
  /** The same with a thing of its kind from the passages instead. */
  nameReplaceGain: number;
  codeReplaceGain: number;
  amountReplaceGain: number;
}

/** In one clause, one sentence, or beside one another. */
const IN_CLAUSE = 1;
const IN_SENTENCE = 0.6;
const NEAR = 0.2;

interface Place {
  clause: EvidenceClause;
  at: number;
}

interface Thing {
  item: Item;
  places: Place[];
}

export function affinityOf({ items, evidence, inClause }: Alignment): Affinity {
  const order = new Map([...new Set(evidence.map(({ sentence }) => sentence))].map((one, at) => [one, at]));
  const placesOf = (holds: (at: number) => boolean): Place[] =>
    evidence.flatMap((clause, index) =>
      holds(index) ? [{ clause, at: order.get(clause.sentence) ?? 0 }] : [],
    );
  const things: Thing[] = items.flatMap((item, index) => {
    if (item.word?.isLight === true) return [];
    const places = placesOf((at) => inClause(index, at) >= 0.75);
    return places.length === 0 || places.length > evidence.length / 2 ? [] : [{ item, places }];
  });
  const near = (a: readonly Place[], b: readonly Place[]): number => {
    let most = 0;
    for (const one of a)
      for (const other of b) {
        if (one.clause === other.clause) return IN_CLAUSE;
        if (one.at === other.at) most = Math.max(most, IN_SENTENCE);
        else if (Math.abs(one.at - other.at) === 1) most = Math.max(most, NEAR);
      }
    return most;
  };
  const size = things.length;
  const table = things.map((a) => things.map((b) => (a === b ? 0 : near(a.places, b.places))));
  let [inside, insideCount, between, betweenCount] = [0, 0, 0, 0];
  for (let a = 0; a < size; a++)
    for (let b = a + 1; b < size; b++) {
      const share = table[a]?.[b] ?? 0;
      if (things[a]?.item.clause === things[b]?.item.clause) {
        inside += share;
        insideCount++;
      } else {
        between += share;
        betweenCount++;
      }
    }
  const found: Affinity = {
    within: insideCount === 0 ? 1 : inside / insideCount,
    across: betweenCount === 0 ? 0 : between / betweenCount,
    swapGain: -1,
    nameSwapGain: -1,
    amountSwapGain: -1,
    nameReplaceGain: -1,
    codeReplaceGain: -1,
    amountReplaceGain: -1,
  };
  const most = (name: keyof Affinity, value: number): void =>
    void (found[name] = Math.max(found[name], value));
  for (let a = 0; a < size; a++)
    for (let b = a + 1; b < size; b++) {
      const [one, other] = [things[a]?.item, things[b]?.item];
      if (one === undefined || other === undefined || one.clause === other.clause) continue;
      if ((one.amount === undefined) !== (other.amount === undefined)) continue;
      let gain = 0;
      let count = 0;
      for (let y = 0; y < size; y++) {
        if (y === a || y === b) continue;
        const clause = things[y]?.item.clause;
        if (clause === one.clause) gain += (table[b]?.[y] ?? 0) - (table[a]?.[y] ?? 0);
        else if (clause === other.clause) gain += (table[a]?.[y] ?? 0) - (table[b]?.[y] ?? 0);
        else continue;
        count++;
      }
      if (count === 0) continue;
      const mean = gain / count;
      most("swapGain", mean);
      if (one.amount !== undefined) most("amountSwapGain", mean);
      else if (one.word?.isName === true && other.word?.isName === true) most("nameSwapGain", mean);
    }
  things.forEach((thing, a) => {
    const { word, amount, clause } = thing.item;
    const isNamed = word?.isName === true;
    if (amount === undefined && !isNamed) return;
    const own = things.flatMap(({ item }, y) => (y !== a && item.clause === clause ? [y] : []));
    if (own.length === 0) return;
    const now = own.reduce((sum, y) => sum + (table[a]?.[y] ?? 0), 0) / own.length;
    const name =
      amount !== undefined
        ? "amountReplaceGain"
        : word?.isCode === true
          ? "codeReplaceGain"
          : "nameReplaceGain";
    for (const places of rivals(thing, evidence, items, order)) {
      const then = own.reduce((sum, y) => sum + near(places, things[y]?.places ?? []), 0) / own.length;
      most(name, then - now);
    }
  });
  return found;
}

/** Where other things of the kind stand that the sentence does not say: names, code, amounts of one dimension. */
function rivals(
  { item }: Thing,
  evidence: readonly EvidenceClause[],
  items: readonly Item[],
  order: ReadonlyMap<unknown, number>,
): Place[][] {
  const byKey = new Map<string, Place[]>();
  const add = (key: string, clause: EvidenceClause): void => {
    byKey.set(key, [...(byKey.get(key) ?? []), { clause, at: order.get(clause.sentence) ?? 0 }]);
  };
  const isSaid = (word: Word): boolean =>
    items.some(
      (own) => own.word?.keys.some((key) => /^(?:[ws]|code):/.test(key) && word.keys.includes(key)) === true,
    );
  const isSaidAmount = (amount: Amount): boolean =>
    items.some(
      (own) =>
        own.amount !== undefined &&
        compareAmounts(own.amount, amount) !== undefined &&
        compareAmounts(own.amount, amount) !== "other-unit",
    );
  for (const clause of evidence) {
    if (item.amount !== undefined) {
      for (const amount of clause.amounts)
        if (amount.dimension === item.amount.dimension && amount.isArticle !== true && !isSaidAmount(amount))
          add(String(amount.values[0]), clause);
    } else
      for (const word of clause.words)
        if (word.isName && word.isCode === item.word?.isCode && !isSaid(word))
          add(word.keys[0] ?? "", clause);
  }
  return [...byKey.values()];
}
