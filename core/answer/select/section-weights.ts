/**
 * Written by `tests/training/answer-sections.ts --words`: do not edit. Learned from questions of our own about our own
 * and public documentation; no text of them is kept.
 */
import type { SectionFeatureName } from "./answer-sections.ts";

export const SECTION_WEIGHTS: Record<SectionFeatureName, number> = {
  passageScore: 2.09,
  passageFirst: 0,
  passageMargin: 1.96,
  sentence: 1.67,
  coverage: 2.75,
  ownCoverage: 0.62,
  pairs: 0.46,
  subject: 0.11,
  headingCoverage: 1.52,
  headingPrecision: 0.69,
  headingAsked: 0.68,
  subjectInHeading: -0.19,
  titleCoverage: 0.71,
  optionAsked: 0.38,
  sameType: 1,
  otherType: -0.34,
  instructs: 0.8,
  instructsTitle: 0.75,
  isPreliminary: -0.94,
  hasSteps: 0.52,
  hasEnumeration: 0.97,
  hasEvidence: 0.68,
  definesOnTop: 0.54,
  defines: 1.09,
  pastNews: -1.41,
  isBrief: -0.88,
  length: 0.2,
  similarity: 0,
  sentenceSimilarity: 0,
  pathSimilarity: 0,
};
