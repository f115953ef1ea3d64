import type { FeedbackRequest } from "../../core/protocol.ts";

/** Keeps what visitors think of answers. */
export interface FeedbackStore {
  /**
   * Keeps one rating per site and answer. Saying the same again changes nothing; another rating replaces the
   * first; a comment sent after the thumb is added to it. Throws what the store throws.
   */
  save(feedback: FeedbackRequest & { site: string }): Promise<void>;
  /** Throws where nothing can be kept, with an error that says why. */
  check(): Promise<void>;
}
