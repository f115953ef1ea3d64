/**
 * BM25F (Zaragoza, Robertson et al. 2004): the frequencies of a term in title, headings and body are
 * normalised by the length of their field and weighted before they saturate together, so that a word in the
 * title adds to one in the body instead of competing with it.
 *
 * Chosen, like all weights of ranking, on every second question of SciFact, SQuAD 2.0 and XQuAD (English and
 * Spanish), and reported on the others: `npm run bench -- quality`.
 */

/** `questions`: those that a model wrote of a chunk ahead of time; none in most corpora. */
export const FIELDS = ["title", "section", "body", "questions"] as const;
export type Field = (typeof FIELDS)[number];

export const BM25F: Record<Field, { weight: number; b: number }> = {
  title: { weight: 1.5, b: 0.5 },
  section: { weight: 1.5, b: 0.5 },
  body: { weight: 1, b: 0.75 },
  questions: { weight: 1, b: 0.5 },
};

/** How fast repetition stops to count. */
const SATURATION = 1.2;

/** Impacts are shares of the most that a term can give, in 31 steps: finer ones rank no better and cost more. */
export const IMPACT_STEPS = 31;

/** What one occurrence in a field counts. */
export function fieldWeight(field: Field, length: number, averageLength: number): number {
  const { weight, b } = BM25F[field];
  return weight / (1 - b + (b * length) / averageLength);
}

/** From 1 to {@link IMPACT_STEPS}. @param frequency the sum of {@link fieldWeight} over all occurrences. */
export function impactOf(frequency: number): number {
  return Math.max(1, Math.round((IMPACT_STEPS * frequency) / (frequency + SATURATION)));
}

/**
 * On a site of three passages, the word that is the subject of one of them would tell next to nothing beside a word
 * that none holds. A smaller corpus is taken for one of this size, in which the word of one passage stays rare and
 * that of all of them common.
 */
const LEAST_CHUNKS = 40;

/** How much a term tells, by the number of chunks that hold it. */
export function inverseDocumentFrequency(chunkCount: number, holding: number): number {
  const isSmall = chunkCount < LEAST_CHUNKS;
  const all = isSmall ? LEAST_CHUNKS : chunkCount;
  const own = isSmall && holding > 1 ? 1 + ((holding - 1) * (LEAST_CHUNKS - 1)) / (chunkCount - 1) : holding;
  return Math.log(1 + (all - own + 0.5) / (own + 0.5));
}
