import { extname } from "node:path";
import type { FormatReader } from "./format-reader.ts";
import { htmlReader } from "./html.ts";
import { markdownReader } from "./markdown.ts";

/** Those that recognise files by their content come before those that take all files of an extension. */
export const FORMAT_READERS: readonly FormatReader[] = [markdownReader, htmlReader];

/** How much of a file `recognises` sees. */
export const HEAD_BYTES = 4096;

/** Every extension that may hold a document. */
const EXTENSIONS: ReadonlySet<string> = new Set(FORMAT_READERS.flatMap(({ extensions }) => extensions));

export function mayBeDocument(name: string): boolean {
  return EXTENSIONS.has(extname(name).toLowerCase());
}

/** The reader of a file by its name and its beginning; undefined where none knows it. */
export function readerOf(name: string, head: string): FormatReader | undefined {
  const extension = extname(name).toLowerCase();
  return FORMAT_READERS.find(
    ({ extensions, recognises }) => extensions.includes(extension) && recognises?.({ name, head }) !== false,
  );
}
