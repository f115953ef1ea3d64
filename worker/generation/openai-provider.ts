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
import { createAnswerText, type AnswerText } from "../../core/completion/answer-text.ts";
import type { ModelFinish } from "../../core/completion/completion-chunk.ts";
import { readCompletionStream, type CompletionEvent } from "../../core/completion/completion-stream.ts";
import { endsWhole } from "../../core/completion/ends-whole.ts";
import type { Usage } from "../../core/protocol.ts";
import {
  PROVIDER_REASONING_TIMEOUT_MS,
  PROVIDER_RETRY_DELAY_MS,
  PROVIDER_USAGE_WAIT_MS,
} from "../constants.ts";
import { serverName } from "./openai-client.ts";
import { toGenerationError } from "./openai-failures.ts";
import { answerFields, type RequestOptions } from "./request-fields.ts";
import { sendCompletion } from "./send-completion.ts";
import { createServerHabits, HELD_ANSWERS, type ServerHabits } from "./server-habits.ts";

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

/** Thoughts included: some 100,000 tokens. Beyond it a server ignores its limit. */
const MAX_COMPLETION_CHARS = 400_000;

type Parts = AsyncIterator<CompletionEvent>;

/** What a stream has said of its end. */
interface Ending {
  finish: ModelFinish | undefined;
  /** The server has said that nothing follows. */
  isDone: boolean;
  refuses: boolean;
  /** All that was yielded of the answer. */
  text: string;
}

export function createOpenAiProvider(providerOptions: OpenAiProviderOptions): GenerationProvider {
  const options = { ...providerOptions, habits: providerOptions.habits ?? createServerHabits() };
  const {
    model,
    habits,
    reasoningTimeoutMs = PROVIDER_REASONING_TIMEOUT_MS,
    now = () => Date.now(),
  } = options;
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
    let parts: Parts | undefined;
    const thinking = startDeadline(reasoningTimeoutMs);
    /** The next part, or the signal's reason, or a timeout; the request is over in the last two cases. */
    const within = <T>(work: Promise<T>, timeoutMs: number): Promise<T> =>
      raceTimeAndAbort(Promise.race([work, thinking.over]), timeoutMs, signal);

    try {
      const openFirst = async (): Promise<IteratorResult<CompletionEvent>> => {
        parts = await openWithRetry(options, request, upstream.signal, now);
        hasBegun = true;
        return parts.next();
      };
      let result = await within(openFirst(), options.firstTokenTimeoutMs);
      const answer = createAnswerText({
        positions: new Set(request.passages.map(({ source }) => source.position)),
        isHeldWhole: habits.heldAnswers > 0,
      });
      const ending: Ending = { finish: undefined, isDone: false, refuses: false, text: "" };
      let chars = 0;
      let usage: Pick<Usage, "inputTokens" | "outputTokens"> | undefined;
      while (result.done !== true && result.value !== "done" && !answer.repeatsItself) {
        signal.throwIfAborted();
        const part = result.value;
        chars += part.text.length;
        if (chars > MAX_COMPLETION_CHARS)
          throw new GenerationError({ reason: "provider-stream-broken", detail: "a text without end" });
        ending.refuses ||= part.refuses;
        ending.finish ??= part.finish;
        usage = part.usage ?? usage;
        const piece = answer.push(part.text);
        if (piece.isRestart) {
          ending.text = "";
          yield { type: "restart" };
        }
        ending.text += piece.text;
        if (piece.text !== "") {
          thinking.stop();
          yield { type: "text-delta", text: piece.text };
        }
        const next = parts?.next() ?? Promise.resolve({ done: true as const, value: undefined });
        if (ending.finish === undefined) {
          result = await within(next, options.idleTimeoutMs);
        } else {
          // The answer is whole; only usage figures may still come, and they are not worth an error.
          const last = await within(next, PROVIDER_USAGE_WAIT_MS).catch(() => undefined);
          if (last === undefined) break;
          result = last;
        }
      }
      signal.throwIfAborted();
      ending.isDone = result.done !== true && result.value === "done";
      const isCut = ending.finish?.kind === "length" || answer.repeatsItself;
      const rest = answer.end(isCut);
      ending.text = (rest.isRestart ? "" : ending.text) + rest.text;
      const finishReason = finishReasonOf(ending, answer, habits);
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

/**
 * How an answer ended, and what its end tells of the server. An end without text, or for reasons that end no answer, is
 * a broken stream.
 *
 * A connection that closes without any mark of an end may have been cut, in front of the server or by it. Where the
 * server marks its ends elsewhere, it was. Else the text is taken for whole if it ends with a whole sentence.
 */
function finishReasonOf(
  { finish, isDone, refuses, text }: Ending,
  answer: AnswerText,
  habits: ServerHabits,
): "stop" | "length" | "refused" {
  const broken = (detail: string): GenerationError =>
    new GenerationError({ reason: "provider-stream-broken", detail });
  habits.heldAnswers = answer.omitsOpening ? HELD_ANSWERS : Math.max(0, habits.heldAnswers - 1);
  if (answer.repeatsItself && text.trim() !== "") return "length";
  if (finish === undefined && !isDone && (habits.marksEnds || !endsWhole(text)))
    throw broken("the stream ended before the model had finished");
  habits.marksEnds ||= finish !== undefined || isDone;
  if (finish?.kind === "failed") throw broken(finish.detail);
  if (finish?.kind === "refused" || refuses) return "refused";
  if (text.trim() === "")
    throw broken(`the model finished (${finish?.kind ?? "done"}) with ${answer.nature}`);
  // Cut off while it thought about how to go on.
  if (answer.isThinking) return "length";
  return finish?.kind === "length" ? "length" : "stop";
}

async function openWithRetry(
  options: OpenAiProviderOptions & { habits: ServerHabits },
  request: GenerationRequest,
  signal: AbortSignal,
  now: () => number,
): Promise<Parts> {
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
  signal: AbortSignal,
): Promise<Parts> {
  const { system, messages } = buildPrompt(request, request.fenceMark ?? newFenceMark());
  const response = await sendCompletion(
    {
      model,
      messages: [{ role: "system", content: system }, ...messages],
      fields: answerFields(baseUrl, requestOptions),
    },
    { client: { apiKey, baseUrl, fetch, timeoutMs: firstTokenTimeoutMs }, habits, signal },
  );
  return readCompletionStream(response.body);
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
