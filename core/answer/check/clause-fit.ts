/**
 * How the clauses of a sentence fit those of its passages: what of each stands there, is denied there, or fits another
 * clause better.
 */
import { keyShare, type Alignment } from "./alignment.ts";
import { compareAmounts, isBare } from "./amounts.ts";
import { isDerived } from "./derived-amount.ts";
import type { EvidenceClause, EvidenceSentence } from "./read-passage.ts";
import { isReckoned } from "./reckon.ts";
import type { CheckedStatement } from "./sentence-context.ts";
import type { Clause, Word } from "./statement.ts";
import type { Marker } from "./words/meanings.ts";

export function indexOfMost(values: readonly number[]): number {
  return values.reduce((best, value, at) => (value > (values[best] ?? 0) ? at : best), 0);
}

/** Shares of a sentence that stand in one of the passages' sentences, or in two together, 0 to 1. */
export function coverOf(
  { items }: Alignment,
  sentences: readonly EvidenceSentence[],
  { cited }: CheckedStatement,
): (one: number, other: number) => number {
  const heading = cited[0]?.sentences[0]?.keys;
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  const rows = items.map(({ word, amount, weight }) => ({
    weight,
    shares: sentences.map(({ keys, amounts }) => {
      if (amount !== undefined) return amounts.some((other) => meets(amount.values, other.values)) ? 1 : 0;
      return word === undefined ? 0 : wordShare(word, keys);
    }),
    inHeading: word === undefined || heading === undefined ? 0 : HEADING_SHARE * wordShare(word, heading),
  }));
  return (one, other) => {
    let held = 0;
    for (const { weight, shares, inHeading } of rows)
      held += weight * Math.max(shares[one] ?? 0, shares[other] ?? 0, inHeading);
    return total === 0 ? 0 : held / total;
  };
}

/** What only the heading says tells where a sentence belongs. */
const HEADING_SHARE = 0.4;

function meets(a: readonly number[], b: readonly number[]): boolean {
  return a.some((one) => b.includes(one));
}

function wordShare({ keys }: Word, held: ReadonlySet<string>): number {
  let share = 0;
  for (const key of keys) if (held.has(key)) share = Math.max(share, keyShare(key));
  return share;
}

export function isAmong(word: Word, words: readonly Word[]): boolean {
  return words.some(({ keys }) => keys.some((key) => word.keys.includes(key)));
}

interface Fit {
  clause: Clause;
  /** Number of its words and amounts that say something. */
  size: number;
  one: EvidenceClause | undefined;
  score: number;
  /** How far the clauses that fit it about as well have a marker, 0 to 1. */
  soft: (marker: Marker) => number;
}

export function fitOf(clause: Clause, at: number, { evidence, closeness }: Alignment): Fit {
  const scores = evidence.map((_, index) => closeness(at, index));
  const best = indexOfMost(scores);
  const score = scores[best] ?? 0;
  return {
    clause,
    size: clause.words.filter(({ isLight }) => !isLight).length + clause.amounts.length,
    one: evidence[best],
    score,
    soft(marker) {
      let held = 0;
      let total = 0;
      evidence.forEach((one, index) => {
        const weight = Math.exp(((scores[index] ?? 0) - score) * SHARPNESS);
        total += weight;
        const markers = OF_THE_CLAUSE.has(marker) ? one.markers : one.sentence.markers;
        if (markers.has(marker)) held += weight;
      });
      return total === 0 ? 0 : held / total;
    },
  };
}

/** A clause that fits worse by a tenth counts a quarter. */
const SHARPNESS = 14;
const OF_THE_CLAUSE: ReadonlySet<Marker> = new Set(["not", "may", "must", "optional", "forbid"]);

/** Share of the words of a passage's clause that a sentence says too. */
export function saidShare(one: EvidenceClause, statement: CheckedStatement): number {
  const words = one.words.filter(({ isLight }) => !isLight);
  return words.length === 0
    ? 1
    : words.filter((word) => isAmong(word, statement.words)).length / words.length;
}

/** How many opposites two clauses stand on different sides of. */
export function turned(clause: Clause, one: EvidenceClause): number {
  const names = new Set<string>();
  for (const { opposites } of clause.words)
    for (const { name, said, side } of opposites) {
      const there = one.words.flatMap((word) =>
        word.opposites.filter((other) => other.name === name).map((other) => other.said ?? other.side),
      );
      if (there.length > 0 && !there.includes(said ?? side)) names.add(name);
    }
  return names.size;
}

/** Words that one side denies and the other affirms, and opposites, by how well the rest of the clause fits. */
export function addWords(
  alignment: Alignment,
  { clauses }: CheckedStatement,
  most: (name: string, value: number) => void,
): void {
  const { items, evidence, closeness, inClause } = alignment;
  items.forEach(({ word, clause }, index) => {
    if (word === undefined || word.isLight) return;
    let agree = 0;
    let against = 0;
    const sides = new Map<string, { agree: number; against: number }>();
    evidence.forEach((one, at) => {
      const score = closeness(clause, at, index);
      for (const { name, side } of word.opposites) {
        if (side === 0) continue;
        const there = one.words.flatMap((other) =>
          other.opposites.filter((opposite) => opposite.name === name),
        );
        if (there.length === 0) continue;
        const known = sides.get(name) ?? { agree: 0, against: 0 };
        sides.set(name, known);
        if (there.some((other) => other.side !== -side)) known.agree = Math.max(known.agree, score);
        else known.against = Math.max(known.against, score);
      }
      if (inClause(index, at) < 0.7) return;
      const same = one.words.filter((other) =>
        other.keys.some((key) => !key.startsWith("b:") && word.keys.includes(key)),
      );
      if (same.length === 0) return;
      if (same.some(({ isDenied }) => isDenied === word.isDenied)) agree = Math.max(agree, score);
      else against = Math.max(against, score);
    });
    const isDenied = clauses[clause]?.markers.has("not") === true;
    if (against > 0) {
      most(word.isDenied ? "deniesAffirmed" : "affirmsDenied", Math.max(0, against - agree));
      most("deniedAgainst", against);
      if (word.isDeniedFirst || !isDenied) most("wordDenialMost", Math.max(0, against - agree));
    }
    for (const [name, { agree: own, against: other }] of sides) {
      const isAttribute = ATTRIBUTES.has(name);
      most(isAttribute ? "attributeLead" : "oppositeLead", Math.max(0, other - own));
      most("oppositeAgainst", other);
      most("oppositeAgrees", own);
    }
  });
}

/** Amounts that the passages don't hold, and how well those fit that hold another one of their kind. */
export function addAmounts(
  { items, evidence, closeness }: Alignment,
  statement: CheckedStatement,
  most: (name: string, value: number) => void,
  set: (name: string, value: number) => void,
): void {
  const all = statement.cited.flatMap(({ sentences }) => sentences);
  let unheld = 0;
  let unreckoned = 0;
  items.forEach(({ amount, clause }, index) => {
    if (amount === undefined) return;
    if (
      all.some(({ amounts }) =>
        amounts.some((other) => /same|bare/.test(compareAmounts(amount, other) ?? "")),
      )
    )
      return;
    unheld++;
    if (!isReckoned(amount, statement)) unreckoned++;
    if (MONEY.test(amount.dimension) && !isDerived(amount, statement)) most("absentMoney", 1);
    const isSeen = all.some(({ amounts }) => amounts.some(({ dimension }) => dimension === amount.dimension));
    if (!isBare(amount) && !isSeen) most("unseenMeasure", 1);
    evidence.forEach((one, at) => {
      if (one.amounts.some((other) => other.dimension === amount.dimension && other.isArticle !== true))
        most("comparableFit", closeness(clause, at, index));
    });
  });
  set("unheldAmounts", unheld);
  set("unreckoned", unreckoned);
}

const MONEY = /^(?:EUR|USD|GBP|cents)$/;

/** Of what the passages know at all: how much of it stands together in one sentence of theirs. */
export function addKnownCover(
  { items, evidence, inClause }: Alignment,
  clauseCount: number,
  set: (name: string, value: number) => void,
): void {
  const sentences = [...new Set(evidence.map(({ sentence }) => sentence))];
  const held = items.map((item, index) => {
    if (item.word?.isLight === true) return [];
    const found = new Set<EvidenceSentence>();
    evidence.forEach((one, at) => void (inClause(index, at) >= 0.99 && found.add(one.sentence)));
    return [...found];
  });
  let [sum, count, least] = [0, 0, 1];
  for (let clause = 0; clause < clauseCount; clause++) {
    const known = held.filter((found, index) => found.length > 0 && items[index]?.clause === clause);
    if (known.length < 2) continue;
    const best =
      Math.max(...sentences.map((one) => known.filter((found) => found.includes(one)).length)) / known.length;
    sum += best;
    count++;
    least = Math.min(least, best);
  }
  set("knownCover", count === 0 ? 1 : sum / count);
  set("leastKnownCover", least);
}

const ATTRIBUTES: ReadonlySet<string> = new Set(["age", "size", "same", "speed", "own", "heat", "wetness"]);

/** How much better a clause without a word fits what else is said than those that hold it do. */
export function addGaps(
  { items, evidence, closeness, inClause }: Alignment,
  { weightOf }: CheckedStatement,
  most: (name: string, value: number) => void,
  set: (name: string, value: number) => void,
): void {
  const gaps: number[] = [];
  items.forEach(({ word, amount, clause }, index) => {
    if (word?.isLight === true) return;
    let own = 0;
    let other = 0;
    evidence.forEach((_, at) => {
      const score = closeness(clause, at, index);
      const held = inClause(index, at);
      if (held > 0) own = Math.max(own, score * (0.5 + 0.5 * held));
      else other = Math.max(other, score);
    });
    const gap = own === 0 ? 0 : Math.max(0, other - own);
    gaps.push(gap);
    if (amount !== undefined) {
      most("amountGap", gap);
      most("amountOwn", own);
    } else if (word?.isCode === true) most("codeGap", gap);
    else if (word?.isName === true) most("nameGap", gap);
    else if (word !== undefined) {
      most("wordGap", gap);
      most("rareGap", gap * weightOf(word));
    }
  });
  set("meanGap", gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length));
}
