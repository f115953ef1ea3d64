/** Positions for what an answer quotes: one for each heading, so that every `[n]` opens where its words stand. */
import type { Passage } from "../answer/generation-provider.ts";
import { placeOfQuote, sourceOf, type Quote } from "./quote.ts";

/** Of a part of a passage, from one block to before another, what its source shows; undefined where nothing fits. */
export type ExcerptOf = (
  passage: Passage,
  part: { from: number; to: number },
) => { quote: Quote; excerpt: string } | undefined;

export interface NumberedQuotes {
  /** In the order of the passages; one of which several sections are quoted is there for each of them. */
  passages: Passage[];
  positionOf: (quote: Quote) => number;
}

/**
 * Numbers passages anew. One that is quoted opens at what is quoted of it first, one that is not at what fits best. There
 * are no more than before, unless as many are quoted: those that are not make room.
 */
export function numberQuotes(
  passages: readonly Passage[],
  quotes: readonly Quote[],
  excerptOf: ExcerptOf = () => undefined,
): NumberedQuotes {
  const firstOf = new Map<string, Quote>();
  for (const quote of quotes) {
    const key = keyOf(quote);
    const first = firstOf.get(key);
    // A source opens at words that are found on its page, where some are quoted.
    if (first === undefined || (isUnshown(first) && !isUnshown(quote))) firstOf.set(key, quote);
  }
  const quoted = new Set(quotes.map(({ passage }) => passage));
  let spare = Math.max(0, passages.length - firstOf.size);
  const positions = new Map<string, number>();
  const numbered: Passage[] = [];
  for (const passage of passages) {
    if (!quoted.has(passage)) {
      if (spare === 0) continue;
      spare--;
      const position = numbered.length + 1;
      const best = excerptOf(passage, { from: 0, to: passage.chunk.blocks.length });
      const source =
        best === undefined
          ? { ...passage.source, position }
          : { ...sourceOf(best.quote, position), excerpt: best.excerpt };
      numbered.push({ ...passage, source });
      continue;
    }
    for (const [key, quote] of firstOf) {
      if (quote.passage !== passage) continue;
      const position = numbered.length + 1;
      positions.set(key, position);
      const source = sourceOf(quote, position);
      const best = excerptOf(passage, placeOfQuote(quote));
      numbered.push({
        ...passage,
        source: best === undefined ? source : { ...source, excerpt: best.excerpt },
      });
    }
  }
  return { passages: numbered, positionOf: (quote) => positions.get(keyOf(quote)) ?? 0 };
}

function isUnshown({ passage, blockIndex }: Quote): boolean {
  return passage.chunk.blocks[blockIndex]?.isUnshown === true;
}

function keyOf(quote: Quote): string {
  return `${quote.passage.source.position}/${placeOfQuote(quote).from}`;
}
