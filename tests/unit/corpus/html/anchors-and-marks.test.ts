import { describe, expect, it } from "vitest";
import { surveyPages } from "../../../../corpus/html/survey.ts";
import { pageOf, textOf } from "../support/pages.ts";

function read(body: string): { anchors: string[]; text: string } {
  const page = pageOf(
    `<!doctype html><html lang="en"><head><title>Page</title></head><body>${body}</body></html>`,
    { path: "page.html", url: "/page" },
  );
  const anchors = page.chunks.flatMap(({ url, blocks }) => [
    url.split("#")[1] ?? "",
    ...blocks.flatMap(({ anchor }) => (anchor === undefined ? [] : [anchor])),
  ]);
  return {
    anchors,
    text: page.chunks
      .map(({ headingPath, blocks }) => [...headingPath, textOf(blocks)].join("\n"))
      .join("\n"),
  };
}

const PROSE = "<p>The mill grinds corn for nine villages and rests on the day of the market.</p>";

describe("the anchor of a heading", () => {
  it.each([
    [
      "a named anchor before the list that begins with it",
      `<a name="grind-int-"><!-- --></a><ul><li><ul><li><h4>grind</h4>${PROSE}</li></ul></li></ul>`,
      "grind-int-",
    ],
    [
      "an empty target before its section",
      `<div class="anchor-offset" id="price"></div><section><div class="row"><h2>What it costs</h2>${PROSE}</div></section>`,
      "price",
    ],
    [
      "the link beside it, which has the id itself",
      `<div class="heading"><h2>Build it</h2><a id="user-content-build-it" class="anchor" href="#build-it"><span></span></a></div>${PROSE}`,
      "user-content-build-it",
    ],
  ])("is that of %s", (_, html, anchor) => {
    expect(read(`<main><h1>Mill</h1>${PROSE}${html}</main>`).anchors).toContain(anchor);
  });

  it("is not that of a placeholder far before it, nor of an anchor with text between", () => {
    const far = `<div id="slot"></div><section><div><div><h2>Corn</h2>${PROSE}</div></div></section>`;
    expect(read(`<main><h1>Mill</h1>${PROSE}${far}</main>`).anchors).not.toContain("slot");
    const parted = `<a name="old"></a><p>Some words.</p><ul><li><h4>Corn</h4>${PROSE}</li></ul>`;
    expect(read(`<main><h1>Mill</h1>${PROSE}${parted}</main>`).anchors).not.toContain("old");
  });
});

describe("marks and controls of headings", () => {
  it.each([
    [
      "a diamond that links to it",
      `<h2 id="a"><span class="permalink"><a href="#a">&#9670;&#160;</a></span>grind()</h2>`,
    ],
    ["a button that copies a path", `<h2 id="a">grind()<button title="Copy">Copy item path</button></h2>`],
  ])("are no part of it: %s", (_, heading) => {
    expect(read(`<main><h1>Mill</h1>${heading}${PROSE}</main>`).text).toMatch(/^grind\(\)$/m);
  });

  it("are no text where they open what is read anyway", () => {
    const { text } = read(
      `<main><h1>Mill</h1><details open><summary><span>Expand description</span></summary>${PROSE}</details></main>`,
    );
    expect(text).toContain("nine villages");
    expect(text).not.toContain("Expand");
  });

  it("leave out share bars with names of other languages", () => {
    const { text } = read(
      `<main><h1>Mill</h1>${PROSE}<div class="teilen"><span>Teilen auf:</span><a href="#">Facebook</a><a href="#">Telegram</a></div></main>`,
    );
    expect(text).not.toContain("Facebook");
  });
});

describe("carousels, print links and shelves of a shop", () => {
  it("show all slides but their copies, and no controls", () => {
    const { text } = read(
      `<main><h1>Mill</h1>${PROSE}<div class="carousel-item">The wheel has nine spokes.</div><div class="carousel-item" aria-hidden="true">The stone weighs a ton.</div><div class="slick-slide slick-cloned" aria-hidden="true">A copy.</div><a class="carousel-control-prev" href="#c">Previous</a></main>`,
    );
    expect(text).toContain("The stone weighs a ton.");
    expect(text).not.toMatch(/A copy|Previous/);
  });

  it.each([
    ["a link that prints", `<p><a href="?print=1">Seite drucken</a></p>`, "drucken"],
    [
      "what else is sold",
      `<div class="block upsell"><b>More!</b><ol><li><a href="/x">Teapot</a></li></ol></div>`,
      "Teapot",
    ],
    [
      "lists of wishes",
      `<div class="product-addto-links"><a href="#">Add to wish list</a></div>`,
      "wish list",
    ],
  ])("leave out %s", (_, html, text) => {
    expect(read(`<main><h1>Mill</h1>${PROSE}${html}</main>`).text).not.toContain(text);
  });

  it("keep a word that only looks so", () => {
    expect(
      read(`<main><h1>Mill</h1><p>How we <a href="/press/">print</a> the sacks, and why.</p></main>`).text,
    ).toContain("print the sacks");
  });
});

describe("fields of a line that styles set apart", () => {
  it.each([
    [
      "a name and a price",
      `<span class="name">Haircut</span><span class="amount">42 €</span>`,
      "Haircut 42 €",
    ],
    ["a price and a name", `<b class="sum">€42</b><span class="what">each</span>`, "€42 each"],
    ["a day and a word", `<span class="day">Monday</span><span class="hours">Closed</span>`, "Monday Closed"],
    ["no letters of one word", `<span class="cap">O</span><span class="rest">nce</span>`, "Once"],
    ["no elements without a name", `<span>H</span><span>2</span>`, "H2"],
    ["no parts of a signature", `<span class="pre">get</span><span class="pre">Value</span>`, "getValue"],
  ])("%s", (_, line, expected) => {
    expect(read(`<main><h1>Mill</h1>${PROSE}<div>${line}</div></main>`).text).toContain(`\n${expected}`);
  });
});

describe("what the pages of a small site share", () => {
  const page = (own: string, shared = "The fair is in May, and the well in the square is dry."): string =>
    `<html><body><div>${shared}</div><div><h1>${own}</h1><p>All there is to say of ${own} in the parish.</p></div></body></html>`;
  const surveyOf = (sources: readonly string[]): readonly string[] =>
    surveyPages(sources.map((source, index) => ({ name: `page${index}`, source }))).repeated;

  it("is the site's where it stands on each of four pages", () => {
    expect(surveyOf(["Goats", "Sheep", "Geese", "Bees"].map((own) => page(own)))).toHaveLength(1);
  });

  it("is a page's where one of four lacks it, or there are three", () => {
    const three = ["Goats", "Sheep", "Geese"].map((own) => page(own));
    expect(
      surveyOf([...three, page("Bees", "The keeper of the bees lives behind the chapel on the hill.")]),
    ).toEqual([]);
    expect(surveyOf(three)).toEqual([]);
  });
});
