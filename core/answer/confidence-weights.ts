/**
 * Written by `tests/training/answer-confidence.ts`: do not edit. Learned from SQuAD 2.0 (CC BY-SA 4.0), claims
 * of SciFact (CC BY 4.0) and questions of our own about documentation; no text of them is kept.
 */
import type { ConfidenceSignal, DocumentationSignal } from "./confidence.ts";

export const CONFIDENCE_BIAS = -3.81;

export const CONFIDENCE_WEIGHTS: Record<ConfidenceSignal, number> = {
  passageCoverage: 2.74,
  sentenceCoverage: 2.96,
  chosenCoverage: 0.5,
  jointCoverage: 0.16,
  passageFrequency: 0.89,
  unknown: -0.62,
  unknownSubject: -1.46,
  subjectChosen: 0.48,
  subjectInHeading: 0.5,
  subjectInPassing: -0.6,
  largestGap: -0.96,
  pairs: 0.81,
  certainty: 1.03,
  chosenScore: 0.52,
  sideMissing: -1.9,
};

export const DOCUMENTATION_BIAS = -2.75;

export const DOCUMENTATION_WEIGHTS: Record<DocumentationSignal, number> = {
  passageCoverage: 2.04,
  sentenceCoverage: 0.63,
  chosenCoverage: 0,
  jointCoverage: -1.13,
  passageFrequency: -0.29,
  unknown: -0.87,
  unknownSubject: -2.59,
  subjectChosen: 0,
  subjectInHeading: 0,
  subjectInPassing: -0.6,
  largestGap: -0.56,
  pairs: 0,
  certainty: 0,
  chosenScore: 0,
  sideMissing: -0.79,
  sectionShare: 0.44,
  sectionScore: 1.76,
  pageShare: 0.38,
  sectionCoverage: 0.37,
  sectionSubject: 0,
  sectionHeading: 0,
  sectionPrecision: 0,
  sectionSubjectInHeading: 0,
  sectionSameType: 0,
  sectionEvidence: 0.05,
  sectionFirst: 0.42,
};
