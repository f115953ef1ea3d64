/**
 * Sentences that a model might write about a passage, true and false, written by hand before the check was tuned
 * (`groundedness/pairs.jsonl`): how many true ones the check marks, and how many false ones it catches.
 * Rules and thresholds were made on the parts `tune` and, later, `held`; no rule was made by `fresh`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createEntailmentChecker } from "../../core/answer/check/entailment.ts";
import type { Block } from "../../core/corpus/format.ts";
import { createAnalyzer, type Analyzer } from "../../core/search/analyzer.ts";
import { sketchChunk } from "../support/corpus.ts";

export interface GroundednessPair {
  id: string;
  /** Id of the passage that the sentence cites. */
  passage: string;
  /** BCP 47 of the sentence; in a translation another one than the passage's. */
  language: string;
  sentence: string;
  isTrue: boolean;
  kind: string;
  part: "tune" | "held" | "fresh";
}

interface PairPassage {
  id: string;
  language: string;
  title: string;
  headingPath: string[];
  blocks: Block[];
}

export interface JudgedPair {
  pair: GroundednessPair;
  /** Why it would be marked; undefined where it would not. */
  reason: string | undefined;
}

export interface PairFigures {
  trueOnes: number;
  trueMarked: number;
  falseOnes: number;
  falseCaught: number;
}

function readLines<T>(name: string): T[] {
  return readFileSync(join(import.meta.dirname, "groundedness", name), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

/** Judges each sentence of a part by the passage that it cites. */
export async function judgePairs(part: GroundednessPair["part"]): Promise<JudgedPair[]> {
  const passages = new Map(readLines<PairPassage>("passages.jsonl").map((passage) => [passage.id, passage]));
  const analyzers = new Map<string, Analyzer>();
  const judged: JudgedPair[] = [];
  for (const pair of readLines<GroundednessPair>("pairs.jsonl")) {
    const passage = passages.get(pair.passage);
    if (pair.part !== part || passage === undefined) continue;
    const { language, title } = passage;
    const analyzer = analyzers.get(language) ?? (await createAnalyzer(language));
    analyzers.set(language, analyzer);
    const chunk = sketchChunk(passage);
    const source = { position: 1, title, url: chunk.url, excerpt: "", score: 1 };
    const checker = createEntailmentChecker({
      passages: [{ chunk, ordinal: 0, relativeScore: 1, source }],
      termsOf: (text) => analyzer.analyze(text).map(({ term }) => term),
      locale: pair.language,
    });
    const result = checker.check(pair.sentence, [1]);
    judged.push({ pair, reason: result.supported ? undefined : result.reason });
  }
  return judged;
}

export function pairFigures(judged: readonly JudgedPair[]): PairFigures {
  const ofTruth = (isTrue: boolean): JudgedPair[] => judged.filter(({ pair }) => pair.isTrue === isTrue);
  const marked = (some: readonly JudgedPair[]): number =>
    some.filter(({ reason }) => reason !== undefined).length;
  return {
    trueOnes: ofTruth(true).length,
    trueMarked: marked(ofTruth(true)),
    falseOnes: ofTruth(false).length,
    falseCaught: marked(ofTruth(false)),
  };
}
