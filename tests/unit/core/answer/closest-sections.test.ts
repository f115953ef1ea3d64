import { describe, expect, it } from "vitest";
import { SURE_CONFIDENCE } from "../../../../core/answer/judge/confidence.ts";
import { prose, sketchAnswer as answer, type PassageSketch } from "./section-sketch.ts";

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
const cited = (paragraphs: string[]): string[] => [...new Set(paragraphs.join("\n").match(/\[\d+\]/g))];

describe("an answer that is only half sure", () => {
  it("shows three places: the likeliest as it is quoted else, of two more what they say first", () => {
    const paragraphs = answer(QUESTION, PLACES, UNSURE);
    expect(paragraphs).toHaveLength(2);
    expect(paragraphs[0]).toBe("Backups are restored by the owner of a site. [1]");
    const items = paragraphs[1]?.split("\n") ?? [];
    expect(items).toHaveLength(2);
    expect(cited(paragraphs)).toHaveLength(3);
    for (const item of items) {
      const place = PLACES.find(({ heading = "" }) => item.includes(` › ${heading}**: `));
      const position = PLACES.indexOf(place ?? ({} as PassageSketch)) + 1;
      expect(item).toBe(
        `- **${place?.title} › ${place?.heading}**: ${place?.blocks[0] as string} [${position}]`,
      );
    }
  });

  it("puts no colon after a question", () => {
    const [first, second] = PLACES as [PassageSketch, PassageSketch];
    const text = answer(QUESTION, [first, { ...second, heading: "How are exports restored?" }], UNSURE).join(
      "\n",
    );
    expect(text).toContain("› How are exports restored?** An export");
  });

  it("names places safe as Markdown", () => {
    const [first, second] = PLACES as [PassageSketch, PassageSketch];
    const text = answer(QUESTION, [first, { ...second, heading: "Restore `<b>` *here*" }], UNSURE).join("\n");
    expect(text).toContain("› Restore `<b>` \\*here\\***: ");
  });

  it("shows no more than one where it is sure, or nobody says how sure it is", () => {
    for (const confidence of [SURE_CONFIDENCE, 0.99, undefined]) {
      expect(answer(QUESTION, PLACES, confidence).join("\n")).not.toContain("**");
    }
  });

  it("shows a longer section about the same, which says more", () => {
    const [first] = PLACES as [PassageSketch];
    const longer: PassageSketch = {
      title: "Backups",
      heading: "Restore step by step",
      blocks: [
        "The owner of a site has backups restored from the panel, where each backup is listed with its date and its size, and chooses what comes back.",
      ],
    };
    expect(answer(QUESTION, [first, longer], UNSURE).join("\n")).toContain("› Restore step by step**: ");
  });

  it("shows nothing twice", () => {
    const [first, second, third] = PLACES as [PassageSketch, PassageSketch, PassageSketch];
    const again: PassageSketch = { ...first, title: "Backups of old" };
    const text = answer(QUESTION, [first, again, second, third], UNSURE).join("\n");
    expect(text.split("Backups are restored by the owner of a site.")).toHaveLength(2);
    expect(cited([text])).toHaveLength(3);
    expect(text).not.toContain("[2]");
  });

  it("has no list where there is no other place", () => {
    expect(answer(QUESTION, PLACES.slice(0, 1), UNSURE)).toEqual([
      "Backups are restored by the owner of a site. [1]",
    ]);
  });

  it("says of the next places what goes on from their best sentence, as far as is read in passing", () => {
    const [first] = PLACES as [PassageSketch];
    const next: PassageSketch = {
      title: "Exports",
      heading: "Exports",
      blocks: [
        "Such exports are made on demand.",
        "They are restored like backups, all of them.",
        "That takes a minute.",
        prose("Endless", 60),
        "The last word.",
      ],
    };
    const text = answer(QUESTION, [first, next], UNSURE).join("\n");
    expect(text).toContain(
      "- **Exports**: Such exports are made on demand. [2] They are restored like backups, all of them. [2]" +
        " That takes a minute. [2]",
    );
    expect(text).not.toContain("Endless");
    expect(text).not.toContain("The last word.");
  });

  it("ends no place in an announcement of what is not shown", () => {
    const [first] = PLACES as [PassageSketch];
    const next: PassageSketch = {
      title: "Exports",
      heading: "Exports",
      blocks: [
        "Exports are restored like backups, all of them.",
        "Then call the program:",
        { kind: "code", language: "sh", code: "program --all" },
      ],
    };
    const text = answer(QUESTION, [first, next], UNSURE).join("\n");
    expect(text).toContain("- **Exports**: Exports are restored like backups, all of them. [2]");
    expect(text).not.toContain("Then call");
  });

  it("names no place that says nothing in words", () => {
    const code: PassageSketch = {
      heading: "Restore backups by code",
      blocks: [{ kind: "code", language: "sh", code: "restore backups --all" }],
    };
    const label: PassageSketch = { heading: "Backups again", blocks: ["Backups of a few words"] };
    const text = answer(QUESTION, [...PLACES.slice(0, 1), code, label], UNSURE).join("\n");
    expect(text).not.toContain("**");
  });

  it("quotes of a long section no more than is read at once", () => {
    const long: PassageSketch = {
      heading: "How are backups restored?",
      blocks: [
        "Backups are restored by the owner of a site.",
        ...Array.from({ length: 12 }, (_, n) => prose(`Aside${n}`, 40)),
      ],
    };
    const [quoted = ""] = [
      answer(QUESTION, [long, ...PLACES.slice(1)], UNSURE)
        .join(" ")
        .split("- **")[0],
    ];
    expect(quoted).toContain("by the owner");
    expect(quoted.split(/\s+/).length).toBeLessThan(150);
  });

  it("of pages without sections is one of sentences all the same", () => {
    const plain = PLACES.map(({ title = "", blocks }): PassageSketch => ({ title, blocks }));
    const paragraphs = answer(QUESTION, plain, UNSURE);
    expect(paragraphs.join("\n")).toContain("Backups are restored by the owner of a site. [1]");
    expect(paragraphs.join("\n")).not.toContain("**");
  });
});
