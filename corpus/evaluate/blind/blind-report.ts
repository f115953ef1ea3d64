/** The figures of a blind evaluation: verdicts joined with what the questions expect. */
import { phrasesFor, SPOKEN_LANGUAGES } from "../../../core/answer/phrases.ts";
import { shareInterval } from "../metrics.ts";
import type { EvaluationQuestion, Expectation } from "../question.ts";
import { measureAgreement, type Agreement } from "./agreement.ts";
import type { JudgingCost } from "./judge-answers.ts";
import { blindIdOf, type Sheet, type SheetItem } from "./sheet.ts";
import { CAUSES, VERDICT_SCORES, type Cause, type Verdict } from "./verdict.ts";

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const BLIND_REPORT_VERSION = 1;

export interface BlindCount {
  questions: number;
  defended: number;
  half: number;
  not: number;
  /** Halves as half, 0 to 1. */
  share: number;
}

export interface BlindResult {
  /** In the file of questions. */
  id: string;
  /** In the sheets. */
  blindId: string;
  question: string;
  site: string | null;
  tags: readonly string[];
  expectation: Expectation;
  expectedUrls: readonly string[];
  /** Wordings of one fact are joined by " | ". */
  expectedFacts: readonly string[];
  verdict: Verdict;
  /** Null where none was named, and where the answer is defended. */
  cause: Cause | null;
  note: string;
  kind: SheetItem["kind"];
  answer: string;
  sources: SheetItem["sources"];
  /** Answered without a reservation though there is no answer, and not defended even by half. */
  isFlatWrong: boolean;
  /** What others said of the same answer, in the order of `agreements`; null for nothing. */
  others: readonly ({ verdict: Verdict; cause: Cause | null; note: string } | null)[];
}

export interface BlindReport {
  blindReportVersion: typeof BLIND_REPORT_VERSION;
  set: string;
  targets: readonly Sheet["target"][];
  /** Whose verdicts these are; "" where the sheets do not say. */
  judge: string;
  counts: BlindCount;
  /** Bounds that hold the share with 95 % confidence (Wilson; with halves rather too wide than too narrow). */
  interval: [low: number, high: number];
  /** Of what is not defended, or by half. */
  causes: Record<Cause | "none", number>;
  unanswerable: { questions: number; answered: number; flatWrong: number };
  bySite: Record<string, BlindCount>;
  byTag: Record<string, BlindCount>;
  agreements: readonly (Agreement & { judge: string })[];
  /** What a model cost that judged in this run; null without one. */
  judging: JudgingCost | null;
  warnings: readonly string[];
  /** In the order of the questions. */
  results: readonly BlindResult[];
}

/** Verdicts of one judge, each question once. */
export interface Judged {
  judge: string;
  /** All with a verdict. */
  items: readonly SheetItem[];
}

export interface BlindReportInput {
  set: string;
  targets: readonly Sheet["target"][];
  questions: readonly EvaluationQuestion[];
  judged: Judged;
  /** Of the same answers. */
  others: readonly Judged[];
  judging?: JudgingCost | null;
  warnings: readonly string[];
}

export function createBlindReport({
  set,
  targets,
  questions,
  judged,
  others,
  judging = null,
  warnings,
}: BlindReportInput): BlindReport {
  const itemOf = byId(judged.items);
  const otherItems = others.map(({ items }) => byId(items));
  const results = questions.flatMap((question) => {
    const item = itemOf.get(blindIdOf(question));
    if (item === undefined || item.verdict === null) return [];
    const said = otherItems.map((items) => {
      const other = items.get(item.id);
      if (other === undefined || other.verdict === null) return null;
      return { verdict: other.verdict, cause: other.cause, note: other.note };
    });
    return [resultOf(question, { ...item, verdict: item.verdict }, said)];
  });
  const counts = countVerdicts(results);
  const causes: BlindReport["causes"] = {
    ...(Object.fromEntries(CAUSES.map((cause) => [cause, 0])) as Record<Cause, number>),
    none: 0,
  };
  for (const { verdict, cause } of results) if (verdict !== "defended") causes[cause ?? "none"]++;
  const unanswerable = results.filter(({ expectation }) => expectation === "refuse");
  return {
    blindReportVersion: BLIND_REPORT_VERSION,
    set,
    targets,
    judge: judged.judge,
    counts,
    interval: shareInterval(counts.defended + counts.half * VERDICT_SCORES.half, counts.questions) ?? [0, 1],
    causes,
    unanswerable: {
      questions: unanswerable.length,
      answered: unanswerable.filter(({ kind }) => kind === "answer").length,
      flatWrong: unanswerable.filter(({ isFlatWrong }) => isFlatWrong).length,
    },
    bySite: countBy(results, ({ site }) => (site === null ? [] : [site])),
    byTag: countBy(results, ({ tags }) => tags),
    agreements: others.map(({ judge }, index) => ({
      judge,
      ...measureAgreement(
        results.flatMap(({ verdict, others: said }) => {
          const other = said[index] ?? null;
          return other === null ? [] : [[verdict, other.verdict] as const];
        }),
      ),
    })),
    judging,
    warnings,
    results,
  };
}

function byId(items: readonly SheetItem[]): Map<string, SheetItem> {
  return new Map(items.map((item) => [item.id, item]));
}

function resultOf(
  question: EvaluationQuestion,
  item: SheetItem & { verdict: Verdict },
  others: BlindResult["others"],
): BlindResult {
  const { verdict, kind, answer } = item;
  const isFlat = kind === "answer" && !hasReservation(answer);
  return {
    id: question.id,
    blindId: item.id,
    question: question.text,
    site: question.site ?? null,
    tags: question.tags,
    expectation: question.expectation,
    expectedUrls: question.relevant.map(({ url }) => url),
    expectedFacts: question.facts.map((wordings) => wordings.join(" | ")),
    verdict,
    cause: verdict === "defended" ? null : item.cause,
    note: item.note,
    kind,
    answer,
    sources: item.sources,
    isFlatWrong: question.expectation === "refuse" && verdict === "not" && isFlat,
    others,
  };
}

const RESERVATIONS = SPOKEN_LANGUAGES.map((language) => phrasesFor(language).closest);

/** Whether an answer says beforehand that it may not be one. */
export function hasReservation(answer: string): boolean {
  return RESERVATIONS.some((reservation) => answer.includes(reservation));
}

function countVerdicts(results: readonly BlindResult[]): BlindCount {
  const count = { questions: results.length, defended: 0, half: 0, not: 0 };
  for (const { verdict } of results) count[verdict]++;
  const score = results.reduce((sum, { verdict }) => sum + VERDICT_SCORES[verdict], 0);
  return { ...count, share: results.length === 0 ? 0 : score / results.length };
}

function countBy(
  results: readonly BlindResult[],
  keysOf: (result: BlindResult) => readonly string[],
): Record<string, BlindCount> {
  const groups = new Map<string, BlindResult[]>();
  for (const result of results) {
    for (const key of keysOf(result)) groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return Object.fromEntries(
    [...groups]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, group]) => [key, countVerdicts(group)]),
  );
}
