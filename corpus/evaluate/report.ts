/** The result of an evaluation as `--json` prints it: complete, and stable from version to version. */
import { compareResults, type Comparison } from "./compare.ts";
import type { GateResult } from "./gates.ts";
import type { QuestionResult } from "./judge.ts";
import type { RerankingReport } from "./rerank-meter.ts";
import type { Summary } from "./summary.ts";

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const REPORT_VERSION = 1;

export interface EvaluationReport extends Summary {
  reportVersion: typeof REPORT_VERSION;
  /** Name of the set of questions. */
  set: string;
  target: {
    kind: "folder" | "endpoint" | "documents";
    name: string;
    corpusVersion: string | null;
    /** Null where it is not known, as on an endpoint. */
    threshold: number | null;
  };
  warnings: string[];
  gates: GateResult[];
  /** With `--baseline`. */
  comparison: Comparison | null;
  /** With `--rerank`. */
  reranking: RerankingReport | null;
  /** In the order of the questions. */
  results: readonly QuestionResult[];
}

export interface ReportInput {
  set: string;
  target: EvaluationReport["target"];
  summary: Summary;
  results: readonly QuestionResult[];
  warnings: string[];
  gates: GateResult[];
  reranking?: RerankingReport | null;
  baseline: EvaluationReport | undefined;
}

export function createReport({
  summary,
  baseline,
  reranking = null,
  ...rest
}: ReportInput): EvaluationReport {
  return {
    reportVersion: REPORT_VERSION,
    ...summary,
    ...rest,
    reranking,
    comparison:
      baseline === undefined ? null : compareResults(baseline, { ...summary, results: rest.results }),
  };
}
