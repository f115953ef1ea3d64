import { basename, extname } from "node:path";
import { asciidocReader } from "./asciidoc.ts";
import { DEFAULT_MAX_BYTES, type FormatReader } from "./format-reader.ts";
import { docxReader } from "./docx.ts";
import { archiveReader } from "./exports/archive.ts";
import { confluenceReader } from "./exports/confluence.ts";
import { confluenceSpaceReader } from "./exports/confluence-space.ts";
import { intercomReader } from "./exports/intercom.ts";
import { notionReader } from "./exports/notion.ts";
import { shopifyJsonReader, shopifyProductsReader } from "./exports/shopify.ts";
import { wordpressReader } from "./exports/wordpress.ts";
import { zendeskReader } from "./exports/zendesk.ts";
import { htmlReader } from "./html.ts";
import { llmsTxtReader } from "./llms-txt.ts";
import { markdownReader } from "./markdown.ts";
import { openApiReader } from "./openapi/openapi.ts";
import { pdfReader } from "./pdf.ts";
import { plainTextReader } from "./plain-text.ts";
import { questionJsonReader } from "./question-answers/question-json.ts";
import { restructuredTextReader } from "./restructured-text.ts";
import { questionTableReader } from "./question-answers/question-table.ts";
import { typedocReader } from "./typedoc/typedoc.ts";

/** Those that recognise files by their content come before those that take all files of an extension. */
export const FORMAT_READERS: readonly FormatReader[] = [
  notionReader,
  confluenceReader,
  markdownReader,
  htmlReader,
  pdfReader,
  openApiReader,
  asciidocReader,
  docxReader,
  llmsTxtReader,
  restructuredTextReader,
  plainTextReader,
  shopifyProductsReader,
  questionTableReader,
  zendeskReader,
  intercomReader,
  shopifyJsonReader,
  questionJsonReader,
  typedocReader,
  wordpressReader,
  confluenceSpaceReader,
  archiveReader((name, head) => readersOf(name, head)),
];

/** How much of a file `recognises` sees. */
export const HEAD_BYTES = 4096;

/** Every extension that may hold a document. */
const EXTENSIONS: ReadonlySet<string> = new Set(FORMAT_READERS.flatMap(({ extensions }) => extensions));

export function mayBeDocument(name: string): boolean {
  return EXTENSIONS.has(extensionOf(name));
}

/** In lower case. Of a template of ERB, that of what it makes as well: `.md.erb`. */
function extensionOf(name: string): string {
  const extension = extname(name).toLowerCase();
  return extension === ".erb" ? extname(basename(name, extname(name))).toLowerCase() + extension : extension;
}

/** The readers that know a file by its name and its beginning, in the order in which they are asked. */
export function readersOf(name: string, head: string): FormatReader[] {
  const extension = extensionOf(name);
  return FORMAT_READERS.filter(
    ({ extensions, recognises }) => extensions.includes(extension) && recognises?.({ name, head }) !== false,
  );
}

/** How large a file may be where the user names no bound: the largest that a reader of its extension takes. */
export function maxBytesOf(name: string): number {
  const extension = extensionOf(name);
  const readers = FORMAT_READERS.filter(({ extensions }) => extensions.includes(extension));
  return Math.max(DEFAULT_MAX_BYTES, ...readers.map(({ maxBytes }) => maxBytes ?? 0));
}
