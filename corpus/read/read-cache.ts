/**
 * What was made of content that is known by its hash, kept for the next build: a site of which one page in a hundred
 * changed is read in a hundredth of the time. What is kept counts for the very same content and options, read by the very
 * same program; anything else is made anew.
 */
import { createHash, type Hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";

export interface ReadCache {
  /** Of all that a result depends on, as plain data. */
  keyOf: (parts: unknown) => string;
  /** Undefined where it is not kept, or damaged. What is found has the type that was put: the key tells them apart. */
  find: <T>(key: string) => T | undefined;
  put: (key: string, value: unknown) => Promise<void>;
  /** Removes what was neither found nor put since the cache was opened. */
  finish: () => Promise<void>;
}

export async function openReadCache(folder: string): Promise<ReadCache> {
  await mkdir(folder, { recursive: true });
  const version = await programVersion();
  const used = new Set<string>();
  return {
    keyOf: (parts) =>
      createHash("sha256")
        .update(JSON.stringify([version, parts]))
        .digest("hex")
        .slice(0, 32),
    find<T>(key: string): T | undefined {
      try {
        // A thousand small files: waiting for each costs more than reading it.
        const value = deserialize(readFileSync(join(folder, key))) as T;
        used.add(key);
        return value;
      } catch {
        return undefined;
      }
    },
    async put(key, value) {
      used.add(key);
      const temporary = join(folder, `${key}.writing-${process.pid}`);
      await writeFile(temporary, serialize(value));
      await rename(temporary, join(folder, key));
    },
    async finish() {
      for (const name of await readdir(folder))
        if (!used.has(name)) await rm(join(folder, name), { force: true });
    },
  };
}

/** Over all of this program: whatever of it changes may read a page otherwise. */
let knownVersion: Promise<string> | undefined;
function programVersion(): Promise<string> {
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
