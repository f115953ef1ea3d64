/** How well made-up sentences are found, on the half of the articles that no threshold was chosen on. */
import { describe, expect, it } from "vitest";
import { hasCorpus } from "../support/corpora.ts";
import { isTrainingArticle } from "./groundedness-cases.ts";
import { judgeCases, loadCases } from "./groundedness-measure.ts";

describe.skipIf(!hasCorpus("retrieval/squad2-half"))(
  "the check of generated sentences, on unseen articles",
  () => {
    const held = hasCorpus("retrieval/squad2-half")
      ? loadCases().filter(({ article }) => !isTrainingArticle(article))
      : [];

    it("finds what is unsupported with few mistakes, in English and in Spanish", async () => {
      const { precision, recall, corpora } = await judgeCases(held);
      expect(held.length).toBeGreaterThan(1_000);
      expect(precision).toBeGreaterThan(0.94);
      expect(recall).toBeGreaterThan(0.95);
      for (const [, { right, all }] of corpora) expect(right / all).toBeGreaterThan(0.92);
    });

    it("lets nearly every true sentence pass that is the page's own, shortened or reworded", async () => {
      const { kinds } = await judgeCases(held.filter(({ kind }) => /clause|reworded|merged/.test(kind)));
      for (const [, { right, all }] of kinds) expect(right / all).toBeGreaterThan(0.95);
    });

    it("finds changed numbers, swapped names and negations", async () => {
      const { kinds } = await judgeCases(held.filter(({ kind }) => /number|name|negated/.test(kind)));
      for (const [, { right, all }] of kinds) expect(right / all).toBeGreaterThan(0.85);
    });
  },
);
