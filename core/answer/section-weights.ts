/**
 * Written by `tests/training/answer-sections.ts`: do not edit. Learned from questions of our own about our own
 * and public documentation, and from headings of the latter; no text of them is kept.
 */
import type { SectionFeatureName } from "./answer-sections.ts";

export const SECTION_WEIGHTS: Record<SectionFeatureName, number> = {
  passageScore: 1.95,
  passageFirst: 0.12,
  passageMargin: 1.94,
  sentence: 1.12,
  coverage: 2.73,
  ownCoverage: 0.02,
  pairs: 0.44,
  subject: 0.52,
  headingCoverage: 2.1,
  headingPrecision: 1.19,
  headingAsked: 1.38,
  subjectInHeading: -0.41,
  titleCoverage: 0.71,
  sameType: 0.87,
  otherType: -0.21,
  instructs: 0.57,
  isPreliminary: -1.16,
  hasSteps: 0.68,
  hasEnumeration: 0.99,
  hasEvidence: 0.77,
  definesOnTop: 0.22,
  pastNews: -1.43,
  isBrief: -0.96,
  length: -0.01,
};
