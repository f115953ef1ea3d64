/**
 * What can be told of how a sentence stands to its passages, as numbers: how much of it stands there and how closely
 * together, whether the clauses that fit it best deny, demand, allow and restrict as it does, whether another clause
 * fits one of its words better than those that hold it, and what single rules find.
 */
import { align } from "./alignment.ts";
import {
  addAmounts,
  addGaps,
  addKnownCover,
  addWords,
  coverOf,
  fitOf,
  indexOfMost,
  isAmong,
  saidShare,
  turned,
} from "./clause-fit.ts";
import { addOrder, addPairs, addReplaced, EXACT } from "./word-order.ts";
import { FINDINGS, type Finding } from "./findings.ts";
import { affinityOf } from "./affinity.ts";
import { contrastOf } from "./contrast.ts";
import { fitToGroups } from "./group-fit.ts";
import type { CheckedStatement } from "./sentence-context.ts";
import type { Word } from "./statement.ts";
import { MARKER_NAMES } from "./words/meanings.ts";

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

const YES = /^\s*(?:yes|ja|sí|oui|sì|sim)(?!\p{L})/iu;
const NO = /^\s*(?:no|nein|non|não|nee)[,.:;!–—]/iu;
