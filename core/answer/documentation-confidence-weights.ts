/**
 * Written by `tests/training/documentation-confidence.ts`: do not edit. Learned from questions of our own about
 * our own and public documentation; no text of them is kept.
 */
import type { DocumentationSignal } from "./confidence.ts";

export const DOCUMENTATION_BIAS = -3.92;

export const DOCUMENTATION_WEIGHTS: Record<DocumentationSignal, number> = {
  passageCoverage: 1.74,
  sentenceCoverage: 0.73,
  chosenCoverage: 0,
  jointCoverage: -0.97,
  passageFrequency: -0.34,
  unknown: -0.78,
  unknownSubject: -1.7,
  subjectChosen: 0,
  subjectInHeading: 0,
  subjectInPassing: -0.34,
  largestGap: -0.75,
  pairs: 0,
  certainty: 0.69,
  chosenScore: 0,
  sideMissing: -1.23,
  sectionShare: 1.14,
  sectionScore: 1.87,
  pageShare: 0.99,
  sectionCoverage: 0.51,
  sectionSubject: 0,
  sectionHeading: 0,
  sectionPrecision: 0,
  sectionSubjectInHeading: 0,
  sectionSameType: 0,
  sectionEvidence: 0.05,
  sectionFirst: 0.26,
};
