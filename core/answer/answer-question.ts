/**
 * The path of one question: look up the cache, retrieve, decide whether the evidence suffices, let a provider
 * write, check every citation, and tell it all as the events of the protocol. Knows no transport, no store
 * and no vendor, so that the Worker and the CLI answer alike.
 */
import type { ChatEvent, ChatRequest } from "../protocol.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { AnswerCache } from "./answer-cache.ts";
import type { GenerationFailure, GenerationProvider } from "./generation-provider.ts";

export interface AnswerDependencies {
  corpus: Corpus;
  /** Writes the answer. When it fails before its first word, the extractive answer takes over. */
  provider: GenerationProvider;
  /** Absent: nothing is cached. */
  cache?: AnswerCache;
  /** Below this confidence (0 to 1) the question is refused. */
  confidenceThreshold: number;
  newId: () => string;
  /** Called with what went wrong inside; nothing of it reaches the visitor. */
  onFailure?: (failure: GenerationFailure) => void;
  /** Runs work that may outlast the answer (cache writes). */
  runInBackground?: (work: Promise<unknown>) => void;
}

/**
 * Yields the events of one answer, ending in exactly one terminal event. Throws nothing but the signal's
 * reason: once the signal is aborted the generator ends without a further event.
 */
export declare function answerQuestion(
  request: ChatRequest,
  dependencies: AnswerDependencies,
  options: { signal: AbortSignal },
): AsyncGenerator<ChatEvent, void, undefined>;
