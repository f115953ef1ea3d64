import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../core/answer/answer-question.ts";
import { hasCorpus, readJsonLines } from "../support/corpora.ts";
import {
  areaUnderCurve,
  loadEvaluationSet,
  measureConfidence,
  measureExtraction,
  measureRanking,
  type Query,
} from "./evaluation.ts";

/** Every third question: enough to see a change of a point, a third of the time. */
function sample<T>(values: readonly T[]): T[] {
  return values.filter((_, index) => index % 3 === 0);
}

describe.skipIf(!hasCorpus("retrieval"))("retrieval on public test sets", () => {
  // The bounds are a little below what is measured; the figures themselves are printed by `npm run bench`.
  it.each([
    ["scifact", "en", 0.68],
    ["squad2-half", "en", 0.88],
    ["xquad-en", "en", 0.96],
    ["xquad-es", "es", 0.955],
  ])("ranks %s (%s) with an nDCG@10 of at least %d", async (name, language, bound) => {
    const figures = measureRanking(await loadEvaluationSet(name, language));
    expect(figures.ndcgAt10).toBeGreaterThanOrEqual(bound);
  });

  it("finds the answer of SQuAD 2.0 questions in the best sentences", async () => {
    const { hitAt } = await measureExtraction(await loadEvaluationSet("squad2-half"));
    expect(hitAt[0]).toBeGreaterThanOrEqual(0.73);
    expect(hitAt[1]).toBeGreaterThanOrEqual(0.82);
    expect(hitAt[2]).toBeGreaterThanOrEqual(0.86);
  });

  it("is surer of questions that the pages answer than of questions of another domain", async () => {
    const { corpus, queries } = await loadEvaluationSet("squad2-half");
    const own = await measureConfidence(
      corpus,
      sample(queries.filter(({ answers }) => answers)).map(({ text }) => text),
    );
    const foreign = await measureConfidence(
      corpus,
      sample(readJsonLines<Query>("retrieval/scifact/queries.jsonl")).map(({ text }) => text),
    );
    const refused = (values: number[]): number =>
      values.filter((value) => value < DEFAULT_CONFIDENCE_THRESHOLD).length / values.length;
    expect(areaUnderCurve(own, foreign)).toBeGreaterThanOrEqual(0.97);
    expect(refused(foreign)).toBeGreaterThanOrEqual(0.9);
    expect(refused(own)).toBeLessThanOrEqual(0.08);
  });
});
