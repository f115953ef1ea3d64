/**
 * Written by `tests/training/answer-sections.ts`: do not edit. Learned from questions of our own about our own
 * and public documentation; no text of them is kept.
 */
import type { SectionFeatureName } from "./answer-sections.ts";

export const ENCODED_SECTION_WEIGHTS: Record<SectionFeatureName, number> = {
  passageScore: 1.87,
  passageFirst: -0.18,
  passageMargin: 1.73,
  sentence: 1.17,
  coverage: 2.58,
  ownCoverage: 0.49,
  pairs: 0.46,
  subject: 0.08,
  headingCoverage: 1.52,
  headingPrecision: 0.51,
  headingAsked: 0.64,
  subjectInHeading: -0.08,
  titleCoverage: 0.73,
  optionAsked: 0.28,
  sameType: 0.99,
  otherType: -0.42,
  instructs: 0.74,
  instructsTitle: 0.58,
  isPreliminary: -0.97,
  hasSteps: 0.67,
  hasEnumeration: 0.9,
  hasEvidence: 0.71,
  definesOnTop: 0.56,
  defines: 1.08,
  pastNews: -1.4,
  isBrief: -0.83,
  length: 0.26,
  similarity: 2.96,
  sentenceSimilarity: 1.41,
};
