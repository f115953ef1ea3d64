/**
 * Writes a corpus so that its folder is at every moment either the old version or the new one, also when the
 * process is killed: files are named after their content and put in place whole (written aside, synced,
 * renamed), the manifest is replaced last by one rename, and only then is what nobody names any more removed.
 */
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { allFiles, type CorpusManifest } from "../../core/corpus/format.ts";
import type { EncodedCorpus } from "../../core/corpus/write-corpus.ts";
import { CliError } from "../cli-error.ts";
import { fileReasonOf } from "../error-reason.ts";
import { withFolderLock } from "./folder-lock.ts";

export const MANIFEST_NAME = "manifest.json";
const OWN_FILE = /^[a-z]+(-\d+)?-[0-9a-f]{16}\.[a-z]+$/;
/** Files for other readers that lie beside the artefact where they are asked for. */
export const COMPANION_NAMES = ["llms.txt", "llms-full.txt"] as const;
export type Companions = Partial<Record<(typeof COMPANION_NAMES)[number], Uint8Array>>;
const TEMPORARY_PREFIX = ".writing-";

export interface WrittenArtefact {
  /** Of all files with the manifest. */
  bytes: number;
  fileCount: number;
  /** True where the folder held this very version already, so that nothing was written. */
  unchanged: boolean;
}

/** @throws CliError where the folder cannot be written. */
export async function writeArtefact(
  folder: string,
  { manifest, files }: EncodedCorpus,
  onProgress?: (done: number, total: number) => void,
  companions: Companions = {},
): Promise<WrittenArtefact> {
  try {
    await mkdir(folder, { recursive: true });
    return await withFolderLock(folder, async () => {
      const manifestBytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
      let written = 0;
      let done = 0;
      for (const [name, bytes] of files) {
        if (await putFile(folder, name, bytes)) written += 1;
        done += 1;
        onProgress?.(done, files.size);
      }
      for (const name of COMPANION_NAMES) {
        const bytes = companions[name];
        if (bytes === undefined) await rm(join(folder, name), { force: true });
        else if (await putFile(folder, name, bytes)) written += 1;
      }
      if (written > 0) await syncFolder(folder);
      if (await putFile(folder, MANIFEST_NAME, manifestBytes)) {
        written += 1;
        await syncFolder(folder);
      }
      await removeUnnamed(folder, manifest);
      return {
        bytes: [...files.values()].reduce((sum, { length }) => sum + length, manifestBytes.length),
        fileCount: files.size + 1,
        unchanged: written === 0,
      };
    });
  } catch (error) {
    if (error instanceof CliError || (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new CliError("out-not-writable", folder, fileReasonOf(error));
  }
}

/** @returns false where the folder holds the same bytes under this name already. */
async function putFile(folder: string, name: string, bytes: Uint8Array): Promise<boolean> {
  const path = join(folder, name);
  const present = await readFile(path).catch(() => undefined);
  if (present !== undefined && Buffer.compare(present, bytes) === 0) return false;
  const temporary = join(folder, `${TEMPORARY_PREFIX}${process.pid}-${name}`);
  const file = await open(temporary, "w");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  return true;
}

/** Makes renames durable; a file system that cannot do it for folders does without. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Only what a build has written itself is ever removed. */
async function removeUnnamed(folder: string, manifest: CorpusManifest): Promise<void> {
  const named = new Set(allFiles(manifest).map(({ name }) => name));
  for (const name of await readdir(folder)) {
    const isLeftover = name.startsWith(TEMPORARY_PREFIX) || name.startsWith(".lock-");
    if (isLeftover || (OWN_FILE.test(name) && !named.has(name)))
      await rm(join(folder, name), { force: true });
  }
}
