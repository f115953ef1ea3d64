/**
 * Written by `tests/training/answer-confidence.ts`: do not edit. Learned from SQuAD 2.0 (CC BY-SA 4.0) and claims
 * of SciFact (CC BY 4.0); no text of them is kept.
 */
import type { ConfidenceSignal } from "./confidence.ts";

export const CONFIDENCE_BIAS = -3.66;

export const CONFIDENCE_WEIGHTS: Record<ConfidenceSignal, number> = {
  passageCoverage: 2.67,
  sentenceCoverage: 2.94,
  chosenCoverage: 0.47,
  jointCoverage: 0.1,
  passageFrequency: 0.86,
  unknown: -0.55,
  unknownSubject: -1.43,
  subjectChosen: 0.37,
  subjectInHeading: 0.46,
  subjectInPassing: -0.6,
  largestGap: -0.88,
  pairs: 0.8,
  certainty: 1.01,
  chosenScore: 0.52,
  sideMissing: -1.91,
};
