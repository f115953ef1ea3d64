/**
 * Written by `tests/training/small-sites.ts`: do not edit. Learned from questions of our own about small sites of
 * our own; no text of them is kept.
 */
import type { SmallSiteFeature } from "./section-features.ts";
import type { SmallSiteSignal } from "./small-site-signals.ts";

export interface SmallSiteWeights {
  features: Record<SmallSiteFeature, number>;
  signals: Record<SmallSiteSignal, number>;
  bias: number;
}

/** Where questions are compared by words alone. */
export const WEIGHTS_BY_WORDS: SmallSiteWeights = {
  features: {
    vectorWhole: 2,
    vectorHeading: 1,
    vectorBody: 0,
    vectorSentence: 1,
    vectorAbove: 0,
    wordsHeading: -0.23,
    wordsBody: -0.22,
    wordsSentence: -0.45,
    wordsAbove: -0.01,
    heldHeading: 2.06,
    heldBody: 1.45,
    heldSentence: 1.43,
    heldAbove: 1.36,
    held: 3.49,
    topicHeading: -0.28,
    topicBody: 0.82,
    topicSentence: 0.01,
    rareHeld: 0.7,
    headingAsked: 2.07,
    headingForeign: -0.62,
    sameQuestion: -0.05,
    formHeld: 2.11,
    formMissing: -1.51,
    formInHeld: 0.61,
    rank: 0.5,
    found: 1.13,
    isLead: -0.58,
    isBrief: -0.19,
    length: 0.31,
  },
  signals: {
    share: 1.88,
    twoShare: 0.85,
    score: 0.98,
    held: 1.04,
    topic: 0.58,
    topicHeading: -0.2,
    sentence: 0.48,
    words: -0.44,
    unmet: -0.98,
    unmetShare: -0.57,
    unmetHere: -1.08,
    unknownWord: -0.11,
    vectorWhole: 0,
    vectorSentence: 0,
    vectorHeading: 0,
    formHeld: 0.83,
    formMissing: 0.28,
    headingAsked: 0.78,
    sameQuestion: 0.25,
    askedThings: -0.82,
    isBrief: 0,
  },
  bias: -2.97,
};
