import { describe, expect, it } from "vitest";
import { fillerWords } from "../../../core/search/filler-words.ts";
import { openSketch } from "../../support/corpus.ts";

describe("words that say little of what is asked", () => {
  const english = fillerWords("en");

  it("count for something: fillers for little, light words for more, others in full", () => {
    const filler = english.get("tell") ?? 1;
    const light = english.get("back") ?? 1;
    expect(filler).toBeGreaterThan(0);
    expect(filler).toBeLessThan(light);
    expect(light).toBeLessThan(1);
    expect(english.has("backup")).toBe(false);
  });

  it("are the same for all regions of a language, and made once", () => {
    expect(fillerWords("en-GB")).toBe(english);
    expect(fillerWords("pt-BR").get("quero")).toBe(fillerWords("pt").get("quero"));
  });

  it.each(["de", "es", "fr", "it", "pt", "nl"])(
    "in %s are its own, without the light ones of English",
    (language) => {
      const words = fillerWords(language);
      expect(words.size).toBeGreaterThan(20);
      expect(words.has("back")).toBe(false);
      for (const share of words.values()) expect(share).toBe(english.get("tell"));
    },
  );

  it("are none of a language without a list", () => {
    expect(fillerWords("cs").size).toBe(0);
  });

  it("are in lower case, and none is empty", () => {
    for (const word of english.keys()) expect(word).toBe(word.trim().toLowerCase());
    expect(english.has("")).toBe(false);
  });
});

it("a question is looked up by its words, each by how much it says", async () => {
  const names = ["tell", "back", "clock"];
  const corpus = await openSketch([
    { title: "One", blocks: ["Tell it. Go back. Wind the clock."] },
    { title: "Two", blocks: ["Something else altogether."] },
  ]);
  const { terms } = corpus.retriever.retrieve("Tell back clock", { limit: 1 });
  const [filler, light, own] = names.map(
    (name) => terms.find(({ word }) => word.toLowerCase() === name)?.weight ?? Number.NaN,
  ) as [number, number, number];
  // As rare as each other.
  expect(filler / own).toBeCloseTo(fillerWords("en").get("tell") ?? 0);
  expect(light / own).toBeCloseTo(fillerWords("en").get("back") ?? 0);
});
