/**
 * Written by `tests/training/answer-confidence.ts`: do not edit. Learned from SQuAD 2.0 (CC BY-SA 4.0), claims
 * of SciFact (CC BY 4.0) and questions of our own about public documentation; no text of them is kept.
 */
import type { ConfidenceSignal } from "./confidence.ts";

export const CONFIDENCE_BIAS = -3.16;

export const CONFIDENCE_WEIGHTS: Record<ConfidenceSignal, number> = {
  passageCoverage: 2.42,
  sentenceCoverage: 2.43,
  chosenCoverage: 0,
  jointCoverage: 0,
  passageFrequency: 0.39,
  unknown: -0.91,
  unknownSubject: -1.88,
  subjectChosen: 0.29,
  subjectInHeading: 0,
  largestGap: -0.77,
  pairs: 0.18,
  certainty: 0.97,
  chosenScore: 0.21,
  sideMissing: -1.82,
};
