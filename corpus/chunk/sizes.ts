/** A chunk longer than this is about more than one thing, and fills a prompt with what was not asked for. */
export const MAX_CHUNK_WORDS = 300;

/** Neighbouring sections are merged until a chunk has this many words: below it, passages lack context. */
export const MIN_CHUNK_WORDS = 100;

/**
 * A section of this length answers by itself. Merging it would take away its own heading and anchor, which
 * are what people search for and what a citation should open.
 */
export const STANDALONE_WORDS = 80;

/** The last section of its parent ("See also", "Next steps") joins the chunk before it when it is this short. */
export const TAIL_WORDS = 40;
