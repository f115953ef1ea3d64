import { describe, expect, it } from "vitest";
import { answerConfidence } from "../../../../core/answer/confidence.ts";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../../../core/answer/answer-question.ts";
import { findPassages } from "../../../../core/answer/find-passages.ts";
import { rankSentences } from "../../../../core/answer/select-sentences.ts";
import { openSketch, SKETCHES, type ChunkSketch } from "../../../support/corpus.ts";

const SITE: ChunkSketch[] = [
  ...SKETCHES,
  {
    title: "Routing",
    url: "/routing/",
    headingPath: ["Dynamic routes"],
    blocks: ["A dynamic route has brackets in its file name. Lumen is faster than Hugo in some cases."],
  },
  {
    title: "Images",
    url: "/images/",
    headingPath: ["Resizing"],
    blocks: ["Lumen resizes images at build time. Each image gets three sizes."],
  },
];

async function confidenceIn(question: string, sketches = SITE): Promise<number> {
  const corpus = await openSketch(sketches);
  const { passages, terms } = await findPassages(corpus, { question }, 6);
  const { terms: termsOf } = corpus.retriever;
  const sentences = rankSentences({ question, passages, terms, termsOf });
  return answerConfidence({ terms, passages, sentences, termsOf });
}

describe("the confidence of an answer", () => {
  it("is high where the pages say what is asked", async () => {
    expect(await confidenceIn("Who founded Lumen?")).toBeGreaterThan(0.6);
    expect(await confidenceIn("How do I resize images?")).toBeGreaterThan(0.6);
  });

  it("falls below the threshold for a subject that no page knows", async () => {
    expect(await confidenceIn("How do I deploy to Kubernetes?")).toBeLessThan(DEFAULT_CONFIDENCE_THRESHOLD);
    expect(await confidenceIn("Lumen vs Gatsby")).toBeLessThan(DEFAULT_CONFIDENCE_THRESHOLD);
  });

  it("falls where a price or a person is asked for, and the section has none", async () => {
    const page = (text: string): ChunkSketch[] => [
      ...SITE,
      { title: "Team plan", url: "/team/", headingPath: ["What the team plan costs"], blocks: [text] },
    ];
    const question = "How much does the team plan cost per seat?";
    const priced = await confidenceIn(question, page("The team plan costs 12 euros per seat and month."));
    const free = await confidenceIn(
      question,
      page("The team plan costs nothing: it is free, per seat or not."),
    );
    const without = await confidenceIn(
      question,
      page("The team plan costs are listed per seat in the panel."),
    );
    expect(without).toBeLessThan(Math.min(priced, free) - 0.1);
  });

  it("grows with what the pages hold of the question", async () => {
    const asked = ["resize images", "resize images quietly", "resize zebras quietly", "groom zebras quietly"];
    const values: number[] = [];
    for (const question of asked) values.push(await confidenceIn(question));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
  });

  it("is none without passages, without terms, and without any known word", async () => {
    expect(await confidenceIn("anything", [])).toBe(0);
    expect(await confidenceIn("?!")).toBe(0);
    expect(await confidenceIn("xylophone")).toBe(0);
  });

  it("can do without sentences", async () => {
    const corpus = await openSketch(SITE);
    const { passages, terms } = await findPassages(corpus, { question: "resize images" }, 6);
    const value = answerConfidence({ terms, passages, sentences: [], termsOf: corpus.retriever.terms });
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThan(await confidenceIn("resize images"));
  });
});
