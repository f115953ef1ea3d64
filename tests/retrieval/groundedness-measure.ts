import type { EntailmentChecker } from "../../core/answer/check/entailment.ts";
import { createAnalyzer, type Analyzer } from "../../core/search/analyzer.ts";
import { hasCorpus } from "../support/corpora.ts";
import { groundednessCases, type GroundednessCase } from "./groundedness-cases.ts";
import { checkerOf } from "./groundedness-pairs.ts";

export interface JudgedCases {
  precision: number;
  recall: number;
  f1: number;
  accuracy: number;
  /** Judged right, by how the sentence was made. */
  kinds: Map<string, { right: number; all: number }>;
  corpora: Map<string, { right: number; all: number }>;
}

const LANGUAGES: Record<string, string> = { "squad2-half": "en", "xquad-en": "en", "xquad-es": "es" };
/** Enough that a percent is more than noise, few enough to be measured in seconds. */
const PARAGRAPHS_PER_CORPUS = 240;

export function loadCases(): GroundednessCase[] {
  return Object.entries(LANGUAGES)
    .filter(([corpus]) => hasCorpus(`retrieval/${corpus}`))
    .flatMap(([corpus, language]) => groundednessCases(corpus, language, PARAGRAPHS_PER_CORPUS));
}

const analyzers = new Map<string, Analyzer>();

/** What the check sees of each, and whether it marks it. */
export async function featuredCases(
  cases: readonly GroundednessCase[],
): Promise<(GroundednessCase & { features: number[]; isMarked: boolean })[]> {
  const featured: (GroundednessCase & { features: number[]; isMarked: boolean })[] = [];
  for (const one of cases) {
    const { checker, sentence } = await prepare(one);
    featured.push({
      ...one,
      features: checker.featuresOf(sentence, [1]),
      isMarked: !checker.check(sentence, [1]).supported,
    });
  }
  return featured;
}

async function prepare({
  corpus,
  article,
  paragraph,
  sentence,
}: GroundednessCase): Promise<{ checker: EntailmentChecker; sentence: string }> {
  const language = LANGUAGES[corpus] ?? "en";
  const analyzer = analyzers.get(language) ?? (await createAnalyzer(language));
  analyzers.set(language, analyzer);
  const block = { kind: "paragraph", text: paragraph } as const;
  return { checker: checkerOf({ title: article, language, blocks: [block] }, analyzer, language), sentence };
}

/** How well unsupported sentences are found: they are the positive ones. */
export async function judgeCases(cases: readonly GroundednessCase[]): Promise<JudgedCases> {
  let [found, missed, wronged] = [0, 0, 0];
  const kinds: JudgedCases["kinds"] = new Map();
  const corpora: JudgedCases["corpora"] = new Map();
  const count = (map: JudgedCases["kinds"], key: string, isRight: boolean): void => {
    const { right, all } = map.get(key) ?? { right: 0, all: 0 };
    map.set(key, { right: right + Number(isRight), all: all + 1 });
  };
  for (const one of cases) {
    const { checker, sentence } = await prepare(one);
    const { corpus, isTrue, kind } = one;
    const { supported } = checker.check(sentence, [1]);
    count(kinds, `${isTrue ? "true" : "false"}: ${kind}`, supported === isTrue);
    count(corpora, corpus, supported === isTrue);
    if (!isTrue && !supported) found++;
    if (!isTrue && supported) missed++;
    if (isTrue && !supported) wronged++;
  }
  const precision = found / Math.max(1, found + wronged);
  const recall = found / Math.max(1, found + missed);
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall),
    accuracy: 1 - (missed + wronged) / Math.max(1, cases.length),
    kinds,
    corpora,
  };
}
