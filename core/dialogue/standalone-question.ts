/** What a question means in its conversation. */
export interface StandaloneQuestion {
  /** The question to search and to answer, readable by itself; the visitor's own where it needs nothing. */
  query: string;
  /** Whether anything was taken from the history. */
  isFollowUp: boolean;
  /** The words that were taken over. */
  carried: string[];
}
