import { describe, expect, it } from "vitest";
import { placeOf } from "../../../../core/corpus/heading-place.ts";
import { pageOf } from "../support/pages.ts";

/** Every block with the anchor it is cited by and the headings it stands under. */
function places(body: string): Record<string, [anchor: string, path: string[]]> {
  const source = `<html><head><title>Kettle</title></head><body><main><h1>Kettle</h1>${body}</main></body></html>`;
  const { chunks } = pageOf(source, { path: "a.html", url: "/a.html" });
  return Object.fromEntries(
    chunks.flatMap((chunk) =>
      chunk.blocks.flatMap((block, index) => {
        if (block.kind !== "paragraph" || block.isHeading === true) return [];
        const { url, headingPath } = placeOf(chunk, index);
        return [[block.text, [url.split("#")[1] ?? "", headingPath]]];
      }),
    ),
  );
}

const MEMBERS = `<section id="api"><h2>Reference</h2><p>Before.</p>
  <dl><dt id="Kettle">class Kettle</dt><dd><p>Boils water.</p>
    <dl><dt id="Kettle.lid">lid</dt><dd><p>Open or not.</p></dd>
        <dt id="Kettle.volume">volume</dt><dd></dd></dl>
    <p>An example follows.</p></dd>
  <dt id="Pot">class Pot</dt><dd><p>Keeps tea.</p></dd></dl>
  <p>After all of them.</p></section>`;

describe("terms with ids of their own", () => {
  it("are cited at their own depth, and what follows them as before", () => {
    expect(places(MEMBERS)).toEqual({
      "Before.": ["api", ["Reference"]],
      "Boils water.": ["Kettle", ["Reference", "class Kettle"]],
      "Open or not.": ["Kettle.lid", ["Reference", "class Kettle", "lid"]],
      "volume": ["Kettle.volume", ["Reference", "class Kettle"]],
      "An example follows.": ["Kettle", ["Reference", "class Kettle"]],
      "Keeps tea.": ["Pot", ["Reference", "class Pot"]],
      "After all of them.": ["api", ["Reference"]],
    });
  });

  it("stay so where the passage is cut", () => {
    const long = (text: string): string => `${text} ${"word ".repeat(260).trim()}`;
    const found = places(MEMBERS.replace(/<p>([^<]*)<\/p>/g, (_, text: string) => `<p>${long(text)}</p>`));
    expect(found[long("After all of them.")]).toEqual(["api", ["Reference"]]);
    expect(found[long("An example follows.")]).toEqual(["Kettle", ["Reference", "class Kettle"]]);
    expect(found[long("Keeps tea.")]).toEqual(["Pot", ["Reference", "class Pot"]]);
  });

  it("may share a meaning", () => {
    const found = places(
      '<h2 id="o">Options</h2><dl><dt id="q">-q</dt><dt id="quiet">--quiet</dt><dd>Says less.</dd></dl>',
    );
    expect(found["--quiet"]).toEqual(["quiet", ["Options", "-q"]]);
    expect(found["Says less."]).toEqual(["quiet", ["Options", "-q"]]);
  });
});

describe("headings", () => {
  it.each([
    [
      '<h2 id="core"><a class="toc-backref" href="#id1">Core</a><a class="headerlink" href="#core">¶</a></h2>',
      "core",
      "Core",
    ],
    [
      '<div id="plain"><h3>Commands</h3><div class="note"><h3>Note</h3><p>Careful.</p></div></div>',
      "plain",
      "Commands",
    ],
    ['<h2 id="at">@</h2>', "at", "@"],
  ])("are read from %s", (heading, anchor, text) => {
    expect(places(`<p>Lead.</p>${heading}<p>Below it.</p>`)["Below it."]?.[0]).toBe(anchor);
    expect(places(`<p>Lead.</p>${heading}<p>Below it.</p>`)["Below it."]?.[1]).toEqual([text]);
  });
});
