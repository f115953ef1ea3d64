import { describe, expect, it } from "vitest";
import { homePageItems } from "../../../corpus/parse/home-page.ts";

const FIELDS = {
  layout: "home",
  hero: {
    name: "Larder",
    text: "Recipes that keep",
    tagline: "Cook <b>once</b>, eat twice.",
    actions: [{ text: "Start" }],
  },
  features: [
    { title: "Frozen", details: "Lasts for a year.", icon: "x" },
    { details: "Labels included." },
    "no feature",
  ],
};

function linesOf(fields: Record<string, unknown>, generator: string): string[] {
  return homePageItems(fields, generator).map((item) =>
    item.kind === "heading"
      ? `${"#".repeat(item.depth)} ${item.text}`
      : item.kind === "paragraph"
        ? item.text
        : item.kind,
  );
}

describe("a home page of front matter", () => {
  it.each([
    [
      "VitePress",
      "vitepress",
      FIELDS,
      [
        "# Larder",
        "Recipes that keep",
        "Cook once, eat twice.",
        "## Frozen",
        "Lasts for a year.",
        "Labels included.",
      ],
    ],
    [
      "VitePress, with a title",
      "vitepress",
      { ...FIELDS, title: "Home", features: 3 },
      ["Recipes that keep", "Cook once, eat twice."],
    ],
    ["VitePress, without a name", "vitepress", { layout: "home", hero: { text: "Recipes" } }, ["# Recipes"]],
    ["VitePress, another layout", "vitepress", { ...FIELDS, layout: "doc" }, []],
    ["Starlight", "starlight", { title: "Larder", hero: { tagline: "Cook once." } }, ["Cook once."]],
    [
      "Starlight, with a picture above its title",
      "starlight",
      { hero: { tagline: "Cook once.", image: { file: "./jar.png", alt: "A jar of plums" } } },
      ["Cook once."],
    ],
    ["fields of another kind", "vitepress", { layout: "home", hero: "Larder", features: { a: 1 } }, []],
    ["another generator", "hugo", FIELDS, []],
  ])("%s", (_, generator, fields, lines) => expect(linesOf(fields, generator)).toEqual(lines));
});
