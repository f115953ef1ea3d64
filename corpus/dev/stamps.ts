/** Remembers by content what a step last worked on, so that a second start repeats nothing. */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Hash over the paths and the bytes of all files in folders and files; what is missing counts as absent. */
export async function hashInputs(root: string, inputs: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const input of inputs) await addPath(hash, root, input);
  return hash.digest("hex");
}

async function addPath(hash: ReturnType<typeof createHash>, root: string, path: string): Promise<void> {
  const absolute = join(root, path);
  const info = await stat(absolute).catch(() => undefined);
  if (info === undefined) return;
  if (info.isDirectory()) {
    for (const name of (await readdir(absolute)).sort()) {
      if (name !== "node_modules" && !name.startsWith(".")) await addPath(hash, root, `${path}/${name}`);
    }
  } else {
    hash.update(`${path}\0${info.size}\0`).update(await readFile(absolute));
  }
}

export interface Stamp {
  /** True where the file holds this value. */
  matches(value: string): Promise<boolean>;
  write(value: string): Promise<void>;
}

export function createStamp(file: string): Stamp {
  return {
    matches: async (value) => (await readFile(file, "utf8").catch(() => "")).trim() === value,
    write: async (value) => {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, `${value}\n`);
    },
  };
}
