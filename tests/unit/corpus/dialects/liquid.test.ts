/** Templates of Jekyll. What its own build makes of them is held by the trap pages in tests/generators/pages/jekyll. */
import { describe, expect, it } from "vitest";
import { isLeftOut } from "../../../../corpus/formats/format-reader.ts";
import { htmlReader } from "../../../../corpus/formats/html.ts";
import { markdownReader } from "../../../../corpus/formats/markdown.ts";
import type { ReadDocument } from "../../../../corpus/formats/document.ts";
import { unconfiguredSite } from "../../../../corpus/generators/site.ts";
import { linesOf } from "../support/dialect-pages.ts";

const FILES: Record<string, string> = {
  "/_config.yml": "title: Demo\nport: { berths: 42 }\ncollections: [boats]",
  "/_data/plans.yml": "- { name: Day, price: 12 }\n- { name: Week, price: 60, note: best }",
  "/_data/fleet/gigs.json": '{"small":{"seats":4}}',
  "/_data/crew.csv": "name,berth\nAda,3\n",
  "/_data/broken.yml": "a: [",
  "/_includes/loop.html": "{% include loop.html %}",
};

async function readPage(text: string, path = "page.md", files = FILES): Promise<ReadDocument> {
  const reader = path.endsWith(".html") ? htmlReader : markdownReader;
  const [document] = await reader.read({
    path,
    sitePath: path,
    text,
    bytes: new Uint8Array(0),
    site: unconfiguredSite("/", "jekyll"),
    language: "en",
    include: (file) => files[file],
  });
  if (document === undefined || isLeftOut(document)) throw new Error("no page");
  return document;
}

async function linesOfPage(text: string, path?: string): Promise<string[]> {
  return linesOf((await readPage(text, path)).items);
}

describe("templates of Jekyll", () => {
  it.each([
    [
      "lists of data",
      "{% for p in site.data.plans %}\n- {{ p.name }}: {{ p.price }}\n{%- endfor %}",
      ["L Day: 12", "L Week: 60"],
    ],
    ["data in folders", "It seats {{ site.data.fleet.gigs.small.seats }}.", ["P It seats 4."]],
    [
      "tables of data",
      "{% for c in site.data.crew %}{{ c.name }} has {{ c.berth }}.{% endfor %}",
      ["P Ada has 3."],
    ],
    ["filters", '{{ site.data.plans | map: "name" | join: " or " }}.', ["P Day or Week."]],
    ["cases", "{% case site.port.berths %}{% when 42 %}Many.{% else %}Few.{% endcase %}", ["P Many."]],
    [
      "what is not set",
      "A{% if site.closed %} b{% endif %}{% unless page.x %} c{% endunless %}.",
      ["P A c."],
    ],
    [
      "headings, with their ids",
      "{% for p in site.data.plans %}\n## {{ p.name }}\n\nText.\n{% endfor %}",
      ["H Day #day", "P Text.", "H Week #week", "P Text."],
    ],
    [
      "fields that some have",
      "{% for p in site.data.plans %}{{ p.name }}{{ p.note }}. {% endfor %}",
      ["P Day. Weekbest."],
    ],
    ["raw marks", "Write {% raw %}{{ page.x }}{% endraw %}.", ["P Write {{ page.x }}."]],
    [
      "tags of plug-ins",
      '{% youtube abc %}\n\n{% callout title="Mind" %}\nText.\n{% endcallout %}',
      ["P Mind Text."],
    ],
  ])("are filled in: %s", async (_, source, lines) => {
    expect(await linesOfPage(`---\ntitle: T\n---\n${source}`)).toEqual(lines);
  });

  it("are filled in in pages of HTML", async () => {
    const html =
      "---\ntitle: T\n---\n<main><p>{{ site.title }} has {{ site.port.berths }}.</p><p>One. Of {{ site.time }} x. Two.</p></main>";
    const page = await readPage(html, "page.html");
    expect(linesOf(page.items)).toEqual(["P Demo has 42.", "P One. Two."]);
    expect(page.dropped).toEqual([{ reason: "unknown-value", words: 2 }]);
  });

  it.each([
    "There are {{ site.posts.size }} posts.",
    "There are {{ site.posts | size }} posts.",
    'Since {{ site.time | date: "%Y" }}.',
    'Since {{ "now" | date: "%Y" }}.',
    "By {{ site.author }}.",
    "By {{ author }}.",
    "By {{ site.title | from_plugin }}.",
    "By {{ site.data.nothing.at.all }}.",
    "By {{ site.data.broken.a }}.",
  ])("take their sentence along where a value is not known: %s", async (sentence) => {
    const page = await readPage(`One. ${sentence} Two.`);
    expect(linesOf(page.items)).toEqual(["P One. Two."]);
    expect(page.dropped.map(({ reason }) => reason)).toEqual(["unknown-value"]);
  });

  it.each(["site.pages", "site.boats", "site.posts | where: 'a', 'b'", "site.data.folder"])(
    "leave out what goes through what only the build knows: %s",
    async (collection) => {
      const source = `One.\n\n{% assign all = ${collection} %}{% for p in all %}\n- Read {{ p.title }} now\n{% endfor %}\n\nTwo.`;
      const page = await readPage(source);
      expect(linesOf(page.items)).toEqual(["P One.", "P Two."]);
      expect(page.dropped).toEqual([{ reason: "unknown-value", words: 3 }]);
    },
  );

  it("are bounded", async () => {
    const loops = "{% for a in (1..900) %}{% for b in (1..900) %}x{% endfor %}{% endfor %}";
    expect(linesOf((await readPage(`One.\n\n${loops}\n\nTwo.`)).items)).toEqual(["P One.", "P Two."]);
    const doubled = `{% assign a = "0123456789" %}${"{% assign a = a | append: a %}".repeat(40)}`;
    expect(linesOf((await readPage(`One.${doubled}`)).items)[0]).toBe("P One.");
    expect(linesOf((await readPage("One.\n\n{% include loop.html %}\n\nTwo.")).items)).toEqual([
      "P One.",
      "P Two.",
    ]);
  });

  it("are read as far as they can be where they have an error", async () => {
    expect(await linesOfPage("One.\n\n{% if %}\n\nTwo {{ site.title }}.\n\n{% for %}{% endif %}")).toEqual([
      "P One.",
      "P Two Demo.",
    ]);
  });

  it.each([
    [
      "a definition",
      "Set [oars.length] now.\n\n[oars.length]: {% option_url oars.length %}\n[b]: x",
      "P Set oars.length now.",
    ],
    ["a link", "Read [the guide]({% guide_url rowing %}) first.", "P Read the guide first."],
    ["an icon", "Row {% svg_icon boat %} on.", "P Row on."],
    [
      "a number before an item of a list",
      "- {% ticket 12 %}, {% ticket 14 %} Adds oars.\n- Adds {% part 3 %} oars.\n- {% count %} oars.",
      "L Adds oars.",
    ],
    ["a pair of marks in a line", "Row {% shout %}now{% endshout %} and rest.", "P Row now and rest."],
  ])("leave the words where a plug-in makes %s", async (_, source, line) => {
    expect(await linesOfPage(`---\ntitle: T\n---\n${source}`)).toEqual([line]);
  });

  it("take the sentence along that a plug-in has a word of", async () => {
    const source =
      "---\ntitle: T\n---\nA boat has oars. Its class is {% class_name Gig %}, as ever. Row on.\n\n{% toc %}\n\nRest.";
    expect(await linesOfPage(source)).toEqual(["P A boat has oars. Row on.", "P Rest."]);
  });
});
