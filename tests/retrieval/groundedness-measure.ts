import { createEntailmentChecker } from "../../core/answer/check/entailment.ts";
import { createAnalyzer, type Analyzer } from "../../core/search/analyzer.ts";
import { hasCorpus } from "../support/corpora.ts";
import { sketchChunk } from "../support/corpus.ts";
import { groundednessCases, type GroundednessCase } from "./groundedness-cases.ts";

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

/** How well unsupported sentences are found: they are the positive ones. */
export async function judgeCases(cases: readonly GroundednessCase[]): Promise<JudgedCases> {
  let [found, missed, wronged] = [0, 0, 0];
  const kinds: JudgedCases["kinds"] = new Map();
  const corpora: JudgedCases["corpora"] = new Map();
  const count = (map: JudgedCases["kinds"], key: string, isRight: boolean): void => {
    const { right, all } = map.get(key) ?? { right: 0, all: 0 };
    map.set(key, { right: right + Number(isRight), all: all + 1 });
  };
  for (const { corpus, article, paragraph, sentence, isTrue, kind } of cases) {
    const language = LANGUAGES[corpus] ?? "en";
    const analyzer = analyzers.get(language) ?? (await createAnalyzer(language));
    analyzers.set(language, analyzer);
    const chunk = sketchChunk({ title: article, language, blocks: [paragraph] });
    const source = { position: 1, title: article, url: chunk.url, excerpt: "", score: 1 };
    const checker = createEntailmentChecker({
      passages: [{ chunk, ordinal: 0, relativeScore: 1, source }],
      termsOf: (text) => analyzer.analyze(text).map(({ term }) => term),
      locale: language,
    });
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
