/**
 * Written by `tests/training/documentation-confidence.ts`: do not edit. Learned from questions of our own about
 * our own and public documentation; no text of them is kept.
 */
import type { DocumentationSignal } from "./confidence.ts";

export const DOCUMENTATION_BIAS = -4.16;

export const DOCUMENTATION_WEIGHTS: Record<DocumentationSignal, number> = {
  passageCoverage: 1.77,
  sentenceCoverage: 0.8,
  chosenCoverage: 0,
  jointCoverage: -0.92,
  passageFrequency: -0.34,
  unknown: -0.84,
  unknownSubject: -1.84,
  subjectChosen: 0,
  subjectInHeading: 0,
  subjectInPassing: -0.3,
  largestGap: -0.66,
  pairs: 0,
  certainty: 0.73,
  chosenScore: 0.07,
  sideMissing: -1.49,
  sectionShare: 1.04,
  sectionScore: 1.9,
  pageShare: 1.09,
  sectionCoverage: 0.53,
  sectionSubject: 0,
  sectionHeading: 0.06,
  sectionPrecision: 0.1,
  sectionSubjectInHeading: 0,
  sectionSameType: 0,
  sectionEvidence: 0,
  sectionFirst: 0.55,
  evidenceMissing: -1.49,
};
