/**
 * One completion of a chat model at any server that speaks OpenAI's `/chat/completions`. By `fetch` alone: a build
 * needs whole replies and its own retries, and no client.
 *
 * @see https://platform.openai.com/docs/api-reference/chat/create
 */
import { createSseParser } from "../../core/sse-parser.ts";

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
  prompt: { system: string; user: string; maxTokens: number },
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
const BODY_MAX_CHARS = 1024 * 1024;

export function createCompletionClient(options: CompletionClientOptions): Complete {
  const { apiKey, baseUrl, model, fetch, now } = options;
  const url = `${baseUrl.replace(/\/+$/, "")}/chat/completions`;
  return async ({ system, user, maxTokens }, { signal }) => {
    signal.throwIfAborted();
    let response: Response;
    let body: string;
    try {
      response = await fetch(url, {
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
      body = await response.text();
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof CompletionError) throw error;
      const detail = error instanceof Error ? error.name : typeof error;
      throw new CompletionError({ reason: "unreachable", detail }, error);
    }
    return readBody(body.slice(0, BODY_MAX_CHARS));
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

function readBody(body: string): Completion {
  // Some servers stream whatever they are asked for.
  const isStream = /^\s*(?:data|event|id)?:/.test(body);
  const parts = isStream ? streamedParts(body) : [parseJson(body)];
  const first = parts[0];
  if (!isRecord(first)) throw new CompletionError({ reason: "unreadable", detail: "it is not JSON" });
  let text = "";
  let finish = "";
  let refuses = false;
  let usage: TokenCount | undefined;
  for (const part of parts) {
    const choices = field(part, "choices");
    const choice: unknown = Array.isArray(choices) ? choices[0] : undefined;
    const message = field(choice, isStream ? "delta" : "message");
    text += contentText(field(message, "content"));
    const refusal = field(message, "refusal");
    refuses ||= typeof refusal === "string" && refusal !== "";
    const reason = field(choice, "finish_reason");
    if (typeof reason === "string") finish = reason.toLowerCase();
    usage = usageOf(field(part, "usage")) ?? usage;
  }
  if (refuses || finish === "content_filter") throw new CompletionError({ reason: "refused" });
  if (["length", "max_tokens", "model_length"].includes(finish)) {
    throw new CompletionError({ reason: "cut-off" });
  }
  if (text.trim() === "") throw new CompletionError({ reason: "unreadable", detail: "it holds no text" });
  return { text, ...(usage !== undefined && { usage }) };
}

function streamedParts(body: string): unknown[] {
  const messages = createSseParser(BODY_MAX_CHARS).push(`${body}\n\n`);
  return messages.filter(({ data }) => data.trim() !== "[DONE]").map(({ data }) => parseJson(data));
}

/** A text, or a list of typed parts of which only texts belong to the reply. */
function contentText(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((part: unknown) => (field(part, "type") === "text" ? field(part, "text") : ""))
    .filter((text) => typeof text === "string")
    .join("");
}

function usageOf(usage: unknown): TokenCount | undefined {
  const inputTokens = field(usage, "prompt_tokens");
  const outputTokens = field(usage, "completion_tokens");
  return isCount(inputTokens) && isCount(outputTokens) ? { inputTokens, outputTokens } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
