import { describe, expect, it } from "vitest";
import { readHtml } from "../../../../corpus/formats/html.ts";
import { isLeftOut } from "../../../../corpus/formats/format-reader.ts";
import { unconfiguredSite } from "../../../../corpus/generators/site.ts";
import { surveyPages } from "../../../../corpus/html/survey.ts";

const input = {
  path: "page.html",
  sitePath: "page.html",
  bytes: new Uint8Array(),
  site: unconfiguredSite("/"),
  language: "en",
  include: () => undefined,
};

describe("the heading of a page", () => {
  const page = (name: string, title: string): string =>
    `<html><head><title>${title} - The Baker's Book</title></head><body><div class="bar"><h1 class="menu-title">The Baker's Book</h1></div><main>${name === "" ? "" : `<h1>${name}</h1>`}<p>It rises overnight, in a bowl.</p></main></body></html>`;
  const survey = surveyPages(
    [
      page("Flour", "Flour"),
      page("Water", "Water"),
      page("Salt", "Salt"),
      page("SOURDOUGH", "Sourdough"),
    ].map((source, index) => ({ name: `page${index}`, source })),
  );
  const titleOf = (source: string): string | undefined => {
    const document = readHtml({ ...input, text: source, survey });
    return isLeftOut(document) ? undefined : document.title;
  };

  it("is its own where the title of the page writes it otherwise", () => {
    expect(titleOf(page("SOURDOUGH", "Sourdough"))).toBe("SOURDOUGH");
  });

  it("is the title's where the first heading of that depth is a chapter at the end", () => {
    const chapters = ["Flour", "Water", "Salt", "Heat"].map(
      (name) => `<h2>${name}</h2><p>It has a taste.</p>`,
    );
    const source = `<html><head><title>All of it - The Baker's Book</title></head><body><main><p>Long.</p>${chapters.join("")}<h1>Thanks</h1><p>To all.</p></main></body></html>`;
    expect(titleOf(source)).toBe("All of it");
  });

  it("is the title's where only the site has one", () => {
    expect(titleOf(page("", "Proofing"))).toBe("Proofing");
  });
});

describe("a heading that links to itself", () => {
  it("keeps its words before a link of its own, which ends the one around it", () => {
    const document = readHtml({
      ...input,
      text: '<main><h2 id="make-it-with-rye"><a class="header" href="#make-it-with-rye">Make it with <a href="/rye">rye</a></a></h2><p>Mix.</p></main>',
    });
    expect(isLeftOut(document) ? [] : document.items).toMatchObject([
      { kind: "heading", text: "Make it with rye", anchor: "make-it-with-rye" },
      { kind: "paragraph" },
    ]);
  });

  it("has no word of a link that only stands beside them", () => {
    const document = readHtml({
      ...input,
      text: '<main><h2 id="rye-bread">Rye bread <a class="header-anchor" href="#rye-bread">Copy it</a></h2><p>Mix.</p></main>',
    });
    expect(isLeftOut(document) ? [] : document.items).toMatchObject([{ text: "Rye bread" }, {}]);
  });
});

describe("lines of code", () => {
  it("that readers may copy are no button", () => {
    const line =
      '<span class="cmd copybutton"><code>bake --now</code></span><button class="copybtn">Copy</button>';
    const text = `<main><h1>Bread</h1><p>Mix it, and let it rise.</p><div><div class="prompt"><code>$</code></div>${line}</div><p>Wait.</p></main>`;
    const document = readHtml({ ...input, text });
    const said = JSON.stringify(isLeftOut(document) ? [] : document.items);
    expect(said).toContain("bake --now");
    expect(said).not.toContain("Copy");
  });

  it("that a book compiles and does not show are not there", () => {
    const document = readHtml({
      ...input,
      text: '<main><h1>Code</h1><pre><code class="language-rust"><span class="boring">fn main() {\n</span>let dough = mix();\n<span class="boring">}</span></code></pre></main>',
    });
    expect(isLeftOut(document) ? [] : document.items).toMatchObject([
      {},
      { kind: "code", code: "let dough = mix();" },
    ]);
  });
});

describe("a version of the documentation", () => {
  it("is read without the banner that leads to another", () => {
    const document = readHtml({
      ...input,
      text: '<main><article><div class="docs-version-banner alert" role="alert"><div>These are notes for the <b>next</b> harvest.</div><div>For the last one see <a href="/last">its pages</a>.</div></div><h1>Ripe</h1><p>Pick it at noon.</p><div class="alert" role="alert">Wear gloves.</div></article></main>',
    });
    expect(isLeftOut(document) ? [] : document.items).toMatchObject([
      { text: "Ripe" },
      { text: "Pick it at noon." },
      { text: "Wear gloves." },
    ]);
  });
});

describe("components that a generator brings", () => {
  it("keep their files in the text, and the button of a film out of it", () => {
    const document = readHtml({
      ...input,
      text: "<main><h1>Layout</h1><p>It looks so:</p><starlight-file-tree data-pagefind-ignore><ul><li>ovens/</li><li>kiln.ts</li></ul></starlight-file-tree><lite-youtube><a><span>Play</span></a></lite-youtube><p data-pagefind-ignore>Not this.</p></main>",
    });
    expect(isLeftOut(document) ? [] : document.items).toMatchObject([
      { text: "Layout" },
      { text: "It looks so:" },
      { kind: "list", items: ["ovens/", "kiln.ts"] },
    ]);
  });
});

describe("pictures of a page", () => {
  const linesOf = (body: string): string[] => {
    const document = readHtml({ ...input, text: `<main>${body}</main>` });
    if (isLeftOut(document)) return [];
    return document.items.flatMap((item) => ("text" in item ? [item.text] : []));
  };

  it("say nothing above its title, and below it what they show", () => {
    const picture = '<img src="/jar.png" alt="A jar of plums">';
    expect(
      linesOf(`<div class="hero">${picture}<div><h1>Larder</h1></div></div><p>Cook once.</p>${picture}`),
    ).toEqual(["Larder", "Cook once.", "A jar of plums"]);
    expect(linesOf(`${picture}<p>Cook once.</p>`)).toEqual(["A jar of plums", "Cook once."]);
  });

  it("are no text where they are badges", () => {
    const badges =
      '<a href="/a"><img src="https://img.shields.io/npm/v/kiln" alt="npm version"></a> <img src="https://example.com/ci/badge.svg" alt="build">';
    expect(linesOf(`<h1>Larder</h1><p>${badges}</p><p>Cook once.</p>`)).toEqual(["Larder", "Cook once."]);
  });
});
