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
  visitorsQuestions,
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
    expect(site.recordedShare).toBeGreaterThan(0.85);
    expect(site.report.answers).toBeGreaterThan(300);
    expect(site.report.questions).toBeGreaterThan(800);
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
    expect(asked.met).toBeGreaterThanOrEqual(10);
    expect(asked.wrong.length).toBeLessThanOrEqual(0.02 * asked.asked);
    expect(asked.wrong.length).toBeLessThanOrEqual(2);
  });

  it("serves what visitors ask first, and rarely what only looks like it", async () => {
    const visitors = await visitorsQuestions();
    const plain = await measureServed(
      site.enriched,
      visitors.filter(({ tag }) => tag !== "near-miss"),
    );
    expect(plain.met).toBeGreaterThanOrEqual(20);
    expect(plain.right).toBeGreaterThanOrEqual(0.95 * plain.met);
    const nearMisses = await measureServed(
      site.enriched,
      visitors.filter(({ tag }) => tag === "near-miss"),
    );
    expect(nearMisses.asked).toBeGreaterThan(90);
    expect(nearMisses.wrong.length).toBeLessThanOrEqual(0.02 * nearMisses.asked);
  });

  it("takes no question of a section for another one of it, or of its neighbours", async () => {
    const heldOut = await measureHeldOut(site);
    expect(heldOut.asked).toBeGreaterThan(400);
    expect(heldOut.wrong.length).toBeLessThanOrEqual(0.02 * heldOut.asked);
  });
});
