import { readFile } from "node:fs/promises";
import { readPage, type Page, type PageProblem } from "../page.ts";
import { reasonOf, type SkippedFile, type SourceFile } from "./collect-files.ts";
import { pageUrl, slugUrl } from "./page-url.ts";

export interface ReadOptions {
  /** Without a trailing slash; "" for root-relative URLs. */
  baseUrl: string;
  /** BCP 47, for pages that do not name their own. */
  language: string;
}

export type SourceResult = { page: Page } | { skipped: SkippedFile; problems: PageProblem[] };

/** A text has no NUL; a file that has one early is an image or an archive under a wrong name. */
const BINARY_PROBE_BYTES = 8192;

/** Reads one file to its chunks. Never throws: what cannot be read is skipped with the reason. */
export async function readSource(
  file: SourceFile,
  { baseUrl, language }: ReadOptions,
): Promise<SourceResult> {
  const skip = (
    reason: SkippedFile["reason"],
    detail?: string,
    problems: PageProblem[] = [],
  ): SourceResult => ({
    skipped: { path: file.path, reason, ...(detail !== undefined && { detail }) },
    problems,
  });
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file.file);
  } catch (error) {
    return skip("unreadable", reasonOf(error));
  }
  if (bytes.length === 0) return skip("empty");
  if (bytes.subarray(0, BINARY_PROBE_BYTES).includes(0)) return skip("binary");
  let source: string;
  try {
    source = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return skip("invalid-utf8", `wrong near byte ${firstInvalidByte(bytes)}; save the file as UTF-8`);
  }
  try {
    const result = readPage({
      source,
      path: file.path,
      format: file.format,
      url: pageUrl(file.urlPath, file.format, baseUrl),
      urlOfSlug: (slug) => slugUrl(slug, baseUrl),
      language,
    });
    return "page" in result ? result : skip(result.skipped, undefined, result.problems);
  } catch (error) {
    return skip("unparsable", error instanceof Error ? error.message.split("\n", 1)[0] : String(error));
  }
}

/** About where the bytes stop being UTF-8, found by halving: what is valid up to there, is. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    try {
      // In stream mode a character that is cut off at the end is not an error.
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      valid = middle;
    } catch {
      invalid = middle;
    }
  }
  return valid;
}
