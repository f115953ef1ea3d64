import { describe, expect, it } from "vitest";
import { jekyll } from "../../../../corpus/generators/jekyll/jekyll.ts";

describe("defaults of a Jekyll configuration", () => {
  const settings = {
    ...jekyll.defaults,
    defaults: [{ path: "internal", values: { search_exclude: true } }],
  };
  const place = (path: string): unknown =>
    jekyll.place({ path, frontMatter: { title: "A" }, hasFrontMatter: true }, settings);

  it("keep the pages below their path out of search", () => {
    expect(place("internal/a.md")).toEqual({
      leftOut: "the defaults of _config.yml say search_exclude: true",
    });
    expect(place("a.md")).toEqual({ address: "/a.html" });
  });
});
