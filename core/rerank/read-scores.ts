/**
 * The scores in whatever a service answers. All of them name the place of a text and its score, and differ in
 * where: Cohere and Jina write `results[].relevance_score`, as vLLM and llama.cpp do, Voyage `data[].relevance_score`,
 * text-embeddings-inference a bare list of `{ index, score }`, Workers AI `response[].id` and `score`.
 */
import { field } from "../read-field.ts";
import type { CallTokens } from "../usage/model-calls.ts";
import { RerankError, type Scores } from "./reranker.ts";

const LISTS = ["results", "data", "response", "scores", "rankings"] as const;
const PLACES = ["index", "id"] as const;
const SCORES = ["relevance_score", "score", "logit"] as const;

/**
 * One score for each text. What names no text, is no finite number or comes a second time is passed over: a text
 * without a score is one that the service says nothing about.
 *
 * @throws RerankError where there is no score at all.
 */
export function readScores(answer: unknown, textCount: number): Scores {
  const list = listOf(answer);
  if (list === undefined) throw invalid("it has an unexpected shape");
  const scores = Array<number | undefined>(textCount).fill(undefined);
  // Bare numbers have their places by their order, and only when there is one for each text.
  const isBare = list.length === textCount && list.every((entry) => typeof entry === "number");
  list.forEach((entry: unknown, order) => {
    const place = isBare ? order : firstNumber(entry, PLACES);
    const score = isBare ? entry : firstNumber(entry, SCORES);
    if (place === undefined || !Number.isInteger(place) || place < 0 || place >= textCount) return;
    if (typeof score === "number" && Number.isFinite(score)) scores[place] ??= score;
  });
  if (scores.every((score) => score === undefined)) throw invalid(`no score for any of ${textCount} texts`);
  return scores;
}

/** What a service says that it cost. Texts that are read are all there is; some count them as a total only. */
export function readRerankTokens(answer: unknown): CallTokens {
  const usage = field(answer, "usage");
  const tokens = field(usage, "prompt_tokens") ?? field(usage, "total_tokens");
  return typeof tokens === "number" && Number.isSafeInteger(tokens) && tokens >= 0
    ? { inputTokens: tokens }
    : {};
}

function listOf(answer: unknown): readonly unknown[] | undefined {
  if (Array.isArray(answer)) return answer;
  for (const name of LISTS) {
    const list = field(answer, name);
    if (Array.isArray(list)) return list;
  }
  // Cloudflare's own API wraps what the binding returns.
  const inner = field(answer, "result");
  return inner === undefined || inner === answer ? undefined : listOf(inner);
}

function firstNumber(entry: unknown, names: readonly string[]): number | undefined {
  for (const name of names) {
    const value = field(entry, name);
    if (typeof value === "number") return value;
  }
  return undefined;
}

function invalid(detail: string): RerankError {
  return new RerankError({ reason: "rerank-invalid", detail });
}
