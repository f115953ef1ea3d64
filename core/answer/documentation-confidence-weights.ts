/**
 * Written by `tests/training/documentation-confidence.ts`: do not edit. Learned from questions of our own about
 * our own and public documentation; no text of them is kept.
 */
import type { DocumentationSignal } from "./confidence.ts";

export const DOCUMENTATION_BIAS = -3.92;

export const DOCUMENTATION_WEIGHTS: Record<DocumentationSignal, number> = {
  passageCoverage: 1.78,
  sentenceCoverage: 0.7,
  chosenCoverage: 0,
  jointCoverage: -1.02,
  passageFrequency: -0.33,
  unknown: -0.52,
  unknownSubject: -1.61,
  subjectChosen: 0,
  subjectInHeading: 0,
  subjectInPassing: -0.31,
  largestGap: -0.64,
  pairs: 0,
  certainty: 0.61,
  chosenScore: 0.05,
  sideMissing: -1.37,
  sectionShare: 1.17,
  sectionScore: 1.92,
  pageShare: 0.97,
  sectionCoverage: 0.5,
  sectionSubject: 0,
  sectionHeading: 0.09,
  sectionPrecision: 0.14,
  sectionSubjectInHeading: 0,
  sectionSameType: 0,
  sectionEvidence: 0.03,
  sectionFirst: 0.21,
};
