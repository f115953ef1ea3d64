import { createHash } from "node:crypto";
import type { Chunk } from "../../core/corpus/format.ts";
import { EmbeddingError, type EmbeddingProvider } from "../../core/embedding/embedding-provider.ts";
import { encodeVectors, quantise } from "../../core/embedding/vectors-file.ts";
import { passageText } from "../../core/passage-text.ts";
import { openVectorCache, type VectorCache } from "./vector-cache.ts";

export interface EmbedChunksOptions {
  provider: EmbeddingProvider;
  /** File that keeps vectors between builds. */
  cachePath: string;
  /** Resolves after so many milliseconds; rejects once the signal is aborted. */
  delay: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  signal: AbortSignal;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface EmbeddedChunks {
  /** The vectors file, one vector for each chunk, in their order. */
  file: Uint8Array;
  /** Chunks that the provider was asked for; the others were in the cache. */
  embedded: number;
}

/** Attempts of one batch: a rate limit opens again within a minute. */
const MAX_ATTEMPTS = 5;
/** Wait before the second attempt; doubled before each further one. */
const FIRST_RETRY_DELAY_MS = 1_000;
/** Batches after which the cache is written, so that a killed build has not paid for nothing. */
const BATCHES_PER_SAVE = 20;

/**
 * Embeds the chunks of a corpus and encodes their vectors. Chunks whose text was embedded before, by the same
 * model, cost nothing; without a change the same bytes come out.
 *
 * @throws EmbeddingError once a batch has failed for good: what was embedded until then is kept. The signal's
 *   reason once the signal is aborted.
 */
export async function embedChunks(
  chunks: readonly Chunk[],
  { provider, cachePath, delay, signal, onProgress }: EmbedChunksOptions,
): Promise<EmbeddedChunks> {
  const cache = await openVectorCache(cachePath, provider);
  const texts = chunks.map(embeddedText);
  const keys = texts.map((text) => createHash("sha256").update(text).digest("hex").slice(0, KEY_CHARS));
  // The same text on two pages is paid for once.
  const missing = new Map<string, string>();
  keys.forEach((key, index) => {
    if (cache.get(key) === undefined) missing.set(key, texts[index] as string);
  });

  const entries = [...missing];
  let done = 0;
  onProgress?.(done, entries.length);
  try {
    for (let batch = 0; done < entries.length; batch++) {
      const part = entries.slice(done, done + provider.maxBatch);
      const vectors = await embedWithRetry(
        part.map(([, text]) => text),
        { provider, delay, signal },
      );
      part.forEach(([key], index) => cache.set(key, quantise(vectors[index] as Float32Array)));
      done += part.length;
      onProgress?.(done, entries.length);
      if (batch % BATCHES_PER_SAVE === BATCHES_PER_SAVE - 1) await cache.save();
    }
  } finally {
    // Also of a build that failed: the next one goes on from here.
    if (done > 0) await cache.save();
  }
  const { model, dimensions } = provider;
  return { file: encodeVectors({ model, dimensions }, vectorsOf(keys, cache)), embedded: done };
}

/** 128 bits: two texts with one key are out of the question. */
const KEY_CHARS = 32;

function vectorsOf(keys: readonly string[], cache: VectorCache): Int8Array[] {
  return keys.map((key) => {
    const vector = cache.get(key);
    if (vector === undefined) throw new Error("A chunk has no vector.");
    return vector;
  });
}

/** What is embedded of a chunk: what it is about, and what it says. */
function embeddedText({ title, headingPath, blocks }: Chunk): string {
  return `${[title, ...headingPath].join(" › ")}\n${passageText(blocks)}`;
}

async function embedWithRetry(
  texts: readonly string[],
  { provider, delay, signal }: Pick<EmbedChunksOptions, "provider" | "delay" | "signal">,
): Promise<Float32Array[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await provider.embed(texts, { signal, kind: "passage" });
    } catch (error) {
      signal.throwIfAborted();
      const waitMs = error instanceof EmbeddingError ? retryDelayMs(error, attempt) : undefined;
      if (waitMs === undefined || attempt === MAX_ATTEMPTS) throw error;
      await delay(waitMs, signal);
    }
  }
}

/** Undefined where another attempt would fail in the same way. */
function retryDelayMs({ failure }: EmbeddingError, attempt: number): number | undefined {
  const backoffMs = FIRST_RETRY_DELAY_MS * 2 ** (attempt - 1);
  switch (failure.reason) {
    case "embedding-rate-limited":
      return Math.max(failure.retryAfterMs ?? 0, backoffMs);
    case "embedding-unreachable":
    case "embedding-invalid":
      return backoffMs;
    case "embedding-unauthorized":
    case "embedding-rejected":
      return undefined;
  }
}
