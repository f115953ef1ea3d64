/**
 * Written by `tests/training/answer-confidence.ts`: do not edit. Learned from SQuAD 2.0 (CC BY-SA 4.0), claims
 * of SciFact (CC BY 4.0) and questions of our own about documentation; no text of them is kept.
 */
import type { ConfidenceSignal, DocumentationSignal } from "./confidence.ts";

export const CONFIDENCE_BIAS = -3.92;

export const CONFIDENCE_WEIGHTS: Record<ConfidenceSignal, number> = {
  passageCoverage: 2.74,
  sentenceCoverage: 2.96,
  chosenCoverage: 0.49,
  jointCoverage: 0.16,
  passageFrequency: 0.9,
  unknown: -0.63,
  unknownSubject: -1.44,
  subjectChosen: 0.51,
  subjectInHeading: 0.47,
  subjectInPassing: -0.6,
  largestGap: -0.96,
  pairs: 0.87,
  certainty: 0.99,
  chosenScore: 0.51,
  sideMissing: -1.89,
};

export const DOCUMENTATION_BIAS = -2.83;

export const DOCUMENTATION_WEIGHTS: Record<DocumentationSignal, number> = {
  passageCoverage: 1.89,
  sentenceCoverage: 0.72,
  chosenCoverage: 0,
  jointCoverage: -1.1,
  passageFrequency: -0.38,
  unknown: -0.64,
  unknownSubject: -2.59,
  subjectChosen: 0,
  subjectInHeading: 0,
  subjectInPassing: -0.6,
  largestGap: -0.53,
  pairs: 0,
  certainty: 0,
  chosenScore: 0,
  sideMissing: -0.8,
  sectionShare: 0.55,
  sectionScore: 1.85,
  pageShare: 0.32,
  sectionCoverage: 0.48,
  sectionSubject: 0,
  sectionHeading: 0,
  sectionPrecision: 0,
  sectionSubjectInHeading: 0,
  sectionSameType: 0,
  sectionEvidence: 0.22,
  sectionFirst: 0.25,
};
