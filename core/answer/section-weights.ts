/**
 * Written by `tests/training/answer-sections.ts`: do not edit. Learned from questions of our own about our own
 * and public documentation; no text of them is kept.
 */
import type { SectionFeatureName } from "./answer-sections.ts";

export const SECTION_WEIGHTS: Record<SectionFeatureName, number> = {
  passageScore: 2.2,
  passageFirst: -0.02,
  passageMargin: 2.03,
  sentence: 1.99,
  coverage: 2.85,
  ownCoverage: 0.79,
  pairs: 0.34,
  subject: -0.02,
  headingCoverage: 1.76,
  headingPrecision: 0.94,
  headingAsked: 0.76,
  subjectInHeading: -0.15,
  titleCoverage: 0.89,
  sameType: 0.91,
  otherType: -0.38,
  instructs: 0.78,
  isPreliminary: -1.01,
  hasSteps: 0.27,
  hasEnumeration: 0.93,
  hasEvidence: 0.89,
  definesOnTop: 0.27,
  pastNews: -1.27,
  isBrief: -0.85,
  length: -0.06,
};
