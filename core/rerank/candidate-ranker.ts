import type { Chunk } from "../corpus/format.ts";
import { cutToTokens } from "../text/estimate-tokens.ts";
import { passageText } from "../passage-text.ts";
import { createPause } from "../pause-after-failures.ts";
import type { OnModelCall } from "../usage/model-calls.ts";
import { DeadlineError, startTimer, withinDeadline, type StartTimer } from "../within-deadline.ts";
import { fuseRanks } from "./fuse-ranks.ts";
import { RerankError, type Reranker, type RerankFailure } from "./reranker.ts";

export type CandidateRankFailure =
  | RerankFailure
  | { reason: "rerank-timeout"; deadlineMs: number }
  /** A fault in a reranker of ours. */
  | { reason: "rerank-faulty"; detail: string };

/** What is reranked: passages as a search found them. */
export type Candidate = Pick<Chunk, "title" | "headingPath" | "blocks">;

/** Puts candidates in a better order while visitors wait. */
export interface CandidateRanker {
  readonly model: string;
  /**
   * The places of the candidates in their new order, such as `[2, 0, 1]`; undefined where there is none in time, and
   * the order stays as it was. What comes behind the first {@link MAX_CANDIDATES} keeps its place.
   *
   * @param candidates as the search ranked them, best first.
   * @throws the signal's reason once the signal is aborted, and nothing else.
   */
  rank(
    query: string,
    candidates: readonly Candidate[],
    options: { signal: AbortSignal; onCall?: OnModelCall | undefined },
  ): Promise<number[] | undefined>;
}

export interface CandidateRankerOptions {
  reranker: Reranker;
  /** Default {@link RERANK_DEADLINE_MS}. */
  deadlineMs?: number | undefined;
  startTimer?: StartTimer | undefined;
  onFailure?: ((failure: CandidateRankFailure) => void) | undefined;
  /** Asks also a service that has just failed several times: where nobody waits for it. Default false. */
  neverPauses?: boolean | undefined;
}

/** A small model on a server of its own takes a third of it for so many passages; a visitor hardly notices the rest. */
export const RERANK_DEADLINE_MS = 800;

/** What stands further behind is seldom what was asked for, and each costs time. */
export const MAX_CANDIDATES = 30;

/** Most rerankers read 512 tokens, a question and a text together; a tokenizer's count differs by about a fifth. */
const MAX_QUERY_TOKENS = 90;
const MAX_TEXT_TOKENS = 320;

/** One ranker per isolate: it remembers that its service is away. */
export function createCandidateRanker({
  reranker,
  deadlineMs = RERANK_DEADLINE_MS,
  startTimer: start = startTimer,
  onFailure,
  neverPauses = false,
}: CandidateRankerOptions): CandidateRanker {
  const pause = createPause();
  const failureOf = (error: unknown): CandidateRankFailure => {
    if (error instanceof RerankError) return error.failure;
    if (error instanceof DeadlineError) return { reason: "rerank-timeout", deadlineMs };
    return { reason: "rerank-faulty", detail: error instanceof Error ? error.name : typeof error };
  };
  return {
    model: reranker.model,
    async rank(query, candidates, { signal, onCall }) {
      signal.throwIfAborted();
      const read = candidates.slice(0, MAX_CANDIDATES);
      if (read.length < 2 || query.trim() === "") return undefined;
      if (!neverPauses && pause.skips()) return undefined;
      const texts = read.map(textOf);
      try {
        const scores = await withinDeadline(
          (inner) => reranker.rerank(cutToTokens(query, MAX_QUERY_TOKENS), texts, { signal: inner, onCall }),
          { deadlineMs, start, signal },
        );
        pause.succeeded();
        const rest = [...candidates.keys()].slice(read.length);
        return [...fuseRanks(scores), ...rest];
      } catch (error) {
        signal.throwIfAborted();
        pause.failed();
        onFailure?.(failureOf(error));
        return undefined;
      }
    },
  };
}

/** A section read by itself: what it stands under says what it is about. */
function textOf({ title, headingPath, blocks }: Candidate): string {
  return cutToTokens(`${[title, ...headingPath].join(" › ")}\n${passageText(blocks)}`, MAX_TEXT_TOKENS);
}
