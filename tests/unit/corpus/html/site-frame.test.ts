import { describe, expect, it } from "vitest";
import { readHtml } from "../../../../corpus/formats/html.ts";
import { isLeftOut } from "../../../../corpus/formats/format-reader.ts";
import { surveyPages } from "../../../../corpus/html/survey.ts";
import { formatInput, readTestPage, textOf } from "../support/pages.ts";

const NAMES = ["ash", "birch", "cedar", "elm", "fir", "larch"];
const TOP = `<div class="section-1"><div>Oak Yard</div><a href="/">Home</a> <a href="/wood">Wood</a></div>`;
const FOOT = `<div class="section-9"><h4>Yard</h4><div>12 Mill Lane</div><div>TEL: 0555 1234</div><div>We saw in winter.</div></div>`;

function pageOf(own: string): string {
  return `<html><head><title>Page</title></head><body>${TOP}<div class="section-4">${own}</div>${FOOT}</body></html>`;
}

function ownOf(name: string): string {
  return `<h2>About</h2><div>Boards of ${name} lie for two years before anybody planes them, and ${name} is then dry enough for a door.</div><div>Ask for number ${name.length}.</div>`;
}

const survey = surveyPages(NAMES.map((name) => ({ name, source: pageOf(ownOf(name)) })));

function read(source: string): string[] {
  const document = readHtml({ ...formatInput({ path: "page.html", content: source }), survey });
  if (isLeftOut(document)) throw new Error(document.skipped);
  return textOf(document.items).split("\n");
}

describe("the frame of a site whose pages name no content", () => {
  it("is what most pages begin and end with, however short its pieces are", () => {
    expect(read(pageOf(ownOf("oak")))).toEqual([
      "About",
      "Boards of oak lie for two years before anybody planes them, and oak is then dry enough for a door.",
      "Ask for number 3.",
    ]);
  });

  it("is text where a page has nothing else: an imprint", () => {
    expect(read(pageOf("<h2>Imprint</h2>"))).toEqual(
      expect.arrayContaining(["12 Mill Lane", "TEL: 0555 1234"]),
    );
  });

  it("is not what stands between the page's own pieces", () => {
    const between = `${ownOf("oak")}<div>We saw in winter.</div><div>Then the boards of oak are stacked with laths between them, and the stack is roofed.</div>`;
    expect(read(pageOf(between))).toContain("We saw in winter.");
  });

  it("is not looked for where the page names its content", () => {
    const named = `<html><body>${TOP}<main>${ownOf("oak")}<div>TEL: 0555 1234</div></main></body></html>`;
    expect(read(named)).toContain("TEL: 0555 1234");
  });
});

const LOGIN = `<form action="/login"><h3>User login</h3><input name="user"><input type="password"><label>Remember me</label></form>`;

describe("a form for a password", () => {
  it("makes no wall of a page that has it beside its text", () => {
    const page = readTestPage(
      `<html><head><title>Sleeves of wool</title></head><body><main><h1>Sleeves of wool</h1><div>Price: € 15, and they are knitted by two neighbours in winter.</div>${LOGIN}</main></body></html>`,
      { path: "sleeves.html", url: "/sleeves" },
    );
    expect(page).toHaveProperty("chunks");
  });

  it.each([
    ["is all of the page", "Yard", "<p>Members only.</p>"],
    [
      "is what the page is for",
      "Sign in",
      "<p>The lists of prices are kept for those who have an account with the yard.</p>",
    ],
  ])("makes a wall where it %s", (_, title, text) => {
    const page = readTestPage(
      `<html><head><title>${title}</title></head><body><main><h1>${title}</h1>${text}${LOGIN}</main></body></html>`,
      { path: "yard.html", url: "/yard" },
    );
    expect(page).toMatchObject({ skipped: "not-a-page" });
  });
});

describe("a path to the page", () => {
  const path = `<div><a href="/">Home</a> › <a href="/wood">Wood</a> › Oak</div>`;
  const prose =
    "<p>Oak lies for two years before anybody planes it, and it is then dry enough for a door.</p>";
  const linesOf = (body: string): string[] => {
    const page = readTestPage(`<html><body><main>${body}</main></body></html>`, {
      path: "p.html",
      url: "/p",
    });
    return "chunks" in page ? page.chunks.flatMap(({ blocks }) => textOf(blocks).split("\n")) : [];
  };

  it("is no text above the heading, nor between it and the text", () => {
    expect(linesOf(`${path}<h1>Oak</h1>${prose}`)).toHaveLength(1);
    expect(linesOf(`<h1>Oak</h1>${path}${prose}`)).toHaveLength(1);
  });

  it("is text among paragraphs: the way through a menu", () => {
    expect(linesOf(`<h1>Oak</h1>${prose}${path}`)).toContain("Home › Wood › Oak");
  });
});

describe("what a script shows later", () => {
  it.each(["w-form-done", "w-form-fail", "w-dyn-empty", "wpcf7-response-output", "form-success"])(
    "is no text yet: %s",
    (name) => {
      const page = readTestPage(
        `<html><body><main><h1>Ask</h1><p>We answer within a day, by telephone or by letter.</p><div class="${name}"><div>Thank you! It was sent.</div></div></main></body></html>`,
        { path: "p.html", url: "/p" },
      );
      expect(JSON.stringify(page)).not.toContain("Thank you");
    },
  );
});

describe("what most pages repeat", () => {
  const pages = NAMES.map((name) => ({
    name,
    source: `<html><body><main><h1>${name}</h1><p>Boards of ${name} lie for two years before anybody planes them.</p><p>The yard lies at 12 Mill Lane, behind the church of the village.</p></main></body></html>`,
  }));
  const data = ["one", "two", "three"].map((name) => ({ name, source: `{"id":"${name}"}` }));
  const shared = surveyPages([...pages, ...data, ...data.map(({ source }) => ({ name: source, source }))]);
  const linesOf = (body: string): string[] => {
    const document = readHtml({
      ...formatInput({ path: "p.html", content: `<html><body><main>${body}</main></body></html>` }),
      survey: shared,
    });
    if (isLeftOut(document)) throw new Error(document.skipped);
    return textOf(document.items).split("\n");
  };
  const prose =
    "<p>The yard is a walk of ten minutes from the station, along the river, and has a bell at its gate.</p>";
  const address = "<p>The yard lies at 12 Mill Lane, behind the church of the village.</p>";

  it("is left out, though data under the names of pages says something else", () => {
    expect(linesOf(`<h1>Way</h1>${prose}${prose.replace("bell", "lamp")}${address}`).join()).not.toContain(
      "Mill Lane",
    );
  });

  it("stays below a heading that the page alone has", () => {
    const own = `<h1>Way</h1>${prose}${prose.replace("bell", "lamp")}<h2>Where we are</h2>${address}<h2>By train</h2>${prose.replace("bell", "horn")}`;
    expect(linesOf(own).join()).toContain("Mill Lane");
  });
});

describe("text that runs across a page", () => {
  it("is said once, and a refrain as often as it is sung", () => {
    const page = readTestPage(
      `<html><body><main><h1>Yard</h1><p>La la</p><p>La la</p><p>We saw in winter, and plane in summer.</p>${"<div>View the yard</div>".repeat(9)}</main></body></html>`,
      { path: "p.html", url: "/p" },
    );
    const said = "chunks" in page ? page.chunks.flatMap(({ blocks }) => textOf(blocks).split("\n")) : [];
    expect(said).toEqual(["La la", "La la", "We saw in winter, and plane in summer.", "View the yard"]);
  });
});

describe("lists of what a content system files by its date", () => {
  it.each(["index.php/news/itemlist/date/2020/10/index.html", "news/itemlist/tag/oak.html"])(
    "are no pages: %s",
    (path) => {
      const teasers = [1, 2, 3]
        .map((n) => `<h3><a href="/${n}">Board ${n}</a></h3><p>It was sawn.</p>`)
        .join("");
      const page = readTestPage(`<html><body><main><h1>Items</h1>${teasers}</main></body></html>`, {
        path,
        url: `/${path}`,
      });
      expect(page).toMatchObject({ skipped: "listing" });
    },
  );
});
