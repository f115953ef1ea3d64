/** Whether a confidence means what it says, and what each threshold would cost. */

/** An answer with its confidence, and whether it was right. */
export interface JudgedConfidence {
  /** 0 to 1. */
  confidence: number;
  isRight: boolean;
}

export interface ReliabilityBin {
  /** The bin holds confidences from here, inclusive, */
  from: number;
  /** to here, exclusive; the last bin includes 1. */
  to: number;
  count: number;
  /** Null where the bin is empty. */
  meanConfidence: number | null;
  /** Share that was right; null where the bin is empty. */
  accuracy: number | null;
}

export interface Reliability {
  count: number;
  bins: ReliabilityBin[];
  /** Mean distance between confidence and accuracy of the bins, by their size. Less is better. */
  expectedCalibrationError: number;
}

const RELIABILITY_BINS = 10;

/**
 * Reliability diagram and expected calibration error over ten bins of equal width: DeGroot and Fienberg, "The
 * comparison and evaluation of forecasters" (1983); Naeini, Cooper and Hauskrecht, "Obtaining well calibrated
 * probabilities using Bayesian binning", AAAI 2015.
 *
 * @returns undefined where there is nothing to judge.
 */
export function measureReliability(judged: readonly JudgedConfidence[]): Reliability | undefined {
  if (judged.length === 0) return undefined;
  const groups = Array.from({ length: RELIABILITY_BINS }, (): JudgedConfidence[] => []);
  for (const one of judged) groups[binOf(one.confidence)]?.push(one);
  let error = 0;
  const bins = groups.map((group, index): ReliabilityBin => {
    const range = { from: index / RELIABILITY_BINS, to: (index + 1) / RELIABILITY_BINS };
    if (group.length === 0) return { ...range, count: 0, meanConfidence: null, accuracy: null };
    const meanConfidence = group.reduce((sum, { confidence }) => sum + confidence, 0) / group.length;
    const accuracy = group.filter(({ isRight }) => isRight).length / group.length;
    error += (group.length / judged.length) * Math.abs(accuracy - meanConfidence);
    return { ...range, count: group.length, meanConfidence, accuracy };
  });
  return { count: judged.length, bins, expectedCalibrationError: error };
}

/** Index of the bin that holds a confidence, 0 to 9. */
export function binOf(confidence: number): number {
  // 0.3 * 10 is 3, but 0.29 * 100 / 10 is not 2.9: rounding keeps what was written as .x0 in its bin.
  const scaled = Math.floor(Number((confidence * RELIABILITY_BINS).toFixed(6)));
  return Math.min(RELIABILITY_BINS - 1, Math.max(0, scaled));
}

export interface ThresholdRow {
  threshold: number;
  /** Questions with an answer that would be refused. */
  wrongRefusals: number;
  /** Questions without an answer that would be answered. */
  wrongAnswers: number;
}

/** Tried from 0 to 1 at this distance: finer steps are below what a few hundred questions can tell. */
const THRESHOLD_STEPS = 20;

/** What each threshold would do to questions with an answer and to those without. */
export function measureThresholds(
  answerable: readonly number[],
  unanswerable: readonly number[],
): ThresholdRow[] {
  return Array.from({ length: THRESHOLD_STEPS + 1 }, (_, step) => {
    const threshold = step / THRESHOLD_STEPS;
    return {
      threshold,
      wrongRefusals: answerable.filter((confidence) => confidence < threshold).length,
      wrongAnswers: unanswerable.filter((confidence) => confidence >= threshold).length,
    };
  });
}

/** With fewer questions of either kind, a threshold that looks best is chance. */
const MIN_QUESTIONS_FOR_ADVICE = 10;

/**
 * The threshold at which the shares of wrong refusals and of wrong answers are least in sum: Youden, "Index for
 * rating diagnostic tests", Cancer 3 (1950). Among equals the lowest, which answers more.
 *
 * @returns undefined where there are too few questions to say.
 */
export function bestThreshold(
  rows: readonly ThresholdRow[],
  { answerable, unanswerable }: { answerable: number; unanswerable: number },
): ThresholdRow | undefined {
  if (Math.min(answerable, unanswerable) < MIN_QUESTIONS_FOR_ADVICE) return undefined;
  const wrongShare = ({ wrongRefusals, wrongAnswers }: ThresholdRow): number =>
    wrongRefusals / answerable + wrongAnswers / unanswerable;
  return rows.reduce<ThresholdRow | undefined>(
    (best, row) => (best === undefined || wrongShare(row) < wrongShare(best) ? row : best),
    undefined,
  );
}
