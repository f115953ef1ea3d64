import { describe, expect, it } from "vitest";
import { readTemplate } from "../../../../corpus/parse/dialects/hugo/shortcode-templates.ts";
import { linesOfPage, readPage } from "../support/dialect-pages.ts";

describe("a template of a shortcode", () => {
  it.each([
    ["its body", "<mark>{{ .Inner }}</mark>", [], true, false],
    [
      "a parameter in an attribute",
      '<i data-row={{ .Get "row" }} class="{{ .Get 0 }}">{{ .Inner }}</i>',
      [],
      true,
      false,
    ],
    ["a parameter", '<b>{{ .Get "name" | markdownify }}</b>', ["name"], false, false],
    ["positions", "<kbd>{{ .Get 1 }}</kbd> {{- .Get 0 -}}", [1, 0], false, false],
    [
      "a variable",
      '{{ $name := .Get 0 | default "More" }}<h4>{{ $name }}</h4>{{ .Inner }}',
      [0],
      true,
      false,
    ],
    ["what a block is about", "{{ with .Get `by` }}<em>{{ . }}</em>{{ end }}", ["by"], false, false],
    [
      "a class of a table",
      '{{ $t := .Inner | markdownify }}{{ $c := .Get 0 }}{{ replace $t "<table>" (printf "<table class=%s>" $c) }}',
      [],
      true,
      false,
    ],
    [
      "a file",
      '{{ $file := .Get "path" }}{{ $text := readFile $file }}{{ highlight $text "yaml" "" }}',
      [],
      false,
      true,
    ],
    ["data", "{{ .Site.Data.prices.small }}", [], false, true],
    ["a comment", '{{/* {{ .Get "a" }} */}}<!-- {{ .Get "b" }} -->{{ .Inner }}', [], true, false],
    [
      "what only its author sees",
      '{{ if not (.Get "x") }}{{ errorf "no x" }}{{ end }}{{ .Inner }}',
      [],
      true,
      false,
    ],
  ])("shows %s", (_, source, names, showsInner, showsMore) => {
    const template = readTemplate(source);
    expect(template.shown.map(({ name }) => name)).toEqual(names);
    expect(template).toMatchObject({ showsInner, showsMore });
  });

  it("is read in time that grows with its length, however many of its marks are never closed", () => {
    expect(readTemplate("{{ .Get 0 ".repeat(5000)).shown).toEqual([]);
    expect(readTemplate("<".repeat(100_000)).showsInner).toBe(false);
  });
});

describe("a site's own shortcodes", () => {
  const site = {
    generator: "hugo",
    files: {
      "/hugo.yaml": "title: Boats\ntheme: [sail, base]\n",
      "/layouts/shortcodes/point.html": '<i data-of="{{ .Get "label" }}">{{ .Inner }}</i>',
      "/themes/base/layouts/shortcodes/Fold.html":
        '{{ $name := .Get 0 | default "More" }}<button>{{ $name }}</button>{{ .Inner }}',
      "/layouts/_shortcodes/price.html": "{{ .Site.Data.prices.small }}",
      "/layouts/shortcodes/hint.html": "<span>{{ .Get 0 | humanize }}</span>{{ .Inner }}",
      "/layouts/shortcodes/listing.html": '{{ highlight (readFile (.Get "path")) "yaml" "" }}',
    },
  };
  it.each([
    [
      "no parameter that is for the browser",
      'Turn the {{< point label="deck" line="2" >}}wheel{{< /point >}} left.',
      ["P Turn the wheel left."],
    ],
    ["a name of the theme's", "{{< Fold Rigging >}}\nHaul.\n{{< /Fold >}}", ["P Rigging", "P Haul."]],
    ["what stands where no name is given", "{{< Fold >}}\nHaul.\n{{< /Fold >}}", ["P More", "P Haul."]],
    ["no word for the kind of a note", '{{< hint "tip" >}}\nHaul.\n{{< /hint >}}', ["P Haul."]],
    ["no sentence with a value of its data", "It costs {{< price >}} euros. Pay later.", ["P Pay later."]],
    [
      "no announcement of what it makes of a file",
      'Write this:\n\n{{< listing path="a.yaml" label="deck" >}}\n\nThen go.',
      ["P Then go."],
    ],
  ])("show %s", (_, source, lines) => {
    expect(linesOfPage(source, site)).toEqual(lines);
  });

  it("are filled in in code, with a sign where their value is not known", () => {
    const source = '```sh\nbuy {{< price >}} {{< point label="a" >}}now{{< /point >}}\n```\n';
    const { items, dropped } = readPage(source, site);
    expect(items).toMatchObject([{ kind: "code", code: "buy … now" }]);
    expect(dropped.map(({ reason }) => reason)).toContain("unknown-value");
  });

  it("leave no code that would be nothing but a sign", () => {
    expect(
      linesOfPage('Write this:\n\n```yaml\n{{< listing path="a.yaml" >}}\n```\n\nThen go.', site),
    ).toEqual(["P Then go."]);
  });

  it("are samples in code where they are written as such", () => {
    expect(linesOfPage("```\n{{</* price */>}}\n```", site)).toEqual(["C : {{< price >}}"]);
  });
});
