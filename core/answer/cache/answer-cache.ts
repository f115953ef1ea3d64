import type { Citation, FinishReason, FurtherPlaces, Source } from "../../protocol.ts";

/** A finished answer as it is kept. Only whole and cited answers that owe nothing to earlier turns are kept. */
export interface CachedAnswer {
  mode: "generative" | "extractive";
  text: string;
  sources: Source[];
  citedPositions: number[];
  /** Absent in what an older version kept. */
  citations?: Citation[] | undefined;
  further?: FurtherPlaces | undefined;
  confidence: number;
  /** 0 to 1; absent where the answer states nothing. */
  groundedness?: number | undefined;
  /** Questions to go on with, whatever the visitor has asked already; empty for none. */
  followUps: string[];
  /** An ISO 8601 date: the answer holds on that day only. Absent: it does not depend on the day. */
  onlyOn?: string | undefined;
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
