/**
 * Written by `tests/training/answer-confidence.ts`: do not edit. Learned from SQuAD 2.0 (CC BY-SA 4.0), claims
 * of SciFact (CC BY 4.0) and questions of our own about documentation; no text of them is kept.
 */
import type { ConfidenceSignal, DocumentationSignal } from "./confidence.ts";

export const CONFIDENCE_BIAS = -3.92;

export const CONFIDENCE_WEIGHTS: Record<ConfidenceSignal, number> = {
  passageCoverage: 2.77,
  sentenceCoverage: 2.98,
  chosenCoverage: 0.52,
  jointCoverage: 0.19,
  passageFrequency: 0.91,
  unknown: -0.67,
  unknownSubject: -1.45,
  subjectChosen: 0.49,
  subjectInHeading: 0.49,
  subjectInPassing: -0.6,
  largestGap: -0.95,
  pairs: 0.83,
  certainty: 1,
  chosenScore: 0.52,
  sideMissing: -1.89,
};

export const DOCUMENTATION_BIAS = -3.05;

export const DOCUMENTATION_WEIGHTS: Record<DocumentationSignal, number> = {
  passageCoverage: 1.92,
  sentenceCoverage: 0.65,
  chosenCoverage: 0,
  jointCoverage: -1.24,
  passageFrequency: -0.35,
  unknown: -0.79,
  unknownSubject: -2.58,
  subjectChosen: 0,
  subjectInHeading: 0,
  subjectInPassing: -0.6,
  largestGap: -0.44,
  pairs: 0,
  certainty: 0,
  chosenScore: 0,
  sideMissing: -0.8,
  sectionShare: 0.62,
  sectionScore: 1.8,
  pageShare: 0.37,
  sectionCoverage: 0.43,
  sectionSubject: 0.19,
  sectionHeading: 0.09,
  sectionPrecision: 0.03,
  sectionSubjectInHeading: 0,
  sectionSameType: 0,
  sectionEvidence: 0.09,
  sectionFirst: 0.46,
};
