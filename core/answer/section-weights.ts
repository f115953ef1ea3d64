/**
 * Written by `tests/training/answer-sections.ts`: do not edit. Learned from questions of our own about our own
 * and public documentation; no text of them is kept.
 */
import type { SectionFeatureName } from "./answer-sections.ts";

export const SECTION_WEIGHTS: Record<SectionFeatureName, number> = {
  passageScore: 2.14,
  passageFirst: -0.05,
  passageMargin: 2.01,
  sentence: 1.99,
  coverage: 2.89,
  ownCoverage: 0.83,
  pairs: 0.29,
  subject: 0,
  headingCoverage: 1.69,
  headingPrecision: 1.04,
  headingAsked: 0.75,
  subjectInHeading: -0.15,
  titleCoverage: 1.01,
  sameType: 0.98,
  otherType: -0.42,
  instructs: 0.75,
  isPreliminary: -1,
  hasSteps: 0.35,
  hasEnumeration: 0.94,
  hasEvidence: 0.8,
  definesOnTop: 0.27,
  pastNews: -1.28,
  isBrief: -0.84,
  length: -0.14,
};
