/**
 * Written by `tests/training/candidates.ts`: do not edit. Learned from questions of our own about public
 * documentation; no text of it is kept.
 */
import type { CandidateFeatureName } from "./candidate-features.ts";

export const ENCODED_CANDIDATE_WEIGHTS: Record<CandidateFeatureName, number> = {
  titleMatch: 0.524,
  titlePrecision: 0.16,
  titleUnasked: -0.128,
  headingMatch: 0.489,
  headingPrecision: 0.169,
  headingUnasked: -0.144,
  pathCoverage: 0.096,
  lead: 0.206,
  leadPreferred: 0.081,
  beginningPreferred: 0.119,
  news: -0.2,
  legacy: -0.112,
  contribution: -0.108,
  help: 0.252,
  tutorial: 0.061,
  guide: 0.16,
  introduction: 0.165,
  sectionDepth: -0.21,
  pageBest: -0.005,
  similarity: 2.38,
};
