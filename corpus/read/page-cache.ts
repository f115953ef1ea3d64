/**
 * What was read of content that is known by its hash, kept for the next build: a site of which one page in a hundred
 * changed is read in a hundredth of the time. What is kept counts for the very same content, place and options, read by
 * the very same program; anything else is read anew.
 */
import { createHash, type Hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import type { SourceFile } from "./collect-files.ts";
import { readPages, type ReadPagesOptions } from "./read-pages.ts";
import type { SourceResult } from "./read-source.ts";

/** Files open at a time. */
const PARALLEL = 32;

/** As `readPages`, for files whose content has a hash from the cache where it is there. */
export async function readPagesCached(
  files: readonly SourceFile[],
  { cacheFolder, ...options }: ReadPagesOptions & { cacheFolder: string },
): Promise<SourceResult[]> {
  await mkdir(cacheFolder, { recursive: true });
  // Neither how it is read, nor when: only files that a generator places look at the day.
  const { onProgress, threads: _, threadMemoryMb: __, now: ___, ...meaning } = options;
  const version = await readerVersion();
  const keys = files.map((file) => cacheKey(file, version, meaning));
  const cached = await inParallel(keys, (key) =>
    key === undefined ? undefined : readEntry(cacheFolder, key),
  );
  const missing = files.filter((_file, index) => cached[index] === undefined);
  const done = files.length - missing.length;
  if (done > 0) onProgress?.(done, files.length);
  const read = await readPages(missing, {
    ...options,
    ...(onProgress !== undefined && { onProgress: (count) => onProgress(done + count, files.length) }),
  });
  let next = 0;
  const results = cached.map((result): SourceResult => result ?? (read[next++] as SourceResult));
  await inParallel(keys, async (key, index) => {
    const result = results[index];
    if (key !== undefined && cached[index] === undefined && result !== undefined)
      await writeEntry(cacheFolder, key, result);
  });
  await removeOthers(cacheFolder, keys);
  return results;
}

function cacheKey(file: SourceFile, version: string, options: object): string | undefined {
  if (file.hash === undefined) return undefined;
  const { file: _, site, ...rest } = file;
  const { root: __, ...settings } = site;
  return createHash("sha256")
    .update(JSON.stringify([version, rest, settings, options]))
    .digest("hex")
    .slice(0, 32);
}

async function readEntry(folder: string, key: string): Promise<SourceResult | undefined> {
  try {
    return deserialize(await readFile(join(folder, key))) as SourceResult;
  } catch {
    // Not there, or cut off: it is read anew.
    return undefined;
  }
}

async function writeEntry(folder: string, key: string, result: SourceResult): Promise<void> {
  const temporary = join(folder, `${key}.writing-${process.pid}`);
  await writeFile(temporary, serialize(result));
  await rename(temporary, join(folder, key));
}

async function removeOthers(folder: string, keys: readonly (string | undefined)[]): Promise<void> {
  const used = new Set(keys);
  for (const name of await readdir(folder))
    if (!used.has(name)) await rm(join(folder, name), { force: true });
}

/** Over all of this program: whatever of it changes may read a page otherwise. */
let knownVersion: Promise<string> | undefined;
function readerVersion(): Promise<string> {
  return (knownVersion ??= (async () => {
    const hash = createHash("sha256").update(process.versions.v8);
    for (const folder of ["../../corpus/", "../../core/"])
      await addFolder(hash, fileURLToPath(new URL(folder, import.meta.url)));
    for (const path of ["../../package.json", "../../../../package.json"]) {
      try {
        hash.update(readFileSync(new URL(path, import.meta.url)));
      } catch {
        // The built program lies two folders deeper.
      }
    }
    return hash.digest("hex");
  })());
}

async function addFolder(hash: Hash, folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((entry) => /\.[jt]s$/.test(entry)).sort()) {
    hash.update(name).update(readFileSync(join(folder, name)));
  }
}

async function inParallel<T, R>(
  values: readonly T[],
  work: (value: T, index: number) => Promise<R> | R,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const run = async (): Promise<void> => {
    while (next < values.length) {
      const index = next++;
      results[index] = await work(values[index] as T, index);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, run));
  return results;
}
