/** Positions for what an answer quotes: one for each heading, so that every `[n]` opens where its words stand. */
import type { Passage } from "../answer/generation-provider.ts";
import { placeOfQuote, sourceOf, type Quote } from "./quote.ts";

export interface NumberedQuotes {
  /** In the order of the passages; one of which several sections are quoted is there for each of them. */
  passages: Passage[];
  positionOf: (quote: Quote) => number;
}

/**
 * Numbers passages anew. One that is quoted shows what is quoted of it first; one that is not stays as it is. There
 * are no more than before, unless as many are quoted: those that are not make room.
 */
export function numberQuotes(passages: readonly Passage[], quotes: readonly Quote[]): NumberedQuotes {
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
      numbered.push({ ...passage, source: { ...passage.source, position: numbered.length + 1 } });
      continue;
    }
    for (const [key, quote] of firstOf) {
      if (quote.passage !== passage) continue;
      const position = numbered.length + 1;
      positions.set(key, position);
      numbered.push({ ...passage, source: sourceOf(quote, position) });
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
