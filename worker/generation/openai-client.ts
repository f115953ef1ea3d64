/** The SDK that speaks chat completions, as every request of ours is sent. */
import type OpenAI from "openai";

export interface OpenAiClientOptions {
  apiKey: string;
  /** The part before `/chat/completions`. */
  baseUrl: string;
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Longest wait for the response's headers; the SDK's own by default. */
  timeoutMs?: number;
}

const OPENAI_HOST = "api.openai.com";

/**
 * The SDK is loaded when it is asked for, so that a Worker without a key never evaluates it. Its own retries are off: it
 * would wait up to a minute while a visitor looks at an empty panel.
 */
export async function openOpenAiClient({
  apiKey,
  baseUrl,
  fetch,
  timeoutMs,
}: OpenAiClientOptions): Promise<OpenAI> {
  const { default: Client } = await import("openai");
  return new Client({
    apiKey,
    baseURL: baseUrl,
    fetch,
    maxRetries: 0,
    ...(timeoutMs !== undefined && { timeout: timeoutMs }),
    // Followed, a redirect would hand the question and the passages to whichever host it names.
    fetchOptions: { redirect: "manual" },
    // The SDK would log bodies of the server, which may hold the visitor's question.
    logLevel: "off",
  });
}

/** Of a server, for notices: `openai`, else its host. */
export function serverName(baseUrl: string): string {
  const { host } = new URL(baseUrl);
  return host === OPENAI_HOST ? "openai" : host;
}

/** Fields that limit what a model writes. OpenAI's newer models refuse the old name, and other servers do not know the new one. */
export function outputLimit(
  baseUrl: string,
  maxTokens: number,
): { max_completion_tokens: number; store: false } | { max_tokens: number } {
  return new URL(baseUrl).host === OPENAI_HOST
    ? { max_completion_tokens: maxTokens, store: false }
    : { max_tokens: maxTokens };
}
