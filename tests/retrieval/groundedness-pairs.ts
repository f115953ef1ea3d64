/**
 * Sentences that a model might write about a passage, true and false, written by hand (`groundedness/pairs.jsonl`), with
 * what the check sees of each. The check learns from all of them; how it does on a site that it has not learned from
 * is told by leaving the pairs of some sites out (`groundedness-folds.ts`).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createEntailmentChecker, type EntailmentChecker } from "../../core/answer/check/entailment.ts";
import type { Block } from "../../core/corpus/format.ts";
import { createAnalyzer, type Analyzer } from "../../core/search/analyzer.ts";
import { sketchChunk } from "../support/corpus.ts";

export interface GroundednessPair {
  id: string;
  site: string;
  /** Id of the passage that the sentence cites. */
  passage: string;
  /** BCP 47 of the sentence; in a translation another one than the passage's. */
  language: string;
  sentence: string;
  isTrue: boolean;
  kind: string;
  /** Who wrote it and for what. */
  part: string;
  /** Id of the same sentence with the other truth. */
  twin?: string;
}

export interface PairPassage {
  id: string;
  language: string;
  title: string;
  headingPath: string[];
  blocks: Block[];
}

export interface FeaturedPair {
  pair: GroundednessPair;
  features: number[];
  /** As the check stands, which has learned from this very pair. */
  isMarked: boolean;
  /** Marked by a fact that stands nowhere, whatever was learned. */
  isFirm: boolean;
}

export interface PairFigures {
  trueOnes: number;
  trueMarked: number;
  falseOnes: number;
  falseCaught: number;
}

const LEARNED_FROM = join(import.meta.dirname, "groundedness");
/** Pairs that nothing was learned from or tuned on: looked at only to be counted. */
export const UNSEEN_PAIRS = join(LEARNED_FROM, "unseen");

function readLines<T>(path: string): T[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

/** @param folder with `passages.jsonl` and `pairs.jsonl` */
export function readPairs(folder: string): {
  /** By their ids. */
  passages: Map<string, PairPassage>;
  pairs: GroundednessPair[];
} {
  const passages = readLines<PairPassage>(join(folder, "passages.jsonl"));
  return {
    passages: new Map(passages.map((passage) => [passage.id, passage])),
    pairs: readLines<GroundednessPair>(join(folder, "pairs.jsonl")),
  };
}

/** A checker of one passage, which is cited as 1. */
export function checkerOf(
  passage: Pick<PairPassage, "language" | "title" | "blocks"> & { headingPath?: string[] },
  analyzer: Analyzer,
  locale: string,
): EntailmentChecker {
  const chunk = sketchChunk(passage);
  const source = { position: 1, title: passage.title, url: chunk.url, excerpt: "", score: 1 };
  return createEntailmentChecker({
    passages: [{ chunk, ordinal: 0, relativeScore: 1, source }],
    termsOf: (text) => analyzer.analyze(text).map(({ term }) => term),
    locale,
  });
}

/** All pairs of a folder, each judged by the passage that it cites. Default: those that are learned from. */
export async function featuredPairs(folder = LEARNED_FROM): Promise<FeaturedPair[]> {
  const { passages, pairs } = readPairs(folder);
  const analyzers = new Map<string, Analyzer>();
  const featured: FeaturedPair[] = [];
  for (const pair of pairs) {
    const passage = passages.get(pair.passage);
    if (passage === undefined) throw new Error(`${pair.id} cites ${pair.passage}, which is no passage.`);
    const { language } = passage;
    const analyzer = analyzers.get(language) ?? (await createAnalyzer(language));
    analyzers.set(language, analyzer);
    const checker = checkerOf(passage, analyzer, pair.language);
    const result = checker.check(pair.sentence, [1]);
    featured.push({
      pair,
      features: checker.featuresOf(pair.sentence, [1]),
      isMarked: !result.supported,
      isFirm: !result.supported && result.isFirm === true,
    });
  }
  return featured;
}

export function pairFigures(
  pairs: readonly { pair: Pick<GroundednessPair, "isTrue">; isMarked: boolean }[],
): PairFigures {
  const count = (isTrue: boolean, ofMarked: boolean): number =>
    pairs.filter(({ pair, isMarked }) => pair.isTrue === isTrue && (!ofMarked || isMarked)).length;
  return {
    trueOnes: count(true, false),
    trueMarked: count(true, true),
    falseOnes: count(false, false),
    falseCaught: count(false, true),
  };
}
