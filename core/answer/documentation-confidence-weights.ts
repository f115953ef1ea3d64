/**
 * Written by `tests/training/documentation-confidence.ts`: do not edit. Learned from questions of our own about
 * our own and public documentation; no text of them is kept.
 */
import type { DocumentationSignal } from "./confidence.ts";

export const DOCUMENTATION_BIAS = -4.04;

export const DOCUMENTATION_WEIGHTS: Record<DocumentationSignal, number> = {
  passageCoverage: 1.8,
  sentenceCoverage: 0.88,
  chosenCoverage: 0,
  jointCoverage: -0.78,
  passageFrequency: -0.16,
  unknown: -0.91,
  unknownSubject: -1.81,
  subjectChosen: 0,
  subjectInHeading: 0,
  subjectInPassing: -0.22,
  largestGap: -0.72,
  pairs: 0.14,
  certainty: 0.37,
  chosenScore: 0.12,
  sideMissing: -1.51,
  sectionShare: 0.43,
  sectionScore: 1.83,
  pageShare: 0.93,
  sectionCoverage: 0.56,
  sectionSubject: 0.09,
  sectionHeading: 0.16,
  sectionPrecision: 0.25,
  sectionSubjectInHeading: 0.12,
  sectionSameType: 0.01,
  sectionEvidence: 0.25,
  sectionFirst: 0.45,
  evidenceMissing: -1.41,
};
