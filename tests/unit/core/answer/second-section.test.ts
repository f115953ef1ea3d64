import { describe, expect, it } from "vitest";
import { firstOfPageAsked } from "../../../../core/answer/quote/page-asked.ts";
import { mayAddTo } from "../../../../core/answer/quote/second-section.ts";
import {
  SECTION_FEATURE_NAMES,
  type AnswerSection,
  type SectionFeatureName,
} from "../../../../core/answer/select/answer-sections.ts";
import { sketchSections, type PassageSketch } from "./section-sketch.ts";

const sketch = (title: string, heading: string, text: string): PassageSketch => ({
  title,
  heading,
  blocks: [text],
});

/** With the shares and what is seen of them set; sections come in the order given. */
function sections(
  question: string,
  given: [PassageSketch, share: number, seen?: Partial<Record<SectionFeatureName, number>>][],
): AnswerSection[] {
  return sketchSections(
    question,
    given.map(([one]) => one),
  ).map((section, index) => {
    const features = Float64Array.from(section.features);
    for (const [name, value] of Object.entries(given[index]?.[2] ?? {}))
      features[SECTION_FEATURE_NAMES.indexOf(name as SectionFeatureName)] = value;
    return { ...section, features, share: given[index]?.[1] ?? 0 };
  });
}

describe("a second section", () => {
  const best = sketch("Keys", "Rotate a key", "Press the button beside it until it turns green.");
  const other = (title = "Terminal"): PassageSketch => sketch(title, "Call it", "Call the program.");
  const mayAdd = (
    share: number,
    seen: Partial<Record<SectionFeatureName, number>>,
    title?: string,
  ): boolean => {
    const [one, two] = sections("How do I rotate a key?", [
      [best, 0.6, { coverage: 0.8, similarity: 0.5 }],
      [other(title), share, { coverage: 0.5, similarity: 0.3, ...seen }],
    ]);
    return one !== undefined && two !== undefined && mayAddTo(one, two);
  };

  it("is about as likely as the first, or hardly behind it in words or in meaning, or on its page", () => {
    expect(mayAdd(0.35, {})).toBe(true);
    expect(mayAdd(0.15, {})).toBe(false);
    expect(mayAdd(0.15, { coverage: 0.8 })).toBe(true);
    expect(mayAdd(0.15, { similarity: 0.48 })).toBe(true);
    expect(mayAdd(0.15, {}, "Keys")).toBe(true);
  });

  it("is none that is unlikely", () => {
    expect(mayAdd(0.05, { coverage: 1, similarity: 0.9 })).toBe(false);
  });
});

describe("a page that was asked for by its title alone", () => {
  const page = [
    sketch("Shopify", "Add it to the theme", "Paste the tag before the end of the page, then save the file."),
    sketch("Shopify", "Language of the store", "Themes set the language of the market for it at any time."),
  ] as const;

  it("is told from its beginning, unless that is far less likely", () => {
    const chosen = (first: number): string | undefined =>
      firstOfPageAsked(
        sections("What of Shopify?", [
          [page[0], first],
          [page[1], 0.6],
        ]).sort((a, b) => b.share - a.share),
      )[0]?.heading;
    expect(chosen(0.3)).toBe("Add it to the theme");
    expect(chosen(0.05)).toBe("Language of the store");
  });

  it("is not, where a section holds another word of the question", () => {
    const given = sections("Which language is it in Shopify?", [
      [page[0], 0.3],
      [page[1], 0.6],
    ]).sort((a, b) => b.share - a.share);
    expect(firstOfPageAsked(given)[0]?.heading).toBe("Language of the store");
  });
});
