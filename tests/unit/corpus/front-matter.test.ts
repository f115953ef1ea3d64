import { describe, expect, it } from "vitest";
import { splitFrontMatter } from "../../../corpus/parse/front-matter.ts";

describe("front matter", () => {
  it("gives the fields that a page says about itself, and the text without them", () => {
    const { frontMatter, body, problem } = splitFrontMatter(
      "---\ntitle: Install\ndescription: >-\n  How to\n  install.\nslug: /start\nlang: pt-BR\nlastUpdated: 2024-05-01\n---\nText.\n",
    );
    expect(problem).toBeUndefined();
    expect(frontMatter).toEqual({
      title: "Install",
      description: "How to install.",
      language: "pt-BR",
      date: "2024-05-01",
      draft: false,
    });
    expect(body).toBe("Text.\n");
  });

  it("reads TOML below empty lines, as Hugo does, and YAML only at the top", () => {
    expect(splitFrontMatter('\n\n+++\ntitle = "Build"\n+++\nText.')).toMatchObject({
      body: "Text.",
      frontMatter: { title: "Build" },
    });
    expect(splitFrontMatter("\n---\ntitle: Build\n---\nText.").hasFrontMatter).toBe(false);
  });

  it("knows a draft by draft: true and by published: false", () => {
    expect(splitFrontMatter("---\ndraft: true\n---\n").frontMatter.draft).toBe(true);
    expect(splitFrontMatter("---\npublished: false\n---\n").frontMatter.draft).toBe(true);
    expect(splitFrontMatter('---\ndraft: "true story"\n---\n').frontMatter.draft).toBe(false);
  });

  it("reports invalid YAML with its line, and leaves the broken block out of the text", () => {
    const { body, problem } = splitFrontMatter("---\ntitle: [open\nother: x\n---\nText.");
    expect(problem).toMatch(/\(line \d+\)$/);
    expect(body).toBe("Text.");
  });

  it("reads Windows line ends, an empty block, and numbers as titles", () => {
    expect(splitFrontMatter("---\r\ntitle: A\r\n---\r\nB").frontMatter.title).toBe("A");
    expect(splitFrontMatter("---\n---\nB")).toMatchObject({ body: "B", frontMatter: { draft: false } });
    expect(splitFrontMatter("---\ntitle: 404\n---\n").frontMatter.title).toBe("404");
  });

  it.each([
    ["Set the <code>proof-time</code> of <em>all <b>loaves</b></em>", "Set the proof-time of all loaves"],
    ["The <code> element", "The <code> element"],
    ["Use `<b>bold</b>` with care", "Use `<b>bold</b>` with care"],
    ["Pair <Tabs> with </Tabs>", "Pair <Tabs> with </Tabs>"],
  ])("takes the title %j without what formats it", (title, expected) => {
    expect(splitFrontMatter(`---\ntitle: "${title}"\n---\nText.`).frontMatter.title).toBe(expected);
  });

  it("leaves a thematic break at the top of a page alone", () => {
    const source = "---\nJust a sentence.\n---\nMore.";
    expect(splitFrontMatter(source)).toMatchObject({ body: source });
  });

  it("refuses a bomb of aliases without building it", () => {
    const levels = Array.from({ length: 9 }, (_, level) =>
      level === 0 ? "a0: &a0 [x,x,x,x,x,x,x,x,x]" : `a${level}: &a${level} [${`*a${level - 1},`.repeat(9)}]`,
    );
    const { problem, body } = splitFrontMatter(`---\n${levels.join("\n")}\n---\nText.`);
    expect(problem).toMatch(/alias/i);
    expect(body).toBe("Text.");
  });

  it("constructs nothing from tags", () => {
    const { frontMatter } = splitFrontMatter('---\ntitle: !!js/function "function () {}"\n---\n');
    expect(typeof frontMatter.title === "string" || frontMatter.title === undefined).toBe(true);
  });

  it("reads the flat fields of TOML", () => {
    const { frontMatter, body } = splitFrontMatter('+++\ntitle = "Hugo page"\ndraft = true\n+++\nText.');
    expect(frontMatter).toEqual({ title: "Hugo page", draft: true });
    expect(body).toBe("Text.");
  });

  it("ignores a language that is no language tag", () => {
    expect(splitFrontMatter("---\nlang: not a tag\n---\n").frontMatter.language).toBeUndefined();
  });
});

describe("front matter in other notations than YAML and TOML", () => {
  const fields = { title: "Kiln", draft: true, permalink: "/ovens/kiln/" };
  const json = JSON.stringify(fields, null, 2);

  it.each([
    ["---json", `---json\n${json}\n---\nText.`],
    ["---toml", '---toml\ntitle = "Kiln"\ndraft = true\npermalink = "/ovens/kiln/"\n---\nText.'],
    ["---yaml", "---yaml\ntitle: Kiln\ndraft: true\npermalink: /ovens/kiln/\n---\nText."],
    [";;;", `;;;\n${json}\n;;;\nText.`],
    [";;; without braces", `;;;\n${json.slice(2, -2)}\n;;;\nText.`],
    ["an object at the top", `${json}\nText.`],
    ["an object at the top, with lines of Windows", `${json}\r\nText.`],
    [
      "---js with an object",
      '---js\n{\n  title: "Kiln",\n  draft: !false,\n  permalink: (data) => `/ovens/${data.title.toLowerCase()}/`,\n}\n---\nText.',
    ],
    [
      "---js with a program",
      '---js\nconst title = "Kiln";\nconst draft = true;\nfunction permalink({ title }) { return "/ovens/" + title.toLowerCase() + "/"; }\n---\nText.',
    ],
  ])("%s", (_, source) => {
    const split = splitFrontMatter(source);
    expect(split).toMatchObject({ fields, body: "Text.", hasFrontMatter: true });
    expect(split.frontMatter).toEqual({ title: "Kiln", draft: true });
    expect(split.problem).toBeUndefined();
  });

  it("never runs a program, and says what it can't know of it", () => {
    const source =
      '---js\nconst title = globalThis.process.exit(1);\nconst draft = false;\nconst permalink = pages.find("x");\n---\nText.';
    const { fields: known, problem, body } = splitFrontMatter(source);
    expect(known).toEqual({ draft: false, permalink: expect.stringContaining("{%") });
    expect(problem).toBe("title, permalink are only known when the page is run, which is never done");
    expect(body).toBe("Text.");
  });

  it("says what is wrong, and leaves the broken block out of the text", () => {
    expect(splitFrontMatter('---json\n{ "title": }\n---\nText.')).toMatchObject({
      body: "Text.",
      problem: expect.stringContaining("JSON"),
    });
    expect(splitFrontMatter("---js\n{ title: ,, }\n---\nText.").problem).toBeDefined();
    expect(splitFrontMatter('{\n "title": "a",,\n}\nText.')).toMatchObject({ body: "Text." });
  });

  it.each([
    ['{{ "a" | upcase }} is said.'],
    ['{ "a": 1 } is an object.'],
    ["{frontmatter.title}"],
    ['{ "never": "closed"'],
    ["---python\nx = 1\n---\n"],
  ])("is none in %s", (source) => {
    expect(splitFrontMatter(source)).toMatchObject({ hasFrontMatter: false, body: source });
  });

  it("takes time in proportion to the page where an object is never closed", () => {
    const source = `{"a": ${'{"b": '.repeat(200_000)}`;
    expect(splitFrontMatter(source).body).toBe(source);
  });
});
