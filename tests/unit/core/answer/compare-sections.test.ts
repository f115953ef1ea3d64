import { describe, expect, it } from "vitest";
import type { AnswerSection } from "../../../../core/answer/select/answer-sections.ts";
import { sectionsOfSides } from "../../../../core/answer/quote/compare-sections.ts";
import { sketchSections, type PassageSketch } from "./section-sketch.ts";

const STATIC: PassageSketch = { heading: "Static rendering", blocks: ["Pages are made once, at the build."] };
const SERVER: PassageSketch = { heading: "Server rendering", blocks: ["Pages are made for each visitor."] };
const BOTH: PassageSketch = {
  heading: "Rendering",
  blocks: ["Static pages are quicker than pages that a server makes."],
};
const OTHER: PassageSketch = { heading: "Fonts", blocks: ["Fonts are loaded from the folder of the theme."] };
const QUESTION = "What is the difference between static rendering and server rendering?";

/** The headings that are quoted; sections come in the order of the shares. */
function chosen(sketches: [PassageSketch, share: number][], question = QUESTION): string[] | undefined {
  const sections = sketchSections(
    question,
    sketches.map(([sketch]) => sketch),
  ).map((section, index): AnswerSection => ({ ...section, share: sketches[index]?.[1] ?? 0 }));
  return sectionsOfSides(sections)?.map(({ heading }) => heading);
}

describe("the sections of a comparison", () => {
  it("are one about each side, the first side first", () => {
    const expected = ["Static rendering", "Server rendering"];
    expect(
      chosen([
        [STATIC, 0.5],
        [OTHER, 0.3],
        [SERVER, 0.2],
      ]),
    ).toEqual(expected);
    expect(
      chosen([
        [SERVER, 0.6],
        [STATIC, 0.4],
      ]),
    ).toEqual(expected);
  });

  it("are one whose heading names both", () => {
    const versus: PassageSketch = { heading: "Static or server", blocks: ["It depends on the pages."] };
    expect(
      chosen([
        [STATIC, 0.6],
        [SERVER, 0.2],
        [versus, 0.2],
      ]),
    ).toEqual(["Static or server"]);
  });

  it("are one that says something of both in a sentence, where not each has its own", () => {
    expect(
      chosen([
        [STATIC, 0.6],
        [BOTH, 0.4],
      ]),
    ).toEqual(["Rendering"]);
    expect(
      chosen([
        [STATIC, 0.6],
        [BOTH, 0.2],
        [SERVER, 0.2],
      ]),
    ).toEqual(["Static rendering", "Server rendering"]);
  });

  it("are the one that weighs both up, where that is the likeliest and no part of either", () => {
    const weighing: PassageSketch = {
      heading: "Speed",
      blocks: [
        "Static pages are quicker than those of a server. A shop with carts takes a server, a handbook takes static pages, and a site that is both may take each for what it is good at.",
      ],
    };
    const both: [PassageSketch, number][] = [
      [weighing, 0.6],
      [STATIC, 0.2],
      [SERVER, 0.2],
    ];
    expect(chosen(both)).toEqual(["Speed"]);
    expect(chosen(both, "Static or server: which one should I take?")).toEqual(["Speed"]);
  });

  it("are one about each where the likeliest only mentions both, unless the question is which to take", () => {
    const mentioning: PassageSketch = {
      heading: "Settings",
      blocks: [
        "This page lists the settings of static pages one by one, with the day on which each of them came. The settings of the server are on a page of their own, as are those of the theme and of the fonts.",
      ],
    };
    const both: [PassageSketch, number][] = [
      [mentioning, 0.6],
      [STATIC, 0.2],
      [SERVER, 0.2],
    ];
    expect(chosen(both)).toEqual(["Static rendering", "Server rendering"]);
    expect(chosen(both, "Static or server: which one should I take?")).toEqual(["Settings"]);
  });

  it("are about a side by the word next to the other, or by most of its words", () => {
    const sketches: [PassageSketch, number][] = [
      [{ heading: "Small pictures", blocks: ["They are drawn by hand."] }, 0.4],
      [{ heading: "assets", blocks: ["They are bundled."] }, 0.3],
      [{ heading: "public", blocks: ["They are copied."] }, 0.3],
    ];
    expect(chosen(sketches, "Small round coloured pictures from assets vs public")).toEqual([
      "assets",
      "public",
    ]);
  });

  it("are about their sides by headings that say little else", () => {
    const broad: PassageSketch = {
      heading: "Caching and logging of the server on other machines",
      blocks: ["The server keeps pages."],
    };
    expect(
      chosen([
        [STATIC, 0.5],
        [broad, 0.3],
        [SERVER, 0.2],
      ]),
    ).toEqual(["Static rendering", "Server rendering"]);
  });

  it("are about their sides by their headings rather than by a mention", () => {
    const mention: PassageSketch = { heading: "News", blocks: ["The server was restarted on Monday."] };
    expect(
      chosen([
        [mention, 0.5],
        [STATIC, 0.3],
        [SERVER, 0.2],
      ]),
    ).toEqual(["Static rendering", "Server rendering"]);
    expect(
      chosen([
        [STATIC, 0.6],
        [mention, 0.4],
      ]),
    ).toBeUndefined();
  });

  it("are no section that is far less likely than the likeliest, unless it is named after its side", () => {
    const far = (side: string): PassageSketch => ({
      heading: `Caches, logs and disks of ${side} machines elsewhere`,
      blocks: ["They are kept for a week."],
    });
    expect(
      chosen([
        [OTHER, 0.95],
        [far("static"), 0.03],
        [far("server"), 0.02],
      ]),
    ).toBeUndefined();
    expect(
      chosen([
        [OTHER, 0.95],
        [STATIC, 0.03],
        [SERVER, 0.02],
      ]),
    ).toEqual(["Static rendering", "Server rendering"]);
  });

  it("are none where a side is told nowhere, nothing is compared, or there are no sections", () => {
    expect(
      chosen([
        [STATIC, 0.6],
        [OTHER, 0.4],
      ]),
    ).toBeUndefined();
    expect(
      chosen(
        [
          [STATIC, 0.6],
          [SERVER, 0.4],
        ],
        "How does static rendering work?",
      ),
    ).toBeUndefined();
    expect(sectionsOfSides([])).toBeUndefined();
  });
});
