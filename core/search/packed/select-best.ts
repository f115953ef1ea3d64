import type { RankedChunk } from "../retriever.ts";

/**
 * The `limit` chunks with the highest scores, best first; equals in their order. One pass with a heap whose
 * root is the worst that is kept: sorting thousands of matches for two hundred would cost more than scoring.
 */
export function selectBest(chunks: Uint32Array, scores: Float32Array, limit: number): RankedChunk[] {
  const heap: number[] = [];
  const isWorse = (a: number, b: number): boolean => {
    const difference = (scores[a] as number) - (scores[b] as number);
    return difference < 0 || (difference === 0 && a > b);
  };
  const sink = (from: number): void => {
    let place = from;
    const chunk = heap[place] as number;
    for (;;) {
      let child = place * 2 + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isWorse(heap[child + 1] as number, heap[child] as number)) child++;
      if (!isWorse(heap[child] as number, chunk)) break;
      heap[place] = heap[child] as number;
      place = child;
    }
    heap[place] = chunk;
  };
  for (let index = 0; index < chunks.length; index++) {
    const chunk = chunks[index] as number;
    if (heap.length < limit) {
      heap.push(chunk);
      if (heap.length === limit) for (let place = limit >> 1; place >= 0; place--) sink(place);
    } else if (isWorse(heap[0] as number, chunk)) {
      heap[0] = chunk;
      sink(0);
    }
  }
  return heap
    .map((ordinal) => ({ ordinal, score: scores[ordinal] as number }))
    .sort((a, b) => b.score - a.score || a.ordinal - b.ordinal);
}
