/**
 * Written by `tests/training/candidates.ts`: do not edit. Learned from questions of our own about public
 * documentation; no text of it is kept.
 */
import type { CandidateFeatureName } from "./candidate-features.ts";

export const ENCODED_CANDIDATE_WEIGHTS: Record<CandidateFeatureName, number> = {
  titleMatch: 0.39,
  titlePrecision: 0.175,
  titleUnasked: -0.075,
  headingMatch: 0.423,
  headingPrecision: 0.117,
  headingUnasked: -0.131,
  pathCoverage: 0.042,
  lead: 0.13,
  leadPreferred: 0.077,
  beginningPreferred: 0.147,
  news: -0.134,
  legacy: -0.105,
  contribution: -0.09,
  help: 0.081,
  tutorial: 0.129,
  guide: 0.171,
  introduction: 0.136,
  sectionDepth: -0.148,
  pageBest: 0.057,
  similarity: 1.612,
};
