/**
 * Written by `tests/training/answer-sections.ts`: do not edit. Learned from questions of our own about our own
 * and public documentation, and from headings of the latter; no text of them is kept.
 */
import type { SectionFeatureName } from "./answer-sections.ts";

export const SECTION_WEIGHTS: Record<SectionFeatureName, number> = {
  passageScore: 1.89,
  passageFirst: 0.11,
  passageMargin: 1.93,
  sentence: 1.1,
  coverage: 2.74,
  ownCoverage: 0.06,
  pairs: 0.43,
  subject: 0.54,
  headingCoverage: 2.08,
  headingPrecision: 1.22,
  headingAsked: 1.37,
  subjectInHeading: -0.39,
  titleCoverage: 0.71,
  sameType: 0.91,
  otherType: -0.26,
  instructs: 0.57,
  isPreliminary: -1.18,
  hasSteps: 0.67,
  hasEnumeration: 0.9,
  hasEvidence: 0.77,
  definesOnTop: 0.22,
  pastNews: -1.43,
  isBrief: -1.01,
  length: -0.04,
};
