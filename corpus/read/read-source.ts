import { isUtf8 } from "node:buffer";
import { decodeText } from "../crawl/decode-body.ts";
import { open, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileReasonOf, reasonOf } from "../error-reason.ts";
import type { DocumentProblem, LeftOut, ReadDocument } from "../formats/document.ts";
import { HEAD_BYTES, readersOf } from "../formats/format-readers.ts";
import { isLeftOut, type FormatReader } from "../formats/format-reader.ts";
import { placePage, siteUrl, type Site } from "../generators/site.ts";
import { pageOf, type Page } from "../page.ts";
import { firstTopHeading } from "../parse/outline.ts";
import type { SkippedFile, SourceFile } from "./collect-files.ts";
import { documentUrl } from "./document-url.ts";
import { includeReader } from "./include-file.ts";
import { siteKey, type SiteSurveys } from "./survey-sites.ts";

export interface ReadOptions {
  /** Without a trailing slash; "" for root-relative URLs. */
  baseUrl: string;
  /** BCP 47, for pages that do not name their own. */
  language: string;
  /** The owner named it: then the words of a page do not count. */
  isLanguageGiven?: boolean | undefined;
  /** Where the reference pages of interfaces lie. */
  apiUrlPattern?: string | undefined;
  /** Epoch milliseconds; pages that are dated later are left out where their generator does so. Default: none is. */
  now?: number | undefined;
  /** What the pages of HTML of each site share. */
  surveys?: SiteSurveys;
}

/** What one file holds: mostly one page. */
export interface SourceResult {
  pages: Page[];
  skipped: SkippedFile[];
  /** Of what was skipped; a page has its own. */
  problems: DocumentProblem[];
  /** True where the file is of no kind that is read, whatever its extension. */
  isOther?: true;
}

/** A text has no NUL; a file that has one early is an image or an archive under a wrong name. */
const BINARY_PROBE_BYTES = 8192;

type Skip = (reason: SkippedFile["reason"], detail?: string) => SourceResult;

/** Reads one file to its pages. Never throws: what cannot be read is skipped with the reason. */
export async function readSource(file: SourceFile, options: ReadOptions): Promise<SourceResult> {
  const skip: Skip = (reason, detail) => ({
    pages: [],
    skipped: [{ path: file.path, reason, ...(detail !== undefined && { detail }) }],
    problems: [],
  });
  let bytes: Uint8Array;
  let readers: FormatReader[];
  try {
    bytes = await readStart(file);
    const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_BYTES));
    readers = readersOf(basename(file.name ?? file.file), head);
    if (bytes.length > 0 && readers.length === 0) return OTHER;
    if (bytes.length < file.bytes) bytes = await readFile(file.file);
  } catch (error) {
    return skip("unreadable", fileReasonOf(error));
  }
  if (bytes.length === 0) return skip("empty");
  for (const reader of readers) {
    const result = await readAs(reader, { file, bytes, skip }, options);
    if (result !== undefined) return result;
  }
  return OTHER;
}

/** Of no kind that is read. */
const OTHER: SourceResult = { pages: [], skipped: [], problems: [], isOther: true };

/** Of a file that is larger than this only the beginning is read before it is known to hold pages. */
const WHOLE_FILE_BYTES = 1024 * 1024;

async function readStart({ file, bytes }: SourceFile): Promise<Uint8Array> {
  if (bytes <= WHOLE_FILE_BYTES) return readFile(file);
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Undefined where the reader finds that the file is of another kind. */
async function readAs(
  reader: FormatReader,
  { file, bytes, skip }: { file: SourceFile; bytes: Uint8Array; skip: Skip },
  options: ReadOptions,
): Promise<SourceResult | undefined> {
  let text = "";
  let lie: string | undefined;
  if (reader.name === "HTML" && !isUtf8(bytes)) {
    ({ text, lie } = decodeText(bytes, undefined));
    if (hasControls(text)) return skip("binary");
  } else if (reader.isBinary !== true) {
    if (bytes.subarray(0, BINARY_PROBE_BYTES).includes(0)) return skip("binary");
    try {
      text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      return skip("invalid-utf8", `wrong near byte ${firstInvalidByte(bytes)}; save the file as UTF-8`);
    }
  }
  try {
    const result = await readDocuments(reader, file, { bytes, text }, options);
    const problem: DocumentProblem[] = lie === undefined ? [] : [{ kind: "wrong-encoding", detail: lie }];
    for (const page of result?.pages ?? []) page.problems.push(...problem);
    return result;
  } catch (error) {
    return skip("unparsable", reasonOf(error));
  }
}

async function readDocuments(
  reader: FormatReader,
  { file, path, sitePath, site, url, language: siteLanguage, includesWithin }: SourceFile,
  content: { bytes: Uint8Array; text: string },
  { baseUrl, language: defaultLanguage, isLanguageGiven = false, apiUrlPattern, now, surveys }: ReadOptions,
): Promise<SourceResult | undefined> {
  const language = siteLanguage ?? defaultLanguage;
  const results = await reader.read({
    path,
    sitePath,
    ...content,
    ...(url !== undefined && { url }),
    site,
    survey: surveys?.[siteKey({ site, url })],
    language,
    include: includeReader(file, site.root, includesWithin),
    ...(apiUrlPattern !== undefined && { apiUrlPattern }),
  });
  if (results.length === 0) return undefined;
  const read: SourceResult = { pages: [], skipped: [], problems: [] };
  const leaveOut = ({ skipped: reason, detail, problems }: LeftOut): void => {
    read.skipped.push({ path, reason, ...(detail !== undefined && { detail }) });
    read.problems.push(...problems);
  };
  for (const document of results) {
    if (isLeftOut(document)) {
      leaveOut(document);
      continue;
    }
    const place = placeOf(document, { sitePath, site, url }, { baseUrl, now });
    if ("leftOut" in place) {
      leaveOut({ skipped: "not-a-page", detail: place.leftOut, problems: document.problems });
      continue;
    }
    const page = pageOf(document, {
      path,
      url: place.url,
      // Of the documents of an export none lies where the export does.
      liesAt: results.length === 1 ? place.liesAt : undefined,
      language: place.language ?? language,
      isLanguageNamed: isLanguageGiven || (place.language ?? siteLanguage) !== undefined,
    });
    if ("skipped" in page) {
      const name = results.length > 1 ? document.title : undefined;
      leaveOut({ ...page, ...(name !== undefined && { detail: name }) });
    } else read.pages.push(page);
  }
  return read;
}

interface DocumentPlace {
  url: string;
  /** Where the file lies, whatever the document says. */
  liesAt?: string;
  language?: string;
}

/** Where the document says that it lies, else where it was fetched from, else where its generator puts it. */
function placeOf(
  { address, fields, hasFrontMatter, title, items }: ReadDocument,
  { sitePath, site, url }: { sitePath: string; site: Site; url: string | undefined },
  { baseUrl, now }: Pick<ReadOptions, "baseUrl" | "now">,
): DocumentPlace | { leftOut: string } {
  if (url !== undefined) {
    return address === undefined
      ? { url }
      : { url: documentUrl(address, { place: undefined, baseUrl, url }), liesAt: url };
  }
  // What an export was made of lies somewhere below the site's base, wherever the file lies.
  const isBelowBase = address !== undefined && !/^(?:[a-z][a-z\d+.-]*:|[/#?])/i.test(address);
  if (isBelowBase) return { url: siteUrl(site, `/${address}`, baseUrl) };
  const named = title ?? firstTopHeading(items);
  const place = placePage(site, { path: sitePath, frontMatter: fields, hasFrontMatter, title: named, now });
  if (address !== undefined) {
    const file = "leftOut" in place ? undefined : place.address;
    return {
      url: documentUrl(address, { place: file, baseUrl, url }),
      ...(file !== undefined && { liesAt: siteUrl(site, file, baseUrl) }),
    };
  }
  if ("leftOut" in place) return place;
  return {
    url: siteUrl(site, place.address, baseUrl),
    ...(place.language !== undefined && { language: place.language }),
  };
}

/**
 * Whether a text begins with characters that no encoding of text has: an image or an archive, read as a character a byte.
 *
 * @see https://mimesniff.spec.whatwg.org/#binary-data-byte
 */
function hasControls(text: string): boolean {
  for (let index = 0; index < Math.min(text.length, BINARY_PROBE_BYTES); index++) {
    const code = text.charCodeAt(index);
    if (code <= 0x08 || code === 0x0b || (code >= 0x0e && code <= 0x1f && code !== 0x1b)) return true;
  }
  return false;
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
