/** The figures of an evaluation, from the results of its questions. */
import {
  bestThreshold,
  measureReliability,
  measureThresholds,
  type Reliability,
  type ThresholdRow,
} from "./calibration.ts";
import type { QuestionResult } from "./judge.ts";
import { totalUsage, type UsageTotals } from "./usage-totals.ts";
import { areaUnderCurve, mean, shareInterval } from "./metrics.ts";

/** Each between 0 and 1; null where no question of the set says anything about it. */
export interface Measures {
  /** Share of the questions whose every expectation was met. */
  passed: number | null;
  /** Over questions with expected pages: of the pages found by search, or the answer's sources for a follow-up. */
  ndcgAt10: number | null;
  recallAt5: number | null;
  recallAt10: number | null;
  /** Mean reciprocal rank within the first ten. */
  mrr: number | null;
  /** Share of these questions whose answer cites an expected page. A refusal cites none. */
  citationHitRate: number | null;
  /** Share of all expected facts that stand in the answers. A refusal says none. */
  factShare: number | null;
  /** Share of the questions with gold answers whose answer holds one. */
  answerHitRate: number | null;
  /** The same for the best 1, 2 and 3 sentences. */
  sentenceHitRateAt1: number | null;
  sentenceHitRateAt2: number | null;
  sentenceHitRateAt3: number | null;
  /** Mean share of the sentences of an answer that the passages they cite support. Quoted ones have 1. */
  groundedness: number | null;
  /** Chance that a question with an answer has a higher confidence than one without; both as far as they were searched. */
  refusalAuroc: number | null;
  /** Share of the questions with an answer that were refused. Less is better. */
  wrongRefusals: number | null;
  /** Share of the questions without an answer that were answered. Less is better. */
  wrongAnswers: number | null;
  /** Mean of two shares: small talk that was met with conversation, and questions that were not. */
  routing: number | null;
  /** Expected calibration error of the confidence. Less is better. */
  calibrationError: number | null;
}

export type MeasureName = keyof Measures;

export interface Counts {
  questions: number;
  passed: number;
  failed: number;
  /** Expected to be answered, and what became of them. */
  answerable: number;
  answerableAnswered: number;
  answerableRefused: number;
  /** Of those that were refused: with excerpts of the pages, and with excerpts that hold all facts. */
  answerableRefusedQuoting: number;
  answerableRefusedWithFacts: number;
  /** Expected to be refused, and what became of them. */
  unanswerable: number;
  unanswerableAnswered: number;
  unanswerableRefused: number;
  /** Of those that were refused: with excerpts of the pages. */
  unanswerableRefusedQuoting: number;
  /** Expected to be met with conversation. */
  conversation: number;
  /** Could not be asked. */
  errors: number;
}

export interface Summary {
  counts: Counts;
  measures: Measures;
  /** Bounds that hold the share that passed with 95 % confidence. */
  passedInterval: [low: number, high: number] | null;
  reliability: Reliability | null;
  /** How many have a confidence in each tenth: those with an answer and those without. */
  confidences: { answerable: number[]; unanswerable: number[] };
  thresholds: ThresholdRow[];
  /** The one of them that does least harm; null where there are too few questions to say. */
  bestThreshold: ThresholdRow | null;
  byTag: Record<string, { questions: number; passed: number }>;
  /** Null where no model was asked. */
  usage: UsageTotals | null;
}

/** Sums up the results of a whole set. */
export function summarise(results: readonly QuestionResult[]): Summary {
  const asked = results.filter(({ failure }) => failure === null);
  const answerable = asked.filter(({ expectation, mode }) => expectation === "answer" && mode !== null);
  const unanswerable = asked.filter(({ expectation }) => expectation === "refuse");
  const conversation = asked.filter(({ expectation }) => expectation === "conversation");
  const isDeclined = ({ finishReason, mode }: QuestionResult): boolean =>
    finishReason === "refused" || mode === "conversation";
  // A reply in conversation searched nothing, so it has no confidence in what was found.
  const confidencesOf = (group: readonly QuestionResult[]): number[] =>
    group.flatMap(({ confidence, mode }) =>
      confidence === null || mode === "conversation" ? [] : [confidence],
    );
  const passed = results.filter((result) => result.passed).length;
  const refusals = answerable.filter(({ finishReason }) => finishReason === "refused");
  const refused = refusals.length;
  const isQuoting = ({ factsInRefusal }: QuestionResult): boolean => factsInRefusal !== null;
  const holdsFacts = ({ facts, factsInRefusal }: QuestionResult): boolean =>
    facts.length > 0 && factsInRefusal === facts.length;
  const wronglyAnswered = unanswerable.filter((result) => !isDeclined(result)).length;
  const judged = asked.flatMap(({ confidence, isRight }) =>
    confidence === null || isRight === null ? [] : [{ confidence, isRight }],
  );
  const reliability = measureReliability(judged) ?? null;
  const confidences = {
    answerable: confidencesOf(answerable),
    unanswerable: confidencesOf(unanswerable),
  };
  const thresholds =
    confidences.answerable.length > 0 && confidences.unanswerable.length > 0
      ? measureThresholds(confidences.answerable, confidences.unanswerable)
      : [];
  const average = (pick: (result: QuestionResult) => number | boolean | null): number | null =>
    mean(
      asked.flatMap((result) => {
        const value = pick(result);
        return value === null ? [] : [Number(value)];
      }),
    ) ?? null;
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  const facts = asked.flatMap((result) => result.facts);
  const isRouted = ({ expectation, mode }: QuestionResult): boolean =>
    (expectation === "conversation") === (mode === "conversation");
  return {
    counts: {
      questions: results.length,
      passed,
      failed: results.length - passed,
      answerable: answerable.length,
      answerableAnswered: answerable.length - refused,
      answerableRefused: refused,
      answerableRefusedQuoting: refusals.filter(isQuoting).length,
      answerableRefusedWithFacts: refusals.filter(holdsFacts).length,
      unanswerable: unanswerable.length,
      unanswerableAnswered: wronglyAnswered,
      unanswerableRefused: unanswerable.length - wronglyAnswered,
      unanswerableRefusedQuoting: unanswerable.filter(isQuoting).length,
      conversation: conversation.length,
      errors: results.length - asked.length,
    },
    measures: {
      passed: share(passed, results.length),
      ndcgAt10: average(({ ndcgAt10 }) => ndcgAt10),
      recallAt5: average(({ recallAt5 }) => recallAt5),
      recallAt10: average(({ recallAt10 }) => recallAt10),
      mrr: average(({ rank, ndcgAt10 }) => (ndcgAt10 === null ? null : rank === null ? 0 : 1 / rank)),
      citationHitRate: average(({ citesExpected }) => citesExpected),
      factShare: share(facts.filter(({ found }) => found).length, facts.length),
      answerHitRate: average(({ holdsAnswer }) => holdsAnswer),
      sentenceHitRateAt1: average(({ sentenceHits }) => sentenceHits && sentenceHits[0]),
      sentenceHitRateAt2: average(({ sentenceHits }) => sentenceHits && sentenceHits[1]),
      sentenceHitRateAt3: average(({ sentenceHits }) => sentenceHits && sentenceHits[2]),
      groundedness: average(({ groundedness }) => groundedness),
      refusalAuroc: areaUnderCurve(confidences.answerable, confidences.unanswerable) ?? null,
      wrongRefusals: share(refused, answerable.length),
      wrongAnswers: share(wronglyAnswered, unanswerable.length),
      // Without small talk among the questions, that every question is taken for one proves nothing.
      routing:
        conversation.length === 0
          ? null
          : (mean(
              [conversation, answerable]
                .filter((group) => group.length > 0)
                .map((group) => group.filter(isRouted).length / group.length),
            ) ?? null),
      calibrationError: reliability?.expectedCalibrationError ?? null,
    },
    passedInterval: shareInterval(passed, results.length) ?? null,
    reliability,
    confidences,
    thresholds,
    bestThreshold:
      bestThreshold(thresholds, {
        answerable: confidences.answerable.length,
        unanswerable: confidences.unanswerable.length,
      }) ?? null,
    byTag: countTags(results),
    usage: totalUsage(results.flatMap(({ usage }) => usage ?? [])) ?? null,
  };
}

function countTags(results: readonly QuestionResult[]): Summary["byTag"] {
  const counts = new Map<string, { questions: number; passed: number }>();
  for (const { tags, passed } of results) {
    for (const tag of tags) {
      const count = counts.get(tag) ?? { questions: 0, passed: 0 };
      counts.set(tag, { questions: count.questions + 1, passed: count.passed + Number(passed) });
    }
  }
  return Object.fromEntries([...counts].sort(([left], [right]) => (left < right ? -1 : 1)));
}
