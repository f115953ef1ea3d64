/** What Nunjucks says in Liquid; what pages of Eleventy make of it is held to the real one in `real-output.test.ts`. */
import { describe, expect, it } from "vitest";
import { standaloneContext } from "../../../../corpus/parse/dialects/dialect-context.ts";
import { DEFAULT_SETTINGS } from "../../../../corpus/generators/eleventy/settings.ts";
import { fillEleventy } from "../../../../corpus/parse/liquid/fill-eleventy.ts";
import { nunjucksAsLiquid } from "../../../../corpus/parse/liquid/nunjucks.ts";
import { UNKNOWN_VALUE } from "../../../../corpus/parse/marks.ts";

function fill(source: string, files: Record<string, string> = {}): string | undefined {
  const context = {
    ...standaloneContext(),
    generator: "eleventy",
    fields: { title: "Lamps", list: ["a", "b"] },
    include: (path: string) => files[path],
  };
  const page = {
    path: "guide/x.md",
    address: "/guide/x/",
    settings: DEFAULT_SETTINGS,
    engine: "njk",
  } as const;
  return fillEleventy(source, context, (text) => text, page);
}

describe("Nunjucks as Liquid", () => {
  it.each([
    ["{# gone #}kept", "kept"],
    ["{{ title | upper }}", "{{ title | upcase }}"],
    ["{{- title -}}", "{{- title -}}"],
    ["{{ 'a' ~ title }}", '{{ "a" | append: title }}'],
    ["{% if not x and y === 'z' %}", '{% if not x and y == "z" %}'],
    ["{% elif 'a' in list %}", '{% elsif list contains "a" %}'],
    ["{% set x = title %}", "{% assign x = title %}"],
    ["{% set x %}text{% endset %}", "{% capture x %}text{% endcapture %}"],
    ["{% raw %}{{ x }}{# y #}{% endraw %}", "{% raw %}{{ x }}{# y #}{% endraw %}"],
    ["{% macro m() %}x{% endmacro %}", "{% comment %}x{% endcomment %}"],
    ["{{ not closed", "{{ not closed"],
    ["a { b } {", "a { b } {"],
  ])("%s", (source, liquid) => {
    expect(
      nunjucksAsLiquid(source)
        .text.replace(/ +/g, " ")
        .replace(/ (-?[%}]\})/g, " $1"),
    ).toBe(liquid);
  });

  it("reads a text of marks that are never closed in one pass", () => {
    const steps = (count: number): number => nunjucksAsLiquid("{{ {% {# ".repeat(count)).text.length;
    expect(steps(200_000)).toBe(steps(100_000) * 2);
  });
});

describe("a page of Eleventy", () => {
  it.each([
    ["{{ unheard.of }}", UNKNOWN_VALUE],
    ["{{ title | ownFilter }}", UNKNOWN_VALUE],
    ["{{ title.split('') }}", UNKNOWN_VALUE],
    ["{{ collections.posts | length }}", UNKNOWN_VALUE],
    ["{{ page.url }}", "/guide/x/"],
    ["{{ site.name }}", "Harbour"],
    ["{{ tone }}", "of the folder"],
    ["{% for x in list %}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}", "a, b"],
  ])("shows of %s", (source, shown) => {
    const files = {
      "/_data/site.json": `{ "name": "Harbour" }`,
      "/guide/guide.json": `{ "tone": "of the folder" }`,
    };
    expect(fill(source, files)).toBe(shown);
  });

  it("keeps code that a filter or a block colours as code", () => {
    const fence = "\n\n```js\nlet a = `b`;\n```\n\n";
    expect(fill('{% set c %}\nlet a = `b`;\n{% endset %}{{ c | highlight("js") | safe }}')).toBe(fence);
    expect(fill('{% highlight "js" %}\nlet a = `b`;\n{% endhighlight %}')).toBe(fence);
  });

  it("is read as it is written where its templates have an error", () => {
    expect(fill("{% if title %}never closed")).toBeUndefined();
  });
});
