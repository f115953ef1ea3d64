/**
 * Written by `tests/training/documentation-confidence.ts`: do not edit. Learned from questions of our own about
 * our own and public documentation; no text of them is kept.
 */
import type { DocumentationSignal } from "./confidence.ts";

export const DOCUMENTATION_BIAS = -3.95;

export const DOCUMENTATION_WEIGHTS: Record<DocumentationSignal, number> = {
  passageCoverage: 1.8,
  sentenceCoverage: 0.72,
  chosenCoverage: 0,
  jointCoverage: -0.96,
  passageFrequency: -0.29,
  unknown: -0.87,
  unknownSubject: -1.84,
  subjectChosen: 0,
  subjectInHeading: 0,
  subjectInPassing: -0.32,
  largestGap: -0.76,
  pairs: 0,
  certainty: 0.76,
  chosenScore: 0.06,
  sideMissing: -1.27,
  sectionShare: 1.15,
  sectionScore: 1.92,
  pageShare: 1.03,
  sectionCoverage: 0.58,
  sectionSubject: 0,
  sectionHeading: 0.02,
  sectionPrecision: 0.03,
  sectionSubjectInHeading: 0,
  sectionSameType: 0,
  sectionEvidence: 0,
  sectionFirst: 0.23,
};
