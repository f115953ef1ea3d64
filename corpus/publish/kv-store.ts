/** The KV namespace `CORPUS` through wrangler: the same commands for the local and the remote one. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wranglerError, type RunWrangler } from "./wrangler.ts";

export interface KvStore {
  /** The value as text; undefined where the key does not exist. */
  get(key: string): Promise<string | undefined>;
  /** Names of all keys that begin with `prefix`. */
  list(prefix: string): Promise<Set<string>>;
  putAll(pairs: readonly KvPair[]): Promise<void>;
}

export interface KvPair {
  key: string;
  bytes: Uint8Array;
}

/** The binding's name in wrangler.toml. */
const BINDING = "CORPUS";

export interface KvPlace {
  remote: boolean;
  /** Local only: the folder of wrangler's state; default wrangler's own. */
  persistTo?: string;
}

export function createKvStore(runWrangler: RunWrangler, { remote, persistTo }: KvPlace): KvStore {
  const place = remote
    ? ["--remote"]
    : ["--local", ...(persistTo === undefined ? [] : ["--persist-to", persistTo])];
  const run = (...args: string[]) =>
    runWrangler(["kv", ...args, "--binding", BINDING, "--preview", "false", ...place]);
  return {
    async get(key) {
      const result = await run("key", "get", key, "--text");
      if (/Value not found|404: Not Found|key not found/i.test(`${result.stdout}${result.stderr}`))
        return undefined;
      if (result.code !== 0) throw wranglerError("read the published version", result);
      return result.stdout;
    },
    async list(prefix) {
      const result = await run("key", "list", "--prefix", prefix);
      if (result.code !== 0) throw wranglerError("list what is published", result);
      const names = JSON.parse(result.stdout.slice(result.stdout.indexOf("["))) as { name: string }[];
      return new Set(names.map(({ name }) => name));
    },
    async putAll(pairs) {
      const folder = await mkdtemp(join(tmpdir(), "assistant-chat-"));
      try {
        const file = join(folder, "pairs.json");
        await writeFile(file, JSON.stringify(pairs.map(bulkPair)));
        const result = await run("bulk", "put", file);
        if (result.code !== 0) throw wranglerError("upload the corpus", result);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Text goes as it is; bytes that are no text go as base64, which a third of the request would be spent on. */
function bulkPair({ key, bytes }: KvPair): { key: string; value: string; base64?: true } {
  try {
    return { key, value: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { key, value: Buffer.from(bytes).toString("base64"), base64: true };
  }
}
