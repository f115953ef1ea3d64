import { describe, expect, it } from "vitest";
import { answerConfidence } from "../../../../core/answer/judge/confidence.ts";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../../../core/answer/answer-question.ts";
import { findPassages } from "../../../../core/answer/find/find-passages.ts";
import { rankSentences } from "../../../../core/answer/select/rank-sentences.ts";
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

  it.each([
    [
      "How much does the orchard plan cost per seat?",
      ["The orchard plan costs 90 euros per seat and month.", "The orchard plan is free, per seat or not."],
      "What the orchard plan costs per seat is told in the panel.",
    ],
    [
      "Who created the orchard plan?",
      [
        "The orchard plan was created by Ada Marsh.",
        "The founders of the orchard plan are Ada Marsh and Bo Lind.",
      ],
      "The orchard plan is created in the panel when you choose it.",
    ],
    [
      "When does the orchard plan come out?",
      ["The orchard plan comes out in March 2031.", "The orchard plan came out on 4 May."],
      "The orchard plan comes out of the panel, from version 4.2.",
    ],
  ])("is below the threshold where %s is said outright nowhere", async (question, told, untold) => {
    const page = (text: string): ChunkSketch[] => [
      ...SITE,
      { title: "Orchard plan", url: "/orchard/", headingPath: ["The orchard plan"], blocks: [text] },
    ];
    for (const text of told) expect(await confidenceIn(question, page(text))).toBeGreaterThan(0.6);
    expect(await confidenceIn(question, page(untold))).toBeLessThan(DEFAULT_CONFIDENCE_THRESHOLD);
  });

  it("finds a price on the page that tells it, beside one that only names it", async () => {
    const naming: ChunkSketch = {
      title: "Team plan",
      url: "/team/",
      headingPath: ["What the team plan costs"],
      blocks: ["The team plan costs are listed per seat in the panel."],
    };
    expect(
      await confidenceIn("How much does the team plan cost per seat?", [...SITE, naming]),
    ).toBeGreaterThan(0.6);
  });

  it("trusts a heading that asks the same, though no figure stands below it", async () => {
    const page: ChunkSketch = {
      title: "The harbour",
      url: "/harbour/",
      headingPath: ["What does mooring cost?"],
      blocks: ["Mooring costs nothing beyond what the harbour charges for water and light."],
    };
    expect(await confidenceIn("What does mooring cost?", [...SITE, page])).toBeGreaterThan(
      DEFAULT_CONFIDENCE_THRESHOLD,
    );
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
