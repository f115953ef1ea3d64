/**
 * Written by `tests/training/answer-confidence.ts`: do not edit. Learned from SQuAD 2.0 (CC BY-SA 4.0), claims
 * of SciFact (CC BY 4.0) and questions of our own about documentation; no text of them is kept.
 */
import type { ConfidenceSignal, DocumentationSignal } from "./confidence.ts";

export const CONFIDENCE_BIAS = -4.07;

export const CONFIDENCE_WEIGHTS: Record<ConfidenceSignal, number> = {
  passageCoverage: 2.55,
  sentenceCoverage: 2.81,
  chosenCoverage: 0.39,
  jointCoverage: 0,
  passageFrequency: 0.76,
  unknown: -0.53,
  unknownSubject: -1.43,
  subjectChosen: 0.52,
  subjectInHeading: 0.47,
  subjectInPassing: -0.6,
  largestGap: -0.94,
  pairs: 0.75,
  certainty: 0.95,
  chosenScore: 0.44,
  sideMissing: -1.9,
  strength: 1.86,
};

export const DOCUMENTATION_BIAS = -2.58;

export const DOCUMENTATION_WEIGHTS: Record<DocumentationSignal, number> = {
  passageCoverage: 1.59,
  sentenceCoverage: 0.53,
  chosenCoverage: 0,
  jointCoverage: -1.34,
  passageFrequency: -0.61,
  unknown: -0.34,
  unknownSubject: -2.69,
  subjectChosen: 0,
  subjectInHeading: 0,
  subjectInPassing: -0.6,
  largestGap: -0.57,
  pairs: 0,
  certainty: 0,
  chosenScore: 0,
  sideMissing: -0.79,
  strength: 1.66,
  sectionShare: 0.53,
  sectionScore: 1.56,
  pageShare: 0.17,
  sectionCoverage: 0.24,
  sectionSubject: 0,
  sectionHeading: 0,
  sectionPrecision: 0,
  sectionSubjectInHeading: 0,
  sectionSameType: 0.12,
  sectionEvidence: 0.18,
  sectionFirst: 0.24,
};
