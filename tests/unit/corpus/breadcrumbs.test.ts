import { describe, expect, it } from "vitest";
import { readOutline } from "../../../corpus/parse/read-outline.ts";
import { parseMarkdown } from "../../../corpus/parse/parse-markdown.ts";

function textsOf(source: string): string[] {
  const { root, source: read } = parseMarkdown(source);
  const { items } = readOutline(root, { source: read, slugger: () => undefined });
  return items.map((item) => ("text" in item ? item.text : item.kind));
}

describe("the path above a page's heading", () => {
  it.each([
    "[API](../README.md) / [shop](./) / Cart",
    "[**API**](../README.md) • **Docs**",
    "[API](../README.md) › [shop](./)",
  ])("%s is none of its text", (path) => {
    expect(textsOf(`${path}\n\n***\n\n# Cart\n\nHolds goods.\n`)).toEqual(["Cart", "Holds goods."]);
  });

  it.each([
    ["a sentence", "See [the shop](./) / the cart. Or ask."],
    ["one link", "[The shop](./)"],
    ["pictures", "[![Build](a.svg)](./) | [![Tests](b.svg)](./)"],
  ])("is not %s", (_, text) => expect(textsOf(`${text}\n\n# Cart\n`)).toHaveLength(2));

  it("is only above the first heading, where that is the page's", () => {
    expect(textsOf("# Cart\n\n[API](../README.md) / Cart\n")).toEqual(["Cart", "API / Cart"]);
    expect(textsOf("[API](../README.md) / Cart\n\n## Methods\n")).toEqual(["API / Cart", "Methods"]);
  });
});
