/** How much a statement looks like one of a refusal, by what was learned from refusals and answers. */
import type { Patterns } from "./refusal-patterns.ts";
import type { Statement } from "./split-statements.ts";
import { statementFeatures, statementRuns } from "./statement-features.ts";
import { STATEMENT_WEIGHTS } from "./statement-weights.ts";

export interface StatementModel {
  weights: ArrayLike<number>;
  /** One for each of {@link import("./statement-features.ts").RUN_BUCKETS}. */
  runWeights: ArrayLike<number>;
  /** What each of these stands for: they are kept as small whole numbers. */
  runUnit: number;
  bias: number;
}

export interface FeaturedStatement {
  features: number[];
  runs: number[];
}

export function featuresOf(
  statements: readonly Statement[],
  asked: ReadonlySet<string>,
  words: Patterns,
): FeaturedStatement[] {
  return statements.map((statement, index) => {
    const begins = statements[index - 1]?.endsSentence ?? true;
    return {
      features: statementFeatures(statement, begins, asked, words),
      runs: statementRuns(statement.text, begins, asked),
    };
  });
}

/** Of a run's weight: a long statement has many. */
export const runShare = (runs: number): number => (runs === 0 ? 0 : 2.5 / Math.sqrt(runs));

/** Log-odds that a statement is one of a refusal. */
export function statementScore(
  { features, runs }: FeaturedStatement,
  { weights, runWeights, runUnit, bias }: StatementModel,
): number {
  const known = features.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), bias);
  const told = runs.reduce((sum, bucket) => sum + (runWeights[bucket] ?? 0), 0);
  return known + told * runUnit * runShare(runs.length);
}

let learned: StatementModel | undefined;

export function learnedStatementModel(): StatementModel {
  learned ??= {
    weights: STATEMENT_WEIGHTS.weights,
    bias: STATEMENT_WEIGHTS.bias,
    runUnit: STATEMENT_WEIGHTS.runUnit,
    runWeights: Int8Array.from(atob(STATEMENT_WEIGHTS.runs), (char) => char.charCodeAt(0)),
  };
  return learned;
}
