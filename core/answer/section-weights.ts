/**
 * Written by `tests/training/answer-sections.ts`: do not edit. Learned from questions of our own about our own
 * and public documentation; no text of them is kept.
 */
import type { SectionFeatureName } from "./answer-sections.ts";

export const SECTION_WEIGHTS: Record<SectionFeatureName, number> = {
  passageScore: 2.19,
  passageFirst: -0.07,
  passageMargin: 2.03,
  sentence: 2.02,
  coverage: 2.88,
  ownCoverage: 0.83,
  pairs: 0.3,
  subject: -0.03,
  headingCoverage: 1.67,
  headingPrecision: 1.01,
  headingAsked: 0.75,
  subjectInHeading: -0.16,
  titleCoverage: 1,
  sameType: 0.97,
  otherType: -0.48,
  instructs: 0.76,
  isPreliminary: -1,
  hasSteps: 0.35,
  hasEnumeration: 0.94,
  hasEvidence: 0.84,
  definesOnTop: 0.27,
  pastNews: -1.28,
  isBrief: -0.84,
  length: -0.17,
};
