import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CorpusFileSource } from "../../core/corpus/corpus.ts";
import { MANIFEST_NAME } from "./write-artefact.ts";

/** A folder that `assistant-chat build` wrote, as a source of corpus files. */
export function createFolderSource(folder: string): CorpusFileSource {
  return {
    async readManifest() {
      const bytes = await readIfPresent(join(folder, MANIFEST_NAME));
      if (bytes === undefined) return undefined;
      try {
        return JSON.parse(bytes.toString("utf8")) as unknown;
      } catch {
        // Something that is no manifest: the reader says so.
        return {};
      }
    },
    readFile: (name) => readIfPresent(join(folder, name)),
  };
}

async function readIfPresent(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return undefined;
    throw error;
  }
}
