/** What a model costs, told before anything is sent. */
import { estimateTokens } from "../../core/text/estimate-tokens.ts";
import type { Prompt, TokenCount } from "./completion-client.ts";

/** US dollars per million tokens. */
export interface Price {
  input: number;
  output: number;
}

/** Ceiling where a price is known and none was given. */
export const DEFAULT_MAX_USD = 1;

/** List prices as they were known when this was written; `--enrich-price` and `--judge-price` say what is paid. */
const PRICES: ReadonlyMap<string, Price> = new Map([
  ["gpt-4.1", { input: 2, output: 8 }],
  ["gpt-4.1-mini", { input: 0.4, output: 1.6 }],
  ["gpt-4.1-nano", { input: 0.1, output: 0.4 }],
  ["gpt-4o", { input: 2.5, output: 10 }],
  ["gpt-4o-mini", { input: 0.15, output: 0.6 }],
  ["gpt-5", { input: 1.25, output: 10 }],
  ["gpt-5-mini", { input: 0.25, output: 2 }],
  ["gpt-5-nano", { input: 0.05, output: 0.4 }],
  ["gemini-2.5-flash", { input: 0.3, output: 2.5 }],
  ["gemini-2.5-flash-lite", { input: 0.1, output: 0.4 }],
  ["mistral-small-latest", { input: 0.1, output: 0.3 }],
]);

const FREE: Price = { input: 0, output: 0 };

/** By the model's name, with or without its vendor before it and a date behind it; free on this machine. */
export function knownPrice(model: string, baseUrl: string): Price | undefined {
  if (isLocal(baseUrl)) return FREE;
  const name = model
    .toLowerCase()
    .replace(/^.*\//, "")
    .replace(/-\d{4}-\d{2}-\d{2}$/, "");
  return PRICES.get(name);
}

export function isLocal(baseUrl: string): boolean {
  const { hostname } = new URL(baseUrl);
  return /^(?:localhost|.*\.localhost|127(?:\.\d{1,3}){3}|\[::1\]|host\.docker\.internal)$/.test(hostname);
}

/** @param replyTokens what a reply is likely to have */
export function estimateCall({ system, user }: Prompt, replyTokens: number): TokenCount {
  return { inputTokens: estimateTokens(system) + estimateTokens(user), outputTokens: replyTokens };
}

export function addTokens(a: TokenCount, b: TokenCount): TokenCount {
  return { inputTokens: a.inputTokens + b.inputTokens, outputTokens: a.outputTokens + b.outputTokens };
}

/** US dollars. */
export function costOf({ inputTokens, outputTokens }: TokenCount, { input, output }: Price): number {
  return (inputTokens * input + outputTokens * output) / 1_000_000;
}

/** "$0.12"; what is less than a cent is shown to a hundredth of one. */
export function formatUsd(usd: number): string {
  return `$${usd.toFixed(usd !== 0 && usd < 0.01 ? 4 : 2)}`;
}
