/** Prepared answers of this project's documentation, written by somebody who stands for a model: `prepared-answers.ts`. */
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  buildEnrichedSite,
  goldenQuestions,
  measureHeldOut,
  measureRecall,
  measureServed,
  RECORDED,
  type AskedQuestion,
  type EnrichedSite,
} from "./prepared-answers.ts";

let site: EnrichedSite;
let questions: AskedQuestion[];
beforeAll(async () => {
  site = await buildEnrichedSite("demo/docs", join(RECORDED, "demo-docs.jsonl"));
  questions = await goldenQuestions();
}, 60_000);

describe("a site with prepared questions and answers", () => {
  it("has most of what was written", () => {
    expect(site.report.answers).toBeGreaterThan(100);
    expect(site.report.questions).toBeGreaterThan(400);
    // What was made up on purpose is among it.
    expect(site.report.dropped.unsupported).toBeGreaterThan(0);
  });

  it("finds the right pages no worse, at any depth", () => {
    const depths = [1, 3, 6, 10];
    const before = measureRecall(site.plain, questions, depths);
    const after = measureRecall(site.enriched, questions, depths);
    // Two questions more or less are chance: pages that were written since have no recorded questions.
    after.forEach((recall, index) => expect(recall).toBeGreaterThanOrEqual((before[index] ?? 1) - 0.02));
  });

  it("serves few questions from where they are not answered", async () => {
    const asked = await measureServed(site.enriched, questions);
    expect(asked.met).toBeGreaterThanOrEqual(5);
    expect(asked.wrong.length).toBeLessThanOrEqual(0.02 * asked.asked);
    expect(asked.wrong.length).toBeLessThanOrEqual(2);
  });

  it("takes no question of a section for another one of it, or of its neighbours", async () => {
    const heldOut = await measureHeldOut(site);
    expect(heldOut.asked).toBeGreaterThan(400);
    expect(heldOut.wrong.length).toBeLessThanOrEqual(0.02 * heldOut.asked);
  });
});
