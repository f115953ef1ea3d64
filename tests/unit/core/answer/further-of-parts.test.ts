import { describe, expect, it } from "vitest";
import { readByItself } from "../../../../core/answer/quote/best-sentence.ts";
import { quoteParts } from "../../../../core/answer/quote/quote-parts.ts";
import { sketchFurther, sketchPassages, termOf, wordsOf, type PassageSketch } from "./section-sketch.ts";

const UNSURE = 0.4;

describe("further places of pages without sections", () => {
  const page = (title: string, text: string): PassageSketch => ({ title, blocks: [text] });
  const keys = ["Porter", "Owner", "Guard", "Keeper", "Warden"].map((who, index) =>
    page(who, `The ${who.toLowerCase()} holds the keys of house number ${index + 1}.`),
  );
  const fonts = page("Fonts", "Fonts are loaded from the folder of the theme.");

  it("are those that say it nearly as well, two at most", () => {
    const further = sketchFurther("Who holds the keys of the house?", [...keys, fonts]);
    expect(further).toHaveLength(2);
    for (const text of further) expect(text).toContain("holds the keys");
  });

  it("are any where it is not sure, and none that is quoted", () => {
    const [one] = keys;
    const further = sketchFurther("Who holds the keys of the house?", [one as PassageSketch, fonts], UNSURE);
    expect(further).toEqual(fonts.blocks);
    expect(sketchFurther("Who holds the keys of the house?", [one as PassageSketch, fonts])).toEqual([]);
  });
});

describe("further places of a question of several parts", () => {
  const section = (title: string, heading: string, text: string): PassageSketch => ({
    title,
    heading,
    blocks: [text],
  });
  const passages = sketchPassages([
    section("Keys", "Rotate a key", "Open the console, choose the old key, and press the button beside it."),
    section(
      "Terminal",
      "Rotate a key",
      "Call the program that will rotate it, then wait for the line in green.",
    ),
    section("Doors", "Paint a door", "Take the brush of the porter and paint from the top down."),
  ]);
  const part = (question: string, ordinals: number[]) => ({
    question,
    terms: wordsOf(question).map((word) => termOf(word)),
    ordinals,
    confidence: 0.9,
    isAnswered: true,
  });
  const request = (parts: ReturnType<typeof part>[]) => ({
    question: "How do I rotate a key and how do I paint a door?",
    history: [],
    passages,
    terms: [],
    termsOf: wordsOf,
    locale: "en",
    parts,
  });

  it("are those of its parts that are quoted for none of them", () => {
    const rotate = part("How do I rotate a key?", [0, 1]);
    const paint = part("How do I paint a door?", [2]);
    const quoted = quoteParts(request([rotate, paint]));
    const text = quoted?.paragraphs.flat().join(" ");
    const [further, ...more] = quoted?.further ?? [];
    expect(more).toEqual([]);
    expect(further && text?.includes(readByItself(further))).toBe(false);
    expect(["Keys", "Terminal"]).toContain(further?.passage.chunk.title);
  });
});
