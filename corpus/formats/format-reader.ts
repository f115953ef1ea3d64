/**
 * The seam between kinds of files and pages: one reader a format, each in a file (or folder) of its own name;
 * `format-readers.ts` lists them.
 */
import type { SiteSurvey } from "../html/survey.ts";
import type { Site } from "../generators/site.ts";
import type { LeftOut, ReadDocument } from "./document.ts";

export interface FormatInput {
  /** As reports name it. */
  path: string;
  /** Below the root of its site, with forward slashes. */
  sitePath: string;
  bytes: Uint8Array;
  /** The same as text; "" where the format is binary. */
  text: string;
  /** Where the file was fetched from, as it was answered; absent for files. */
  url?: string;
  site: Site;
  /** What pages of HTML of this site share; absent where too few were seen. */
  survey?: SiteSurvey | undefined;
  /** BCP 47, for documents that do not name their own. */
  language: string;
  /**
   * The text of a file that this one includes, by its path relative to this file, or from the site's root with a
   * leading slash. Undefined where there is none, it is no text, or it lies outside of the site's root.
   */
  include: (path: string) => string | undefined;
  /** Where the reference pages of interfaces lie; `openapi/api-address.ts` has its words. */
  apiUrlPattern?: string;
}

export type DocumentResult = ReadDocument | LeftOut;

/** A page of text beyond this is a dump, not a page. */
export const DEFAULT_MAX_BYTES = 5 * 1024 * 1024;

/** Of a file that holds the text of a whole site. */
export const EXPORT_MAX_BYTES = 64 * 1024 * 1024;

export interface FormatReader {
  /** As reports and errors name it. */
  readonly name: string;
  /** Lower case, with the dot. A file of an extension that several readers share goes to the first that recognises it. */
  readonly extensions: readonly string[];
  /** Media types of answers that hold this format, without parameters. */
  readonly mediaTypes?: readonly string[];
  readonly isBinary?: boolean;
  /** Larger files are skipped unless the user names a bound; default {@link DEFAULT_MAX_BYTES}. */
  readonly maxBytes?: number;
  /** Where the extension does not tell: whether a file of this name and beginning (up to 4 KiB, as text) is one. */
  recognises?: (file: { name: string; head: string }) => boolean;
  /**
   * Reads a file to the documents in it. Empty where it turns out to be of another kind: the next reader that knows it
   * is asked. May throw on input that is broken: the file is then reported as unparsable.
   */
  read: (input: FormatInput) => DocumentResult[] | Promise<DocumentResult[]>;
}

export function isLeftOut(result: DocumentResult): result is LeftOut {
  return "skipped" in result;
}
