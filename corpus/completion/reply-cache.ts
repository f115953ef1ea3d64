/**
 * Replies of earlier runs, by a hash of prompt version, model and what was asked: the next run asks, and pays, only for
 * what changed. Each is appended as it comes, so that a run that is killed has paid for nothing in vain. A cache that
 * is missing or damaged is no error: lines that cannot be read are asked for again.
 */
import { createHash } from "node:crypto";
import { appendFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

export interface ReplyCache<Reply> {
  get(key: string): Reply | undefined;
  add(key: string, reply: Reply): Promise<void>;
  /** Leaves out what was not asked for since the cache was opened: it is of what is gone. */
  tidy(): Promise<void>;
}

/** 128 bits: two prompts with one key are out of the question. */
const KEY_CHARS = 32;

/** @param asked what the reply is about, and holds for */
export function replyKey(promptVersion: string, model: string, asked: string): string {
  const parts = [promptVersion, model, asked];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, KEY_CHARS);
}

/** @param check undefined for a line that holds no reply of this kind */
export async function openReplyCache<Reply extends object>(
  path: string,
  check: (value: Readonly<Record<string, unknown>>) => Reply | undefined,
): Promise<ReplyCache<Reply>> {
  const kept = readLines(await readFile(path, "utf8").catch(() => ""), check);
  const used = new Set<string>();
  /** One after the other: lines must not mix. */
  let writing: Promise<void> = Promise.resolve();
  return {
    get(key) {
      used.add(key);
      return kept.get(key);
    },
    add(key, reply) {
      kept.set(key, reply);
      used.add(key);
      writing = writing.then(async () => {
        await mkdir(dirname(path), { recursive: true });
        // A line that a killed build left half written ends here.
        await appendFile(path, `\n${JSON.stringify({ key, ...reply })}`);
      });
      return writing;
    },
    async tidy() {
      await writing;
      const lines = [...kept]
        .filter(([key]) => used.has(key))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, reply]) => `${JSON.stringify({ key, ...reply })}\n`);
      if (lines.length === 0) return;
      const temporary = `${path}.${process.pid}.writing`;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(temporary, lines.join(""));
      await rename(temporary, path);
    },
  };
}

function readLines<Reply>(
  text: string,
  check: (value: Readonly<Record<string, unknown>>) => Reply | undefined,
): Map<string, Reply> {
  const kept = new Map<string, Reply>();
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    try {
      const value = JSON.parse(line) as Record<string, unknown>;
      const reply = check(value);
      if (typeof value["key"] === "string" && reply !== undefined) kept.set(value["key"], reply);
    } catch {
      // Asked for again.
    }
  }
  return kept;
}
