import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../../../../core/answer/answer-question.ts";
import { findPassages } from "../../../../../core/answer/find/find-passages.ts";
import { findEvidence } from "../../../../../core/answer/find/find-evidence.ts";
import {
  answerConfidence,
  encodedSignals,
  ENCODED_SIGNALS,
  liftMiddling,
  SURE_CONFIDENCE,
} from "../../../../../core/answer/judge/confidence.ts";
import { ENCODED_WEIGHTS } from "../../../../../core/answer/judge/encoded-confidence-weights.ts";
import type { Corpus } from "../../../../../core/corpus/corpus.ts";
import { openCorpus } from "../../../../../core/corpus/open-corpus.ts";
import { encodeCorpus } from "../../../../../core/corpus/write-corpus.ts";
import { readEncoderTable } from "../../../../../corpus/encoder/read-encoder-table.ts";
import { memorySource, sketchChunk, type ChunkSketch } from "../../../../support/corpus.ts";

const section = (title: string, heading: string, ...blocks: string[]): ChunkSketch => ({
  title,
  url: `/${title.toLowerCase().replaceAll(" ", "-")}/`,
  headingPath: [heading],
  blocks,
});

/** The handbook of a company that makes an editor; more pages than a small site has, most of them about nothing asked. */
const HANDBOOK: ChunkSketch[] = [
  section(
    "First week",
    "Welcome",
    "We are happy to have you on board. Your buddy shows you around and helps with the first steps.",
  ),
  section(
    "Reviews",
    "Asking for a review",
    "Ask a colleague for a review of each change before it is merged.",
  ),
  section(
    "Holidays",
    "Booking holidays",
    "Book your holidays in the calendar of the team. Tell your lead two weeks before.",
  ),
  section(
    "Expenses",
    "What does travelling cost me?",
    "Nothing: the company books trains and rooms for you.",
  ),
  section(
    "Security",
    "Lost password",
    "Open the panel and choose Forgot password. A link to set a new password is sent to your address.",
  ),
  section(
    "Security",
    "Recovery key",
    "With the recovery key a vault is opened whose password was forgotten.",
  ),
  ...Array.from({ length: 70 }, (_, index): ChunkSketch =>
    section(
      `Page ${index}`,
      `Notes ${index}`,
      `Notes of the group number ${index} about its plans and its tools.`,
    ),
  ),
];

let corpus: Corpus;
beforeAll(async () => {
  const { bytes } = await readEncoderTable("en");
  const chunks = HANDBOOK.map(sketchChunk);
  corpus = await openCorpus(
    memorySource(await encodeCorpus({ site: "docs", language: "en", chunks, encoderTable: bytes })),
  );
});

const confidenceIn = async (query: string): Promise<number> =>
  (await findEvidence({ corpus, query, limit: 6, confidenceThreshold: DEFAULT_CONFIDENCE_THRESHOLD }))
    .confidence;

describe("the confidence where words are compared in meaning", () => {
  it("is sure of what a section says of all that was asked", async () => {
    expect(await confidenceIn("How do I book holidays?")).toBeGreaterThanOrEqual(SURE_CONFIDENCE);
    expect(await confidenceIn("I forgot my password")).toBeGreaterThanOrEqual(SURE_CONFIDENCE);
  });

  it("takes a word for no match whose partner is nowhere", async () => {
    const board = await confidenceIn("kanban board");
    expect(board).toBeLessThan(SURE_CONFIDENCE);
    expect(board).toBeLessThan(await confidenceIn("meetings of the board"));
  });

  it("is no surer of the only passage that has a word of it, on a page without sections", async () => {
    const chunks = [
      { title: "Hello", url: "/hello/", blocks: ["We are happy that you are in our pavilion."] },
      ...HANDBOOK,
    ].map(sketchChunk);
    const { bytes } = await readEncoderTable("en");
    const alone = await openCorpus(
      memorySource(await encodeCorpus({ site: "docs", language: "en", chunks, encoderTable: bytes })),
    );
    const query = "xylophone pavilion";
    expect((await findPassages(alone, { question: query }, 6)).passages).toHaveLength(1);
    const { confidence } = await findEvidence({
      corpus: alone,
      query,
      limit: 6,
      confidenceThreshold: DEFAULT_CONFIDENCE_THRESHOLD,
    });
    expect(confidence).toBeLessThan(DEFAULT_CONFIDENCE_THRESHOLD);
  });

  it("falls by a name that stands nowhere", async () => {
    const plain = await confidenceIn("open a vault with the recovery key");
    expect(await confidenceIn("open a vault with the recovery key in VeraCrypt")).toBeLessThan(plain);
  });

  it("falls where a number is asked for and none is told of it", async () => {
    const told = await confidenceIn("How do I ask for a review?");
    expect(await confidenceIn("How long does a review take?")).toBeLessThan(Math.min(told, SURE_CONFIDENCE));
  });

  it("does without a figure where the heading asks the same", async () => {
    expect(await confidenceIn("What does travelling cost me?")).toBeGreaterThanOrEqual(
      DEFAULT_CONFIDENCE_THRESHOLD,
    );
  });

  it("forgives the words of a story", async () => {
    const plain = await confidenceIn("set a new password");
    const told = await confidenceIn("My wife was annoyed yesterday, how do I set a new password");
    expect(told).toBeGreaterThan(plain - 0.15);
  });

  it("is none for what no page has a word of", async () => {
    expect(await confidenceIn("xylophone zither")).toBe(0);
  });

  it("goes by letters alone without an encoder", async () => {
    const { passages, terms } = await findEvidence({
      corpus,
      query: "book holidays",
      limit: 6,
      confidenceThreshold: 0,
    });
    const termsOf = corpus.retriever.terms;
    expect(encodedSignals({ terms, passages, sentences: [], termsOf })).toBeUndefined();
    expect(answerConfidence({ terms, passages, sentences: [], termsOf })).toBeGreaterThan(0);
  });
});

describe("its weights", () => {
  it("are one for each signal, and numbers", () => {
    expect(Object.keys(ENCODED_WEIGHTS).toSorted()).toEqual([...ENCODED_SIGNALS].toSorted());
    for (const weight of Object.values(ENCODED_WEIGHTS)) expect(Number.isFinite(weight)).toBe(true);
  });

  it("lift the lower half, in order and without a step", () => {
    const chances = Array.from({ length: 101 }, (_, index) => index / 100);
    const lifted = chances.map(liftMiddling);
    lifted.forEach((value, index) => {
      const chance = chances[index] ?? 0;
      expect(value).toBeGreaterThanOrEqual(chance);
      expect(value - (lifted[index - 1] ?? 0)).toBeLessThan(0.03);
      if (index > 0) expect(value).toBeGreaterThan(lifted[index - 1] ?? 1);
      if (chance >= 0.5) expect(value).toBe(chance);
    });
  });
});
