/** The only file that knows the library: a PDF's pages as runs of text with their place, size and weight. */
import { getDocumentProxy } from "unpdf";
import { CharacterMaps } from "./character-maps.ts";
import type { PdfOutlineEntry, PdfPage, TextRun } from "./pdf-page.ts";

/** Beyond this a document is a library of its own; the rest is left out, and the report says so. */
export const MAX_PAGES = 5000;
/** A page of a telephone book has about 20,000 runs. */
const MAX_RUNS_PER_PAGE = 60_000;
/** Fonts are named by a page's drawing, which costs more than its text: asked for where a font is new, this often. */
const MAX_FONT_LOOKUPS = 300;
const MAX_OUTLINE_ENTRIES = 5000;
const MAX_OUTLINE_DEPTH = 8;
/** An image of text covers most of its page. */
const SCAN_COVERAGE = 0.4;

export interface OpenedPdf {
  pageCount: number;
  title?: string;
  /** As the document writes it. */
  language?: string;
  /** ISO 8601. */
  modifiedAt?: string;
  /** In the order of the pages. A page that can't be read is `undefined`. */
  readPages: () => AsyncGenerator<PdfPage | undefined>;
  readOutline: () => Promise<PdfOutlineEntry[]>;
  close: () => Promise<void>;
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<PdfDocument["getPage"]>>;

/** Thrown for a document that opens with a password only. */
export class PasswordNeeded extends Error {}

/**
 * Opens a document without running anything in it: scripts, attachments and forms are not looked at, and no image is
 * decoded.
 * @throws PasswordNeeded, or an error that says what is wrong with the file.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  let pdf: PdfDocument;
  try {
    pdf = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      disableFontFace: true,
      useSystemFonts: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      useWasm: false,
      useWorkerFetch: false,
      cMapUrl: "cmaps/",
      BinaryDataFactory: CharacterMaps,
      maxImageSize: 1,
      stopAtErrors: false,
    });
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") throw new PasswordNeeded();
    throw new Error("it is damaged, or no PDF; open it in a viewer and save it anew", { cause: error });
  }
  const { info } = (await pdf.getMetadata().catch(() => ({ info: {} }))) as { info: Record<string, unknown> };
  const title = textOf(info["Title"]);
  const language = textOf(info["Language"]);
  const modifiedAt = isoDate(textOf(info["ModDate"]) ?? textOf(info["CreationDate"]));
  return {
    pageCount: pdf.numPages,
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(modifiedAt !== undefined && { modifiedAt }),
    readPages: () => readPages(pdf),
    readOutline: () => readOutline(pdf),
    close: () => pdf.loadingTask.destroy(),
  };
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.replace(/[\s\0]+/g, " ").trim();
  return text === "" ? undefined : text;
}

/** `D:20250208122313+01'00'`: year first, what follows may be absent. */
function isoDate(text: string | undefined): string | undefined {
  const match = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?/.exec(text ?? "");
  if (match === null) return undefined;
  const date = `${match[1]}-${match[2] ?? "01"}-${match[3] ?? "01"}`;
  return Number.isNaN(Date.parse(date)) ? undefined : date;
}

interface Font {
  isBold: boolean;
  isMonospaced: boolean;
}

async function* readPages(pdf: PdfDocument): AsyncGenerator<PdfPage | undefined> {
  const fonts = new Map<string, Font>();
  const lookups = { left: MAX_FONT_LOOKUPS };
  for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES); number++) {
    try {
      const page = await pdf.getPage(number);
      yield await readPage(page, number, fonts, lookups);
      page.cleanup();
    } catch {
      yield undefined;
    }
  }
}

async function readPage(
  page: Page,
  number: number,
  fonts: Map<string, Font>,
  lookups: { left: number },
): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const items: TextItem[] = [];
  const families: Record<string, string> = {};
  const reader = page.streamTextContent().getReader() as ReadableStreamDefaultReader<TextChunk>;
  let isCut = false;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || value === undefined) break;
    for (const [name, style] of Object.entries(value.styles)) families[name] = style.fontFamily;
    for (const item of value.items) if (item.str !== undefined && item.str !== "") items.push(item);
    if (items.length > MAX_RUNS_PER_PAGE) {
      isCut = true;
      await reader.cancel(new Error("too many runs"));
      break;
    }
  }
  if (Object.keys(families).some((name) => !fonts.has(name)) && lookups.left > 0) {
    lookups.left -= 1;
    await learnFonts(page, families, fonts);
  }
  const runs: TextRun[] = [];
  for (const item of items) {
    const run = runOf(item, transform, fonts.get(item.fontName));
    if (run !== undefined) runs.push(run);
  }
  const isPicture = items.every(({ str }) => str.trim() === "") && (await showsPicture(page, width * height));
  return { number, width, height, runs, isPicture, isCut };
}

interface TextItem {
  str: string;
  dir: string;
  width: number;
  height: number;
  transform: number[];
  fontName: string;
}

interface TextChunk {
  items: TextItem[];
  styles: Record<string, { fontFamily: string }>;
}

function runOf(item: TextItem, view: readonly number[], font: Font | undefined): TextRun | undefined {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform;
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view;
  // The direction in which the text runs on the page as it is shown, y downwards.
  const dx = va * a + vc * b;
  const dy = vb * a + vd * b;
  const size = Math.hypot(va * c + vc * d, vb * c + vd * d);
  const x = va * e + vc * f + ve;
  const y = vb * e + vd * f + vf;
  if (!Number.isFinite(x + y + size + dx + dy + item.width) || size <= 0) return undefined;
  const degrees = Math.round((Math.atan2(dy, dx) * 180) / Math.PI);
  return {
    text: item.str,
    left: x,
    right: x + item.width,
    baseline: y,
    size,
    degrees: ((degrees % 360) + 360) % 360,
    isBold: font?.isBold ?? false,
    isMonospaced: font?.isMonospaced ?? false,
  };
}

/** Weights and widths of the fonts of a page, by their names: a text names its font by a number only. */
async function learnFonts(
  page: Page,
  families: Record<string, string>,
  fonts: Map<string, Font>,
): Promise<void> {
  await page.getOperatorList().catch(() => undefined);
  for (const [id, family] of Object.entries(families)) {
    if (fonts.has(id)) continue;
    const found = page.commonObjs.has(id) ? (page.commonObjs.get(id) as Record<string, unknown>) : {};
    const name = typeof found["name"] === "string" ? found["name"].replace(/^[A-Z]{6}\+/, "") : "";
    fonts.set(id, {
      isBold: found["bold"] === true || found["black"] === true || BOLD.test(name),
      isMonospaced: family === "monospace" || MONOSPACED.test(name),
    });
  }
}

const BOLD = /bold|black|heavy|semibd|demi|CMBX|CMSSBX|SFBX|(?:[a-z]TB|-B|Bd|-Medi)$/i;
const MONOSPACED =
  /mono(?!type)|courier|consol|typewriter|CMTT|SFTT|menlo|inconsolata|code(?:pro)?[-,]|fixed/i;

/** Whether a page without text shows a picture about as large as itself, which an empty page does not. */
async function showsPicture(page: Page, area: number): Promise<boolean> {
  const list = await page.getOperatorList().catch(() => undefined);
  return (list?.argsArray ?? []).some((args: unknown) => {
    if (!Array.isArray(args) || args.length !== 6 || !args.every((value) => typeof value === "number"))
      return false;
    const [a = 0, b = 0, c = 0, d = 0] = args as number[];
    return Math.abs(a * d - b * c) >= SCAN_COVERAGE * area;
  });
}

interface OutlineNode {
  title: string;
  dest: string | unknown[] | null;
  items: OutlineNode[];
}

/** The bookmarks that lead to a page of the document, in reading order. */
async function readOutline(pdf: PdfDocument): Promise<PdfOutlineEntry[]> {
  const entries: PdfOutlineEntry[] = [];
  const visit = async (nodes: readonly OutlineNode[], depth: number): Promise<void> => {
    for (const node of nodes) {
      if (entries.length >= MAX_OUTLINE_ENTRIES) return;
      const page = await pageOf(pdf, node.dest);
      const title = textOf(node.title);
      if (page !== undefined && title !== undefined) entries.push({ title, depth, page });
      if (depth < MAX_OUTLINE_DEPTH) await visit(node.items, depth + 1);
    }
  };
  await visit(((await pdf.getOutline().catch(() => null)) ?? []) as OutlineNode[], 1);
  return entries;
}

async function pageOf(pdf: PdfDocument, dest: string | unknown[] | null): Promise<number | undefined> {
  try {
    const target = typeof dest === "string" ? await pdf.getDestination(dest) : dest;
    const [page] = target ?? [];
    if (typeof page === "number") return page + 1;
    if (typeof page !== "object" || page === null) return undefined;
    return (await pdf.getPageIndex(page as Parameters<PdfDocument["getPageIndex"]>[0])) + 1;
  } catch {
    return undefined;
  }
}
