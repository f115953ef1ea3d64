/** Writes small Word documents: the body as WordprocessingML, with the parts that it needs. */
import { strToU8, zipSync } from "fflate";

export interface DocxSource {
  /** Children of `w:body`. */
  body: string;
  title?: string;
  /** Texts by their ids, from 1. */
  footnotes?: Record<string, string>;
  macros?: boolean;
  /** Replaces or adds parts. */
  parts?: Record<string, Uint8Array>;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const DRAWING =
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export function makeDocx({
  body,
  title,
  footnotes = {},
  macros = false,
  parts = {},
}: DocxSource): Uint8Array {
  const styles = ["Title", "heading 1", "heading 2", "toc 1", "HTML Preformatted"]
    .map(
      (name) =>
        `<w:style w:type="paragraph" w:styleId="${styleId(name)}"><w:name w:val="${name}"/></w:style>`,
    )
    .join("");
  const notes = Object.entries(footnotes)
    .map(([id, text]) => `<w:footnote w:id="${id}"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:footnote>`)
    .join("");
  const level = (format: string): string =>
    `<w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="${format}"/></w:lvl>`;
  const files: Record<string, string> = {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="s" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="f" Type="${OFFICE}/footnotes" Target="footnotes.xml"/><Relationship Id="n" Type="${OFFICE}/numbering" Target="numbering.xml"/><Relationship Id="i" Type="${OFFICE}/image" Target="media/a.png"/><Relationship Id="l" Type="${OFFICE}/hyperlink" Target="https://example.com/terms" TargetMode="External"/></Relationships>`,
    "word/styles.xml": `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>${styles}</w:styles>`,
    "word/footnotes.xml": `<w:footnotes ${W}>${notes}</w:footnotes>`,
    "word/numbering.xml": `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level("bullet")}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level("decimal")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    "word/document.xml": `<w:document ${W} ${DRAWING}><w:body>${body}</w:body></w:document>`,
    "docProps/core.xml": `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${title === undefined ? "" : `<dc:title>${title}</dc:title>`}<dcterms:modified>2024-03-01T10:00:00Z</dcterms:modified></cp:coreProperties>`,
    ...(macros && { "word/vbaProject.bin": "macro" }),
  };
  const encoded = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  return zipSync({ ...encoded, ...parts }, { mtime: new Date("2024-01-01T00:00:00Z") });
}

function styleId(name: string): string {
  return name.replace(/\s/g, "");
}

export function docxRun(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** `style` by its name; `list`: 1 bullets, 2 numbers. */
export function docxParagraph(
  content: string,
  { style, list, level = 0 }: { style?: string; list?: 1 | 2; level?: 0 | 1 } = {},
): string {
  const properties = [
    ...(style === undefined ? [] : [`<w:pStyle w:val="${styleId(style)}"/>`]),
    ...(list === undefined
      ? []
      : [`<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`]),
  ].join("");
  return `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith("<") ? content : docxRun(content)}</w:p>`;
}
