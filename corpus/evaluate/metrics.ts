/**
 * The measures of ranking and refusal, each as it is defined where it was introduced, so that a figure here can
 * be laid beside a published one. All are between 0 and 1, and more is better.
 */

/**
 * Normalised discounted cumulative gain of a ranking at a depth: what the grades of the first places are worth,
 * each divided by the logarithm of its place, as a share of what the best order would be worth.
 *
 * Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20 (2002), with the
 * grade itself as gain and log2(place + 1) as discount: the `ndcg_cut` of trec_eval, and so of BEIR.
 *
 * @param ranked grades in the order of the ranking, 0 for what is not relevant.
 * @param judged all positive grades there are, in any order.
 * @returns 0 where nothing is relevant.
 */
export function ndcgAt(depth: number, ranked: readonly number[], judged: readonly number[]): number {
  const ideal = discountedGain([...judged].sort((a, b) => b - a).slice(0, depth));
  return ideal === 0 ? 0 : discountedGain(ranked.slice(0, depth)) / ideal;
}

function discountedGain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, index) => sum + grade / Math.log2(index + 2), 0);
}

/** Share of what is relevant that stands in the first places (`recall` of trec_eval). 0 where nothing is relevant. */
export function recallAt(depth: number, ranked: readonly number[], relevantCount: number): number {
  if (relevantCount === 0) return 0;
  return ranked.slice(0, depth).filter((grade) => grade > 0).length / relevantCount;
}

/**
 * Area under the ROC curve: the probability that a value of the first list exceeds one of the second, ties
 * counted half. Hanley and McNeil, "The meaning and use of the area under a ROC curve", Radiology 143 (1982);
 * computed from ranks (Mann-Whitney), in n log n.
 *
 * @returns undefined where one of the lists is empty.
 */
export function areaUnderCurve(
  positives: readonly number[],
  negatives: readonly number[],
): number | undefined {
  if (positives.length === 0 || negatives.length === 0) return undefined;
  const values = [
    ...positives.map((value) => ({ value, isPositive: true })),
    ...negatives.map((value) => ({ value, isPositive: false })),
  ].sort((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let start = 0; start < values.length;) {
    let end = start;
    let positivesOfTie = 0;
    while (end < values.length && values[end]?.value === values[start]?.value) {
      if (values[end]?.isPositive === true) positivesOfTie++;
      end++;
    }
    // Equal values share the mean of their ranks.
    rankSum += positivesOfTie * ((start + 1 + end) / 2);
    start = end;
  }
  const pairs = positives.length * negatives.length;
  return (rankSum - (positives.length * (positives.length + 1)) / 2) / pairs;
}

/** @returns undefined for an empty list: a mean of nothing is not 0. */
export function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviations that hold 95 % of a normal distribution. */
const NORMAL_95 = 1.96;

/**
 * The interval that holds a share with 95 % confidence: with forty questions, it is wide, and a report should
 * say so. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 */
export function shareInterval(hits: number, count: number): [low: number, high: number] | undefined {
  if (count === 0) return undefined;
  const share = hits / count;
  const square = NORMAL_95 ** 2;
  const centre = (share + square / (2 * count)) / (1 + square / count);
  const half =
    (NORMAL_95 / (1 + square / count)) * Math.sqrt((share * (1 - share)) / count + square / (4 * count ** 2));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
