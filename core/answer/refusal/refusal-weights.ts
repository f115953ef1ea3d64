/**
 * Learned by `node tests/training/refusals.ts --write`; not written by hand.
 * From made-up refusals and answers in seven languages (tests/retrieval/refusals).
 */
export const REFUSAL_WEIGHTS = {
  /** In the order of {@link import("./refusal-features.ts").REFUSAL_FEATURES}. */
  weights: [
    /* denies */ 1.78, /* isAlone */ 0.54, /* sourceSaysNot */ 0.5, /* sourceNegated */ -0.17,
    /* writingSaysNot */ 0.42, /* pronounSaysNot */ 0.22, /* selfKnowsNot */ 0.58,
    /* selfHasNotInformation */ 0.28, /* selfNegated */ 1.1, /* informationNegated */ -0.39,
    /* sayNegated */ 0.54, /* knowNegated */ 0.19, /* isShort */ 0.9, /* deniesTwice */ 0.26,
    /* speaksOfSource */ 1.71, /* speaksOfSelf */ 1.85, /* isCourteous */ 0.27, /* newWords */ -1.39,
    /* newWordsOfDenial */ -0.69, /* newFigures */ -1.19, /* quotes */ -1.42, /* givesReason */ -0.31,
    /* otherStatements */ -1.82, /* onlySpeaksOfPages */ -1.03, /* endsNegated */ 0.4,
  ],
  bias: -1.14,
  /** Log-odds from which a text is a refusal. */
  threshold: -0.9,
  /** The same of one that speaks of nothing but the pages and the assistant, or cites only what they are about. */
  lenientThreshold: -1.8,
} as const;
