import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { docxReader } from "../../../../corpus/formats/docx.ts";
import type { ReadDocument } from "../../../../corpus/formats/document.ts";
import { isLeftOut } from "../../../../corpus/formats/format-reader.ts";
import { unconfiguredSite } from "../../../../corpus/generators/site.ts";
import { collectFiles } from "../../../../corpus/read/collect-files.ts";
import { readSource } from "../../../../corpus/read/read-source.ts";
import { docxParagraph, docxRun, makeDocx, type DocxSource } from "../support/make-docx.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

async function read(source: DocxSource): Promise<ReadDocument> {
  const [result] = await docxReader.read({
    path: "a.docx",
    sitePath: "a.docx",
    bytes: makeDocx(source),
    text: "",
    site: unconfiguredSite("/"),
    language: "en",
    include: () => undefined,
  });
  if (result === undefined || isLeftOut(result)) throw new Error(`left out: ${result?.skipped}`);
  return result;
}

const paragraph = (text: string) => ({ kind: "paragraph", text });

describe("Word documents", () => {
  it("reads headings without anchors, lists, tables and code", async () => {
    const cell = (text: string) => `<w:tc>${docxParagraph(text)}</w:tc>`;
    const document = await read({
      body: [
        docxParagraph("Travel policy", { style: "Title" }),
        docxParagraph("Limits 3", { style: "toc 1" }),
        docxParagraph("Limits", { style: "heading 1" }),
        docxParagraph("The limits are:"),
        docxParagraph("trains", { list: 1 }),
        docxParagraph("first class", { list: 1, level: 1 }),
        docxParagraph("planes", { list: 1 }),
        `<w:tbl><w:tr>${cell("Grade")}${cell("Euros")}</w:tr><w:tr>${cell("A")}${cell("90")}</w:tr></w:tbl>`,
        docxParagraph("let a = 1;", { style: "HTML Preformatted" }),
        docxParagraph("let b = 2;", { style: "HTML Preformatted" }),
      ].join(""),
    });
    expect(document).toMatchObject({
      title: "Travel policy",
      language: "de-DE",
      date: "2024-03-01T10:00:00Z",
      anchors: [],
    });
    expect(document.items).toEqual([
      { kind: "heading", depth: 1, text: "Travel policy", anchor: "" },
      { kind: "heading", depth: 1, text: "Limits", anchor: "" },
      paragraph("The limits are:"),
      { kind: "list", ordered: false, items: ["trains\n  – first class", "planes"] },
      {
        kind: "table",
        rows: [
          ["Grade", "Euros"],
          ["A", "90"],
        ],
      },
      { kind: "code", language: "", code: "let a = 1;\nlet b = 2;" },
    ]);
  });

  it("puts notes in their places, takes what was inserted, and leaves out what was deleted or said in comments", async () => {
    const { items, links } = await read({
      footnotes: { "1": "Since May." },
      body: docxParagraph(
        `${docxRun("Trips cost ")}<w:ins w:id="9">${docxRun("90 euros")}</w:ins><w:del w:id="8"><w:r><w:delText>80 euros</w:delText></w:r></w:del>` +
          `<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="3"/></w:r>` +
          `${docxRun(", see ")}<w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="l">${docxRun("the terms")}</w:hyperlink>${docxRun(".")}`,
      ),
    });
    expect(items).toEqual([paragraph("Trips cost 90 euros (Since May.), see the terms.")]);
    expect(links).toMatchObject([{ target: "https://example.com/terms" }]);
  });

  it("reads a picture as the alternative that its author wrote", async () => {
    const picture =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="A map of the town"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="i"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
    const { items } = await read({
      body: docxParagraph(`${docxRun("See:")}`) + docxParagraph(picture),
      parts: { "word/media/a.png": strToU8("no picture") },
    });
    expect(items).toEqual([paragraph("See:"), { ...paragraph("A map of the town"), isPicture: true }]);
  });

  it.each([
    ["the title of its first page", { style: "Title" }, "Document1", "Travel policy"],
    ["its only top heading", { style: "heading 1" }, "Left from a template", "Travel policy"],
    ["its metadata where it has no heading", {}, "Named by its author", "Named by its author"],
  ])("titles a document by %s", async (_, style, title, expected) => {
    const body = docxParagraph("Travel policy", style) + docxParagraph("A text for all.");
    expect((await read({ body, title })).title).toBe(expected);
  });

  it("says that macros are never run", async () => {
    const { problems, items } = await read({ body: docxParagraph("A text."), macros: true });
    expect(items).toEqual([paragraph("A text.")]);
    expect(problems).toMatchObject([{ kind: "macros-not-run" }]);
  });
});

describe("Word files that cannot be read", () => {
  const bomb = (): Uint8Array => {
    const archive = makeDocx({
      body: "",
      parts: { "word/media/zeros.xml": new Uint8Array(101 * 1024 * 1024) },
    });
    return archive;
  };
  it.each([
    ["cut off", () => makeDocx({ body: docxParagraph("A text.") }).slice(0, 400), /damaged/],
    ["another archive", () => zipSync({ "a.txt": strToU8("text") }), /no Word document/],
    ["of a password", () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600)]), /password/],
    ["a bomb", bomb, /larger than a document should be/],
  ])("%s: the line says what is wrong", async (_, make, detail) => {
    const cwd = await temporaryFolder({ "docs/a.docx": make() });
    const { files } = await collectFiles(["docs"], { cwd });
    const { pages, skipped } = await readSource(files[0]!, { baseUrl: "", language: "en" });
    expect(pages).toEqual([]);
    expect(skipped).toEqual([
      { path: "docs/a.docx", reason: "unparsable", detail: expect.stringMatching(detail) as string },
    ]);
  });

  it("leaves out the file that Word keeps beside one that is open", async () => {
    const cwd = await temporaryFolder({ "docs/~$a.docx": new Uint8Array(162) });
    const { files } = await collectFiles(["docs"], { cwd });
    expect((await readSource(files[0]!, { baseUrl: "", language: "en" })).skipped).toMatchObject([
      { reason: "not-a-page" },
    ]);
  });
});
