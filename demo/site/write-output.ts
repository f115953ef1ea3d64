import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

export interface WriteSummary {
  written: number;
  unchanged: number;
  removed: number;
}

async function readIfPresent(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}

/**
 * Writes the files whose bytes differ, and removes those that an earlier run wrote and this one no longer
 * has. What it wrote is kept in `listFile`: other builds write into the same folder, and only our own files
 * may go.
 *
 * @param files contents by path below `folder`.
 */
export async function writeOutput(
  folder: string,
  files: ReadonlyMap<string, string | Buffer>,
  listFile: string,
): Promise<WriteSummary> {
  const summary: WriteSummary = { written: 0, unchanged: 0, removed: 0 };
  for (const [name, content] of files) {
    const target = path.join(folder, name);
    const bytes = Buffer.from(content);
    if ((await readIfPresent(target))?.equals(bytes)) {
      summary.unchanged += 1;
      continue;
    }
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, bytes);
    summary.written += 1;
  }
  const previous = (await readIfPresent(listFile))?.toString("utf8").split("\n").filter(Boolean) ?? [];
  for (const name of previous) {
    if (files.has(name)) continue;
    await rm(path.join(folder, name), { force: true });
    summary.removed += 1;
  }
  await mkdir(path.dirname(listFile), { recursive: true });
  await writeFile(listFile, [...files.keys()].toSorted().join("\n"));
  return summary;
}
