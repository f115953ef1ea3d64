import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { corpusKeys } from "../../core/corpus/format.ts";
import type { LogEntry } from "../../worker/log.ts";
import { answerKey, createKvAnswerCache } from "../../worker/storage/kv-answer-cache.ts";
import { createKvCorpusSource } from "../../worker/storage/kv-corpus-source.ts";
import { SAMPLE_ANSWER, testAnswerCache } from "../contracts/answer-cache.ts";
import { testCorpusFileSource } from "../contracts/corpus-file-source.ts";
import { publishTo } from "./support/corpus.ts";
import { createMemoryKv } from "./support/memory-kv.ts";

testCorpusFileSource("KV", async (corpus) => {
  await publishTo(env.CORPUS, corpus);
  return {
    published: createKvCorpusSource(env.CORPUS, "docs"),
    empty: createKvCorpusSource(env.CORPUS, "shop"),
  };
});

testCorpusFileSource("KV with the platform's rules", async (corpus) => {
  const kv = createMemoryKv();
  await publishTo(kv.namespace, corpus);
  return {
    published: createKvCorpusSource(kv.namespace, "docs"),
    empty: createKvCorpusSource(createMemoryKv().namespace, "docs"),
  };
});

testAnswerCache("KV", async () => {
  await reset();
  let broken = false;
  let hanging = false;
  const guarded = {
    get: (key: string, type: "text") => {
      if (hanging) return new Promise(() => undefined);
      return broken ? Promise.reject(new Error("KV is down")) : env.ANSWERS.get(key, type);
    },
    put: (key: string, value: string, options: KVNamespacePutOptions) =>
      broken ? Promise.reject(new Error("KV is down")) : env.ANSWERS.put(key, value, options),
  } as unknown as KVNamespace;
  return {
    cache: createKvAnswerCache(guarded, { ttlSeconds: 60, log: () => undefined, waitMs: 50 }),
    breakStore: () => {
      broken = true;
    },
    hangStore: () => {
      hanging = true;
    },
    corrupt: (key, text) => env.ANSWERS.put(answerKey(key), text),
  };
});

testAnswerCache("KV with the platform's rules", () => {
  const kv = createMemoryKv();
  return {
    cache: createKvAnswerCache(kv.namespace, { ttlSeconds: 60, log: () => undefined, waitMs: 50 }),
    breakStore: kv.breakDown,
    hangStore: kv.hang,
    corrupt: (key, text) => Promise.resolve(kv.plant(answerKey(key), text)),
  };
});

describe("the answer cache in KV", () => {
  test("keeps an answer for its lifetime and not longer", async () => {
    const kv = createMemoryKv();
    const cache = createKvAnswerCache(kv.namespace, { ttlSeconds: 3600, log: () => undefined });
    await cache.put("key", SAMPLE_ANSWER);
    kv.advanceTime(3_599_000);
    expect(await cache.get("key")).toEqual(SAMPLE_ANSWER);
    kv.advanceTime(1_000);
    expect(await cache.get("key")).toBeUndefined();
  });

  test("logs a lifetime that KV refuses instead of failing the answer", async () => {
    const log: LogEntry[] = [];
    const kv = createMemoryKv();
    const cache = createKvAnswerCache(kv.namespace, { ttlSeconds: 59, log: (entry) => log.push(entry) });
    await cache.put("key", SAMPLE_ANSWER);
    expect(kv.keys()).toEqual([]);
    expect(log).toMatchObject([{ event: "answer-cache-write-failed" }]);
  });

  test("keeps the first of two writes within a second, as KV does", async () => {
    const log: LogEntry[] = [];
    const kv = createMemoryKv();
    const cache = createKvAnswerCache(kv.namespace, { ttlSeconds: 60, log: (entry) => log.push(entry) });
    await cache.put("key", SAMPLE_ANSWER);
    await cache.put("key", { ...SAMPLE_ANSWER, text: "Later. [1]" });
    expect((await cache.get("key"))?.text).toBe(SAMPLE_ANSWER.text);
    expect(log).toHaveLength(1);
  });
});

describe("the corpus in KV", () => {
  beforeEach(async () => {
    await reset();
  });

  test("hands on a pointer that is not JSON as what it is, for the manifest check to refuse", async () => {
    await env.CORPUS.put(corpusKeys.pointer("docs"), "{");
    expect(await createKvCorpusSource(env.CORPUS, "docs").readManifest()).toBe("{");
  });
});
