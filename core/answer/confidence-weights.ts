/**
 * Written by `tests/training/answer-confidence.ts`: do not edit. Learned from SQuAD 2.0 (CC BY-SA 4.0), claims
 * of SciFact (CC BY 4.0) and questions of our own about public documentation; no text of them is kept.
 */
import type { ConfidenceSignal } from "./confidence.ts";

export const CONFIDENCE_BIAS = -3.33;

export const CONFIDENCE_WEIGHTS: Record<ConfidenceSignal, number> = {
  passageCoverage: 2.41,
  sentenceCoverage: 2.4,
  chosenCoverage: 0,
  jointCoverage: 0,
  passageFrequency: 0.43,
  unknown: -0.86,
  unknownSubject: -1.86,
  subjectChosen: 0.29,
  subjectInHeading: 0,
  subjectInPassing: -0.6,
  largestGap: -0.79,
  pairs: 0.11,
  certainty: 1.07,
  chosenScore: 0.2,
  sideMissing: -1.84,
};
