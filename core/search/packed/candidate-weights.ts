/**
 * Written by `tests/training/candidates.ts`: do not edit. Learned from questions of our own about public
 * documentation; no text of it is kept.
 */
import type { CandidateFeatureName } from "./candidate-features.ts";

export const CANDIDATE_WEIGHTS: Record<CandidateFeatureName, number> = {
  titleMatch: 0.244,
  titlePrecision: 0.127,
  titleUnasked: -0.086,
  headingMatch: 0.277,
  headingPrecision: 0.1,
  headingUnasked: -0.121,
  pathCoverage: 0.088,
  lead: 0.121,
  leadPreferred: 0.056,
  beginningPreferred: 0.08,
  news: -0.119,
  legacy: -0.083,
  contribution: -0.079,
  help: 0.058,
  tutorial: 0.103,
  guide: 0.133,
  introduction: 0.044,
  sectionDepth: -0.122,
  pageBest: 0.041,
};
