/** What was learned from refusals and answers, as it is used. */
import { learnedStatementModel, type StatementModel } from "./judge-statement.ts";
import { REFUSAL_WEIGHTS } from "./refusal-weights.ts";

export interface TextWeights {
  /** Of {@link import("./text-features.ts").TEXT_FEATURES}. */
  weights: ArrayLike<number>;
  bias: number;
}

/** Texts that seem to state a cited fact are answers as a rule, others refusals: each kind has weights of its own. */
export interface RefusalModel {
  statement: StatementModel;
  withFact: TextWeights;
  withoutFact: TextWeights;
}

export function learnedModel(): RefusalModel {
  return { statement: learnedStatementModel(), ...REFUSAL_WEIGHTS };
}

/** Log-odds from which a text is a refusal. From the figures of `node tests/training/refusals.ts`. */
export const REFUSAL_THRESHOLDS = { withFact: 1, withoutFact: -0.5 } as const;
