/** What a reranker changed, on a terminal. */
import { RERANK_DEADLINE_MS } from "../../core/rerank/candidate-ranker.ts";
import { formatCount, formatDuration } from "../terminal/format.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { formatMeasure } from "./gates.ts";
import type { RankingMeasures, RerankingReport } from "./rerank-meter.ts";

const LABELS: Readonly<Record<keyof RankingMeasures, string>> = {
  ndcgAt10: "nDCG@10",
  recallAt5: "Recall@5",
  recallAt10: "Recall@10",
  mrr: "Mean reciprocal rank",
};

export function printReranking(terminal: Terminal, report: RerankingReport): void {
  const { service, model, questions, before, after, requests, failures, latencyMs, late } = report;
  terminal.line(
    `Reranked by ${service}${model === "" ? "" : `, ${model}`}: ${formatCount(questions, "question")}, before and after`,
  );
  for (const [name, label] of Object.entries(LABELS) as [keyof RankingMeasures, string][]) {
    if (before === null || after === null) continue;
    const change = after[name] - before[name];
    const sign = change < -0.0005 ? "−" : "+";
    terminal.line(
      `  ${label.padEnd(20)}  ${formatMeasure(before[name])} → ${formatMeasure(after[name])}  ${sign}${Math.abs(change).toFixed(3)}`,
    );
  }
  if (latencyMs !== null) {
    const lateness = `${late} of ${requests} took longer than the ${RERANK_DEADLINE_MS} ms that the Worker waits`;
    terminal.line(
      `  ${"Time".padEnd(20)}  median ${formatDuration(latencyMs.median)}, 95 % within ${formatDuration(latencyMs.p95)}; ${lateness}`,
    );
  }
  for (const [reason, count] of Object.entries(failures)) {
    terminal.line(
      `  ${terminal.style("red", "✗")} ${count} of ${requests} failed: ${reason}; the order of the search was kept`,
    );
  }
  terminal.line();
}
