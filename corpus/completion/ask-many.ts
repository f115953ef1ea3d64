/** Asks a model many things: a few at a time, patiently, and never beyond the ceiling. */
import { DeadlineError, withinDeadline, type StartTimer } from "../../core/within-deadline.ts";
import {
  CompletionError,
  type Complete,
  type CompletionFailure,
  type Prompt,
  type TokenCount,
} from "./completion-client.ts";
import { addTokens, costOf, estimateCall, type Price } from "./price.ts";

export interface PromptToAsk {
  /** By which its reply is told. */
  key: string;
  prompt: Prompt;
}

export interface AskManyOptions<Reply> {
  complete: Complete;
  /** Reads what the model wrote; undefined where it is not what was asked for, and it is asked again. */
  readReply: (text: string) => Reply | undefined;
  /** What a reply is likely to have, for the price beforehand. */
  replyTokens: number;
  /** Told of each reply as it comes. */
  onReply: (key: string, reply: Reply) => Promise<void>;
  /** Absent: not known, and nothing is limited. */
  price?: Price | undefined;
  maxUsd?: number | undefined;
  /** Requests that are under way at once. */
  concurrency: number;
  /** Resolves after so many milliseconds; rejects once the signal is aborted. */
  delay: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  startTimer: StartTimer;
  signal: AbortSignal;
  onProgress?: ((done: number, total: number, spent: TokenCount) => void) | undefined;
}

export type FailureReason = CompletionFailure["reason"];

export interface AskedMany {
  replied: number;
  /** What is left out, by why the last attempt failed. */
  failed: Partial<Record<FailureReason, number>>;
  /** As the server counts; where it does not, as estimated. */
  tokens: TokenCount;
  /** Why the rest was not asked: the ceiling was reached, or a server that had answered no longer does. */
  stopped?: "ceiling" | "server";
}

/** Room for a model that thinks in the same tokens before it writes. */
const MAX_REPLY_TOKENS = 4_000;
/** Models on a laptop are slow. */
const TIMEOUT_MS = 180_000;
const MAX_ATTEMPTS = 4;
/** Wait before the second attempt; doubled before each further one. */
const FIRST_RETRY_DELAY_MS = 1_000;
/**
 * Prompts that fail one after the other before a server is given up: before the first reply, and after it. Where half
 * of them fail by chance, eight in a row are common. Those under way together fail together.
 */
const MAX_FAILURES_AT_FIRST = 8;
const MAX_FAILURES_IN_A_ROW = 20;
const MAX_ROUNDS_IN_A_ROW = 3;

/**
 * Asks each once, and again where that failed for a passing reason. What fails for good is counted and left out.
 *
 * @throws CompletionError of a server that answers nothing at all, or refuses the key; the signal's reason once the
 *   signal is aborted. What came until then was told.
 */
export async function askMany<Reply>(
  prompts: readonly PromptToAsk[],
  options: AskManyOptions<Reply>,
): Promise<AskedMany> {
  const { onReply, replyTokens, price, maxUsd = Infinity, concurrency, signal, onProgress } = options;
  const failed: AskedMany["failed"] = {};
  let tokens: TokenCount = { inputTokens: 0, outputTokens: 0 };
  /** Of requests under way, as estimated. */
  let expected: TokenCount = { inputTokens: 0, outputTokens: 0 };
  let [next, done, replied, failuresInARow] = [0, 0, 0, 0];
  let stopped: AskedMany["stopped"];
  let fatal: CompletionError | undefined;

  const fits = (estimate: TokenCount): boolean =>
    price === undefined || costOf(addTokens(addTokens(tokens, expected), estimate), price) <= maxUsd;
  const askOne = async ({ key, prompt }: PromptToAsk): Promise<void> => {
    try {
      const reply = await askWithRetry(prompt, options, (spent) => (tokens = addTokens(tokens, spent)));
      replied++;
      failuresInARow = 0;
      await onReply(key, reply);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof CompletionError)) throw error;
      const { reason } = error.failure;
      failed[reason] = (failed[reason] ?? 0) + 1;
      failuresInARow++;
      const limit =
        replied === 0
          ? MAX_FAILURES_AT_FIRST
          : Math.max(MAX_FAILURES_IN_A_ROW, MAX_ROUNDS_IN_A_ROW * concurrency);
      if (reason === "unauthorized" || failuresInARow >= limit) {
        stopped = "server";
        if (replied === 0) fatal = error;
      }
    }
  };
  const work = async (): Promise<void> => {
    while (next < prompts.length && stopped === undefined) {
      const asked = prompts[next] as PromptToAsk;
      const estimate = estimateCall(asked.prompt, replyTokens);
      if (!fits(estimate)) {
        stopped = "ceiling";
        return;
      }
      next++;
      expected = addTokens(expected, estimate);
      try {
        await askOne(asked);
      } finally {
        expected = addTokens(expected, {
          inputTokens: -estimate.inputTokens,
          outputTokens: -estimate.outputTokens,
        });
      }
      onProgress?.(++done, prompts.length, tokens);
    }
  };
  onProgress?.(0, prompts.length, tokens);
  // All of them are over before one's failure is told: nothing goes on behind the caller's back.
  const ended = await Promise.allSettled(Array.from({ length: concurrency }, work));
  for (const end of ended) if (end.status === "rejected") throw end.reason;
  if (fatal !== undefined) throw fatal;
  return { replied, failed, tokens, ...(stopped !== undefined && { stopped }) };
}

async function askWithRetry<Reply>(
  prompt: Prompt,
  { complete, readReply, replyTokens, delay, startTimer, signal }: AskManyOptions<Reply>,
  onSpent: (tokens: TokenCount) => void,
): Promise<Reply> {
  const estimate = estimateCall(prompt, replyTokens);
  for (let attempt = 1; ; attempt++) {
    try {
      const completion = await withinDeadline(
        (within) => complete({ ...prompt, maxTokens: MAX_REPLY_TOKENS }, { signal: within }),
        { deadlineMs: TIMEOUT_MS, start: startTimer, signal },
      );
      onSpent(completion.usage ?? estimate);
      const reply = readReply(completion.text);
      if (reply !== undefined) return reply;
      throw new CompletionError({ reason: "unreadable", detail: "it is not the JSON that was asked for" });
    } catch (error) {
      signal.throwIfAborted();
      const failure = failureOf(error);
      if (failure.reason === "cut-off") onSpent({ ...estimate, outputTokens: MAX_REPLY_TOKENS });
      const waitMs = retryDelayMs(failure, attempt);
      if (waitMs === undefined || attempt === MAX_ATTEMPTS) throw new CompletionError(failure, error);
      await delay(waitMs, signal);
    }
  }
}

function failureOf(error: unknown): CompletionFailure {
  if (error instanceof CompletionError) return error.failure;
  if (error instanceof DeadlineError) return { reason: "timeout" };
  throw error;
}

/** Undefined where another attempt would fail in the same way. */
function retryDelayMs(failure: CompletionFailure, attempt: number): number | undefined {
  const backoffMs = FIRST_RETRY_DELAY_MS * 2 ** (attempt - 1);
  switch (failure.reason) {
    case "rate-limited":
      return Math.max(failure.retryAfterMs ?? 0, backoffMs);
    case "unreachable":
    case "timeout":
    case "unreadable":
    case "refused":
    case "cut-off":
      return backoffMs;
    case "unauthorized":
    case "rejected":
      return undefined;
  }
}
