/**
 * Answers written by a model behind OpenAI's chat completions, at any server that speaks them.
 *
 * One retry is made, of an attempt that failed before the first byte for a passing reason; after that the pipeline's
 * extractive answer is the better help. A model that spends its limit on thoughts is asked once more with a higher one,
 * and has that one from then on; a limit that the owner has set is never raised.
 */
import { buildPrompt } from "../../core/answer/write/build-prompt.ts";
import {
  GenerationError,
  type GenerationEvent,
  type GenerationProvider,
  type GenerationRequest,
} from "../../core/answer/generation-provider.ts";
import { readCompletionStream, type CompletionEvent } from "../../core/completion/completion-stream.ts";
import {
  MAX_OUTPUT_TOKENS,
  MAX_REASONING_OUTPUT_TOKENS,
  PROVIDER_REASONING_TIMEOUT_MS,
  PROVIDER_RETRY_DELAY_MS,
} from "../constants.ts";
import { finishReasonOf, isSpentOnThoughts } from "./answer-ending.ts";
import { serverName } from "./openai-client.ts";
import { toGenerationError } from "./openai-failures.ts";
import { readAnswer, type ReadAnswer } from "./read-answer.ts";
import { answerFields, limitsTokens, OUTPUT_LIMITS, type RequestOptions } from "./request-fields.ts";
import { sendCompletion } from "./send-completion.ts";
import { createServerHabits, type ServerHabits } from "./server-habits.ts";

export interface OpenAiProviderOptions {
  apiKey: string;
  /** The part before `/chat/completions`. */
  baseUrl: string;
  model: string;
  /** Longest wait for the first chunk, retry included. */
  firstTokenTimeoutMs: number;
  /** Longest wait for every later chunk. */
  idleTimeoutMs: number;
  /** Longest wait for the first words of the answer, however lively the model thinks. */
  reasoningTimeoutMs?: number | undefined;
  /** Fields of each request by the server's names, over our own; null leaves one out. */
  requestOptions?: RequestOptions | undefined;
  /** What is known of the server; its own by default. */
  habits?: ServerHabits | undefined;
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** An unguessable mark, new for each prompt, where the request brings none. */
  newFenceMark: () => string;
  /** Epoch milliseconds. */
  now?: () => number;
}

type Parts = AsyncIterator<CompletionEvent>;

export function createOpenAiProvider(providerOptions: OpenAiProviderOptions): GenerationProvider {
  const options = { ...providerOptions, habits: providerOptions.habits ?? createServerHabits() };
  const {
    model,
    habits,
    reasoningTimeoutMs = PROVIDER_REASONING_TIMEOUT_MS,
    now = () => Date.now(),
  } = options;
  const name = serverName(options.baseUrl);
  const limitsAnswers = limitsTokens(options.requestOptions ?? {});

  async function* generate(
    request: GenerationRequest,
    { signal }: { signal: AbortSignal },
  ): AsyncGenerator<GenerationEvent, void, undefined> {
    signal.throwIfAborted();
    const upstream = new AbortController();
    const leave = (): void => upstream.abort(signal.reason);
    signal.addEventListener("abort", leave, { once: true });
    let hasBegun = false;
    let parts: Parts | undefined;
    const thinking = startDeadline(reasoningTimeoutMs);
    /** The next part, or the signal's reason, or a timeout; the request is over in the last two cases. */
    const within = <T>(work: Promise<T>, timeoutMs: number): Promise<T> =>
      raceTimeAndAbort(Promise.race([work, thinking.over]), timeoutMs, signal);

    async function* attempt(maxTokens: number): AsyncGenerator<GenerationEvent, ReadAnswer, undefined> {
      const openFirst = async (): Promise<[Parts, IteratorResult<CompletionEvent>]> => {
        parts = await openWithRetry(options, request, maxTokens, upstream.signal, now);
        hasBegun = true;
        return [parts, await parts.next()];
      };
      const [opened, first] = await within(openFirst(), options.firstTokenTimeoutMs);
      return yield* readAnswer(first, opened, {
        positions: new Set(request.passages.map(({ source }) => source.position)),
        isHeldWhole: habits.heldAnswers > 0,
        idleTimeoutMs: options.idleTimeoutMs,
        signal,
        within,
        onWords: thinking.stop,
      });
    }

    try {
      const startedMs = now();
      let read = yield* attempt(
        habits.thoughtRoom === "needed" ? MAX_REASONING_OUTPUT_TOKENS : MAX_OUTPUT_TOKENS,
      );
      let usage = read.usage;
      const isInTime = now() - startedMs <= reasoningTimeoutMs / 2;
      if (isSpentOnThoughts(read) && habits.thoughtRoom === "unknown" && !limitsAnswers && isInTime) {
        try {
          hasBegun = false;
          read = yield* attempt(MAX_REASONING_OUTPUT_TOKENS);
          habits.thoughtRoom = "needed";
          usage = sum(usage, read.usage);
        } catch (error) {
          signal.throwIfAborted();
          const { failure } = toGenerationError(error, hasBegun, now());
          if (failure.reason !== "provider-rejected") throw error;
          // The server's own limit is lower: what came of the first attempt is told.
          habits.thoughtRoom = "refused";
        }
      }
      const finishReason = finishReasonOf(read, habits);
      const { rest } = read;
      if (rest.isRestart) yield { type: "restart" };
      if (finishReason !== "refused" && rest.text !== "") yield { type: "text-delta", text: rest.text };
      yield {
        type: "end",
        finishReason,
        ...(usage !== undefined && { usage: { ...usage, provider: name, model } }),
      };
    } catch (error) {
      signal.throwIfAborted();
      throw toGenerationError(error, hasBegun, now());
    } finally {
      thinking.stop();
      signal.removeEventListener("abort", leave);
      // Ends the request whatever the reason was for leaving; after a whole answer it does nothing.
      upstream.abort();
      parts?.return?.().catch(() => undefined);
    }
  }
  const settings = JSON.stringify(options.requestOptions ?? {});
  return { name, model, mode: "generative", settings, generate };
}

async function openWithRetry(
  options: OpenAiProviderOptions & { habits: ServerHabits },
  request: GenerationRequest,
  maxTokens: number,
  signal: AbortSignal,
  now: () => number,
): Promise<Parts> {
  try {
    return await open(options, request, maxTokens, signal);
  } catch (error) {
    const failure = toGenerationError(error, false, now());
    if (signal.aborted || failure.failure.reason !== "provider-unreachable") throw failure;
    // Jitter: visitors whose requests failed together must not come back together.
    const delayMs = PROVIDER_RETRY_DELAY_MS * (0.5 + Math.random());
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    signal.throwIfAborted();
    return open(options, request, maxTokens, signal);
  }
}

/** Sends the request; resolves once the response's headers are there. */
async function open(
  {
    apiKey,
    baseUrl,
    model,
    firstTokenTimeoutMs,
    fetch,
    newFenceMark,
    requestOptions = {},
    habits,
  }: OpenAiProviderOptions & { habits: ServerHabits },
  request: GenerationRequest,
  maxTokens: number,
  signal: AbortSignal,
): Promise<Parts> {
  const { system, messages } = buildPrompt(request, request.fenceMark ?? newFenceMark());
  const response = await sendCompletion(
    {
      model,
      messages: [{ role: "system", content: system }, ...messages],
      fields: answerFields(baseUrl, requestOptions, maxTokens),
      // Refused for its height, a limit is not to be left out.
      ...(maxTokens > MAX_OUTPUT_TOKENS && { needed: OUTPUT_LIMITS }),
    },
    { client: { apiKey, baseUrl, fetch, timeoutMs: firstTokenTimeoutMs }, habits, signal },
  );
  return readCompletionStream(response.body);
}

function sum(one: ReadAnswer["usage"], other: ReadAnswer["usage"]): ReadAnswer["usage"] {
  if (one === undefined || other === undefined) return one ?? other;
  return {
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
  };
}

/** Rejects once the time is over, unless it is stopped. */
function startDeadline(timeoutMs: number): { over: Promise<never>; stop: () => void } {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new GenerationError({ reason: "provider-timeout", timeoutMs })),
    timeoutMs,
  );
  promise.catch(() => undefined);
  return { over: promise, stop: () => clearTimeout(timer) };
}

/** What comes first: the work, `timeoutMs` (a `provider-timeout`), or the signal's reason. */
async function raceTimeAndAbort<T>(work: Promise<T>, timeoutMs: number, signal: AbortSignal): Promise<T> {
  const end = Promise.withResolvers<never>();
  const leave = (): void => end.reject(signal.reason);
  const timer = setTimeout(
    () => end.reject(new GenerationError({ reason: "provider-timeout", timeoutMs })),
    timeoutMs,
  );
  signal.addEventListener("abort", leave, { once: true });
  try {
    return await Promise.race([work, end.promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", leave);
    work.catch(() => undefined);
  }
}
