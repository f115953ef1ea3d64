/** What all answers of an evaluation cost together. */
import type { ModelPurpose, Usage } from "../../core/protocol.ts";
import { formatCount } from "../terminal/format.ts";

export interface UsageTotals {
  inputTokens: number;
  outputTokens: number;
  /** Requests by what they were for; one that a Worker does not tell apart was for writing. */
  calls: Partial<Record<ModelPurpose, number>>;
}

/** @returns undefined for none. */
export function totalUsage(usages: readonly Usage[]): UsageTotals | undefined {
  if (usages.length === 0) return undefined;
  const totals: UsageTotals = { inputTokens: 0, outputTokens: 0, calls: {} };
  for (const { inputTokens, outputTokens, calls = [{ purpose: "writing" as const }] } of usages) {
    totals.inputTokens += inputTokens;
    totals.outputTokens += outputTokens;
    for (const { purpose } of calls) totals.calls[purpose] = (totals.calls[purpose] ?? 0) + 1;
  }
  return totals;
}

/** Such as "40 writing, 3 rewriting; 61,200 tokens in, 4,100 out". */
export function describeUsage({ calls, inputTokens, outputTokens }: UsageTotals): string {
  const requests = Object.entries(calls).map(([purpose, count]) => `${count} ${purpose}`);
  return `${requests.join(", ")}; ${formatCount(inputTokens, "token")} in, ${outputTokens.toLocaleString("en")} out`;
}
