/** What a request says beside the prompt: the owner's options over our defaults. */
import { MAX_OUTPUT_TOKENS } from "../constants.ts";
import { outputLimit } from "./openai-client.ts";

/** Fields of a request by the server's own names; null leaves one out. */
export type RequestOptions = Readonly<Record<string, unknown>>;

/**
 * Low, since an answer repeats what the pages say and is no invention; not 0, at which smaller models are caught in
 * loops and reasoning models think in circles.
 */
export const DEFAULT_TEMPERATURE = 0.2;

/** The two names of the limit. */
export const OUTPUT_LIMITS: readonly string[] = ["max_tokens", "max_completion_tokens"];
/** Options that are meant for answers. What steers the model itself, such as its reasoning, holds for every request. */
const OF_ANSWERS: ReadonlySet<string> = new Set([...OUTPUT_LIMITS, "temperature", "stop", "stream_options"]);

/** Fields of the request for an answer. */
export function answerFields(
  baseUrl: string,
  options: RequestOptions,
  maxTokens: number = MAX_OUTPUT_TOKENS,
): Record<string, unknown> {
  const hasLimit = OUTPUT_LIMITS.some((name) => (options[name] ?? null) !== null);
  return withoutNulls({
    temperature: DEFAULT_TEMPERATURE,
    stream: true,
    stream_options: { include_usage: true },
    ...(hasLimit ? withoutLimit(outputLimit(baseUrl, maxTokens)) : outputLimit(baseUrl, maxTokens)),
    ...options,
  });
}

/** Whether the owner has set the limit of an answer, or taken it away. */
export function limitsTokens(options: RequestOptions): boolean {
  return OUTPUT_LIMITS.some((name) => name in options);
}

/** Fields of the request for one line: the surest words, within a limit of its own. */
export function lineFields(
  baseUrl: string,
  options: RequestOptions,
  maxTokens: number,
): Record<string, unknown> {
  const shared = Object.entries(options).filter(([name]) => !OF_ANSWERS.has(name));
  return withoutNulls({
    temperature: options["temperature"] === null ? null : 0,
    ...outputLimit(baseUrl, maxTokens),
    ...Object.fromEntries(shared),
  });
}

function withoutLimit(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !OUTPUT_LIMITS.includes(name)));
}

function withoutNulls(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
