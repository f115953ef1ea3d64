/**
 * Learned by `node tests/training/refusals.ts --write`; not written by hand.
 */
export const REFUSAL_WEIGHTS = {
  /** In the order of {@link import("./refusal-features.ts").REFUSAL_FEATURES}. */
  weights: [
    /* denies */ 2.33, /* isAlone */ 0.37, /* sourceSaysNot */ 0.84, /* sourceNegated */ 0,
    /* writingSaysNot */ 0.64, /* pronounSaysNot */ 0.21, /* selfKnowsNot */ 0.62,
    /* selfHasNotInformation */ 0.16, /* selfNegated */ 0.84, /* informationNegated */ -0.17,
    /* sayNegated */ 0.57, /* knowNegated */ 0.5, /* isShort */ 1.02, /* deniesTwice */ -0.15,
    /* speaksOfSource */ 1.24, /* speaksOfSelf */ 1.58, /* isCourteous */ 0.57, /* newWords */ -1.49,
    /* newWordsOfDenial */ -0.99, /* newFigures */ -1.03, /* quotes */ -1.33, /* givesReason */ -0.42,
    /* otherStatements */ -2.13, /* onlySpeaksOfPages */ -0.43, /* endsNegated */ 0.33,
  ],
  bias: -0.7,
  /** Log-odds above which a text is a refusal. */
  threshold: -1,
  /** The same of one that cites what its denial stands beside: that alone speaks for a refusal. */
  citedThreshold: -2.2,
} as const;
