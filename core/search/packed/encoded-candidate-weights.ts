/**
 * Written by `tests/training/candidates.ts`: do not edit. Learned from questions of our own about public
 * documentation; no text of it is kept.
 */
import type { CandidateFeatureName } from "./candidate-features.ts";

export const ENCODED_CANDIDATE_WEIGHTS: Record<CandidateFeatureName, number> = {
  titleMatch: 0.4,
  titlePrecision: 0.175,
  titleUnasked: -0.072,
  headingMatch: 0.426,
  headingPrecision: 0.119,
  headingUnasked: -0.13,
  pathCoverage: 0.037,
  lead: 0.125,
  leadPreferred: 0.077,
  beginningPreferred: 0.147,
  news: -0.137,
  legacy: -0.108,
  contribution: -0.091,
  help: 0.084,
  tutorial: 0.124,
  guide: 0.173,
  introduction: 0.137,
  sectionDepth: -0.148,
  pageBest: 0.057,
  similarity: 1.606,
};
