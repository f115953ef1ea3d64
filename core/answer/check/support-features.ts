/**
 * What can be told of how a sentence stands to its passages, as numbers: how much of it stands there and how closely
 * together, whether the clauses that fit it best deny, demand, allow and restrict as it does, whether another clause
 * fits one of its words better than those that hold it, and what single rules find.
 */
import { align, keyShare, type Alignment } from "./alignment.ts";
import { FINDINGS, type Finding } from "./findings.ts";
import { affinityOf } from "./affinity.ts";
import { contrastOf } from "./contrast.ts";
import { fitToGroups } from "./group-fit.ts";
import { isReckoned } from "./reckon.ts";
import { compareAmounts, isBare } from "./amounts.ts";
import { isDerived } from "./derived-amount.ts";
import type { EvidenceClause, EvidenceSentence } from "./passage-evidence.ts";
import type { CheckedStatement } from "./sentence-context.ts";
import type { Clause, Word } from "./statement.ts";
import { MARKER_NAMES, type Marker } from "./words/meanings.ts";

const COMPARED_MARKERS = MARKER_NAMES.filter((name) => name !== "light");

const PLAIN_FEATURES = [
  "contentWords",
  "clauses",
  "isTranslated",
  "isEnglish",
  "amounts",
  "codeSpans",
  "names",
  "exactShare",
  "meaningShare",
  "knownShare",
  "unknownCount",
  "unknownNear",
  "unknownNames",
  "bestSentence",
  "bestTwo",
  "bestLead",
  "exactInBest",
  "leastClause",
  "meanClause",
  "saidOfBest",
  "leastSaidOfBest",
  "denialParity",
  "denialParitySoft",
  "turnedParity",
  "deniesAffirmed",
  "affirmsDenied",
  "wordDenialMost",
  "deniedAgainst",
  "oppositeLead",
  "oppositeAgainst",
  "oppositeAgrees",
  "attributeLead",
  "amountGap",
  "amountOwn",
  "nameGap",
  "codeGap",
  "wordGap",
  "meanGap",
  "rareGap",
  "inversions",
  "firstInverted",
  "replacedWords",
  "replacedNames",
  "leadsYes",
  "leadsNo",
  "yesDenied",
  "noAffirmed",
  "missingOnly",
  "missingExcept",
  "bestIsRow",
  "bestIsCode",
  "bestIsItem",
  "rowConflict",
  "sentenceConflict",
  "amountRowGap",
  "wordRowGap",
  "amountCellGap",
  "wordCellGap",
  "unheldAmounts",
  "unreckoned",
  "absentMoney",
  "unseenMeasure",
  "comparableFit",
  "knownCover",
  "leastKnownCover",
  "denialMost",
  "denialMean",
  "valenceMost",
  "valenceMean",
  "demandMost",
  "demandMean",
  "valenceMismatch",
  "nameMismatch",
  "within",
  "across",
  "swapGain",
  "nameSwapGain",
  "amountSwapGain",
  "nameReplaceGain",
  "codeReplaceGain",
  "amountReplaceGain",
  "pairShare",
  "brokenPairs",
  "factFindings",
  "senseFindings",
  "scopeFindings",
  "otherMember",
  "bestHasException",
  "bestIsCondition",
] as const;

export const SUPPORT_FEATURES: readonly string[] = [
  ...PLAIN_FEATURES,
  ...COMPARED_MARKERS.flatMap((name) => [`adds_${name}`, `lacks_${name}`, `has_${name}`]),
  ...Object.keys(FINDINGS),
];

/** @param sentence with a "Yes" or "No" that the statement does without */
export function supportFeatures(
  sentence: string,
  statement: CheckedStatement,
  findings: ReadonlySet<Finding>,
): number[] {
  const found = new Map<string, number>();
  const most = (name: string, value: number): void => {
    if (value > (found.get(name) ?? 0)) found.set(name, value);
  };
  const set = (name: string, value: number | boolean): void => void found.set(name, Number(value));
  const alignment = align(statement);
  const { items, evidence } = alignment;
  const { clauses, cited } = statement;
  const content = items.flatMap((item, index) =>
    item.word?.isLight === false ? [{ ...item, word: item.word, index }] : [],
  );
  const saysNot = clauses.some(({ markers }) => markers.has("not"));
  set("contentWords", content.length);
  set("clauses", clauses.length);
  set("isTranslated", statement.isTranslated);
  set("isEnglish", statement.language === "en");
  set("amounts", items.filter(({ amount }) => amount !== undefined).length);
  set("codeSpans", content.filter(({ word }) => word.isCode).length);
  set("names", content.filter(({ word }) => word.isName && !word.isCode).length);
  set("leadsYes", YES.test(sentence));
  set("leadsNo", NO.test(sentence));
  set("yesDenied", YES.test(sentence) && saysNot);
  set("noAffirmed", NO.test(sentence) && !saysNot);

  const total = content.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const knownAs = ({ keys }: Word, held: ReadonlySet<string>): number =>
    keys.some((key) => EXACT.test(key) && held.has(key))
      ? 3
      : keys.some((key) => !key.startsWith("b:") && held.has(key))
        ? 2
        : keys.some((key) => held.has(key))
          ? 1
          : 0;
  const known = content.map(({ word }) => Math.max(0, ...cited.map(({ keys }) => knownAs(word, keys))));
  const shareOf = (least: number): number =>
    content.reduce((sum, { weight }, at) => sum + ((known[at] ?? 0) >= least ? weight : 0), 0) / total;
  set("exactShare", shareOf(3));
  set("meaningShare", shareOf(2));
  set("knownShare", shareOf(1));
  set("unknownCount", known.filter((one) => one === 0).length);
  set("unknownNear", known.filter((one) => one < 3).length);
  set("unknownNames", content.filter(({ word }, at) => known[at] === 0 && word.isName).length);

  const sentences = [...new Set(evidence.map(({ sentence: one }) => one))];
  const cover = coverOf(alignment, sentences, statement);
  const covers = sentences.map((_, at) => cover(at, at));
  const bestAt = indexOfMost(covers);
  const best = sentences[bestAt];
  set("bestSentence", covers[bestAt] ?? 0);
  set("bestLead", (covers[bestAt] ?? 0) - Math.max(0, ...covers.filter((_, at) => at !== bestAt)));
  if (best !== undefined) {
    set("bestTwo", Math.max(...sentences.map((_, at) => cover(bestAt, at))));
    set(
      "exactInBest",
      content.filter(({ word }) => knownAs(word, best.keys) === 3).length / Math.max(1, content.length),
    );
    set("bestIsRow", best.isRow);
    set("bestIsCode", best.isCode);
    set("bestIsItem", best.group !== undefined);
    addOrder(
      content.map(({ word }) => word),
      best,
      set,
    );
    addReplaced(
      content.map(({ word }) => word),
      best,
      cited.some(({ language }) => language !== statement.language),
      set,
    );
  }

  // Clause by clause.
  const fits = clauses.map((clause, at) => fitOf(clause, at, alignment));
  const told = fits.filter(({ size }) => size >= 2);
  set("leastClause", told.length === 0 ? 1 : Math.min(...told.map(({ score }) => score)));
  set("meanClause", told.length === 0 ? 1 : told.reduce((sum, { score }) => sum + score, 0) / told.length);
  const saidShares = told.flatMap(({ one }) => (one === undefined ? [] : [saidShare(one, statement)]));
  set(
    "saidOfBest",
    saidShares.length === 0 ? 1 : saidShares.reduce((sum, share) => sum + share, 0) / saidShares.length,
  );
  set("leastSaidOfBest", saidShares.length === 0 ? 1 : Math.min(...saidShares));
  // What a rule finds weighs the more the closer the sentence stays to its passages.
  const mean = told.length === 0 ? 1 : told.reduce((sum, { score }) => sum + score, 0) / told.length;
  const tightness = LEAST_FOUND + (1 - LEAST_FOUND) * mean;
  for (const name of findings) set(name, tightness);
  const kinds = [...findings].map((name) => KIND_OF[FINDINGS[name]]);
  for (const kind of ["fact", "sense", "scope"] as const)
    set(`${kind}Findings`, kinds.filter((one) => one === kind).length * tightness);
  for (const { clause, one, score, soft } of fits) {
    if (one === undefined) continue;
    const denies = clause.markers.has("not");
    const isDeniedThere = one.markers.has("not");
    const flips = turned(clause, one);
    const strength = score ** 2;
    if (denies !== isDeniedThere) most("denialParity", strength);
    if ((denies !== isDeniedThere) !== (flips % 2 === 1)) most("turnedParity", strength);
    const p = soft("not");
    most("denialParitySoft", strength * (denies ? 1 - p : p));
    if (one.hasException) most("bestHasException", strength);
    if (one.markers.has("if")) most("bestIsCondition", strength);
    for (const marker of COMPARED_MARKERS) {
      const share = soft(marker);
      if (clause.markers.has(marker)) {
        most(`has_${marker}`, 1);
        most(`adds_${marker}`, strength * (1 - share));
      } else if (!clauses.some(({ markers }) => markers.has(marker)))
        most(`lacks_${marker}`, strength * share);
    }
    if (one.onlyWords.some((word) => !isAmong(word, statement.words))) most("missingOnly", strength);
    if (one.exceptWords.some((word) => isAmong(word, clause.words))) most("missingExcept", strength);
  }
  addWords(alignment, statement, most);
  for (const [name, value] of Object.entries(fitToGroups(alignment, clauses.length))) set(name, value);
  for (const [name, value] of Object.entries(affinityOf(alignment))) set(name, value);
  for (const [name, value] of Object.entries(contrastOf(alignment, clauses))) set(name, value);
  addPairs(
    content.map(({ word }) => word),
    sentences,
    set,
  );
  addAmounts(alignment, statement, most, set);
  addKnownCover(alignment, clauses.length, set);
  addGaps(alignment, statement, most, set);
  return SUPPORT_FEATURES.map((name) => found.get(name) ?? 0);
}

/** Of what is found in a sentence that shares nothing with its passages. */
const LEAST_FOUND = 0.2;

const KIND_OF = {
  number: "fact",
  unit: "fact",
  name: "fact",
  code: "fact",
  opposite: "sense",
  negation: "sense",
  modality: "scope",
  scope: "scope",
  unknown: "unknown",
} as const;

const EXACT = /^(?:[ws]|code):/;
const YES = /^\s*(?:yes|ja|sí|oui|sì|sim)(?!\p{L})/iu;
const NO = /^\s*(?:no|nein|non|não|nee)[,.:;!–—]/iu;

function indexOfMost(values: readonly number[]): number {
  return values.reduce((best, value, at) => (value > (values[best] ?? 0) ? at : best), 0);
}

/** Shares of a sentence that stand in one of the passages' sentences, or in two together, 0 to 1. */
function coverOf(
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

function isAmong(word: Word, words: readonly Word[]): boolean {
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

function fitOf(clause: Clause, at: number, { evidence, closeness }: Alignment): Fit {
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
function saidShare(one: EvidenceClause, statement: CheckedStatement): number {
  const words = one.words.filter(({ isLight }) => !isLight);
  return words.length === 0
    ? 1
    : words.filter((word) => isAmong(word, statement.words)).length / words.length;
}

/** How many opposites two clauses stand on different sides of. */
function turned(clause: Clause, one: EvidenceClause): number {
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
function addWords(
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
function addAmounts(
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
function addKnownCover(
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
function addGaps(
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

/** Neighbours of a sentence that are neighbours on the page too: how far it is the page's own wording. */
function addPairs(
  words: readonly Word[],
  sentences: readonly EvidenceSentence[],
  set: (name: string, value: number) => void,
): void {
  const stem = ({ keys }: Word): string => keys.find((key) => /^(?:s|code):/.test(key)) ?? keys[0] ?? "";
  const pairs = new Set<string>();
  const known = new Set<string>();
  for (const { words: all } of sentences) {
    const there = all.filter(({ isLight }) => !isLight).map(stem);
    there.forEach((one, at) => {
      known.add(one);
      for (const next of there.slice(at + 1, at + 3)) pairs.add(`${one} ${next}`);
    });
  }
  let [held, broken, count] = [0, 0, 0];
  for (let at = 1; at < words.length; at++) {
    const [a, b] = [words[at - 1], words[at]].map((word) => (word === undefined ? "" : stem(word)));
    count++;
    if (pairs.has(`${a} ${b}`)) held++;
    else if (known.has(a ?? "") && known.has(b ?? "")) broken++;
  }
  set("pairShare", count === 0 ? 0 : held / count);
  set("brokenPairs", count === 0 ? 0 : broken / count);
}

/** Whether words that both have stand in another order. */
function addOrder(
  words: readonly Word[],
  best: EvidenceSentence,
  set: (name: string, value: number) => void,
): void {
  const places = words.flatMap((word, at) => {
    const found = best.words.findIndex((other) =>
      other.keys.some((key) => EXACT.test(key) && word.keys.includes(key)),
    );
    return found === -1 ? [] : [{ at, there: found }];
  });
  let inverted = 0;
  let pairs = 0;
  for (let a = 0; a < places.length; a++)
    for (let b = a + 1; b < places.length; b++) {
      pairs++;
      if ((places[a]?.there ?? 0) > (places[b]?.there ?? 0)) inverted++;
    }
  set("inversions", pairs < 3 ? 0 : inverted / pairs);
  set("firstInverted", places.length > 2 && (places[0]?.there ?? 0) > (places.at(-1)?.there ?? 0) ? 1 : 0);
}

/** Words in the place of another one: their neighbour stands in the passage beside a word that the sentence lacks. */
function addReplaced(
  words: readonly Word[],
  best: EvidenceSentence,
  isOther: boolean,
  set: (name: string, value: number) => void,
): void {
  if (isOther) return;
  const there = best.words.filter(({ isLight }) => !isLight);
  const isSame = (a: Word | undefined, b: Word | undefined): boolean =>
    a !== undefined && b !== undefined && a.keys.some((key) => EXACT.test(key) && b.keys.includes(key));
  let replaced = 0;
  let names = 0;
  let members = 0;
  words.forEach((word, at) => {
    if (there.some((other) => isSame(word, other) || isAmong(word, [other]))) return;
    there.forEach((other, index) => {
      if (words.some((own) => isAmong(own, [other]))) return;
      const isBeside = isSame(words[at - 1], there[index - 1]) || isSame(words[at + 1], there[index + 1]);
      if (!isBeside) return;
      replaced++;
      if (word.isName && other.isName) names++;
      if (
        MEMBERS.some((set) => word.keys.some((key) => set.has(key)) && other.keys.some((key) => set.has(key)))
      )
        members++;
    });
  });
  set("replacedWords", replaced);
  set("replacedNames", names);
  set("otherMember", members);
}

const MEMBERS = [
  "monday tuesday wednesday thursday friday saturday sunday",
  "spring summer autumn winter",
].map((names) => new Set(names.split(" ").map((name) => `m:${name}`)));
