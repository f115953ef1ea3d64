/**
 * Learned by `node tests/training/refusals.ts --write`; not written by hand.
 * From made-up refusals and answers in seven languages (tests/retrieval/refusals).
 */
export const REFUSAL_WEIGHTS = {
  /** In the order of {@link import("./refusal-features.ts").REFUSAL_FEATURES}. */
  weights: [
    /* denies */ 2.21, /* isAlone */ 0.47, /* sourceSaysNot */ 0.58, /* sourceNegated */ -0.14,
    /* writingSaysNot */ 0.62, /* pronounSaysNot */ 0.21, /* selfKnowsNot */ 0.59,
    /* selfHasNotInformation */ 0.18, /* selfNegated */ 0.89, /* informationNegated */ -0.32,
    /* sayNegated */ 0.52, /* knowNegated */ 0.46, /* isShort */ 1.16, /* deniesTwice */ -0.2,
    /* speaksOfSource */ 1.4, /* speaksOfSelf */ 1.62, /* isCourteous */ 0.47, /* newWords */ -1.37,
    /* newWordsOfDenial */ -0.94, /* newFigures */ -0.95, /* quotes */ -1.17, /* givesReason */ -0.33,
    /* otherStatements */ -2.08, /* onlySpeaksOfPages */ -1.02, /* endsNegated */ 0.41,
  ],
  bias: -1.08,
  /** Log-odds from which a text is a refusal. */
  threshold: -1,
  /** The same of one that speaks of nothing but the pages and the assistant, or cites only what they are about. */
  lenientThreshold: -1.8,
} as const;
