/**
 * Written by `tests/training/documentation-confidence.ts`: do not edit. Learned from questions of our own about
 * our own and public documentation; no text of them is kept.
 */
import type { DocumentationSignal } from "./confidence.ts";

export const DOCUMENTATION_BIAS = -4.23;

export const DOCUMENTATION_WEIGHTS: Record<DocumentationSignal, number> = {
  passageCoverage: 1.82,
  sentenceCoverage: 0.77,
  chosenCoverage: 0,
  jointCoverage: -0.91,
  passageFrequency: -0.31,
  unknown: -0.89,
  unknownSubject: -1.81,
  subjectChosen: 0,
  subjectInHeading: 0,
  subjectInPassing: -0.26,
  largestGap: -0.68,
  pairs: 0.01,
  certainty: 0.74,
  chosenScore: 0.06,
  sideMissing: -1.48,
  sectionShare: 1.08,
  sectionScore: 1.89,
  pageShare: 1.1,
  sectionCoverage: 0.57,
  sectionSubject: 0,
  sectionHeading: 0.08,
  sectionPrecision: 0.1,
  sectionSubjectInHeading: 0,
  sectionSameType: 0,
  sectionEvidence: 0,
  sectionFirst: 0.5,
  evidenceMissing: -1.48,
};
