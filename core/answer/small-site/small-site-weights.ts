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
    wordsHeading: -0.35,
    wordsBody: -0.28,
    wordsSentence: -0.5,
    wordsAbove: 0.02,
    heldHeading: 2.07,
    heldBody: 1.51,
    heldSentence: 1.51,
    heldAbove: 1.4,
    held: 3.56,
    topicHeading: -0.1,
    topicBody: 0.89,
    topicSentence: 0.05,
    rareHeld: 0.95,
    headingAsked: 1.99,
    headingForeign: -0.64,
    sameQuestion: -0.06,
    formHeld: 1.79,
    formMissing: -1.19,
    formInHeld: 0.64,
    rank: 0.44,
    found: 0.91,
    isLead: -0.59,
    isBrief: -0.19,
    length: 0.54,
  },
  signals: {
    share: 1.45,
    twoShare: 0.88,
    score: 1.02,
    held: 0.9,
    topic: 0.42,
    topicHeading: 0.07,
    sentence: 0.79,
    words: -0.43,
    unmet: -1.34,
    unmetShare: -0.64,
    unmetHere: -0.95,
    unknownWord: 0.27,
    vectorWhole: 0,
    vectorSentence: 0,
    vectorHeading: 0,
    formHeld: 0.86,
    formMissing: 0.57,
    headingAsked: 0.9,
    sameQuestion: 0.28,
    askedThings: -0.65,
    isBrief: 0,
  },
  bias: -2.94,
};
