/**
 * Written by `tests/training/small-site-lines.ts`: do not edit. Learned from questions of our own about small sites
 * of our own; no text of them is kept.
 */
import type { LineFeature } from "./line-features.ts";

/** Where questions are compared by words alone. */
export const LINE_WEIGHTS_BY_WORDS: Record<LineFeature, number> = {
  vector: 0,
  vectorBlock: 0,
  held: 1.6,
  words: 0.53,
  topic: 0.07,
  rare: 1.45,
  heldBlock: 0.21,
  topicBlock: 0.81,
  rareBlock: 0.14,
  topicAbove: -0.04,
  topicBefore: -0.29,
  form: 0.96,
  formMissing: -0.54,
  formInTopic: 0.91,
  formBlock: 0.26,
  decides: 0.32,
  isRow: 0.3,
  asks: -0.33,
  announces: -0.51,
  isLabel: -1.74,
  isFirst: 0.56,
  place: -0.01,
  length: 0.57,
  isBrief: -0.12,
};

/** Where there is an encoder of the language. */
export const LINE_WEIGHTS_WITH_VECTORS: Record<LineFeature, number> = {
  vector: 3.11,
  vectorBlock: 2.13,
  held: 1.35,
  words: 0.13,
  topic: -0.2,
  rare: 1.07,
  heldBlock: 0.2,
  topicBlock: 0.74,
  rareBlock: 0.11,
  topicAbove: -0.07,
  topicBefore: -0.43,
  form: 1.09,
  formMissing: -0.71,
  formInTopic: 0.97,
  formBlock: 0.35,
  decides: 0.35,
  isRow: 0.42,
  asks: -0.39,
  announces: -0.5,
  isLabel: -1.81,
  isFirst: 0.56,
  place: -0.28,
  length: 0.66,
  isBrief: -0.13,
};
