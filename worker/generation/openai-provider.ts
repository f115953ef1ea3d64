/**
 * Answers written by a model behind OpenAI's chat completions, at any server that speaks them.
 *
 * One retry is made, of an attempt that failed before the first byte for a passing reason; after that the pipeline's
 * extractive answer is the better help.
 */
import { buildPrompt } from "../../core/answer/write/build-prompt.ts";
import {
  GenerationError,
  type GenerationEvent,
  type GenerationProvider,
  type GenerationRequest,
} from "../../core/answer/generation-provider.ts";
import { MAX_OUTPUT_TOKENS, PROVIDER_RETRY_DELAY_MS, PROVIDER_USAGE_WAIT_MS } from "../constants.ts";
import { readCompletionChunk, type CompletionPart, type ModelFinish } from "./completion-chunk.ts";
import { openOpenAiClient, outputLimit, serverName } from "./openai-client.ts";
import { toGenerationError } from "./openai-failures.ts";

export interface OpenAiProviderOptions {
  apiKey: string;
  /** The part before `/chat/completions`. */
  baseUrl: string;
  model: string;
  /** Longest wait for the first chunk, retry included. */
  firstTokenTimeoutMs: number;
  /** Longest wait for every later chunk. */
  idleTimeoutMs: number;
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** An unguessable mark, new for each prompt, where the request brings none. */
  newFenceMark: () => string;
  /** Epoch milliseconds. */
  now?: () => number;
}

type Chunks = AsyncIterator<unknown>;

export function createOpenAiProvider(options: OpenAiProviderOptions): GenerationProvider {
  const { model, now = () => Date.now() } = options;
  const name = serverName(options.baseUrl);

  async function* generate(
    request: GenerationRequest,
    { signal }: { signal: AbortSignal },
  ): AsyncGenerator<GenerationEvent, void, undefined> {
    signal.throwIfAborted();
    const upstream = new AbortController();
    const leave = (): void => upstream.abort(signal.reason);
    signal.addEventListener("abort", leave, { once: true });
    let hasBegun = false;
    let chunks: Chunks | undefined;
    /** The next chunk, or the signal's reason, or a timeout; the request is over in the last two cases. */
    const within = <T>(work: Promise<T>, timeoutMs: number): Promise<T> =>
      raceTimeAndAbort(work, timeoutMs, signal);

    try {
      const openFirst = async (): Promise<IteratorResult<unknown>> => {
        chunks = await openWithRetry(options, request, upstream.signal, now);
        hasBegun = true;
        return chunks.next();
      };
      let result = await within(openFirst(), options.firstTokenTimeoutMs);
      let hasText = false;
      let refuses = false;
      let finish: ModelFinish | undefined;
      let usage: CompletionPart["usage"];
      while (result.done !== true) {
        const part = readCompletionChunk(result.value);
        refuses ||= part.refuses;
        finish ??= part.finish;
        usage = part.usage ?? usage;
        hasText ||= part.text !== "";
        if (part.text !== "") yield { type: "text-delta", text: part.text };
        const next = nextOf(chunks);
        if (finish === undefined) {
          result = await within(next, options.idleTimeoutMs);
        } else {
          // The answer is whole; only usage figures may still come, and they are not worth an error.
          const last = await within(next, PROVIDER_USAGE_WAIT_MS).catch(() => undefined);
          if (last === undefined) break;
          result = last;
        }
      }
      signal.throwIfAborted();
      const finishReason = finishReasonOf(finish, { refuses, hasText });
      yield {
        type: "end",
        finishReason,
        ...(usage !== undefined && { usage: { ...usage, provider: name, model } }),
      };
    } catch (error) {
      signal.throwIfAborted();
      throw toGenerationError(error, hasBegun, now());
    } finally {
      signal.removeEventListener("abort", leave);
      // Ends the request whatever the reason was for leaving; after a whole answer it does nothing.
      upstream.abort();
    }
  }
  return { name, model, mode: "generative", generate };
}

/** How an answer ended. An end without text, or for reasons that end no answer, is a broken stream. */
function finishReasonOf(
  finish: ModelFinish | undefined,
  { refuses, hasText }: { refuses: boolean; hasText: boolean },
): "stop" | "length" | "refused" {
  const broken = (detail: string): GenerationError =>
    new GenerationError({ reason: "provider-stream-broken", detail });
  if (finish === undefined) throw broken("the stream ended before the model had finished");
  if (finish.kind === "other") throw broken(finish.detail);
  if (finish.kind === "refused" || refuses) return "refused";
  if (!hasText) throw broken(`the model finished (${finish.kind}) without any text`);
  return finish.kind;
}

async function openWithRetry(
  options: OpenAiProviderOptions,
  request: GenerationRequest,
  signal: AbortSignal,
  now: () => number,
): Promise<Chunks> {
  try {
    return await open(options, request, signal);
  } catch (error) {
    const failure = toGenerationError(error, false, now());
    if (signal.aborted || failure.failure.reason !== "provider-unreachable") throw failure;
    // Jitter: visitors whose requests failed together must not come back together.
    const delayMs = PROVIDER_RETRY_DELAY_MS * (0.5 + Math.random());
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    signal.throwIfAborted();
    return open(options, request, signal);
  }
}

/** Sends the request; resolves once the response's headers are there. */
async function open(
  { apiKey, baseUrl, model, firstTokenTimeoutMs, fetch, newFenceMark }: OpenAiProviderOptions,
  request: GenerationRequest,
  signal: AbortSignal,
): Promise<Chunks> {
  const client = await openOpenAiClient({ apiKey, baseUrl, fetch, timeoutMs: firstTokenTimeoutMs });
  const { system, messages } = buildPrompt(request, request.fenceMark ?? newFenceMark());
  const stream = await client.chat.completions.create(
    {
      model,
      messages: [{ role: "system", content: system }, ...messages],
      stream: true,
      stream_options: { include_usage: true },
      ...outputLimit(baseUrl, MAX_OUTPUT_TOKENS),
    },
    { signal },
  );
  return (stream as AsyncIterable<unknown>)[Symbol.asyncIterator]();
}

function nextOf(chunks: Chunks | undefined): Promise<IteratorResult<unknown>> {
  return chunks === undefined ? Promise.resolve({ done: true, value: undefined }) : chunks.next();
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
