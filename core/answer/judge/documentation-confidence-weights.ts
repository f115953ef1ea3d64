/**
 * Written by `tests/training/documentation-confidence.ts`: do not edit. Learned from questions of our own about
 * our own and public documentation; no text of them is kept.
 */
import type { DocumentationSignal } from "./confidence.ts";

export const DOCUMENTATION_BIAS = -4.07;

export const DOCUMENTATION_WEIGHTS: Record<DocumentationSignal, number> = {
  passageCoverage: 1.77,
  sentenceCoverage: 0.9,
  chosenCoverage: 0,
  jointCoverage: -0.78,
  passageFrequency: -0.17,
  unknown: -0.92,
  unknownSubject: -1.81,
  subjectChosen: 0,
  subjectInHeading: 0,
  subjectInPassing: -0.23,
  largestGap: -0.61,
  pairs: 0.16,
  certainty: 0.38,
  chosenScore: 0.14,
  sideMissing: -1.57,
  sectionShare: 0.41,
  sectionScore: 1.82,
  pageShare: 0.85,
  sectionCoverage: 0.52,
  sectionSubject: 0.19,
  sectionHeading: 0.16,
  sectionPrecision: 0.29,
  sectionSubjectInHeading: 0.03,
  sectionSameType: 0,
  sectionEvidence: 0.22,
  sectionFirst: 0.53,
  evidenceMissing: -1.54,
};
