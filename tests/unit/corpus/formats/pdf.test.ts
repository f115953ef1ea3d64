import { randomBytes } from "node:crypto";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readSource } from "../../../../corpus/read/read-source.ts";
import { collectFiles } from "../../../../corpus/read/collect-files.ts";
import { pdfReader } from "../../../../corpus/formats/pdf.ts";
import { composeAccents } from "../../../../corpus/formats/pdf/accents.ts";
import { checkStreams } from "../../../../corpus/formats/pdf/stream-limits.ts";
import { isLeftOut } from "../../../../corpus/formats/format-reader.ts";
import type { ReadDocument } from "../../../../corpus/formats/document.ts";
import { unconfiguredSite } from "../../../../corpus/generators/site.ts";
import { pageOf } from "../../../../corpus/page.ts";
import { makePdf, textLines, type PdfSource } from "../support/make-pdf.ts";
import { words } from "../support/pages.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const input = (bytes: Uint8Array) => ({
  path: "guide.pdf",
  sitePath: "guide.pdf",
  bytes,
  text: "",
  site: unconfiguredSite("/"),
  language: "en",
  include: () => undefined,
});

async function read(source: PdfSource): Promise<ReadDocument> {
  const [result] = await pdfReader.read(input(makePdf(source)));
  if (result === undefined || isLeftOut(result)) throw new Error(`left out: ${result?.skipped}`);
  return result;
}

/** Without the places where a section goes on at its next page. */
const blocksOf = async (source: PdfSource) =>
  (await read(source)).items.filter((item) => item.kind !== "heading" || item.text !== "");
const paragraph = (text: string) => ({ kind: "paragraph", text });

/** Lines of a column: justified text of a real page is about as wide. */
const column = (stem: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${stem} line ${index} has some words in it`);

describe("reading order of a PDF", () => {
  it("reads columns one after the other, and what runs over both where it stands", async () => {
    const items = await blocksOf({
      pages: [
        {
          texts: [
            { text: "A title over both columns of the page", x: 60, y: 80, size: 20 },
            ...textLines(column("Left", 8), { y: 120 }),
            ...textLines(column("Right", 8), { y: 120, x: 320 }),
            {
              text: "A sentence that runs over both of the columns stands below them, at the end of the page.",
              x: 60,
              y: 260,
            },
          ],
        },
      ],
    });
    const text = items.map((item) => ("text" in item ? item.text : "")).join("\n");
    expect(text.indexOf("Left line 7")).toBeLessThan(text.indexOf("Right line 0"));
    expect(text.indexOf("Right line 7")).toBeLessThan(text.indexOf("A sentence that runs"));
    expect(text).toMatch(/^A title over both columns of the page\n/);
  });

  it("keeps the rows of a table together, with cells of several lines", async () => {
    const row = (y: number, cells: string[]) =>
      cells.map((text, index) => ({ text, x: 60 + index * 150, y }));
    const items = await blocksOf({
      pages: [
        {
          texts: [
            ...row(100, ["Plan", "Seats", "Price"]),
            ...row(116, ["Small", "5", "9 euros a month"]),
            ...row(132, ["Large", "50", "79 euros a month,"]),
            { text: "billed once a year", x: 360, y: 144 },
            ...row(160, ["Huge", "any", "on request"]),
          ],
        },
      ],
    });
    expect(items).toEqual([
      {
        kind: "table",
        rows: [
          ["Plan", "Seats", "Price"],
          ["Small", "5", "9 euros a month"],
          ["Large", "50", "79 euros a month, billed once a year"],
          ["Huge", "any", "on request"],
        ],
      },
    ]);
  });

  it("reads a page that is turned, by its viewer or by its text", async () => {
    const lines = ["The first line of a turned page.", "The second line of a turned page."];
    const upright = [paragraph(lines.join(" "))];
    expect(await blocksOf({ pages: [{ texts: textLines(lines, { y: 100 }), rotate: 90 }] })).toEqual(upright);
    const sideways = lines.map((text, index) => ({ text, x: 100 + 12 * index, y: 700, degrees: 90 }));
    expect(await blocksOf({ pages: [{ texts: sideways }] })).toEqual(upright);
  });
});

describe("paragraphs of a PDF", () => {
  it("joins words that were parted, and keeps hyphens that are real", async () => {
    const items = await blocksOf({
      pages: [
        {
          texts: textLines(
            [
              "The installation needs a self-signed certificate, and the instal-",
              "lation stops without one. A self-",
              "signed one is made by the command below, which asks Jean-",
              "Pierre for 10-",
              "20 answers.",
            ],
            { y: 100 },
          ),
        },
      ],
    });
    expect(items).toEqual([
      paragraph(
        "The installation needs a self-signed certificate, and the installation stops without one. A self-signed one is made by the command below, which asks Jean-Pierre for 10-20 answers.",
      ),
    ]);
  });

  it("reads lists, and code with its indentation", async () => {
    const items = await blocksOf({
      pages: [
        {
          texts: [
            { text: "You need:", x: 60, y: 100 },
            { text: "\u0095 a key that was made", x: 70, y: 118 },
            { text: "for this site", x: 79, y: 130 },
            { text: "\u0095 a domain", x: 70, y: 142 },
            { text: "Then run this:", x: 60, y: 166 },
            ...textLines(["if ready {", "  start()", "}"], { y: 190, font: "mono" }),
          ],
        },
      ],
    });
    expect(items).toEqual([
      paragraph("You need:"),
      { kind: "list", ordered: false, items: ["a key that was made for this site", "a domain"] },
      paragraph("Then run this:"),
      { kind: "code", language: "", code: "if ready {\n  start()\n}" },
    ]);
  });

  it("puts accents that old fonts draw by themselves onto their letters", async () => {
    const items = await blocksOf({
      pages: [
        {
          texts: [
            { text: "Le th\u00B4", x: 60, y: 100 },
            { text: "eor`", x: 82, y: 100 },
            { text: "eme est vrai.", x: 97, y: 100 },
          ],
        },
      ],
    });
    expect(items).toEqual([paragraph("Le th\u00E9or\u00E8me est vrai.")]);
  });

  it("leaves out the marks of notes and of tables of contents", async () => {
    const source: PdfSource = {
      pages: [
        {
          texts: [
            { text: "Contents", x: 60, y: 80, size: 16, font: "bold" },
            ...["Limits", "Prices", "Refunds"].map((text, index) => ({
              text: `${text} ${". ".repeat(40)} ${index + 2}`,
              x: 60,
              y: 110 + 14 * index,
            })),
            { text: "A refund takes five days", x: 60, y: 220 },
            { text: "1", x: 166, y: 216, size: 6 },
            { text: ".", x: 170, y: 220 },
          ],
        },
      ],
    };
    expect(await blocksOf(source)).toEqual([paragraph("A refund takes five days.")]);
    expect((await read(source)).dropped).toEqual([{ reason: "furniture", words: 7 }]);
  });
});

describe("headings of a PDF", () => {
  const body = (y: number) => textLines(column("Body", 6), { y });

  it("takes them from bookmarks, with the page that they lead to", async () => {
    const items = await blocksOf({
      bookmarks: [
        { title: "1 Limits", page: 1, below: [{ title: "Rates", page: 2 }] },
        { title: "2 Prices", page: 2 },
      ],
      pages: [
        { texts: [{ text: "1 Limits", x: 60, y: 80 }, ...body(110)] },
        {
          texts: [
            { text: "1.1 Rates", x: 60, y: 80 },
            ...body(110),
            { text: "Prices", x: 60, y: 260 },
            ...body(290),
          ],
        },
      ],
    });
    expect(items.filter(({ kind }) => kind === "heading")).toEqual([
      { kind: "heading", depth: 1, text: "1 Limits", anchor: "page=1" },
      { kind: "heading", depth: 2, text: "1.1 Rates", anchor: "page=2" },
      { kind: "heading", depth: 1, text: "Prices", anchor: "page=2" },
    ]);
  });

  it("finds them by size and weight where there are no bookmarks", async () => {
    const items = await blocksOf({
      pages: [
        {
          texts: [
            { text: "Handbook", x: 60, y: 80, size: 24 },
            { text: "Shipping", x: 60, y: 120, size: 14 },
            ...body(140),
            { text: "Abroad", x: 60, y: 240, font: "bold" },
            ...body(254),
            { text: "Figure 1: Bold captions are none", x: 60, y: 350, font: "bold" },
          ],
        },
      ],
    });
    expect(
      items
        .filter(({ kind }) => kind === "heading")
        .map((item) => "depth" in item && [item.depth, item.text]),
    ).toEqual([
      [1, "Handbook"],
      [2, "Shipping"],
      [3, "Abroad"],
    ]);
  });

  it.each([
    ["Microsoft Word - draft.doc", "Travel policy"],
    ["untitled", "Travel policy"],
    ["report_final.pdf", "Travel policy"],
    [undefined, "Travel policy"],
    ["Left from another document", "Travel policy"],
    ["Policy for travel", "Policy for travel"],
  ])("titles a document named %j as %j", async (title, expected) => {
    const texts = [
      { text: "Travel policy", x: 60, y: 80, size: 22 },
      { text: "A policy for all.", x: 60, y: 120 },
    ];
    expect((await read({ pages: [{ texts }], ...(title !== undefined && { title }) })).title).toBe(expected);
  });
});

describe("pages of a PDF", () => {
  const pageWith = (number: number, stem: string) => ({
    texts: [
      { text: "Handbook of the company", x: 60, y: 30 },
      { text: `Page ${number} of 4`, x: 280, y: 820 },
      ...textLines(column(stem, 12), { y: 80 }),
    ],
  });

  it("drops running heads and page numbers, and counts their words", async () => {
    const { items, dropped } = await read({
      pages: [1, 2, 3, 4].map((number) => pageWith(number, `Part${number}`)),
    });
    const text = JSON.stringify(items);
    expect(text).not.toMatch(/Handbook|Page \d/);
    expect(text).toContain("Part4 line 11");
    expect(dropped).toEqual([{ reason: "repeated", words: 32 }]);
  });

  it("opens each passage at the page on which its text begins, and joins the sentence over the border", async () => {
    const filler = (stem: string) =>
      textLines(
        Array.from({ length: 16 }, (_, line) => words(10, `${stem}${line}x`)),
        { y: 100 },
      );
    const document = await read({
      pages: [
        {
          texts: [
            { text: "Refunds", x: 60, y: 80, size: 18 },
            ...filler("one"),
            { text: "The money comes back", x: 60, y: 310 },
          ],
        },
        {
          texts: [
            { text: "within five days. A new sentence follows.", x: 60, y: 80 },
            ...filler("two"),
            ...textLines(column("More", 12), { y: 300 }),
          ],
        },
      ],
    });
    const page = pageOf(document, { path: "guide.pdf", url: "/guide.pdf", language: "en" });
    if ("skipped" in page) throw new Error(page.skipped);
    const texts = page.chunks.map(({ url, headingPath, blocks }) => ({
      url,
      headingPath,
      text: JSON.stringify(blocks),
    }));
    expect(texts.filter(({ text }) => text.includes("one3x")).map(({ url }) => url)).toEqual([
      "/guide.pdf#page=1",
    ]);
    expect(texts.find(({ text }) => text.includes("comes back within five days."))?.url).toBe(
      "/guide.pdf#page=1",
    );
    const second = texts.filter(({ text }) => /A new sentence|two3x|More line/.test(text));
    expect(new Set(second.map(({ url }) => url))).toEqual(new Set(["/guide.pdf#page=2"]));
    expect(page.chunks.every(({ headingPath }) => headingPath.every((heading) => heading !== ""))).toBe(true);
    expect(document.anchors).toEqual(["page=1", "page=2"]);
  });

  it("names its language and its date, and reads a protected document that opens without a password", async () => {
    const texts = [{ text: "Ein Satz.", x: 60, y: 80 }];
    expect(
      await read({ pages: [{ texts }], language: "de-DE", modified: "D:20240301120000Z" }),
    ).toMatchObject({
      language: "de-DE",
      date: "2024-03-01",
    });
    expect(await blocksOf({ pages: [{ texts }], password: "" })).toEqual([paragraph("Ein Satz.")]);
  });

  it("says which pages are pictures", async () => {
    const texts = [{ text: "A page with text.", x: 60, y: 80 }];
    const { problems } = await read({
      pages: [{ texts }, { picture: true }, { picture: true }, { texts }, { picture: true }, {}],
    });
    expect(problems).toEqual([{ kind: "pages-without-text", detail: "pages 2–3, 5" }]);
  });
});

describe("accents that are drawn beside their letters", () => {
  it.each([
    ["th´eor`eme", "théorème"],
    ["fac¸ade", "façade"],
    ["mˆeme, ¨Uber, ma˜nana, ´ı", "même, Über, mañana, í"],
    ["it´s, I´d, don´t", "it´s, I´d, don´t"],
    ["a ~ b, x¨y", "a ~ b, xÿ"],
  ])("%s", (drawn, read) => {
    expect(composeAccents(drawn)).toBe(read);
  });
});

describe("what a PDF unpacks to", () => {
  const stream = (dictionary: string, data: Uint8Array): Buffer =>
    Buffer.concat([
      Buffer.from(`1 0 obj\n<< ${dictionary} >>\nstream\n`),
      data,
      Buffer.from("\nendstream\nendobj\n"),
    ]);
  const packed = deflateSync(Buffer.alloc(4_000_000));
  const limits = { maxStreamBytes: 1_000_000, maxTotalBytes: 3_000_000 };
  const one = deflateSync(randomBytes(900_000));

  it.each([
    ["one stream", stream("/Filter /FlateDecode", packed), true],
    [
      "one that is packed twice",
      stream("/Filter [/FlateDecode /FlateDecode]", deflateSync(deflateSync(randomBytes(1_100_000)))),
      true,
    ],
    [
      "many streams",
      Buffer.concat(Array.from({ length: 4 }, () => stream("/Filter /FlateDecode", one))),
      true,
    ],
    [
      "few streams",
      Buffer.concat(Array.from({ length: 3 }, () => stream("/Filter /FlateDecode", one))),
      false,
    ],
    ["a picture", stream("/Subtype /Image /Filter /FlateDecode", packed), false],
    ["what is not packed so", stream("/Filter /FlateDecode", Buffer.alloc(5000, "x")), false],
  ])("%s", (_, bytes, isTooLarge) => {
    const check = () => checkStreams(bytes, limits);
    if (isTooLarge) expect(check).toThrow(/unpacked it is larger/);
    else expect(check).not.toThrow();
  });
});

describe("PDF files that cannot be read", () => {
  const page = { texts: [{ text: "A page with text.", x: 60, y: 80 }] };
  it.each([
    ["encrypted", makePdf({ pages: [page], password: "secret" }), "encrypted", /without a password/],
    ["scanned", makePdf({ pages: [{ picture: true }] }), "empty", /pictures of text.*OCR/],
    ["cut off", makePdf({ pages: [page] }).slice(0, 200), "unparsable", /damaged/],
    [
      "web page",
      new TextEncoder().encode("<!doctype html><title>Not found</title>"),
      "unparsable",
      /web page/,
    ],
    ["text", new TextEncoder().encode("Just text."), "unparsable", /no PDF/],
  ])("%s: the line says what is wrong and how to mend it", async (_, bytes, reason, detail) => {
    const cwd = await temporaryFolder({ "docs/a.pdf": bytes });
    const { files } = await collectFiles(["docs"], { cwd });
    const { pages, skipped } = await readSource(files[0]!, { baseUrl: "", language: "en" });
    expect(pages).toEqual([]);
    expect(skipped).toEqual([
      { path: "docs/a.pdf", reason, detail: expect.stringMatching(detail) as string },
    ]);
  });

  it("takes larger files than text may be, unless a bound is given", async () => {
    const cwd = await temporaryFolder({ "docs/a.pdf": new Uint8Array(6 * 1024 * 1024) });
    expect((await collectFiles(["docs"], { cwd })).files).toHaveLength(1);
    expect((await collectFiles(["docs"], { cwd, maxBytes: 1000 })).skipped).toMatchObject([
      { reason: "too-large" },
    ]);
  });
});
