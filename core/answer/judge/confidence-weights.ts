/**
 * Written by `tests/training/answer-confidence.ts`: do not edit. Learned from SQuAD 2.0 (CC BY-SA 4.0) and claims
 * of SciFact (CC BY 4.0); no text of them is kept.
 */
import type { ConfidenceSignal } from "./confidence.ts";

export const CONFIDENCE_BIAS = -3.72;

export const CONFIDENCE_WEIGHTS: Record<ConfidenceSignal, number> = {
  passageCoverage: 2.69,
  sentenceCoverage: 2.95,
  chosenCoverage: 0.47,
  jointCoverage: 0.11,
  passageFrequency: 0.89,
  unknown: -0.55,
  unknownSubject: -1.36,
  subjectChosen: 0.47,
  subjectInHeading: 0.51,
  subjectInPassing: -0.6,
  largestGap: -0.89,
  pairs: 0.87,
  certainty: 0.96,
  chosenScore: 0.54,
  sideMissing: -1.81,
};
