/**
 * One completion of a chat model at any server that speaks OpenAI's `/chat/completions`. By `fetch` alone: whoever asks
 * many things needs whole replies and its own retries, and no client.
 *
 * @see https://platform.openai.com/docs/api-reference/chat/create
 */
import { GenerationError } from "../../core/answer/generation-provider.ts";
import { readWholeCompletion } from "../../core/completion/whole-completion.ts";

/** Why a reply is missing. Data for the report: words of the server are not kept, they may repeat the key. */
export type CompletionFailure =
  | { reason: "unauthorized"; status: number }
  | { reason: "rate-limited"; retryAfterMs?: number }
  | { reason: "rejected"; status: number }
  | { reason: "unreachable"; detail: string }
  /** The model declines to write. */
  | { reason: "refused" }
  /** The reply does not end. */
  | { reason: "cut-off" }
  /** The reply is none that can be read. */
  | { reason: "unreadable"; detail: string }
  | { reason: "timeout" };

export class CompletionError extends Error {
  readonly failure: CompletionFailure;
  constructor(failure: CompletionFailure, cause?: unknown) {
    super(failure.reason, { cause });
    this.name = "CompletionError";
    this.failure = failure;
  }
}

export interface Prompt {
  system: string;
  user: string;
}

export interface Completion {
  text: string;
  /** Absent where the server does not count. */
  usage?: TokenCount;
}

export interface TokenCount {
  inputTokens: number;
  outputTokens: number;
}

/** @throws CompletionError, or the signal's reason once the signal is aborted. */
export type Complete = (
  prompt: Prompt & { maxTokens: number },
  options: { signal: AbortSignal },
) => Promise<Completion>;

export interface CompletionClientOptions {
  /** Absent for servers that need none. */
  apiKey?: string | undefined;
  /** The part before `/chat/completions`. */
  baseUrl: string;
  model: string;
  fetch: (input: string, init: RequestInit) => Promise<Response>;
  /** Epoch milliseconds. */
  now: () => number;
}

const OPENAI_HOST = "api.openai.com";
/** A longer wait than this is no use to a build, and often a mistake of the server. */
const MAX_RETRY_AFTER_MS = 10 * 60 * 1000;

export function createCompletionClient(options: CompletionClientOptions): Complete {
  const { apiKey, baseUrl, model, fetch, now } = options;
  const url = `${baseUrl.replace(/\/+$/, "")}/chat/completions`;
  return async ({ system, user, maxTokens }, { signal }) => {
    signal.throwIfAborted();
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
        },
        body: JSON.stringify({
          model,
          stream: false,
          messages: [
            { role: "system", content: system },
            { role: "user", content: user },
          ],
          // OpenAI's newer models refuse the old name, and other servers do not know the new one.
          ...(new URL(baseUrl).host === OPENAI_HOST
            ? { max_completion_tokens: maxTokens, store: false }
            : { max_tokens: maxTokens }),
        }),
        // Followed, a redirect would hand the pages and the key to whichever host it names.
        redirect: "manual",
        signal,
      });
      if (!response.ok) {
        await response.body?.cancel().catch(() => undefined);
        throw new CompletionError(failureOfStatus(response, now()));
      }
      return await readReply(response);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof CompletionError) throw error;
      const detail = error instanceof Error ? error.name : typeof error;
      throw new CompletionError({ reason: "unreachable", detail }, error);
    }
  };
}

function failureOfStatus({ status, headers }: Response, nowMs: number): CompletionFailure {
  if (status === 401 || status === 403) return { reason: "unauthorized", status };
  if (status === 429) {
    const retryAfterMs = readRetryAfterMs(headers.get("retry-after"), nowMs);
    return { reason: "rate-limited", ...(retryAfterMs !== undefined && { retryAfterMs }) };
  }
  if (status >= 500 || status === 408 || status === 409) {
    return { reason: "unreachable", detail: `HTTP ${status}` };
  }
  return { reason: "rejected", status };
}

/** In seconds or as a date. */
function readRetryAfterMs(text: string | null, nowMs: number): number | undefined {
  if (text === null) return undefined;
  const waitMs = /^\s*\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(waitMs, 0), MAX_RETRY_AFTER_MS);
}

/** Some servers stream whatever they are asked for, and some leave thoughts in the text. */
async function readReply(response: Response): Promise<Completion> {
  const { text, finish, usage } = await readWholeCompletion(response.body).catch((error: unknown) => {
    if (!(error instanceof GenerationError)) throw error;
    throw new CompletionError({ reason: "unreadable", detail: "it holds no completion" }, error);
  });
  if (finish === "refused") throw new CompletionError({ reason: "refused" });
  if (finish === "length") throw new CompletionError({ reason: "cut-off" });
  if (text.trim() === "") throw new CompletionError({ reason: "unreadable", detail: "it holds no text" });
  return { text, ...(usage !== undefined && { usage }) };
}
