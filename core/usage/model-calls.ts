/** Requests to models that one answer took: who was asked, for what, and how many tokens that cost. */
import type { ModelCall, ModelPurpose, Usage } from "../protocol.ts";

/** What a server says that a request cost; each figure only where it says it. */
export interface CallTokens {
  inputTokens?: number | undefined;
  outputTokens?: number | undefined;
}

/**
 * An adapter calls it when it sends a request, and what it returns when it learns what the request cost: one that
 * is given up or fails was sent all the same.
 */
export type OnModelCall = (call: { provider: string; model: string }) => (tokens: CallTokens) => void;

export interface ModelCalls {
  /** What an adapter is given, so that its requests count for this purpose. */
  of(purpose: ModelPurpose): OnModelCall;
  /** Undefined while no model was asked. */
  usage(): Usage | undefined;
}

/** The requests of one answer. */
export function recordModelCalls(): ModelCalls {
  const calls: ModelCall[] = [];
  return {
    of:
      (purpose) =>
      ({ provider, model }) => {
        const call: ModelCall = { purpose, provider, model };
        calls.push(call);
        return ({ inputTokens, outputTokens }) => {
          if (inputTokens !== undefined) call.inputTokens = inputTokens;
          if (outputTokens !== undefined) call.outputTokens = outputTokens;
        };
      },
    usage: () => usageOf(calls),
  };
}

/** The sums of what is known. The answer is named after the model that wrote it, and without one after the first asked. */
function usageOf(calls: readonly ModelCall[]): Usage | undefined {
  const named = calls.findLast(({ purpose }) => purpose === "writing") ?? calls[0];
  if (named === undefined) return undefined;
  const sumOf = (field: "inputTokens" | "outputTokens"): number =>
    calls.reduce((sum, call) => sum + (call[field] ?? 0), 0);
  return {
    inputTokens: sumOf("inputTokens"),
    outputTokens: sumOf("outputTokens"),
    provider: named.provider,
    model: named.model,
    calls: calls.map((call) => ({ ...call })),
  };
}
