/**
 * Written by `tests/training/answer-sections.ts`: do not edit. Learned from questions of our own about our own
 * and public documentation, and from headings of the latter; no text of them is kept.
 */
import type { SectionFeatureName } from "./answer-sections.ts";

export const SECTION_WEIGHTS: Record<SectionFeatureName, number> = {
  passageScore: 2.01,
  passageFirst: -0.07,
  passageMargin: 1.93,
  sentence: 1.23,
  coverage: 2.75,
  ownCoverage: 0.14,
  pairs: 0.47,
  subject: 0.42,
  headingCoverage: 2.08,
  headingPrecision: 1.19,
  headingAsked: 1.37,
  subjectInHeading: -0.48,
  titleCoverage: 0.73,
  sameType: 0.92,
  otherType: -0.33,
  hasSteps: 0.69,
  hasEnumeration: 0.78,
  hasEvidence: 0.75,
  definesOnTop: 0.23,
  pastNews: -1.49,
  isBrief: -0.97,
  length: -0.03,
};
