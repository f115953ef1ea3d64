import { describe, expect, it } from "vitest";
import { citationOf } from "../../../../core/citation/quote.ts";
import { pageOf, textOf } from "../support/pages.ts";

function linesOf(body: string): { url: string; path: string; text: string }[] {
  const page = pageOf(`<html><body><main><h1>Kettle</h1>${body}</main></body></html>`, {
    path: "kettle.html",
    url: "/kettle",
  });
  return page.chunks.flatMap((chunk) =>
    chunk.blocks.map((block, blockIndex) => {
      const source = { position: 1, title: "", url: chunk.url, excerpt: "", score: 1 };
      const { url, section = "" } = citationOf(
        { passage: { chunk, source, ordinal: 0, relativeScore: 1 }, blockIndex, text: "" },
        1,
      );
      return { url: url.split(":~:")[0] ?? "", path: section, text: textOf([block]) };
    }),
  );
}

function placeOf(body: string, words: string): string {
  const line = linesOf(body).find(({ text }) => text.includes(words));
  return line === undefined ? "lost" : `${line.url} ${line.path}`;
}

const RDOC = `<section id="methods" class="method-section"><header><h3>Methods</h3></header>
<div id="method-i-boil" class="method-detail "><div class="method-heading"><span class="method-callseq">boil(litres)</span><span class="method-click-advice">click to toggle source</span></div>
<div class="method-description"><p>Heats the water until it moves.</p><div class="method-source-code" id="boil-source"><pre>def boil; end</pre></div></div></div>
<div id="method-i-pour" class="method-detail "><div class="method-heading"><span class="method-name">pour</span><span class="method-args">()</span></div><div class="method-description"></div></div></section>`;
const HADDOCK = `<a href="#g:1" id="g:1"><h2>Heating</h2></a><div class="top"><p class="src"><a id="v:boil" class="def">boil</a> :: Litre -> Steam <a href="src/Kettle.html#boil" class="link">Source</a> <a href="#v:boil" class="selflink">#</a></p><div class="doc"><p>Heats the water until it moves.</p></div></div>`;

describe("members whose signature is no heading", () => {
  it.each([
    ["div in div", RDOC, "/kettle#method-i-boil Methods › boil(litres)"],
    ["paragraph with an anchor", HADDOCK, "/kettle#v:boil Heating › boil :: Litre -> Steam"],
  ])("are cited by their own id: %s", (_, html, place) => {
    expect(placeOf(html, "until it moves")).toBe(place);
  });

  it("are their own text where nothing is said of them", () => {
    expect(placeOf(RDOC, "pour()")).toBe("/kettle#method-i-pour Methods");
  });

  it("leave what toggles and links to their source", () => {
    const said = JSON.stringify([...linesOf(RDOC), ...linesOf(HADDOCK)]);
    expect(said).not.toMatch(/toggle|def boil|Source/);
  });

  it("are none without an id, and the section goes on behind them", () => {
    expect(placeOf(`<div><p class="src">boil</p><p>Heats it.</p></div>`, "Heats it")).toBe("/kettle ");
    expect(placeOf(`${RDOC}<p>Dry it at last.</p>`, "Dry it")).toBe("/kettle#methods Methods");
  });
});

describe("links to source", () => {
  const signature = `<h3 id="boil">boil <a href="_modules/kettle.html" class="viewcode-link">[source]</a></h3><p>Heats the water.</p>`;
  it("are no part of a signature", () => {
    expect(placeOf(signature, "Heats")).toBe("/kettle#boil boil");
  });

  it("are none in the corner of a heading", () => {
    const cornered = `<h3 id="boil"><code>boil(litres: number): Steam</code><span class="right"><span><a href="kettle.js.html#l8">source</a></span></span></h3><p>Heats the water.</p>`;
    expect(placeOf(cornered, "Heats")).toBe("/kettle#boil boil(litres: number): Steam");
  });

  it.each([
    ["Source code", `<h2 id="code"><a class="header" href="#code">Source code</a></h2>`],
    ["Boil it from source", `<h2 id="code">Boil it from <a href="/repository">source</a></h2>`],
  ])("are the words of a heading that has no others, or goes on with them: %s", (heading, html) => {
    expect(placeOf(`${html}<p>It lies in the shed.</p>`, "in the shed")).toBe(`/kettle#code ${heading}`);
  });

  it("are a term that is explained", () => {
    const terms = `<dl><dt><a href="#source">source</a></dt><dd>Where the water comes from.</dd></dl>`;
    expect(linesOf(terms).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^source\b.*Where the water comes from\.$/s),
    ]);
  });

  it("are words in a sentence", () => {
    const sentence = `<p>Its <a href="src/kettle.ts">source</a> is short.</p>`;
    expect(linesOf(sentence).map(({ text }) => text)).toEqual(["Its source is short."]);
  });

  it("fold code that is no text", () => {
    const folded = `<p>Heats the water.</p><details><summary>Expand source code</summary><pre>boil()</pre></details><details><summary>Sources of water</summary><p>Wells and rain.</p></details>`;
    const said = linesOf(folded).map(({ text }) => text);
    expect(said).not.toContain("boil()");
    expect(said).toContain("Wells and rain.");
  });
});

describe("what stands behind folded text", () => {
  it("is no part of it, however far out it stands", () => {
    const html = `<h2 id="heat">Heat</h2><div><details id="short"><summary>In short</summary><ul><li>boil</li></ul></details></div><div><p>Water boils at a hundred degrees.</p></div>`;
    expect(placeOf(html, "hundred degrees")).toBe("/kettle#heat Heat");
  });
});
