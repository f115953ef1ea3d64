/**
 * Written by `tests/training/answer-sections.ts`: do not edit. Learned from questions of our own about our own
 * and public documentation; no text of them is kept.
 */
import type { SectionFeatureName } from "./answer-sections.ts";

export const SECTION_WEIGHTS: Record<SectionFeatureName, number> = {
  passageScore: 2.11,
  passageFirst: 0.03,
  passageMargin: 1.96,
  sentence: 1.69,
  coverage: 2.76,
  ownCoverage: 0.64,
  pairs: 0.43,
  subject: 0.08,
  headingCoverage: 1.53,
  headingPrecision: 0.66,
  headingAsked: 0.68,
  subjectInHeading: -0.19,
  titleCoverage: 0.69,
  optionAsked: 0.38,
  sameType: 1,
  otherType: -0.4,
  instructs: 0.77,
  instructsTitle: 0.76,
  isPreliminary: -0.94,
  hasSteps: 0.6,
  hasEnumeration: 0.98,
  hasEvidence: 0.7,
  definesOnTop: 0.53,
  defines: 1.09,
  pastNews: -1.4,
  isBrief: -0.88,
  length: 0.16,
};
