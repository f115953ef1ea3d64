import { describe, expect, it } from "vitest";
import { excerptOf } from "../../../../core/answer/quote/excerpt.ts";
import { PLAIN_CONFIDENCE } from "../../../../core/answer/quote/quote-excerpts.ts";
import { SURE_CONFIDENCE } from "../../../../core/answer/judge/confidence.ts";
import { phrasesFor, SPOKEN_LANGUAGES } from "../../../../core/answer/phrases.ts";
import type { Block } from "../../../../core/corpus/format.ts";
import {
  codeBlock,
  headingBlock,
  listBlock,
  prose,
  sketchAnswer as answer,
  sketchFurther,
  sketchSection,
  type PassageSketch,
} from "./section-sketch.ts";

const QUESTION = "How do I rotate a key?";
/** Sure, and not so sure that one section is quoted in any case. */
const SURE = PLAIN_CONFIDENCE - 0.01;
const UNSURE = SURE_CONFIDENCE - 0.01;
const { mayBeMeant } = phrasesFor("en");

/** Pages that are all as likely. */
const WAYS = [
  "Open the console, choose the old one, and press the button beside it until it turns green.",
  "Call the program with the name of what it replaces, then wait for the line that says so.",
  "Ask the guard at the gate, who writes it down in a book and brings another in the evening.",
  "Send a letter to the office in town, with a stamp for whatever comes back by the same post.",
  "Turn the wheel of the machine by hand, and listen for the bell that rings when all is done.",
];
const alike = (count: number): PassageSketch[] =>
  WAYS.slice(0, count).map((text, at) => ({
    title: `Page ${at + 1}`,
    heading: "Rotate a key",
    blocks: [text],
  }));
const led: PassageSketch[] = [
  ...alike(1),
  { title: "Fonts", heading: "Fonts", blocks: ["Fonts are loaded from the folder of the theme."] },
];

describe("an answer of which no section leads", () => {
  it("shows up to three, each under its page and heading with its citation", () => {
    const paragraphs = answer(QUESTION, alike(5), SURE);
    expect(paragraphs[0]).toBe(mayBeMeant);
    const names = paragraphs.filter((paragraph) => paragraph.startsWith("**"));
    expect(names).toHaveLength(3);
    for (const name of names) expect(name).toMatch(/^\*\*Page \d › Rotate a key\*\* \[\d\]$/);
    expect(paragraphs).toHaveLength(7);
    for (const text of [2, 4, 6].map((at) => paragraphs[at])) expect(WAYS).toContain(text);
  });

  it("names others apart from it", () => {
    const text = answer(QUESTION, alike(5), SURE).join("\n");
    const further = sketchFurther(QUESTION, alike(5), SURE);
    expect(further.length).toBeGreaterThan(0);
    for (const said of further) expect(text).not.toContain(said);
  });

  it("is not announced a second time where it was said that it may not be one", () => {
    const [first] = answer(QUESTION, alike(3), UNSURE);
    expect(first).toMatch(/^\*\*Page/);
  });

  it("shows two where there are no more", () => {
    const names = answer(QUESTION, alike(2), SURE).filter((paragraph) => paragraph.startsWith("**"));
    expect(names).toHaveLength(2);
  });

  it("says no sentence twice, though two pages share it", () => {
    const shared = "Whoever may rotate a key is told by the owner of the site.";
    const places = alike(2).map((one, at) => ({
      ...one,
      blocks: [shared, prose(`Aside${at}`, 30), ...one.blocks],
    }));
    const text = answer(QUESTION, places, SURE).join("\n");
    expect(text.split(shared)).toHaveLength(2);
  });

  it("shows no list of links", () => {
    const links: PassageSketch = {
      title: "Page 9",
      heading: "See also",
      blocks: [listBlock("How to rotate a key", "Keys that rotate", "Rotate another key")],
    };
    expect(answer(QUESTION, [...alike(2), links], SURE).join("\n")).not.toContain("See also");
  });

  it("is no longer than one section", () => {
    const places = alike(3).map((one, at): PassageSketch => ({
      ...one,
      blocks: [...one.blocks, ...Array.from({ length: 9 }, (_, n) => prose(`Key${at}${n}`, 30))],
    }));
    const words = answer(QUESTION, places, SURE).join(" ").split(/\s+/).length;
    expect(words).toBeLessThan(220);
  });

  it("has words of its own before it in each language", () => {
    const all = SPOKEN_LANGUAGES.map((locale) => phrasesFor(locale).mayBeMeant);
    expect(new Set(all).size).toBe(SPOKEN_LANGUAGES.length);
  });
});

describe("an answer of which one section leads", () => {
  it("quotes that one, sure or not", () => {
    for (const confidence of [SURE, UNSURE, PLAIN_CONFIDENCE]) {
      const text = answer(QUESTION, led, confidence).join("\n");
      expect(text).toContain(WAYS[0]);
      expect(text).not.toContain(mayBeMeant);
      expect(text).not.toContain("Fonts");
    }
  });
});

describe("an answer that is plainly sure", () => {
  it("quotes one section though others are as likely, and names another", () => {
    for (const confidence of [PLAIN_CONFIDENCE, undefined]) {
      const text = answer(QUESTION, alike(2), confidence).join("\n");
      expect(WAYS.filter((way) => text.includes(way))).toHaveLength(1);
      expect(text).not.toContain(mayBeMeant);
      expect(sketchFurther(QUESTION, alike(2), confidence)).toHaveLength(1);
    }
  });
});

describe("an excerpt", () => {
  const of = (blocks: (string | Block)[], bestHolds: string, maxWords = 30): string[] =>
    excerptOf(sketchSection(blocks, bestHolds), { maxWords, said: new Set() })?.paragraphs ?? [];
  const long = (name: string): string => prose(name, 40);

  it("is the section as it stands where that is short", () => {
    expect(of(["One thing is this.", "Another thing is that."], "Another")).toEqual([
      "One thing is this.",
      "Another thing is that.",
    ]);
  });

  it("is what fits best of a longer one", () => {
    expect(of([long("Before"), "The key is turned to the left.", long("After")], "to the left")).toEqual([
      "The key is turned to the left.",
    ]);
  });

  it("begins with the sentence that it points back to", () => {
    const paragraph = "The guard has a key. He turns it to the left at night.";
    expect(of([long("Before"), paragraph, long("After")], "to the left")).toEqual([paragraph]);
  });

  it("keeps the words above a list", () => {
    const list = listBlock("turn it to the left", prose("Item", 30), prose("Other", 30));
    expect(of(["Never do this:", list], "to the left")).toEqual(["Never do this:", "- turn it to the left"]);
  });

  it("keeps short steps whole", () => {
    const steps: Block = {
      kind: "list",
      ordered: true,
      items: ["Open the lid.", "Turn it left.", "Close the lid."],
    };
    expect(of([long("Before"), steps, long("After")], "Turn it")).toEqual([
      "1. Open the lid.\n2. Turn it left.\n3. Close the lid.",
    ]);
  });

  it("does not count steps of which some are left out", () => {
    const items = ["Turn it to the left.", prose("Second", 25), prose("Third", 25)];
    expect(of([{ kind: "list", ordered: true, items }], "to the left")).toEqual(["- Turn it to the left."]);
  });

  it("shows a row of a table under the names of its columns", () => {
    const rows = [
      ["What", "How"],
      ["The key", "to the left"],
      ...[1, 2, 3].map((n) => [prose(`Row${n}`, 20), "so"]),
    ];
    expect(of([{ kind: "table", rows }], "to the left", 20)).toEqual([
      "| What | How |\n| --- | --- |\n| The key | to the left |",
    ]);
  });

  it("shows short code behind what announces it", () => {
    const code = codeBlock("turn(left);");
    expect(of([long("Before"), "Turn it like this:", code, long("After")], "turn(left)")).toEqual([
      "Turn it like this:",
      "```js\nturn(left);\n```",
    ]);
  });

  it("does not name again the heading that it stands under", () => {
    const list = listBlock("turn it to the left", prose("Item", 30));
    const [first, ...more] = of([headingBlock("Keys"), list], "to the left");
    expect(first).toBe("- turn it to the left");
    expect(more).toEqual([]);
  });

  it("marks what it leaves out between two sentences", () => {
    const section = sketchSection(
      [`The key turns left. ${prose("Much", 30)} The key turns right.`],
      "turns left",
    );
    const sentences = section.sentences.map((one) => ({
      ...one,
      score: one.text.startsWith("The key") ? 0 : -9,
    }));
    expect(excerptOf({ ...section, sentences }, { maxWords: 12, said: new Set() })?.paragraphs).toEqual([
      "The key turns left. … The key turns right.",
    ]);
  });

  it("is none where all is said already", () => {
    const section = sketchSection(["The key is turned to the left."], "to the left");
    const said = new Set<string>();
    expect(excerptOf(section, { maxWords: 30, said })).toBeDefined();
    expect(excerptOf(section, { maxWords: 30, said })).toBeUndefined();
  });
});
