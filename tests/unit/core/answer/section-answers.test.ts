import { describe, expect, it } from "vitest";
import type { Block } from "../../../../core/corpus/format.ts";
import { codeBlock, prose, sketchAnswer, type PassageSketch } from "./section-sketch.ts";

const FONTS: PassageSketch = {
  title: "Fonts",
  heading: "Fonts",
  blocks: ["Fonts are loaded from the folder of the theme."],
};

describe("a comparison of what has a section each", () => {
  const SIDES: PassageSketch[] = [
    { title: "Server", heading: "Server rendering", blocks: ["Pages are made for each visitor."] },
    { title: "Static", heading: "Static rendering", blocks: ["Pages are made once, at the build."] },
    FONTS,
  ];

  it("quotes both under their names, in the order of the question, each cited", () => {
    expect(
      sketchAnswer("What is the difference between static rendering and server rendering?", SIDES),
    ).toEqual([
      "**Static rendering**",
      "Pages are made once, at the build. [2]",
      "**Server rendering**",
      "Pages are made for each visitor. [1]",
    ]);
  });

  it("does so where it is only half sure too", () => {
    const paragraphs = sketchAnswer("static rendering vs server rendering", SIDES, 0.4);
    expect(paragraphs.filter((paragraph) => paragraph.startsWith("**"))).toHaveLength(2);
    expect(paragraphs.join("\n")).not.toContain("Fonts");
  });

  it("is a section about both, where there is one", () => {
    const both: PassageSketch = {
      title: "Rendering",
      heading: "Static or server rendering",
      blocks: ["The first is quicker, the second is fresher."],
    };
    expect(sketchAnswer("static rendering vs server rendering", [...SIDES, both])).toEqual([
      "**Static or server rendering**",
      "The first is quicker, the second is fresher. [4]",
    ]);
  });
});

describe("an answer of more than one section", () => {
  const one: PassageSketch = {
    title: "Keys",
    heading: "Rotate a key",
    blocks: ["Open the console, choose the old one, and press the button beside it until it turns green."],
  };
  it("has no second that says the same", () => {
    const again = { ...one, title: "Keys of old" };
    const text = sketchAnswer("How do I rotate a key?", [one, again, FONTS]).join("\n");
    expect(text).toBe(`**Rotate a key**\n${one.blocks[0] as string} [1]`);
  });
});

describe("how something is done, on a page that begins without telling", () => {
  const beginning: PassageSketch = {
    title: "Track downloads",
    blocks: ["To track downloads tells you which files are wanted, and where. Here is how:"],
  };
  const below = (heading: string, ...blocks: PassageSketch["blocks"]): PassageSketch => ({
    title: "Track downloads",
    heading,
    blocks,
  });

  it("is told by the first instructions below it, under their heading", () => {
    const text = sketchAnswer("How do I track downloads?", [
      beginning,
      below("Why it is off", "Nobody had asked for it."),
      below("Setting up", "Open the panel and paste the snippet."),
      below("Usage", "Call it by its name."),
    ]).join("\n");
    expect(text).toContain("**Setting up**\nOpen the panel and paste the snippet. [3]");
    expect(text).not.toContain("Call it by its name");
  });

  it("needs nothing below it where it tells it itself", () => {
    const telling = { ...beginning, blocks: ["To track downloads, open the panel and paste the snippet."] };
    const text = sketchAnswer("How do I track downloads?", [telling, below("Usage", "Call it by its name.")]);
    expect(text.join("\n")).not.toContain("**Usage**");
  });
});

describe("a section whose best block is too long to be quoted", () => {
  const asides = Array.from({ length: 20 }, (_, n) => prose(`Aside${n}`, 15)).join(" ");

  it("is quoted by its sentences", () => {
    const long = `Keys are rotated by the owner of a site. ${asides}`;
    const paragraphs = sketchAnswer("Who rotates keys?", [
      { title: "Keys", heading: "How keys are rotated", blocks: [long] },
      FONTS,
    ]);
    const text = paragraphs.join("\n");
    expect(text).toContain("Keys are rotated by the owner of a site. [1]");
    expect(text.split(/\s+/).length).toBeLessThan(60);
  });

  it("shows the code of instructions beside the sentence", () => {
    const long = `You rotate a key with one call of the helper. ${asides}`;
    const text = sketchAnswer("How do I rotate a key?", [
      {
        title: "Keys",
        heading: "Rotate a key",
        blocks: [
          long,
          ...Array.from({ length: 4 }, (_, n) => prose(`More${n}`, 150)),
          codeBlock("rotate(key);"),
        ],
      },
      FONTS,
    ]).join("\n");
    expect(text).toContain("You rotate a key with one call of the helper. [1]");
    expect(text).toContain("rotate(key);");
  });

  it("shows the list that was asked for beside the sentence", () => {
    const list: Block = {
      kind: "list",
      ordered: false,
      items: ["Red for alarms", "Blue for all else", "Green"],
    };
    const long = `Keys of these colours are available to owners. ${asides}`;
    const text = sketchAnswer("Which colours of keys are available?", [
      { title: "Keys", heading: "Colours of keys", blocks: [long, prose("More", 150), list] },
      FONTS,
    ]).join("\n");
    expect(text).toContain("Keys of these colours are available to owners. [1]");
    expect(text).toContain("- Red for alarms\n- Blue for all else");
  });
});
