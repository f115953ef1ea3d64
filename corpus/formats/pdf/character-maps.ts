/**
 * How fonts of Chinese, Japanese and Korean number their characters, where a PDF only names the numbering: Adobe's CMaps,
 * as PDF.js packs them. They are read when a document asks for one.
 *
 * @see https://github.com/adobe-type-tools/cmap-resources
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Beside the compiled program; in a checkout they lie in the package that they come from. */
function folderOf(): string {
  const beside = join(import.meta.dirname, "cmaps");
  if (existsSync(beside)) return beside;
  return join(dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json")), "cmaps");
}

/** What the library asks for data that does not lie in the document. */
export class CharacterMaps {
  /** @throws Error for fonts and programs, which nothing here needs, and for names that lead elsewhere. */
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== "cMapUrl" || !/^[\w-]{1,60}(?:\.bcmap)?$/.test(filename)) {
      throw new Error(`${kind} ${filename} is not read`);
    }
    return new Uint8Array(await readFile(join(folderOf(), filename.replace(/(?:\.bcmap)?$/, ".bcmap"))));
  }
}
