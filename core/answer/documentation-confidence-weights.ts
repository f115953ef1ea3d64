/**
 * Written by `tests/training/documentation-confidence.ts`: do not edit. Learned from questions of our own about
 * our own and public documentation; no text of them is kept.
 */
import type { DocumentationSignal } from "./confidence.ts";

export const DOCUMENTATION_BIAS = -3.94;

export const DOCUMENTATION_WEIGHTS: Record<DocumentationSignal, number> = {
  passageCoverage: 1.76,
  sentenceCoverage: 0.68,
  chosenCoverage: 0,
  jointCoverage: -1.02,
  passageFrequency: -0.32,
  unknown: -0.58,
  unknownSubject: -1.56,
  subjectChosen: 0,
  subjectInHeading: 0,
  subjectInPassing: -0.29,
  largestGap: -0.74,
  pairs: 0,
  certainty: 0.61,
  chosenScore: 0.04,
  sideMissing: -1.33,
  sectionShare: 1.18,
  sectionScore: 1.93,
  pageShare: 1.08,
  sectionCoverage: 0.53,
  sectionSubject: 0,
  sectionHeading: 0.04,
  sectionPrecision: 0.09,
  sectionSubjectInHeading: 0,
  sectionSameType: 0,
  sectionEvidence: 0.06,
  sectionFirst: 0.15,
};
