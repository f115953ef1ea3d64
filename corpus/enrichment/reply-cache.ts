/**
 * Replies of earlier builds, by a hash of prompt version, model and section: a rebuild asks, and pays, only for what
 * changed. Each is appended as it comes, so that a build that is killed has paid for nothing in vain. A cache that
 * is missing or damaged is no error: lines that cannot be read are asked for again.
 */
import { createHash } from "node:crypto";
import { appendFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { ENRICHMENT_PROMPT_VERSION } from "./enrichment-prompt.ts";
import type { SectionReply } from "./read-reply.ts";

export interface ReplyCache {
  get(key: string): SectionReply | undefined;
  add(key: string, reply: SectionReply): Promise<void>;
  /** Leaves out what was not asked for since the cache was opened: it is of sections that are gone. */
  tidy(): Promise<void>;
}

/** 128 bits: two sections with one key are out of the question. */
const KEY_CHARS = 32;

/** @param text `sectionText` */
export function replyKey(model: string, text: string): string {
  const parts = [ENRICHMENT_PROMPT_VERSION, model, text];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, KEY_CHARS);
}

export async function openReplyCache(path: string): Promise<ReplyCache> {
  const kept = readLines(await readFile(path, "utf8").catch(() => ""));
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

function readLines(text: string): Map<string, SectionReply> {
  const kept = new Map<string, SectionReply>();
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    try {
      const { key, questions, answer } = JSON.parse(line) as Partial<SectionReply> & { key?: unknown };
      const isOurs =
        typeof key === "string" &&
        Array.isArray(questions) &&
        questions.every((question) => typeof question === "string") &&
        typeof answer === "string";
      if (isOurs) kept.set(key, { questions, answer });
    } catch {
      // Asked for again.
    }
  }
  return kept;
}
