/** Bounds that an evaluation must keep, for a build job. */
import type { OptionDescription, OptionReader } from "../command.ts";
import { CliError } from "../cli-error.ts";
import type { MeasureName, Measures } from "./summary.ts";

interface GateDescription {
  measure: MeasureName;
  /** In `--help` and in reports. */
  label: string;
  /** What a set must have for it to be measured. */
  needs: string;
}

const MIN_GATES: Readonly<Record<string, GateDescription>> = {
  "min-passed": { measure: "passed", label: "questions passed", needs: "questions" },
  "min-ndcg": { measure: "ndcgAt10", label: "nDCG@10", needs: "questions with urls" },
  "min-recall": { measure: "recallAt5", label: "recall@5", needs: "questions with urls" },
  "min-recall-10": { measure: "recallAt10", label: "recall@10", needs: "questions with urls" },
  "min-mrr": { measure: "mrr", label: "mean reciprocal rank", needs: "questions with urls" },
  "min-citations": {
    measure: "citationHitRate",
    label: "answers that cite an expected page",
    needs: "questions with urls that are answered",
  },
  "min-facts": { measure: "factShare", label: "facts found in the answers", needs: "questions with facts" },
  "min-answers": {
    measure: "answerHitRate",
    label: "answers that hold a gold answer",
    needs: "questions with answers",
  },
  "min-hit-1": {
    measure: "sentenceHitRateAt1",
    label: "gold answers in the best sentence",
    needs: "questions with answers, on a folder",
  },
  "min-hit-2": {
    measure: "sentenceHitRateAt2",
    label: "gold answers in the best two sentences",
    needs: "questions with answers, on a folder",
  },
  "min-hit-3": {
    measure: "sentenceHitRateAt3",
    label: "gold answers in the best three sentences",
    needs: "questions with answers, on a folder",
  },
  "min-groundedness": {
    measure: "groundedness",
    label: "groundedness",
    needs: "questions that are answered",
  },
  "min-refusal-auroc": {
    measure: "refusalAuroc",
    label: "refusal AUROC",
    needs: "questions with refuse, and others",
  },
  "min-routing": { measure: "routing", label: "routing", needs: "questions with the tag small-talk" },
};

const MAX_GATES: Readonly<Record<string, GateDescription>> = {
  "max-wrong-refusals": {
    measure: "wrongRefusals",
    label: "answerable questions refused",
    needs: "questions with an answer",
  },
  "max-wrong-answers": {
    measure: "wrongAnswers",
    label: "unanswerable questions answered",
    needs: "questions with refuse",
  },
  "max-calibration-error": {
    measure: "calibrationError",
    label: "calibration error",
    needs: "questions whose answer can be judged",
  },
};

/** The options that set a bound. */
export const GATE_OPTIONS: Record<string, OptionDescription> = Object.fromEntries(
  [
    ...Object.entries(MIN_GATES).map(([name, { label }]) => [name, `fail where lower: ${label}`] as const),
    ...Object.entries(MAX_GATES).map(([name, { label }]) => [name, `fail where higher: ${label}`] as const),
  ].map(([name, help]) => [name, { type: "string" as const, value: "SHARE", help }]),
);

/** A bound as it was asked for. */
export interface Gate {
  /** Name of its option, without dashes. */
  option: string;
  measure: MeasureName;
  label: string;
  needs: string;
  bound: number;
  isMinimum: boolean;
}

export interface GateResult {
  option: string;
  label: string;
  bound: number;
  /** Null where nothing in the set says anything about it: such a gate is missed, not passed. */
  value: number | null;
  passed: boolean;
  message: string;
}

/** The bounds that were given. @throws CliError for what is no number from 0 to 1. */
export function gatesOf(options: OptionReader): Gate[] {
  const read = (gates: Readonly<Record<string, GateDescription>>, isMinimum: boolean): Gate[] =>
    Object.entries(gates).flatMap(([option, description]) => {
      const bound = shareOption(options, option);
      return bound === undefined ? [] : [{ ...description, option, bound, isMinimum }];
    });
  return [...read(MIN_GATES, true), ...read(MAX_GATES, false)];
}

/** A number from 0 to 1, also written as a percentage. */
export function shareOption(options: OptionReader, name: string): number | undefined {
  const text = options.text(name);
  if (text === undefined) return undefined;
  const match = /^(\d*\.?\d+)\s*(%?)$/.exec(text.trim());
  const value = match === null ? Number.NaN : Number(match[1]) / (match[2] === "%" ? 100 : 1);
  if (!(value >= 0 && value <= 1)) {
    throw new CliError("number-invalid", name, text, "a number from 0 to 1, such as 0.85, or a percentage");
  }
  return value;
}

/** Sums of many shares differ in their last digits: a bound that is met must not be missed by those. */
const ROUNDING = 1e-9;

export function checkGates(gates: readonly Gate[], measures: Measures): GateResult[] {
  return gates.map(({ option, measure, label, needs, bound, isMinimum }) => {
    const value = measures[measure];
    const passed = value !== null && (isMinimum ? value >= bound - ROUNDING : value <= bound + ROUNDING);
    const wanted = `${isMinimum ? "at least" : "at most"} ${bound}`;
    const found =
      value === null
        ? `is not measured: the set has no ${needs}`
        : `is ${formatMeasure(value)}, not ${wanted}`;
    const message = passed ? `${label} is ${formatMeasure(value)}, ${wanted}` : `${label} ${found}`;
    return { option, label, bound, value, passed, message: `--${option}: ${message}` };
  });
}

/** Three decimals: more is noise. */
export function formatMeasure(value: number): string {
  return value.toFixed(3);
}
