import { describe, expect, it } from "vitest";
import { SURE_CONFIDENCE } from "../../../../core/answer/judge/confidence.ts";
import type { Block } from "../../../../core/corpus/format.ts";
import {
  listBlock,
  prose,
  sketchAnswer as answer,
  sketchFurther,
  type PassageSketch,
} from "./section-sketch.ts";

const QUESTION = "How are backups restored?";
const UNSURE = SURE_CONFIDENCE - 0.01;
const PLACES: PassageSketch[] = [
  { title: "Backups", heading: "Restore backups", blocks: ["Backups are restored by the owner of a site."] },
  {
    title: "Exports",
    heading: "Restore exports",
    blocks: ["An export is restored like backups, from a file."],
  },
  { title: "Regions", heading: "Backups abroad", blocks: ["In other regions backups go to a second place."] },
  {
    title: "Prices",
    heading: "Price of backups",
    blocks: ["Seven nights are free, and more cost extra money."],
  },
  { title: "Fonts", heading: "Fonts", blocks: ["Fonts are loaded from the folder of the theme."] },
];
const first = PLACES[0] as PassageSketch;

describe("an answer that is only half sure", () => {
  it("quotes the place that leads, and names two more, with what each says best", () => {
    expect(answer(QUESTION, PLACES, UNSURE)).toEqual(["Backups are restored by the owner of a site. [1]"]);
    const further = sketchFurther(QUESTION, PLACES, UNSURE);
    expect(further).toHaveLength(2);
    for (const said of further) expect(PLACES.slice(1).flatMap(({ blocks }) => blocks)).toContain(said);
  });

  it("shows none that says the same, nor one twice", () => {
    const again: PassageSketch = { ...first, title: "Backups of old" };
    const places = [first, again, ...PLACES.slice(1, 3)];
    const all = [...answer(QUESTION, places, UNSURE), ...sketchFurther(QUESTION, places, UNSURE)];
    expect(
      all.filter((text) => text.startsWith("Backups are restored by the owner of a site.")),
    ).toHaveLength(1);
  });

  it("names none where there is no other", () => {
    expect(sketchFurther(QUESTION, [first], UNSURE)).toEqual([]);
  });

  it("shows a longer section about the same, which says more", () => {
    const longer: PassageSketch = {
      title: "Backups",
      heading: "Restore step by step",
      blocks: [
        "The owner of a site has backups restored from the panel, where each backup is listed with its date and its size, and chooses what comes back.",
      ],
    };
    expect(answer(QUESTION, [first, longer], UNSURE)).toEqual(expect.arrayContaining(longer.blocks));
  });

  it("names no place that says nothing in words", () => {
    const code: PassageSketch = {
      heading: "Restore backups by code",
      blocks: [{ kind: "code", language: "sh", code: "restore backups --all" }],
    };
    const label: PassageSketch = { heading: "Backups again", blocks: ["Backups of a few words"] };
    expect(sketchFurther(QUESTION, [first, code, label], UNSURE)).toEqual([]);
  });

  it("quotes of a long section no more than is read at once", () => {
    const long: PassageSketch = {
      heading: "How are backups restored?",
      blocks: [
        "Backups are restored by the owner of a site.",
        ...Array.from({ length: 12 }, (_, n) => prose(`Aside${n}`, 40)),
      ],
    };
    const quoted = answer(QUESTION, [long, ...PLACES.slice(1)], UNSURE).join(" ");
    expect(quoted).toContain("by the owner");
    expect(quoted.split(/\s+/).length).toBeLessThan(280);
  });

  it("of pages without sections is one of sentences all the same", () => {
    const plain = PLACES.map(({ title = "", blocks }): PassageSketch => ({ title, blocks }));
    const paragraphs = answer(QUESTION, plain, UNSURE);
    expect(paragraphs.join("\n")).toContain("Backups are restored by the owner of a site. [1]");
    expect(paragraphs.join("\n")).not.toContain("**");
  });
});

describe("an answer that is sure", () => {
  const alike = (title: string, text: string): PassageSketch => ({
    title,
    heading: "Rotate a key",
    blocks: [text],
  });
  const one = alike(
    "Keys",
    "Open the console, choose the old one, and press the button beside it until it turns green.",
  );
  const other = alike(
    "Terminal",
    "Call the program with the name of what it replaces, then wait for the line that says so.",
  );

  it("shows both of two places that are as likely", () => {
    const text = answer("How do I rotate a key?", [one, other], SURE_CONFIDENCE).join("\n");
    expect(text).toContain("Open the console");
    expect(text).toContain("Call the program");
    expect(sketchFurther("How do I rotate a key?", [one, other], SURE_CONFIDENCE)).toEqual([]);
  });

  it("names nothing that is unlikely", () => {
    const fonts: PassageSketch = {
      title: "Fonts",
      heading: "Fonts",
      blocks: ["Fonts are loaded from the theme."],
    };
    expect(sketchFurther("How do I rotate a key?", [one, fonts], 0.9)).toEqual([]);
  });

  it("quotes two where the second holds a word of the question that the first lacks", () => {
    const doors: PassageSketch = {
      title: "Rooms",
      heading: "Rotate a key of rooms",
      blocks: ["Rooms have a key that the porter changes on request, at any hour of the night."],
    };
    const text = answer("How do I rotate a key, also of rooms?", [one, doors], 0.9).join("\n");
    expect(text).toContain("that the porter changes");
  });
});

describe("a further place", () => {
  const saying = (...blocks: (string | Block)[]): string[] =>
    sketchFurther(QUESTION, [first, { title: "Exports", heading: "Exports", blocks }], UNSURE);

  it("tells an item of a list behind the words above it", () => {
    expect(
      saying(
        "Do not, while backups run:",
        listBlock("restore exports like backups again", "close the lid of it"),
      ),
    ).toEqual(["Do not, while backups run: restore exports like backups again"]);
  });

  it("tells a row of a table with its columns", () => {
    const rows = [
      ["What", "Restored by", "Free"],
      ["Backups of exports", "the guard", "✓"],
    ];
    expect(saying({ kind: "table", rows })).toEqual([
      "Backups of exports – Restored by: the guard, Free: yes",
    ]);
  });

  it("begins where the thought begins", () => {
    expect(
      saying("The guard is told first.", "He restores backups of exports at night, when all is still."),
    ).toEqual(["The guard is told first. He restores backups of exports at night, when all is still."]);
  });

  it("is no pointer to another page", () => {
    expect(
      saying("For more information on restored backups, see the guide.", "Exports restored are whole again."),
    ).toEqual(["Exports restored are whole again."]);
  });
});
