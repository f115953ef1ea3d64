import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countBlocksWords, countWords } from "../../../../corpus/chunk/words.ts";
import { isLeftOut } from "../../../../corpus/formats/format-reader.ts";
import type { ReadDocument } from "../../../../corpus/formats/document.ts";
import { readHtml } from "../../../../corpus/formats/html.ts";
import { unconfiguredSite } from "../../../../corpus/generators/site.ts";
import { textOf } from "../support/pages.ts";

function result(source: string, { path = "guide/page.html", url }: { path?: string; url?: string } = {}) {
  return readHtml({
    path,
    sitePath: path,
    text: source,
    bytes: new Uint8Array(),
    site: unconfiguredSite("/"),
    language: "en",
    include: () => undefined,
    ...(url !== undefined && { url }),
  });
}

function read(body: string, head = "<title>Title</title>"): ReadDocument {
  const document = result(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`);
  if (isLeftOut(document)) throw new Error(`left out: ${document.skipped}`);
  return document;
}

const text = (body: string): string => textOf(read(`<main>${body}</main>`).items);
const anchors = (body: string): string[] =>
  read(`<main>${body}</main>`).items.flatMap((item) => (item.kind === "heading" ? [item.anchor] : []));

describe("a chapter that is only a heading", () => {
  it("does not say what keys turn the pages of its book", () => {
    const help =
      '<div id="mdbook-help-container"><div><h2>Keyboard shortcuts</h2><p>Press <kbd>S</kbd> to search in the book</p></div></div>';
    const chapter = '<main><h1 id="odds"><a class="header" href="#odds">Odds and ends</a></h1></main>';
    const { items } = read(`${help}<div class="page">${chapter}</div>`);
    expect(items.map(({ kind }) => kind)).toEqual(["heading"]);
  });
});

describe("text inside main content", () => {
  it.each([
    [
      "no line of when an article was published",
      "<article><header><div><time>25 April</time> · <!-- -->6 min read</div></header><p>It began in <time>1919</time>.</p></article>",
      "It began in 1919.",
    ],
    [
      "a header that tells when and where",
      "<header><p><time>Mondays</time> at the old mill, by the bridge over the river.</p></header><p>Come early.</p>",
      "Mondays at the old mill, by the bridge over the river.\nCome early.",
    ],
    [
      "no path above the heading, however long the name of the member",
      '<p><a href="/">API</a> / <a href="/shop">shop</a> / ABasketOfGoodsThatNobodyHasPaidForYet</p><h1>Basket</h1><p>Holds goods.</p>',
      "Basket\nHolds goods.",
    ],
    [
      "a note whose class tells how far below the bar of the site it is scrolled to",
      '<p>It rests.<sup><a href="#fn-1" class="anchorTargetStickyNavbar_x1">1</a></sup></p><section data-footnotes="true" class="footnotes"><ol><li class="anchorTargetStickyNavbar_x1" id="fn-1"><p>As <a href="/market">the market</a> does. <a href="#fnref-1">↩</a></p></li></ol></section>',
      "It rests.\nAs the market does.",
    ],
    ["an aside", "<p>One.</p><aside><p>Two.</p></aside>", "One.\nTwo."],
    [
      "a form's labels",
      '<form><label>Name of the owner</label><input name="a"><p>We answer at noon.</p></form>',
      "Name of the owner\nWe answer at noon.",
    ],
    [
      "a button that a sentence shows",
      "<p>Then press <button>Save</button> and wait for the answer.</p>",
      "Then press Save and wait for the answer.",
    ],
    ["keys", "<p>Press <kbd>Ctrl</kbd>+<kbd>C</kbd>.</p>", "Press Ctrl+C."],
    [
      "terms",
      "<dl><dt>Port</dt><dd>Where it listens.</dd><dt>Host</dt><dd>Whom it serves.</dd></dl>",
      "Port: Where it listens.\nHost: Whom it serves.",
    ],
    [
      "a caption and an image",
      '<figure><img src="a.png" alt="A red door"><figcaption>The door.</figcaption></figure>',
      "A red door\nThe door.",
    ],
    ["no name of a file for an image", '<p>See <img src="a.png" alt="IMG_2041.jpg">here.</p>', "See here."],
    [
      "a formula once",
      '<p>So <span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x2</span></span> it is.</p>',
      "So $x^2$ it is.",
    ],
    ["an abbreviation", '<p>The <abbr title="Hypertext">HTML</abbr> page.</p>', "The HTML page."],
    [
      "what an icon says in a table",
      '<table><tr><th>Plan</th><th>Mail</th></tr><tr><td>Small</td><td><i class="icon" title="not included"></i></td></tr><tr><td>Large</td><td><svg aria-label="included"></svg></td></tr></table>',
      "Plan | Mail\nSmall | not included\nLarge | included",
    ],
    [
      "cells that span",
      '<table><tr><th colspan="2">Days</th></tr><tr><td rowspan="2">May</td><td>one</td></tr><tr><td>two</td></tr></table>',
      "Days | \nMay | one\nMay | two",
    ],
    [
      "a table inside a cell",
      "<table><tr><th>Key</th><td><table><tr><td>a</td><td>b</td></tr></table></td></tr><tr><th>Other</th><td>c</td></tr></table>",
      "Key | a, b\nOther | c",
    ],
    [
      "a table that lays out",
      "<table><tr><td><h2>Left</h2><p>One.</p></td><td><p>Two.</p></td></tr></table>",
      "Left\nOne.\nTwo.",
    ],
    [
      "a call in a sentence",
      '<p>Thank you for what you give.</p><p class="c-give__cta">Write to us to <a href="/contact/">tell us about your gift</a>.</p>',
      "Thank you for what you give.\nWrite to us to tell us about your gift.",
    ],
    [
      "a closed accordion",
      '<div id="x" hidden="until-found"><p>Found by browsers.</p></div><p>And more.</p>',
      "Found by browsers.\nAnd more.",
    ],
  ])("keeps %s", (_, body, expected) => {
    expect(text(body)).toBe(expected);
  });

  it("names each panel of a tab group by its label, open or not", () => {
    expect(
      text(`<div class="tabs"><div role="tablist"><button role="tab" aria-controls="p1">macOS</button><button role="tab" aria-controls="p2">Windows</button></div>
        <div role="tabpanel" id="p1"><p>Open the disk image.</p></div><div role="tabpanel" id="p2" hidden><pre>setup.exe</pre></div></div>`),
    ).toBe("macOS: Open the disk image.\nWindows:\nsetup.exe");
  });

  it.each([
    [
      "Rouge",
      '<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">1\n2\n</pre></td><td class="code"><pre>one\ntwo\n</pre></td></tr></tbody></table>',
    ],
    [
      "Hexo",
      '<figure class="highlight"><table><tr><td class="gutter"><pre><span class="line">1</span><br><span class="line">2</span><br></pre></td><td class="code"><pre><span class="line">one</span><br><span class="line">two</span><br></pre></td></tr></table></figure>',
    ],
    [
      "highlight.js",
      '<pre><code class="hljs"><table class="hljs-ln"><tbody><tr><td class="hljs-ln-line hljs-ln-numbers" data-line-number="1"></td><td class="hljs-ln-line hljs-ln-code">one</td></tr><tr><td class="hljs-ln-line hljs-ln-numbers" data-line-number="2"></td><td class="hljs-ln-line hljs-ln-code">two</td></tr></tbody></table></code></pre>',
    ],
    [
      "a table of rows",
      '<table class="js-file-line-container"><tbody><tr><td class="blob-num" data-line-number="1"></td><td class="blob-code">one</td></tr><tr><td class="blob-num" data-line-number="2"></td><td class="blob-code">two</td></tr></tbody></table>',
    ],
    [
      "Prism",
      '<pre class="prism-code"><code><span class="token-line">one<br></span><span class="token-line">two<br></span></code></pre>',
    ],
    [
      "elements a line",
      '<pre><code><div class="ec-line"><span>one</span></div><div class="ec-line"><span>two</span></div></code></pre>',
    ],
  ])("reads the code of %s without its line numbers", (_, markup) => {
    expect(read(`<main><p>Run:</p>${markup}</main>`).items).toEqual([
      { kind: "paragraph", text: "Run:" },
      { kind: "code", language: expect.any(String), code: "one\ntwo" },
    ]);
  });

  it.each([
    [
      "blocks around its names",
      '<span class="line">const <span><div class="v-popper twoslash-hover"><span>size</span><div class="v-popper__popper twoslash-floating"><div></div></div></div></span> = <span><div class="v-popper twoslash-hover">read</div></span>()</span>\n<span class="line">print(size)</span>',
    ],
    [
      "what is said of its names",
      '<span class="line">const <span class="twoslash-hover"><span class="twoslash-popup-container"><code class="twoslash-popup-code">const size: number</code><div class="twoslash-popup-docs">Bytes.</div></span>size</span> = read()</span>\n<span class="line">print(size)</span>',
    ],
  ])("keeps the lines of code with %s", (_, lines) => {
    expect(read(`<main><pre class="shiki twoslash"><code>${lines}</code></pre></main>`).items).toMatchObject([
      { kind: "code", code: "const size = read()\nprint(size)" },
    ]);
  });

  it("keeps what the checker says of a line of code on a line of its own", () => {
    const code =
      '<span class="line">read(1)</span><div class="twoslash-meta-line twoslash-error-line">Expected a name.</div><span class="line">close()</span>';
    expect(read(`<main><pre class="shiki twoslash"><code>${code}</code></pre></main>`).items).toMatchObject([
      { kind: "code", code: "read(1)\nExpected a name.\nclose()" },
    ]);
  });
});

describe("ids of headings", () => {
  it.each([
    ["its own", '<h2 id="a">A</h2><p>x</p>', "a"],
    ["an anchor inside", '<h2><a name="a"></a>A</h2><p>x</p>', "a"],
    ["the section that it begins", '<section id="a"><h2>A</h2><p>x</p></section>', "a"],
    [
      "the section, not an older name before it",
      '<section id="a"><span id="old"></span><h2>A<a class="headerlink" href="#a">¶</a></h2><p>x</p></section>',
      "a",
    ],
    ["an empty anchor before it", '<p>y</p><a name="a"></a><h2>A</h2><p>x</p>', "a"],
    [
      "what its own link names",
      '<div><h2>A</h2><a class="anchor" href="#a" aria-label="Permalink"></a></div><p id="a">x</p>',
      "a",
    ],
    [
      "none of a wrapper with more headings",
      '<div id="wrap"><h2>A</h2><p>x</p><h2 id="b">B</h2><p>y</p></div>',
      "",
    ],
    ["none of what stands elsewhere", '<h2>A</h2><p id="b">x</p>', ""],
  ])("takes %s", (_, body, expected) => {
    expect(anchors(body)[0]).toBe(expected);
  });

  it("opens a member and a question of an accordion by its own id", () => {
    expect(
      anchors(
        '<dl><dt id="m.open">open()</dt><dd>Opens it.</dd></dl><details id="why"><summary>Why so?</summary><p>For this.</p></details>',
      ),
    ).toEqual(["m.open", "why"]);
  });

  it("goes on with the section around behind a heading that opens on a click, whatever its level", () => {
    const item = (id: string, title: string, body: string): string =>
      `<div class="accordion-item"><h2 class="accordion-header" id="${id}"><button class="accordion-button" data-bs-toggle="collapse">${title}</button></h2><div class="accordion-collapse collapse"><p>${body}</p></div></div>`;
    const page = `<main><h1 id="top">Boats</h1><h2 id="sail">Sails</h2><h3 id="set">Setting</h3><p>Pull.</p><div class="accordion">${item("all", "All of the ropes", "Nine.")}${item("old", "Old ropes", "Two.")}</div><p>Then let go.</p><h2 id="row">Oars</h2><p>Row.</p></main>`;
    expect(
      read(page).items.map((item) =>
        item.kind === "heading" ? `${item.depth} ${item.text} #${item.anchor}` : textOf([item]),
      ),
    ).toEqual([
      "1 Boats #top",
      "2 Sails #sail",
      "3 Setting #set",
      "Pull.",
      "4 All of the ropes #all",
      "Nine.",
      "4 Old ropes #old",
      "Two.",
      "4  #set",
      "Then let go.",
      "2 Oars #row",
      "Row.",
    ]);
  });

  it("lists every id of the page for those who check links", () => {
    expect(read('<nav id="n"><a href="/">x</a></nav><main><p id="p">Text.</p></main>').anchors).toEqual([
      "n",
      "p",
    ]);
  });
});

describe("words of the author against being found", () => {
  it.each([
    ["data-pagefind-ignore", "<p>Kept.</p><p data-pagefind-ignore>Gone.</p>"],
    ["data-pagefind-ignore=all", '<p>Kept.</p><p data-pagefind-ignore="all">Gone.</p>'],
    ["data-pagefind-body", "<p>Gone.</p><div data-pagefind-body><p>Kept.</p></div>"],
    ["data-nosnippet", "<p>Kept. <span data-nosnippet>Gone.</span></p>"],
    ["data-search-exclude of a section", "<p>Kept.</p><h2 data-search-exclude>Gone.</h2><p>Gone.</p>"],
    ["data-elastic-exclude", "<p>Kept.</p><div data-elastic-exclude>Gone.</div>"],
    ["data-swiftype-index", '<p>Kept.</p><div data-swiftype-index="false">Gone.</div>'],
    ["comments", "<p>Kept.</p><!--noindex--><p>Gone.</p><!--/noindex-->"],
    ["googleoff", "<p>Kept.</p><!--googleoff: all--><p>Gone.</p><!--googleon: all-->"],
  ])("heeds %s", (_, body) => {
    const document = read(`<main>${body}</main>`);
    expect(textOf(document.items)).toBe("Kept.");
    expect(document.dropped).toEqual([{ reason: "opted-out", words: body.match(/Gone\./g)?.length }]);
  });
});

const teasers = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `<article><header><a href="/news/${index}"><h2>Flour number ${index}</h2></a><time>March ${index + 1}</time></header><p>The new flour is ground finer than number ${index} was.</p></article>`,
  ).join("");

describe("pages that are none", () => {
  const page = (head: string, body: string): string =>
    `<html><head>${head}</head><body>${body}</body></html>`;
  it.each([
    ["noindex", "a.html", page('<meta name="googlebot" content="none">', "<main><p>x</p></main>")],
    [
      "redirect",
      "a.html",
      page(
        '<title>Old</title><meta http-equiv="refresh" content="0;url=/b">',
        "<p>This page is elsewhere.</p>",
      ),
    ],
    [
      "redirect",
      "a.html",
      page("<title>Old</title><script>window.location.replace('/b')</script>", "<p>Wait.</p>"),
    ],
    [
      "error-page",
      "404.html",
      page("<title>404</title>", "<main><h1>Lost your way?</h1><p>Go home.</p></main>"),
    ],
    [
      "error-page",
      "de/nicht.html",
      page(
        "<title>Seite nicht gefunden</title>",
        "<main><h1>Seite nicht gefunden</h1><p>Die Adresse wurde nicht gefunden.</p></main>",
      ),
    ],
    [
      "not-a-page",
      "in.html",
      page(
        "<title>Members</title>",
        '<main><h1>Members</h1><form><label>Password</label><input type="password"></form></main>',
      ),
    ],
    [
      "listing",
      "search.html",
      page("<title>Search</title>", "<main><h1>Search</h1><p>Type a word.</p></main>"),
    ],
    [
      "listing",
      "tags/oak/index.html",
      page("<title>Oak</title>", '<main><h1>Oak</h1><p><a href="/a">How to oil oak floors</a></p></main>'),
    ],
    ["listing", "news/index.html", page("<title>News</title>", `<main><h1>News</h1>${teasers(3)}</main>`)],
    [
      "listing",
      "x.html",
      page("<title>Tools</title>", "<main><h1>Tools</h1><p>All about tools.</p></main>").replace(
        "<body",
        '<body class="archive category"',
      ),
    ],
  ])("leaves out: %s (%s)", (reason, path, source) => {
    expect(result(source, { path })).toMatchObject({ skipped: reason });
  });

  it.each([
    [
      "on errors",
      "errors/404.html",
      "<main><h1>404 Not Found</h1><p>The server sends this status when it has nothing under that path. Set the option to send another page, and log it.</p></main>",
    ],
    [
      "on searching",
      "guide/search/index.html",
      `<main><h1>Search</h1><p>${"How the search ranks its results. ".repeat(30)}</p></main>`,
    ],
    [
      "with what is new below",
      "index.html",
      `<main><h1>The mill</h1><p>${"It grinds wheat and rye all year. ".repeat(12)}</p>${teasers(3)}</main>`,
    ],
    ["of two articles", "news/index.html", `<main><h1>News</h1>${teasers(2)}</main>`],
    [
      "on tags with text of its own",
      "tags/oak/index.html",
      `<main><h1>Oak</h1><p>${"Oak is hard and heavy. ".repeat(30)}</p></main>`,
    ],
  ])("keeps a page %s", (_, path, body) => {
    expect(
      result(`<html><head><title>T</title></head><body>${body}</body></html>`, { path }),
    ).not.toHaveProperty("skipped");
  });

  it("is never nothing while it has text, whatever that is named", () => {
    expect(
      textOf(read('<div class="sidebar"><div class="comments"><p>All there is.</p></div></div>').items),
    ).toBe("All there is.");
  });
});

describe("the account of a page", () => {
  /** Every visible word of a body, counted by itself. */
  const words = (document: ReadDocument): number =>
    document.items.reduce(
      (sum, item) => sum + (item.kind === "heading" ? countWords(item.text) : countBlocksWords([item])),
      0,
    ) + document.dropped.reduce((sum, { words: dropped }) => sum + dropped, 0);

  const word = fc.stringMatching(/^[a-z]{2,8}$/);
  const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(" "));
  const { node } = fc.letrec<{ node: string; leaf: string; group: string }>((tie) => ({
    leaf: fc.oneof(
      sentence.map((value) => `<p>${value}</p>`),
      sentence.map((value) => `<h2>${value}</h2>`),
      sentence.map((value) => `<pre><code>${value}</code></pre>`),
      sentence.map((value) => `<ul><li>${value}</li><li><a href="/x">${value}</a></li></ul>`),
      sentence.map(
        (value) => `<table><tr><th>${value}</th><th>x</th></tr><tr><td>${value}</td><td>y</td></tr></table>`,
      ),
      sentence.map((value) => `<dl><dt>${value}</dt><dd>${value}</dd></dl>`),
      sentence.map(
        (value) => `<p>${value} <b>${value}</b> <code>${value}</code> <a href="/y">${value}</a></p>`,
      ),
    ),
    group: fc
      .tuple(
        fc.constantFrom(
          "div",
          "section",
          "aside",
          "nav",
          "footer",
          "form",
          "header",
          "article",
          "blockquote",
          "details",
        ),
        fc.constantFrom(
          "",
          "breadcrumbs",
          "comments",
          "note",
          "sidebar",
          "content",
          "related-posts",
          "accordion",
        ),
        fc.array(tie("node"), { minLength: 1, maxLength: 4 }),
      )
      .map(([name, className, children]) => `<${name} class="${className}">${children.join("\n")}</${name}>`),
    node: fc.oneof({ maxDepth: 4 }, tie("leaf"), tie("group")),
  }));

  it("has every visible word: read, or dropped for a reason", () => {
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 6 }), fc.boolean(), (nodes, isMain) => {
        const body = `<p>beginning</p>${nodes.join("\n")}`;
        const document = read(isMain ? `<div class="menu">menu</div><main>${body}</main>` : body);
        const visible = countWords(body.replace(/<[^>]*>/g, " ")) + (isMain ? 1 : 0);
        expect(words(document)).toBe(visible);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it("counts code and tables that are dropped", () => {
    const { dropped } = read(
      "<main><p>Text.</p></main><footer><pre>code</pre><table><tr><td>cell</td></tr></table></footer>",
    );
    expect(dropped).toEqual([{ reason: "furniture", words: 2, code: 1, tables: 1 }]);
  });
});

describe("bad input", () => {
  it("says so where elements are nested too deeply, instead of parsing for minutes", () => {
    expect(() => result(`${"<div>".repeat(50_000)}x`)).toThrow("nested more than");
  });

  it("reads elements that are nested as deeply as browsers take them", () => {
    expect(textOf(read(`${"<div>".repeat(500)}<p>Deep.</p>${"</div>".repeat(500)}`).items)).toBe("Deep.");
  });
});
