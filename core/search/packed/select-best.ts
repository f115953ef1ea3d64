import type { RankedChunk } from "../retriever.ts";

/**
 * The `limit` chunks with the highest scores, best first; equals in their order. One pass with a heap whose
 * root is the worst that is kept: sorting thousands of matches for two hundred would cost more than scoring.
 */
export function selectBest(chunks: Uint32Array, scores: Float32Array, limit: number): RankedChunk[] {
  const heap = chunks.slice(0, limit);
  for (let place = heap.length >> 1; place >= 0; place--) sink(heap, scores, place);
  for (let index = heap.length; index < chunks.length; index++) {
    const chunk = chunks[index] as number;
    if (!isWorse(heap[0] as number, chunk, scores)) continue;
    heap[0] = chunk;
    sink(heap, scores, 0);
  }
  return Array.from(heap, (ordinal) => ({ ordinal, score: scores[ordinal] as number })).sort(
    (a, b) => b.score - a.score || a.ordinal - b.ordinal,
  );
}

function isWorse(a: number, b: number, scores: Float32Array): boolean {
  const difference = (scores[a] as number) - (scores[b] as number);
  return difference < 0 || (difference === 0 && a > b);
}

/** Moves the chunk at a place down to where none below it is worse. */
function sink(heap: Uint32Array, scores: Float32Array, from: number): void {
  if (from >= heap.length) return;
  let place = from;
  const chunk = heap[place] as number;
  for (;;) {
    let child = place * 2 + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isWorse(heap[child + 1] as number, heap[child] as number, scores)) child++;
    if (!isWorse(heap[child] as number, chunk, scores)) break;
    heap[place] = heap[child] as number;
    place = child;
  }
  heap[place] = chunk;
}
