import { describe, expect, it } from "vitest";
import { linesOfPage } from "../support/dialect-pages.ts";

describe("what an author writes for nobody to read", () => {
  it.each([
    ["a comment of Obsidian", "Bake it. %%Is that so?%% Eat it.", "P Bake it. Eat it."],
    ["one of several lines", "%%\nNot yet.\n%%\n\nBake it.", "P Bake it."],
    ["an id of a block", "Salt is weighed. ^salt-1", "P Salt is weighed."],
    ["a comment of Nunjucks", "Bake it. {# Ask Ann. #}", "P Bake it."],
    ["a comment of ERB", "Bake it. <%# Ask Ann. %>", "P Bake it."],
    ["a value of ERB, with its sentence", "It costs <%= price %> euros. Bake it.", "P Bake it."],
    ["a variable of Markdoc, with its sentence", "At {% $heat %} degrees. Bake it.", "P Bake it."],
  ])("is left out: %s", (_, source, line) => {
    expect(linesOfPage(source)).toEqual([line]);
  });

  it.each([
    "Print 100%% of it, or 50%% less.",
    "Twice x ^2 and a ^ b.",
    "Write `%%comment%%` and `<%= value %>` so.",
  ])("is told from text: %s", (text) => {
    expect(linesOfPage(text)).toEqual([`P ${text}`]);
  });

  it("is looked for in steps that grow with the text alone", () => {
    for (const mark of ["%%a", "{#a", "<%=a", "{% $a", "[block:code]\n"]) {
      expect(linesOfPage(`${mark} `.repeat(5000)).length).toBeGreaterThan(0);
    }
  });
});

describe("blocks of Markdoc", () => {
  it("end where their closing tags stand", () => {
    const source =
      '{% callout title="Hot" %}\nWear gloves.\n{% /callout %}\n\nFire it. {% if $beta %}Soon.{% /if %} {% .wide %}';
    expect(linesOfPage(source)).toEqual(["P Hot Wear gloves.", "P Fire it. Soon."]);
  });

  it("give headings their ids", () => {
    expect(linesOfPage("## Kiln {% #top .wide %}\n\nFire it.")).toEqual(["H Kiln #top", "P Fire it."]);
  });
});

describe("marks of wikis", () => {
  it.each([
    ["changes of GitLab", "Use [+ two +] or {+ three +} eggs[- and milk -].", ["P Use two or three eggs."]],
    ["a tree of pages", "[[_TOSP_]]\n\nText.", ["P Text."]],
    [
      "a diagram of Azure DevOps",
      "::: mermaid\ngraph LR;\n:::\n\nText.",
      ["C mermaid: graph LR;", "P Text."],
    ],
    ["no list of numbers", "From [- 3 to 5] and [+ 2].", ["P From [- 3 to 5] and [+ 2]."]],
  ])("are read: %s", (_, source, lines) => {
    expect(linesOfPage(source)).toEqual(lines);
  });
});

describe("blocks of ReadMe", () => {
  it.each([
    ["callout", { type: "info", title: "Limits", body: "Once a minute." }, ["P Limits", "P Once a minute."]],
    [
      "code",
      { codes: [{ code: "mail fetch", language: "sh", name: "Shell" }] },
      ["P Shell:", "C sh: mail fetch"],
    ],
    [
      "parameters",
      { data: { "h-0": "Flag", "h-1": "Meaning", "0-0": "-a", "0-1": "All | old" }, cols: 2, rows: 1 },
      ["T Flag | Meaning", "T -a | All | old"],
    ],
    ["image", { images: [{ image: ["x.png"], caption: "The box" }] }, ["P The box"]],
  ])("show what their JSON says: %s", (kind, value, lines) => {
    expect(linesOfPage(`[block:${kind}]\n${JSON.stringify(value, null, 2)}\n[/block]`)).toEqual(lines);
  });

  it("are left out where it can't be read", () => {
    expect(linesOfPage("[block:code]\n{broken\n[/block]\n\nText.")).toEqual(["P Text."]);
  });
});

describe("components that describe a field", () => {
  it("say its name, its type and whether it is needed", () => {
    const source = '<ParamField path="speed" type="number" required>\n  In knots.\n</ParamField>';
    expect(linesOfPage(source, { path: "page.mdx" })).toEqual(["P speed (number, required)", "P In knots."]);
  });
});
