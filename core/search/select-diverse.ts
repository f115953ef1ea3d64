import type { RankedChunk } from "./retriever.ts";

export interface DiversityOptions {
  limit: number;
  /** Chunks of one document that may be selected. */
  perDocument: number;
  /** Which document a chunk belongs to. */
  documentOf: (ordinal: number) => string;
}

/**
 * The best chunks in their order, at most `perDocument` of each document, so that one long page does not
 * crowd out the others. Where that leaves places free, the best of the passed-over fill them.
 */
export function selectDiverse(ranked: readonly RankedChunk[], options: DiversityOptions): RankedChunk[] {
  const taken = new Map<string, number>();
  const selected: RankedChunk[] = [];
  const passedOver: RankedChunk[] = [];
  for (const chunk of ranked) {
    const document = options.documentOf(chunk.ordinal);
    const count = taken.get(document) ?? 0;
    if (count >= options.perDocument) {
      passedOver.push(chunk);
      continue;
    }
    taken.set(document, count + 1);
    selected.push(chunk);
    if (selected.length === options.limit) return selected;
  }
  const filled = [...selected, ...passedOver.slice(0, options.limit - selected.length)];
  return filled.sort((a, b) => b.score - a.score);
}
