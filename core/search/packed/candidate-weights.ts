/**
 * Written by `tests/training/candidates.ts --words`: do not edit. Learned from questions of our own about public
 * documentation; no text of it is kept.
 */
import type { CandidateFeatureName } from "./candidate-features.ts";

export const CANDIDATE_WEIGHTS: Record<CandidateFeatureName, number> = {
  titleMatch: 0.243,
  titlePrecision: 0.137,
  titleUnasked: -0.057,
  headingMatch: 0.288,
  headingPrecision: 0.097,
  headingUnasked: -0.13,
  pathCoverage: 0.077,
  lead: 0.119,
  leadPreferred: 0.038,
  beginningPreferred: 0.1,
  news: -0.119,
  legacy: -0.081,
  contribution: -0.079,
  help: 0.059,
  tutorial: 0.107,
  guide: 0.126,
  introduction: 0.13,
  sectionDepth: -0.125,
  pageBest: 0.047,
  similarity: 0,
};
