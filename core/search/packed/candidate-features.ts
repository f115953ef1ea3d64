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
  // Cosine of the question with the chunk, where both are encoded.
  "similarity",
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
  /** {@link createCommonTerms} */
  isCommon: (term: number) => boolean;
  /** The question as a unit vector, where the chunks are encoded too. */
  questionVector: Float32Array | undefined;
}

/** What a paraphrase in a name counts against the word of the question. */
const PARAPHRASE_SHARE = 0.5;

/** A word of so many chunks, the name of the product mostly, hardly makes a name say something else. */
const COMMON_CHUNK_SHARE = 0.3;
const COMMON_WORD_SHARE = 0.25;

/** Tells of a term's number whether it stands nearly everywhere; each is looked up once. */
export function createCommonTerms({ dictionary, chunkCount }: PackedIndex): (term: number) => boolean {
  const known = new Map<number, boolean>();
  return (term) => {
    let isCommon = known.get(term);
    if (isCommon === undefined) {
      isCommon = dictionary.chunkCountOf(term) > COMMON_CHUNK_SHARE * chunkCount;
      known.set(term, isCommon);
    }
    return isCommon;
  };
}

/** How fast a name counts less that says other things besides. */
const PRECISION_EXPONENT = 2;

/** A title that says this much else is about something else, and so is its beginning. */
const LEAD_MIN_PRECISION = 0.6;

/** Beyond so many, names and paths are as long as any. */
const MAX_UNASKED_WORDS = 6;
const MAX_DEPTH = 4;

const KINDS = ["news", "legacy", "contribution", "help", "tutorial", "guide"] as const;

interface JudgedName {
  match: number;
  precision: number;
  coverage: number;
  /** 0 to 1. */
  unasked: number;
}

const NO_PATH: readonly number[] = [];
const NO_NAME: JudgedName = { match: 0, precision: 0, coverage: 0, unasked: 0 };

/**
 * Describes the candidates of one question, one at a time.
 *
 * @param candidates with scores above 0.
 * @returns what writes the features of a candidate, in the order of their names.
 */
export function describeCandidates(
  candidates: readonly RankedChunk[],
  { index, terms, paraphrases, prefersLeads, isOfKind, isCommon, questionVector }: CandidateContext,
): (candidate: RankedChunk, features: Float64Array) => void {
  const { judge, totalWeight } = nameJudge(terms, paraphrases, isCommon);
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
  const preferred = prefersLeads ? 1 : 0;
  /** What title and headings hold together; most headings hold nothing of the question. */
  const coverageOf = (title: number, path: readonly number[]): number => {
    const inTitle = judgeHeading(title).coverage;
    if (path.every((heading) => judgeHeading(heading).coverage === 0)) return inTitle;
    return judge([title, ...path].flatMap((heading) => index.headings.termsOf(heading))).coverage;
  };
  return ({ ordinal }, features) => {
    const document = index.documentOf(ordinal);
    const titleHeading = index.documents.titleHeadingOf(document);
    const title = judgeHeading(titleHeading);
    const section = index.sectionOf(ordinal);
    const path = section === NO_SECTION ? NO_PATH : index.headings.pathOf(section);
    const heading = path[0] === undefined ? NO_NAME : judgeHeading(path[0]);
    const isBeginning = ordinal === 0 || index.documentOf(ordinal - 1) !== document;
    const lead = isBeginning && title.precision >= LEAD_MIN_PRECISION ? title.match : 0;
    let place = 0;
    const put = (value: number): void => {
      features[place++] = value;
    };
    // In the order of the names above.
    put(title.match);
    put(title.precision);
    put(title.unasked);
    put(heading.match);
    put(heading.precision);
    put(heading.unasked);
    put(coverageOf(titleHeading, path));
    put(lead);
    put(lead * preferred);
    put(isBeginning ? preferred : 0);
    for (const kind of KINDS) put(isOfKind(document, kind) ? 1 : 0);
    put(isOfKind(document, "introduction") ? common : 0);
    put(Math.min(MAX_DEPTH, path.length) / MAX_DEPTH);
    put(Math.log(Math.max(Number.MIN_VALUE, bestOfPage.get(document) ?? 0)));
    put(questionVector === undefined ? 0 : (index.encoded?.cosine(ordinal, questionVector) ?? 0));
  };
}

/** Judges names by their terms: distinct ordinals count once. */
function nameJudge(
  terms: readonly QuestionTerm[],
  paraphrases: readonly Paraphrase[],
  isCommon: (term: number) => boolean,
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
    if (nameTerms.length === 0 || totalWeight === 0) return NO_NAME;
    let sharedWeight = 0;
    let shared = 0;
    let unasked = 0;
    for (let at = 0; at < nameTerms.length; at++) {
      const term = nameTerms[at] as number;
      if (nameTerms.indexOf(term) < at) continue;
      const weight = weightOf.get(term);
      if (weight === undefined) {
        unasked += isCommon(term) ? COMMON_WORD_SHARE : 1;
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
