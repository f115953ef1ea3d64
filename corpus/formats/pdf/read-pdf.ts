/** A PDF as a document: its pages measured, laid out in reading order, and told what could not be read of them. */
import { checkStreams } from "./stream-limits.ts";
import { openPdf, PasswordNeeded, MAX_PAGES, type OpenedPdf } from "./open-pdf.ts";
import { layOut, measurePage, TextStatistics, type MeasuredPage } from "./layout.ts";
import type { DocumentProblem } from "../document.ts";
import type { DocumentResult, FormatInput } from "../format-reader.ts";
import { languageTag } from "../../parse/front-matter.ts";

/** A PDF may have a few bytes before its mark. */
const MARK_WITHIN_BYTES = 1024;
const SHOWN_PAGES = 12;

export async function readPdf({ bytes }: FormatInput): Promise<DocumentResult> {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, MARK_WITHIN_BYTES));
  if (!start.includes("%PDF-")) {
    const isHtml = /<(?:!doctype|html|head|body)\b/i.test(start);
    throw new Error(
      isHtml ? "it is a web page under the name of a PDF" : "it is no PDF, whatever its name says",
    );
  }
  checkStreams(bytes);
  let pdf: OpenedPdf;
  try {
    pdf = await openPdf(bytes);
  } catch (error) {
    if (!(error instanceof PasswordNeeded)) throw error;
    return { skipped: "encrypted", detail: "save it without a password", problems: [] };
  }
  try {
    return await readOpened(pdf);
  } finally {
    await pdf.close();
  }
}

async function readOpened(pdf: OpenedPdf): Promise<DocumentResult> {
  const statistics = new TextStatistics();
  const pages: MeasuredPage[] = [];
  const pictures: number[] = [];
  const broken: number[] = [];
  const cut: number[] = [];
  let number = 0;
  for await (const page of pdf.readPages()) {
    number += 1;
    if (page === undefined) {
      broken.push(number);
      continue;
    }
    if (page.isPicture) pictures.push(number);
    if (page.isCut) cut.push(number);
    pages.push(measurePage(page, statistics));
  }
  const problems: DocumentProblem[] = [];
  if (pictures.length > 0) problems.push({ kind: "pages-without-text", detail: pageList(pictures) });
  if (broken.length > 0) problems.push({ kind: "pages-unreadable", detail: pageList(broken) });
  if (cut.length > 0) problems.push({ kind: "pages-cut", detail: pageList(cut) });
  if (pdf.pageCount > MAX_PAGES)
    problems.push({ kind: "pages-cut", detail: `all after page ${MAX_PAGES} of ${pdf.pageCount}` });
  if (pages.every(({ segments, turned }) => segments.length === 0 && turned.length === 0)) {
    if (broken.length === number && number > 0)
      throw new Error("none of its pages can be read; save it anew");
    const detail =
      pictures.length > 0
        ? "its pages are pictures of text; run text recognition (OCR) over it, such as ocrmypdf"
        : "its pages hold no text";
    return { skipped: "empty", detail, problems: [] };
  }
  const { items, title, dropped } = layOut({
    pages,
    statistics,
    outline: await pdf.readOutline(),
    title: pdf.title,
  });
  const language = languageTag(pdf.language);
  return {
    items,
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(pdf.modifiedAt !== undefined && { date: pdf.modifiedAt }),
    fields: {},
    links: [],
    anchors: Array.from({ length: Math.min(pdf.pageCount, MAX_PAGES) }, (_, index) => `page=${index + 1}`),
    dropped,
    problems,
  };
}

/** "pages 3, 5–9": those in a row together. */
function pageList(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  const shown = ranges.slice(0, SHOWN_PAGES).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  const more = ranges.length > SHOWN_PAGES ? ", …" : "";
  return `${numbers.length === 1 ? "page" : "pages"} ${shown.join(", ")}${more}`;
}
