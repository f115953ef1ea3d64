import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../../../../core/answer/answer-question.ts";
import { withoutAddress } from "../../../../../core/answer/small-site/without-address.ts";
import { giveAnswer } from "../../../../retrieval/ask-documentation.ts";
import { openSketch } from "../../../../support/corpus.ts";

describe("what only addresses the business", () => {
  it.each([
    ["do you lot mend zips", "do you mend zips"],
    ["Can you guys deliver on Sunday?", "can you deliver on sunday?"],
    ["is it you who does the piano tuning", "do you do the piano tuning"],
    ["are you the people who sharpen knives?", "do you sharpen knives?"],
    ["any chance you could look at my boiler", "can you look at my boiler"],
    ["would you be able to frame a poster", "can you frame a poster"],
    ["do you happen to have gift cards", "do you have gift cards"],
  ])("is taken out: %s", (question, asked) => {
    expect(withoutAddress(question, "en")).toBe(asked);
  });

  it.each([
    "Do you deliver?",
    "what happens if you can't come",
    "how many people fit in",
    "is there a course for people who stammer",
    "what about you guys",
  ])("and nothing else: %s", (question) => {
    expect(withoutAddress(question, "en")).toBe(question);
  });

  it("knows what is said in other languages", () => {
    expect(withoutAddress("Wäre es möglich, am Samstag zu kommen?", "de")).not.toContain("möglich");
    expect(withoutAddress("vous avez par hasard un parking ?", "fr")).toBe("vous avez un parking ?");
    expect(withoutAddress("avete per caso un bagno?", "it")).toBe("avete un bagno?");
  });

  it("leaves a question in a language it does not know, and a long story", () => {
    expect(withoutAddress("you guys 営業時間", "ja")).toBe("you guys 営業時間");
    const story = `do you guys ${"really ".repeat(80)}deliver`;
    expect(withoutAddress(story, "en")).toBe(story);
  });

  it("does not keep an answer back", async () => {
    const corpus = await openSketch([
      { title: "Prices", headingPath: ["Blades"], blocks: ["We sharpen kitchen knives for £6 each."] },
      { title: "Visit", headingPath: ["Where"], blocks: ["9 Weir Road, beside the chapel."] },
    ]);
    for (const question of ["do you guys sharpen knives", "is it you who sharpens knives?"]) {
      const answer = await giveAnswer(corpus, question, DEFAULT_CONFIDENCE_THRESHOLD);
      expect(answer.text, question).toContain("£6");
    }
  });
});
