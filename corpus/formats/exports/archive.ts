/**
 * Archives of exports: Notion, Confluence, and any folder of pages that somebody packed. Each file in one is read as if
 * it lay in a folder; archives in archives are not opened.
 */
import { basename, posix } from "node:path";
import { unpackArchive } from "../../parse/unpack-archive.ts";
import { placePage } from "../../generators/site.ts";
import type { LeftOut } from "../document.ts";
import {
  EXPORT_MAX_BYTES,
  isLeftOut,
  type DocumentResult,
  type FormatInput,
  type FormatReader,
} from "../format-reader.ts";

/** How many bytes of a file `recognises` sees. */
const HEAD_BYTES = 4096;

/** @param readersOf the readers that know a file of an archive by its name and its beginning. */
export function archiveReader(readersOf: (name: string, head: string) => FormatReader[]): FormatReader {
  return {
    name: "archive",
    extensions: [".zip"],
    isBinary: true,
    maxBytes: EXPORT_MAX_BYTES,
    recognises: ({ head }) => head.startsWith("PK"),
    read: (input) => readArchive(input, readersOf),
  };
}

async function readArchive(
  input: FormatInput,
  readersOf: (name: string, head: string) => FormatReader[],
): Promise<DocumentResult[]> {
  const { files, refused } = unpackArchive(input.bytes);
  const results: DocumentResult[] = refused.map((detail): LeftOut => ({
    skipped: "unparsable",
    detail,
    problems: [],
  }));
  for (const [path, bytes] of files) {
    const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_BYTES));
    for (const reader of readersOf(basename(path), head)) {
      const read = await readFile(reader, { path, bytes, files, input });
      results.push(...read);
      if (read.length > 0) break;
    }
  }
  return results;
}

interface ArchivedFile {
  path: string;
  bytes: Uint8Array;
  files: ReadonlyMap<string, Uint8Array>;
  input: FormatInput;
}

async function readFile(
  reader: FormatReader,
  { path, bytes, files, input }: ArchivedFile,
): Promise<DocumentResult[]> {
  const leftOut = (skipped: LeftOut["skipped"], detail: string): LeftOut => ({
    skipped,
    detail: `${path}: ${detail}`,
    problems: [],
  });
  let results: DocumentResult[];
  try {
    results = await reader.read({
      ...input,
      path: posix.join(input.path, path),
      sitePath: path,
      bytes,
      text: reader.isBinary === true ? "" : new TextDecoder("utf-8", { fatal: true }).decode(bytes),
      include: (name) => {
        const found = files.get(
          posix.join(name.startsWith("/") ? "" : posix.dirname(path), name).replace(/^\/+/, ""),
        );
        return found === undefined ? undefined : new TextDecoder().decode(found);
      },
    });
  } catch (error) {
    return [
      leftOut("unparsable", error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error)),
    ];
  }
  return results.map((result) => {
    if (isLeftOut(result)) return leftOut(result.skipped, result.detail ?? result.skipped);
    if (result.address !== undefined) return result;
    const place = placePage(input.site, { path, frontMatter: result.fields });
    return "leftOut" in place
      ? leftOut("not-a-page", place.leftOut)
      : { ...result, address: place.address.slice(1) };
  });
}
