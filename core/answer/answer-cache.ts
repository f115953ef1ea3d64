import type { FinishReason, Source } from "../protocol.ts";

/** A finished answer as it is kept. Only whole, cited, first-turn answers are kept. */
export interface CachedAnswer {
  mode: "generative" | "extractive";
  text: string;
  sources: Source[];
  citedPositions: number[];
  confidence: number;
  finishReason: Extract<FinishReason, "stop">;
}

/**
 * Keeps answers by an opaque key. Best effort: `get` resolves undefined on any failure and `put` swallows
 * its own, so that an answer never waits for, or dies of, its cache.
 */
export interface AnswerCache {
  get(key: string): Promise<CachedAnswer | undefined>;
  put(key: string, answer: CachedAnswer): Promise<void>;
}
