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
    wordsHeading: -0.12,
    wordsBody: -0.11,
    wordsSentence: -0.63,
    wordsAbove: -0.19,
    heldHeading: 1.99,
    heldBody: 1.62,
    heldSentence: 1.28,
    heldAbove: 0.78,
    held: 3.56,
    topicHeading: -0.35,
    topicBody: 0.89,
    topicSentence: -0.25,
    topicAbove: 0.81,
    topicPlace: 0.66,
    rareHeld: 1.15,
    headingAsked: 1.74,
    headingForeign: -0.68,
    sameQuestion: -0.03,
    formHeld: 1.62,
    formMissing: -1,
    formInHeld: 0.38,
    contactBlock: 0.61,
    hoursBlock: 0.25,
    rank: 0.3,
    found: 1.2,
    isLead: -0.65,
    isBrief: -0.25,
    length: 0.76,
  },
  signals: {
    share: 1.13,
    twoShare: 1.08,
    score: 1.24,
    held: 0.82,
    topic: 0.55,
    topicHeading: 0.2,
    sentence: 1.07,
    words: -0.42,
    unmet: -1.65,
    unmetShare: -0.63,
    unmetHere: -1.23,
    unknownWord: 0.39,
    vectorWhole: 0,
    vectorSentence: 0,
    vectorHeading: 0,
    formHeld: 0.98,
    formMissing: 0.32,
    headingAsked: 0.79,
    sameQuestion: 0.4,
    askedThings: -0.81,
    isBrief: 0,
  },
  bias: -3.02,
};
