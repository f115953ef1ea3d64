/**
 * Written by `tests/training/answer-confidence.ts`: do not edit. Learned from SQuAD 2.0 (CC BY-SA 4.0) and claims
 * of SciFact (CC BY 4.0); no text of them is kept.
 */
import type { ConfidenceSignal } from "./confidence.ts";

export const CONFIDENCE_BIAS = -3.7;

export const CONFIDENCE_WEIGHTS: Record<ConfidenceSignal, number> = {
  passageCoverage: 2.72,
  sentenceCoverage: 2.91,
  chosenCoverage: 0.45,
  jointCoverage: 0.08,
  passageFrequency: 0.85,
  unknown: -0.57,
  unknownSubject: -1.36,
  subjectChosen: 0.51,
  subjectInHeading: 0.36,
  subjectInPassing: -0.6,
  largestGap: -0.89,
  pairs: 0.74,
  certainty: 1.03,
  chosenScore: 0.48,
  sideMissing: -1.8,
};
