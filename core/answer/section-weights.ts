/**
 * Written by `tests/training/answer-sections.ts`: do not edit. Learned from questions of our own about our own
 * and public documentation, and from headings of the latter; no text of them is kept.
 */
import type { SectionFeatureName } from "./answer-sections.ts";

export const SECTION_WEIGHTS: Record<SectionFeatureName, number> = {
  passageScore: 2.06,
  passageFirst: -0.09,
  passageMargin: 1.93,
  sentence: 1.27,
  coverage: 2.64,
  ownCoverage: -0.01,
  pairs: 0.44,
  subject: 0.4,
  headingCoverage: 2.1,
  headingPrecision: 1.29,
  headingAsked: 1.38,
  subjectInHeading: -0.4,
  titleCoverage: 0.79,
  sameType: 0.99,
  otherType: -0.37,
  hasSteps: 0.68,
  hasEnumeration: 0.78,
  hasEvidence: 0.74,
  definesOnTop: 0.23,
  pastNews: -1.48,
  isBrief: -0.93,
  length: -0.25,
};
