import { describe, expect, it } from "vitest";
import { postDate, writtenDate } from "../../../../core/answer/quote/dated-posts.ts";
import { composeAnswer } from "../../../../core/answer/quote/compose-answer.ts";
import { stepNumber } from "../../../../core/answer/quote/step-sections.ts";
import type { Passage } from "../../../../core/answer/generation-provider.ts";
import { sketchChunk } from "../../../support/corpus.ts";
import { prose, sketchAnswer, termOf, wordsOf, type PassageSketch } from "./section-sketch.ts";

interface Dated extends PassageSketch {
  url: string;
  updatedOn?: string;
}

const passageOf = ({ url, updatedOn, title = "Page", heading, blocks }: Dated, index = 0): Passage => {
  const chunk = sketchChunk(
    { title, blocks, url, ...(heading !== undefined && { headingPath: [heading] }) },
    index,
  );
  return {
    chunk: { ...chunk, ...(updatedOn !== undefined && { updatedOn }) },
    ordinal: index,
    relativeScore: 1,
    source: { position: index + 1, title, url, excerpt: "", score: 1 },
  };
};

function answer(question: string, sketches: readonly Dated[]): string {
  const passages = sketches.map(passageOf);
  const terms = [...new Set(wordsOf(question))].map((word) => termOf(word));
  return composeAnswer({ question, history: [], passages, terms, termsOf: wordsOf, locale: "en" }).join("\n");
}

describe("the day of a post", () => {
  const dateOf = (url: string, updatedOn?: string): string | undefined =>
    postDate(passageOf({ url, blocks: ["Text."], ...(updatedOn !== undefined && { updatedOn }) }));

  it("is that of its address, or the one that it names", () => {
    expect(dateOf("/blog/2017/03/05/keys/#x")).toBe("2017-03-05");
    expect(dateOf("/2017-3/keys/")).toBe("2017-03-01");
    expect(dateOf("/news/keys/", "2019-02-01")).toBe("2019-02-01");
    expect(dateOf("/blog/2017/13/keys/", "2018-01-01")).toBe("2018-01-01");
  });

  it("is nothing that a page has that is kept up to date", () => {
    expect(dateOf("/guide/keys/", "2019-02-01")).toBeUndefined();
    expect(dateOf("/v/2017/keys/")).toBeUndefined();
    expect(dateOf("/blog/keys/")).toBeUndefined();
  });

  it("is written in the language of the page", () => {
    expect(writtenDate("2017-03-05", "en")).toBe("March 5, 2017");
    expect(writtenDate("2017-03-05", "de")).toBe("5. März 2017");
    expect(writtenDate("2017-03-05", "not a language")).toBe("2017-03-05");
    expect(writtenDate("some day", "en")).toBe("some day");
  });
});

describe("an old post and a page of today that tell the same", () => {
  const post: Dated = {
    title: "News of keys",
    heading: "How are keys rotated?",
    url: "/blog/2017/03/05/keys/",
    blocks: ["Keys are rotated by hand, by the guard of the house alone."],
  };
  const page: Dated = {
    title: "Keys",
    heading: "How are keys rotated?",
    url: "/guide/keys/",
    blocks: ["Keys are rotated by a program that runs at night."],
  };

  it("are answered by the page", () => {
    for (const sketches of [
      [post, page],
      [page, post],
    ]) {
      const text = answer("How are keys rotated?", sketches);
      expect(text).toContain("by a program that runs at night");
      expect(text).not.toContain("by hand");
    }
  });

  it("are answered by the newer of two posts", () => {
    const newer = { ...page, url: "/blog/2021/03/05/keys/" };
    expect(answer("How are keys rotated?", [post, newer])).toContain("by a program that runs at night");
  });

  it("show the day where the post is quoted", () => {
    expect(answer("How are keys rotated?", [post])).toMatch(
      /^\*\*News of keys › How are keys rotated\? \(March 5, 2017\)\*\*\nKeys are rotated by hand/,
    );
  });
});

describe("steps with a heading each", () => {
  it.each([
    ["Step 2: Connect", 2],
    ["2. Connect", 2],
    ["Schritt 3", 3],
    ["2 rooms", undefined],
    ["20.19.0", undefined],
    ["Stepping 2", undefined],
  ])("%s", (heading, number) => expect(stepNumber(heading)).toBe(number));

  const step = (heading: string, text: string): PassageSketch => ({
    title: "Move a lamp",
    heading,
    blocks: [text],
  });
  const lead: PassageSketch = {
    title: "Move a lamp",
    blocks: ["To move a lamp takes a few steps, told below:"],
  };
  const STEPS = [
    step("Step 2: Carry", "Carry it to its place with both hands."),
    step("Step 1: Unplug", "Unplug the cable and wait for a minute."),
    step("Step 3: Plug", "Plug the cable into the wall again."),
  ];

  it("are quoted whole and in order", () => {
    const text = sketchAnswer("How do I move a lamp?", [lead, ...STEPS]).join("\n");
    const places = [
      "Step 1: Unplug**",
      "Unplug the cable",
      "Step 2: Carry**",
      "Carry it",
      "Step 3: Plug**",
    ].map((part) => text.indexOf(part));
    expect(places.every((at) => at >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it("are not quoted as if they were all where one is missing", () => {
    const text = sketchAnswer("How do I move a lamp?", [
      lead,
      ...STEPS.slice(1),
      step("Step 5: Rest", prose("Rest", 9)),
    ]);
    expect(text.join("\n")).not.toContain("Step 5");
  });
});
