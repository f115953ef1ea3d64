/**
 * What tells the candidates of a question apart beyond their words: how pages and sections are named, where a chunk
 * stands on its page, and of what kind the page is. "install" finds the page named "Installation" before the pages
 * that have an installation section each: a field's weight cannot tell the two apart, since it counts what a title
 * shares with the question, but not what it says besides.
 */
import type { RankedChunk } from "../retriever.ts";
import { NO_SECTION } from "./headings.ts";
import type { PackedIndex } from "./open-packed-index.ts";
import type { PageKind } from "./page-kind.ts";
import type { Paraphrase } from "./paraphrase-question.ts";
import type { QuestionTerm } from "./question-terms.ts";

export const CANDIDATE_FEATURE_NAMES = [
  // How far the title of the page, and the innermost heading, is what was asked: both what it shares with the
  // question and what it says besides; that alone; and how many words it says besides.
  "titleMatch",
  "titlePrecision",
  "titleUnasked",
  "headingMatch",
  "headingPrecision",
  "headingUnasked",
  // What title and headings hold of the question together.
  "pathCoverage",
  // The beginning of a page that is named so: it says what the page is about.
  "lead",
  // The same, and the beginning of any page, where the question asks just that.
  "leadPreferred",
  "beginningPreferred",
  // Kinds of pages: see `page-kind.ts`.
  "news",
  "legacy",
  "contribution",
  "help",
  "tutorial",
  "guide",
  // The more common the words of a question, the more the page counts that introduces the site: "What is Astro?".
  "introduction",
  "sectionDepth",
  // How good the best chunk of the same page is, as a logarithm.
  "pageBest",
] as const;
export type CandidateFeatureName = (typeof CANDIDATE_FEATURE_NAMES)[number];

export interface CandidateContext {
  index: PackedIndex;
  terms: readonly QuestionTerm[];
  paraphrases: readonly Paraphrase[];
  /** {@link import("../retriever.ts").RetrieveOptions} */
  prefersLeads: boolean;
  /** Whether a page is of a kind that the question does not name. */
  isOfKind: (document: number, kind: PageKind) => boolean;
}

/** What a paraphrase in a name counts against the word of the question. */
const PARAPHRASE_SHARE = 0.5;

/** A word of so many chunks, the name of the product mostly, hardly makes a name say something else. */
const COMMON_CHUNK_SHARE = 0.3;
const COMMON_WORD_SHARE = 0.25;

/** How fast a name counts less that says other things besides. */
const PRECISION_EXPONENT = 2;

/** A title that says this much else is about something else, and so is its beginning. */
const LEAD_MIN_PRECISION = 0.6;

/** Beyond so many, names and paths are as long as any. */
const MAX_UNASKED_WORDS = 6;
const MAX_DEPTH = 4;

const KINDS: readonly PageKind[] = ["news", "legacy", "contribution", "help", "tutorial", "guide"];

interface JudgedName {
  match: number;
  precision: number;
  coverage: number;
  /** 0 to 1. */
  unasked: number;
}

const NO_NAME: JudgedName = { match: 0, precision: 0, coverage: 0, unasked: 0 };

/** @param candidates with scores above 0. @returns the features of each, in the order of their names. */
export function describeCandidates(
  candidates: readonly RankedChunk[],
  { index, terms, paraphrases, prefersLeads, isOfKind }: CandidateContext,
): Float64Array[] {
  const { judge, totalWeight } = nameJudge(index, terms, paraphrases);
  const byHeading = new Map<number, JudgedName>();
  const judgeHeading = (heading: number): JudgedName => {
    let judged = byHeading.get(heading);
    if (judged === undefined) byHeading.set(heading, (judged = judge(index.headings.termsOf(heading))));
    return judged;
  };
  const best = candidates.reduce((most, { score }) => Math.max(most, score), 0) || 1;
  const bestOfPage = new Map<number, number>();
  for (const { ordinal, score } of candidates) {
    const document = index.documentOf(ordinal);
    bestOfPage.set(document, Math.max(bestOfPage.get(document) ?? 0, score / best));
  }
  const common = 2 / (1 + totalWeight);
  return candidates.map(({ ordinal }) => {
    const document = index.documentOf(ordinal);
    const titleHeading = index.documents.titleHeadingOf(document);
    const title = judgeHeading(titleHeading);
    const section = index.sectionOf(ordinal);
    const path = section === NO_SECTION ? [] : index.headings.pathOf(section);
    const heading = path[0] === undefined ? NO_NAME : judgeHeading(path[0]);
    const isBeginning = ordinal === 0 || index.documentOf(ordinal - 1) !== document;
    const lead = isBeginning && title.precision >= LEAD_MIN_PRECISION ? title.match : 0;
    const isPreferred = prefersLeads ? 1 : 0;
    const pathCoverage =
      path.length === 0
        ? title.coverage
        : judge([titleHeading, ...path].flatMap((name) => index.headings.termsOf(name))).coverage;
    const features: Record<CandidateFeatureName, number> = {
      titleMatch: title.match,
      titlePrecision: title.precision,
      titleUnasked: title.unasked,
      headingMatch: heading.match,
      headingPrecision: heading.precision,
      headingUnasked: heading.unasked,
      pathCoverage,
      lead,
      leadPreferred: lead * isPreferred,
      beginningPreferred: isBeginning ? isPreferred : 0,
      news: 0,
      legacy: 0,
      contribution: 0,
      help: 0,
      tutorial: 0,
      guide: 0,
      introduction: isOfKind(document, "introduction") ? common : 0,
      sectionDepth: Math.min(MAX_DEPTH, path.length) / MAX_DEPTH,
      pageBest: Math.log(Math.max(Number.MIN_VALUE, bestOfPage.get(document) ?? 0)),
    };
    for (const kind of KINDS) features[kind as CandidateFeatureName] = isOfKind(document, kind) ? 1 : 0;
    return Float64Array.from(CANDIDATE_FEATURE_NAMES, (name) => features[name]);
  });
}

/** Judges names by their terms: distinct ordinals count once. */
function nameJudge(
  index: PackedIndex,
  terms: readonly QuestionTerm[],
  paraphrases: readonly Paraphrase[],
): { judge: (nameTerms: readonly number[]) => JudgedName; totalWeight: number } {
  const weightOf = new Map<number, number>();
  const paraphraseOrdinals = new Set<number>();
  let totalWeight = 0;
  for (const { entry, weight } of terms) {
    totalWeight += weight;
    if (entry !== undefined) weightOf.set(entry.ordinal, weight);
  }
  for (const { entry, weight } of paraphrases) {
    if (weightOf.has(entry.ordinal)) continue;
    weightOf.set(entry.ordinal, weight);
    paraphraseOrdinals.add(entry.ordinal);
  }
  const judge = (nameTerms: readonly number[]): JudgedName => {
    const distinct = new Set(nameTerms);
    if (distinct.size === 0 || totalWeight === 0) return NO_NAME;
    let sharedWeight = 0;
    let shared = 0;
    let unasked = 0;
    for (const term of distinct) {
      const weight = weightOf.get(term);
      if (weight === undefined) {
        const isCommon = index.dictionary.chunkCountOf(term) > COMMON_CHUNK_SHARE * index.chunkCount;
        unasked += isCommon ? COMMON_WORD_SHARE : 1;
        continue;
      }
      sharedWeight += weight;
      const share = paraphraseOrdinals.has(term) ? PARAPHRASE_SHARE : 1;
      shared += share;
      unasked += 1 - share;
    }
    const precision = shared / (shared + unasked);
    const coverage = Math.min(1, sharedWeight / totalWeight);
    return {
      precision,
      coverage,
      match: precision ** PRECISION_EXPONENT * coverage,
      unasked: Math.min(MAX_UNASKED_WORDS, unasked) / MAX_UNASKED_WORDS,
    };
  };
  return { judge, totalWeight };
}
