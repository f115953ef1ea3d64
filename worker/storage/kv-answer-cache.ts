import * as z from "zod";
import type { AnswerCache, CachedAnswer } from "../../core/answer/cache/answer-cache.ts";
import { ANSWER_CACHE_WAIT_MS } from "../constants.ts";
import { describeError, type Log } from "../log.ts";
import { withTimeLimit } from "../time-limit.ts";

/** What is needed of a KV namespace to keep answers. */
export type AnswerNamespace = Pick<KVNamespace, "get" | "put">;

/** Keys in the namespace `ANSWERS`. */
export const answerKey = (key: string): string => `answer/${key}`;

export interface KvAnswerCacheOptions {
  /** Lifetime of an answer, at least 60. */
  ttlSeconds: number;
  log: Log;
  /** Longest wait of `get`. */
  waitMs?: number;
}

const cachedAnswerSchema = z.object({
  mode: z.enum(["generative", "extractive"]),
  text: z.string(),
  sources: z.array(
    z.object({
      position: z.number().int().positive(),
      title: z.string(),
      section: z.string().exactOptional(),
      url: z.string(),
      excerpt: z.string(),
      score: z.number(),
    }),
  ),
  citedPositions: z.array(z.number().int().positive()),
  citations: z
    .array(
      z.object({
        position: z.number().int().positive(),
        url: z.string(),
        section: z.string().exactOptional(),
      }),
    )
    .optional(),
  further: z.object({ label: z.string(), positions: z.array(z.number().int().positive()) }).optional(),
  confidence: z.number().min(0).max(1),
  groundedness: z.number().min(0).max(1).optional(),
  followUps: z.array(z.string()),
  onlyOn: z.iso.date().optional(),
  finishReason: z.literal("stop"),
}) satisfies z.ZodType<CachedAnswer>;

/**
 * Keeps finished answers in KV. Nothing that KV does can fail or hold up an answer: an error, a slow read and
 * a value that is not an answer all count as a miss, and are logged.
 */
export function createKvAnswerCache(namespace: AnswerNamespace, options: KvAnswerCacheOptions): AnswerCache {
  const { ttlSeconds, log, waitMs = ANSWER_CACHE_WAIT_MS } = options;
  return {
    async get(key) {
      try {
        const read = namespace.get(answerKey(key), "text");
        const text = await withTimeLimit(read, waitMs, "the answer cache");
        if (text === null) return undefined;
        return cachedAnswerSchema.parse(JSON.parse(text));
      } catch (error) {
        log({ level: "warn", event: "answer-cache-read-failed", detail: describeError(error) });
        return undefined;
      }
    },
    async put(key, answer) {
      try {
        await namespace.put(answerKey(key), JSON.stringify(answer), { expirationTtl: ttlSeconds });
      } catch (error) {
        // KV takes one write per second and key: the answer that came first is kept.
        log({ level: "warn", event: "answer-cache-write-failed", detail: describeError(error) });
      }
    },
  };
}
