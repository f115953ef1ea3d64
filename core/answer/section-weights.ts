/**
 * Written by `tests/training/answer-sections.ts`: do not edit. Learned from questions of our own about our own
 * and public documentation; no text of them is kept.
 */
import type { SectionFeatureName } from "./answer-sections.ts";

export const SECTION_WEIGHTS: Record<SectionFeatureName, number> = {
  passageScore: 2.12,
  passageFirst: -0.04,
  passageMargin: 2.03,
  sentence: 2,
  coverage: 2.84,
  ownCoverage: 0.79,
  pairs: 0.33,
  subject: -0.08,
  headingCoverage: 1.76,
  headingPrecision: 0.97,
  headingAsked: 0.78,
  subjectInHeading: -0.12,
  titleCoverage: 0.9,
  sameType: 0.95,
  otherType: -0.43,
  instructs: 0.76,
  isPreliminary: -1.01,
  hasSteps: 0.32,
  hasEnumeration: 0.93,
  hasEvidence: 0.89,
  definesOnTop: 0.27,
  pastNews: -1.27,
  isBrief: -0.87,
  length: -0.08,
};
