/** Pages in the shape of those that owners of sites reported, as a whole: what is left of each is its text alone. */
import { describe, expect, it } from "vitest";
import { isLeftOut } from "../../../../corpus/formats/format-reader.ts";
import { readTestPage, textOf } from "../support/pages.ts";
import { readHtml } from "../../../../corpus/formats/html.ts";
import { unconfiguredSite } from "../../../../corpus/generators/site.ts";

function read(body: string, title: string) {
  const document = readHtml({
    path: "page.html",
    sitePath: "page.html",
    text: `<!doctype html><html lang="en"><head><title>${title}</title></head><body>${body}</body></html>`,
    bytes: new Uint8Array(),
    site: unconfiguredSite("/"),
    language: "en",
    include: () => undefined,
  });
  if (isLeftOut(document)) throw new Error(`left out: ${document.skipped}`);
  const anchors = document.items.flatMap((item) => (item.kind === "heading" ? [item.anchor] : []));
  return { text: textOf(document.items), anchors };
}

describe("pages as owners of sites report them", () => {
  it.each([
    [
      "sections with ids of their own",
      '<div role="main"><section id="server-settings"><h1>Server settings<a class="headerlink" href="#server-settings">¶</a></h1><p>Read at the start.</p><section id="cache-max-age"><span id="ages"></span><h2>cache.max_age<a class="headerlink" href="#cache-max-age">¶</a></h2><p>In seconds.</p></section><section id="id2"><h2>Größe 3.0</h2><p>In Bytes.</p></section></section></div>',
      "Server settings\nRead at the start.\ncache.max_age\nIn seconds.\nGröße 3.0\nIn Bytes.",
      ["server-settings", "cache-max-age", "id2"],
    ],
    [
      "questions that are buttons",
      '<main><h1>Questions</h1><div class="accordion"><div class="accordion-item"><h2 class="accordion-header" id="opening"><button class="accordion-button" type="button">When do you open?</button></h2><div class="accordion-collapse collapse"><div class="accordion-body">At nine on working days.</div></div></div></div></main>',
      "Questions\nWhen do you open?\nAt nine on working days.",
      ["", "opening"],
    ],
    [
      "a blog without a main element",
      '<div id="masthead" class="site-header"><p class="site-title"><a href="/">Kitchen</a></p></div><div id="content"><article class="post"><header class="entry-header"><h1 class="entry-title">Bread</h1><div class="entry-meta">By Ann, in May</div></header><div class="entry-content"><p>Bake it at two hundred degrees until its crust is brown.</p><div class="sharedaddy"><h3>Share this:</h3><ul><li>Mail</li></ul></div></div><div class="comments-area"><h2>One thought on bread</h2><p>Mine burned.</p></div></article><article class="related"><h2>Rolls</h2><p>Smaller than bread.</p></article></div><div id="secondary" class="widget-area"><h2>Recent Comments</h2></div>',
      "Bread\nBake it at two hundred degrees until its crust is brown.",
      ["content"],
    ],
    [
      "an article of a help centre",
      '<div class="announcement-bar">Free delivery today!</div><main><ol class="breadcrumbs"><li><a href="/">Home</a></li><li>Returns</li></ol><h1>Returns</h1><div class="rte"><p>Send it back within a month of its delivery.</p></div><div class="related-articles"><h2>Related articles</h2><ul><li><a href="/a">Repairs</a></li></ul></div><div class="article-votes">Was this article helpful? <button>Yes</button></div><div class="cookie-banner">We use cookies. Accept</div></main>',
      "Returns\nSend it back within a month of its delivery.",
      [""],
    ],
    [
      "a caution in an aside, without the word for its kind, and words for screen readers",
      '<main><h1 id="_top">Copies</h1><div class="sl-heading-wrapper"><h2 id="undo">Undo</h2><a class="sl-anchor-link" href="#undo"><span aria-hidden="true">#</span><span class="sr-only">Section titled “Undo”</span></a></div><p>Choose a day.</p><aside aria-label="Caution" class="starlight-aside"><p class="starlight-aside__title" aria-hidden="true">Caution</p><div><p>Newer orders are lost.</p></div></aside></main>',
      "Copies\nUndo\nChoose a day.\nNewer orders are lost.",
      ["_top", "undo"],
    ],
    [
      "titles of notes that their authors gave",
      '<main><h1>Copies</h1><div class="admonition tip"><p class="admonition-title">Hinweis</p><p>Make some.</p></div><div class="admonition note"><p class="admonition-title">Note on age</p><p>Old ones go.</p></div><details class="details custom-block"><summary>Details</summary><p>Each night.</p></details><p>Note</p></main>',
      "Copies\nMake some.\nNote on age\nOld ones go.\nEach night.\nNote",
      [""],
    ],
    [
      "a heading in a header, and no main element",
      '<header class="site"><a href="/">Shop</a></header><header class="page-header"><h1>Guarantee</h1><p>What we mend for nothing.</p></header><div class="content"><p>We mend what breaks within two years of the purchase.</p></div><footer>© Shop</footer>',
      "Guarantee\nWhat we mend for nothing.\nWe mend what breaks within two years of the purchase.",
      [""],
    ],
    [
      "all of it in a form",
      '<form method="post" action="/"><input type="hidden" name="__VIEWSTATE"><div id="content"><h1>Hours</h1><p>The pool is open from seven to nine in the evening.</p></div></form>',
      "Hours\nThe pool is open from seven to nine in the evening.",
      ["content"],
    ],
  ])("%s", (title, body, text, anchors) => {
    expect(read(body, title)).toEqual({ text, anchors });
  });

  it("are not cut where a question ends in an Arabic mark", () => {
    const source =
      "# أسئلة\n\n## متى تفتحون؟\n\nنفتح في التاسعة صباحًا.\n\n## أين أنتم؟\n\nنحن في وسط المدينة.\n";
    const page = readTestPage(source, { language: "ar" });
    expect("chunks" in page ? page.chunks.map(({ headingPath }) => headingPath) : page).toEqual([
      ["متى تفتحون؟"],
      ["أين أنتم؟"],
    ]);
  });
});
