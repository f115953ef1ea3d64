import { describe, expect, it } from "vitest";
import { chunkPage } from "../../../corpus/chunk/chunk-page.ts";
import { placeOf } from "../../../core/corpus/heading-place.ts";
import type { Chunk } from "../../../core/corpus/format.ts";
import { CONTINUATION_DEPTH } from "../../../corpus/parse/outline.ts";
import { countBlocksWords } from "../../../corpus/chunk/words.ts";
import { heading, markdownItems, pageOf, paragraph, words } from "./support/pages.ts";

const chunk = (source: string, title = "Page") =>
  chunkPage({ items: markdownItems(source), title, url: "/p/", language: "en" });
const outline = (source: string) =>
  chunk(source).map(({ url, headingPath }) => [url, headingPath.join(" › ")]);

describe("sections and chunks", () => {
  it("gives each section of its own length a chunk with its path and its anchor", () => {
    expect(
      outline(
        `Lead ${words(100)}\n\n## A\n\n${words(120)}\n\n### A one\n\n${words(110)}\n\n## B\n\n${words(130)}`,
      ),
    ).toEqual([
      ["/p/", ""],
      ["/p/#a", "A"],
      ["/p/#a-one", "A › A one"],
      ["/p/#b", "B"],
    ]);
  });

  it("keeps a small section with everything below it in one chunk, headings inside as paragraphs", () => {
    const [only, ...more] = chunk(
      `## A\n\n${words(30)}\n\n### A \`one\`\n\n${words(40, "x")}\n\n## B\n\n${words(120)}`,
    );
    expect(more).toHaveLength(1);
    expect(only).toMatchObject({ url: "/p/#a", headingPath: ["A"] });
    expect(only?.blocks).toEqual([
      paragraph(words(30)),
      heading("A `one`", "a-one", 2),
      paragraph(words(40, "x")),
    ]);
  });

  it("merges small neighbours below the same parent, and opens at the first of them", () => {
    const chunks = chunk(
      `## P\n\n${words(150)}\n\n### A\n\n${words(45, "a")}\n\n### B\n\n${words(45, "x")}\n\n### C\n\n${words(120)}`,
    );
    expect(chunks.map(({ url, headingPath }) => [url, headingPath])).toEqual([
      ["/p/#p", ["P"]],
      ["/p/#a", ["P"]],
      ["/p/#c", ["P", "C"]],
    ]);
    expect(chunks[1]?.blocks).toEqual([
      heading("A", "a", 2),
      paragraph(words(45, "a")),
      heading("B", "b", 2),
      paragraph(words(45, "x")),
    ]);
  });

  it("keeps options and functions of a reference apart, since people ask for them by name", () => {
    const names = ["server.port", "`host`", "getStaticPaths()", "client:load"];
    const sections = names.map((name) => `## ${name}\n\nWhat it does.`).join("\n\n");
    expect(outline(sections).map(([, heading]) => heading)).toEqual(
      names.map((name) => name.replaceAll("`", "")),
    );
    expect(outline("## Hosts\n\nOne.\n\n## Ports\n\nTwo.")).toHaveLength(1);
  });

  it("never merges an answer to a question away", () => {
    expect(outline("## How?\n\nLike this.\n\n## Why?\n\nBecause it is so.")).toEqual([
      ["/p/#how", "How?"],
      ["/p/#why", "Why?"],
    ]);
  });

  it("appends a short last section to the chunk before it", () => {
    const chunks = chunk(`## A\n\n${words(150)}\n\n## See also\n\n- one\n- two`);
    expect(chunks).toHaveLength(1);
    expect(chunks[0]?.blocks.slice(1)).toEqual([
      heading("See also", "see-also", 1),
      { kind: "list", ordered: false, items: ["one", "two"] },
    ]);
  });

  it("gives a piece that begins inside of a section below it that section's path and anchor", () => {
    // Each of them small enough to share a chunk, with their headings together too long for one.
    const long = Array.from({ length: 40 }, (_, index) => `many words of a long heading ${index}`);
    const sections = long.map(
      (text, index) => `### ${text}\n\n${words(1, `a${index}w`)}\n\n${words(1, `b${index}w`)}`,
    );
    const chunks = chunk(`## Outer\n\n${words(10)}\n\n${sections.join("\n\n")}`);
    expect(chunks.length).toBeGreaterThan(1);
    for (const { url, headingPath, blocks } of chunks.slice(1)) {
      const [first] = blocks;
      const number = /(?<=[ab])\d+(?=w)/.exec(JSON.stringify(blocks))?.[0];
      const own = `many words of a long heading ${number}`;
      expect(url).toBe(`/p/#${own.replaceAll(" ", "-")}`);
      const isInText = first?.kind === "paragraph" && first.isHeading === true;
      expect(headingPath).toEqual(isInText ? ["Outer"] : ["Outer", own]);
    }
  });

  it("tells where a section goes on at another anchor without a heading", () => {
    const at = (anchor: string) => ({
      kind: "heading" as const,
      depth: CONTINUATION_DEPTH,
      text: "",
      anchor,
    });
    const items = [at("page=1"), paragraph(words(20)), at("page=2"), paragraph(words(20, "x"))];
    const [only, ...more] = chunkPage({ items, title: "Page", url: "/p.pdf", language: "en" });
    expect(more).toEqual([]);
    expect(only?.url).toBe("/p.pdf#page=1");
    const blocks = only?.blocks ?? [];
    expect(blocks.map((_, index) => placeOf(only as Chunk, index).url)).toEqual([
      "/p.pdf#page=1",
      "/p.pdf#page=2",
    ]);
    expect(blocks.map((block) => block.kind === "paragraph" && block.isHeading)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it("never parts a heading from what stands under it", () => {
    const sections = Array.from(
      { length: 60 },
      (_, index) => `### many words of a heading ${index}\n\n${words(1)}`,
    );
    for (const { blocks } of chunk(`## Outer\n\n${sections.join("\n\n")}`)) {
      const last = blocks.at(-1);
      expect(last?.kind === "paragraph" && last.isHeading).not.toBe(true);
    }
  });

  it("knows a chunk by what it says, not by the ids of the headings in it", () => {
    const ids = (source: string) => chunk(source).map(({ id }) => id);
    const source = `## A\n\n${words(30)}\n\n### B\n\n${words(20)}`;
    expect(ids(source)).toEqual(ids(source.replace("### B", "### B {#other}")));
    expect(ids(source)).not.toEqual(ids(source.replace("### B", "### C")));
  });

  it("splits a long section at paragraph borders into pieces of about equal size", () => {
    const source = Array.from({ length: 10 }, (_, index) => words(50, `p${index}w`)).join("\n\n");
    const sizes = chunk(`## Long\n\n${source}`).map(({ blocks }) => countBlocksWords(blocks));
    expect(sizes).toEqual([250, 250]);
  });

  it("keeps code with the paragraph that introduces it, across a title of the code", () => {
    const code = `\`\`\`js title="a.js"\n${words(60, "c")}\n\`\`\``;
    const chunks = chunk(`${words(150)}\n\n${words(130)}\n\nDo this:\n\n${code}\n\n${words(100)}`);
    const withCode = chunks.find(({ blocks }) => blocks.some(({ kind }) => kind === "code"));
    const index = withCode?.blocks.findIndex(({ kind }) => kind === "code") ?? 0;
    expect(withCode?.blocks.slice(index - 2, index)).toEqual([paragraph("Do this:"), paragraph("`a.js`")]);
  });

  it("leaves an oversize code block or table whole and alone", () => {
    const code = words(700, "c");
    const rows = Array.from({ length: 400 }, (_, row) => `|a${row}|b${row}|`).join("\n");
    const chunks = chunk(
      `${words(90)}\n\n\`\`\`\n${code}\n\`\`\`\n\n${words(90)}\n\n|A|B|\n|-|-|\n${rows}\n\n${words(90)}`,
    );
    expect(chunks.find(({ blocks }) => blocks[0]?.kind === "code")?.blocks).toEqual([
      { kind: "code", language: "", code },
    ]);
    const table = chunks.find(({ blocks }) => blocks[0]?.kind === "table")?.blocks;
    expect(table).toHaveLength(1);
    expect(table?.[0]?.kind === "table" && table[0].rows).toHaveLength(401);
  });

  it("cuts a paragraph that is longer than a chunk between sentences", () => {
    const sentences = Array.from({ length: 40 }, (_, index) => `Sentence ${index} ${words(13)}.`);
    const chunks = chunk(sentences.join(" "));
    expect(chunks.length).toBeGreaterThan(1);
    for (const { blocks } of chunks) {
      expect(countBlocksWords(blocks)).toBeLessThanOrEqual(300);
      expect(blocks[0]?.kind === "paragraph" && blocks[0].text).toMatch(/^Sentence[\s\S]*\.$/);
    }
  });

  it("does not repeat the title: neither as a section nor in the text", () => {
    const chunks = chunk(`# \`Vector\` class\n\n${words(120)}`, "Vector Class");
    expect(chunks).toHaveLength(1);
    expect(chunks[0]).toMatchObject({ headingPath: [], url: "/p/", blocks: [paragraph(words(120))] });
  });

  it("keeps a heading below the first text that asks what the title asks", () => {
    const source = `${words(80)}\n\n## What is rye?\n\n${words(120)}`;
    expect(chunk(source, "What is rye?").map(({ url }) => url)).toEqual(["/p/", "/p/#what-is-rye"]);
    expect(chunk(`## What is rye?\n\n${words(120)}`, "What is rye?").map(({ url }) => url)).toEqual(["/p/"]);
  });

  it("keeps a first heading that says something else than the title", () => {
    expect(chunk(`# Other\n\n${words(120)}`)[0]?.headingPath).toEqual(["Other"]);
  });

  it("gives ids that depend on content and place alone", () => {
    const [first] = chunk(`## A\n\n${words(120)}`);
    const [again] = chunk(`## A\n\n${words(120)}\n\n## B\n\n${words(120)}`);
    const [moved] = chunk(`## B\n\n${words(120)}`);
    expect(first?.id).toMatch(/^[0-9a-f]{16}$/);
    expect(again?.id).toBe(first?.id);
    expect(moved?.id).not.toBe(first?.id);
  });

  it("counts text without spaces by its characters", () => {
    const sizes = chunk("漢字".repeat(400)).map(({ blocks }) => countBlocksWords(blocks));
    expect(sizes[0]).toBeGreaterThan(100);
  });
});

describe("pages", () => {
  it("takes the title from front matter, then the first h1, then the file name", () => {
    expect(pageOf("---\ntitle: Front `matter`\n---\n# Heading\n\nx").title).toBe("Front matter");
    expect(pageOf("Intro.\n\n# Heading\n\nx").title).toBe("Heading");
    expect(pageOf("Text.", { path: "guide/getting-started.md" })).toMatchObject({
      title: "Getting started",
      titleFromFileName: true,
    });
    expect(pageOf("Text.", { path: "guide/deploy_it/index.md" }).title).toBe("Deploy it");
  });

  it("uses the slug, the language and the description of its front matter", () => {
    const page = pageOf("---\ntitle: T\nlang: es\ndescription: What it is.\n---\n");
    expect(page).toMatchObject({ url: "/guide/page/", language: "es" });
    expect(page.chunks).toMatchObject([
      { url: "/guide/page/", language: "es", blocks: [paragraph("What it is.")] },
    ]);
  });
});
