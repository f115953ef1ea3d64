/**
 * Learns to tell refusals from answers, in two steps: how much a statement looks like one of a refusal, and from that
 * and from how the statements stand together what a whole text is. The second step sees only scores of statements that
 * the first had not learned from.
 */
import { judgeStatements } from "../../core/answer/refusal/recognise-refusal.ts";
import type { RefusalModel, TextWeights } from "../../core/answer/refusal/refusal-model.ts";
import {
  featuresOf,
  runShare,
  statementScore,
  type FeaturedStatement,
  type StatementModel,
} from "../../core/answer/refusal/judge-statement.ts";
import { asksSeveral, contentStems } from "../../core/answer/refusal/question-parts.ts";
import { deniesAtAll, mostDenying } from "../../core/answer/refusal/recognise-refusal.ts";
import { patternsFor, type Patterns } from "../../core/answer/refusal/refusal-patterns.ts";
import { RUN_BUCKETS, STATEMENT_FEATURES } from "../../core/answer/refusal/statement-features.ts";
import { TEXT_FEATURES, textFeatures } from "../../core/answer/refusal/text-features.ts";
import type { RefusalCase } from "../retrieval/refusals/read-refusals.ts";

/** Of ridge regression; set by what generalised best to another writer's texts. */
const STATEMENT_PENALTY = 1e-4;
const TEXT_PENALTY = 3e-4;
/** Steps of the minimiser. */
const STATEMENT_STEPS = 60;
const TEXT_STEPS = 90;
/** Parts by which the scores of the first step are made for the second. */
const PARTS = 3;
const LARGEST_RUN_WEIGHT = 127;

interface Example {
  kind: "withFact" | "withoutFact";
  part: number;
  isRefusal: boolean;
  weight: number;
  statements: FeaturedStatement[];
  /** 1 for those of a refusal, 0 for those of an answer; undefined where it can't be told. */
  labels: (0 | 1 | undefined)[];
  toText: (scores: readonly number[]) => number[];
  denies: boolean;
}

/** Texts as they stand, and the same without a question, without and with citations, and joined with an answer. */
export function examplesOf(cases: readonly RefusalCase[]): Example[] {
  const answers = Map.groupBy(
    cases.filter(({ kind, text }) => kind === "answer" && /\[\d/.test(text)),
    ({ language }) => language,
  );
  return cases.flatMap((one, index) => {
    const { kind, text, question } = one;
    const examples = [exampleOf(one, text, question, 1)];
    if (question !== "") examples.push(exampleOf(one, text, "", 0.3));
    if (kind !== "partial" && withoutCitations(text) !== text)
      examples.push(exampleOf(one, withoutCitations(text), question, 0.5));
    if (kind !== "refusal") return examples;
    examples.push(exampleOf(one, withCitations(text), question, 0.4));
    const others = answers.get(one.language) ?? [];
    const other = others[(index * 31) % Math.max(1, others.length)];
    if (other === undefined || question === "") return examples;
    const pair = [withoutCitations(text), other.text];
    if (index % 2 === 1) pair.reverse();
    const joined = { ...one, kind: "partial" as const };
    examples.push(
      exampleOf(joined, pair.join(" "), `${question.replace(/\?\s*$/, "")} ${other.question}`, 0.4),
    );
    return examples;
  });
}

const CITATIONS = /\s*\[\d{1,3}(?:[,;]\s?\d{1,3}){0,8}\]/g;
const withoutCitations = (text: string): string => text.replace(CITATIONS, "");
const withCitations = (text: string): string => withoutCitations(text).replace(/([.!?])(?=\s|$)/g, " [2]$1");

function exampleOf({ id, kind }: RefusalCase, text: string, question: string, weight: number): Example {
  const patterns = patternsFor(text);
  const judged = judgeStatements(text, question, patterns);
  const asked = new Set(contentStems(question));
  const words: Patterns = mostDenying(judged, question, patterns);
  const joining = patternsFor(question).map(({ join }) => join);
  const of = { question, asked, asksSeveral: asksSeveral(question, joining) };
  const isRefusal = kind === "refusal";
  return {
    part: Number(/\d+$/.exec(id)?.[0] ?? 0),
    isRefusal,
    kind: judged.some(({ role }) => role === "fact") ? "withFact" : "withoutFact",
    weight,
    statements: featuresOf(judged, asked, words),
    labels: judged.map(({ role }) => {
      if (kind !== "partial") return isRefusal ? 1 : 0;
      return role === "denial" ? 1 : role === "fact" ? 0 : undefined;
    }),
    toText: (scores) => textFeatures(judged, scores, of, words),
    denies: deniesAtAll(judged, question, words),
  };
}

export function learnRefusals(examples: readonly Example[]): RefusalModel {
  const texts: Record<"withFact" | "withoutFact", SparseRow[]> = { withFact: [], withoutFact: [] };
  for (let part = 0; part < PARTS; part++) {
    const model = learnStatements(examples.filter((one) => one.part % PARTS !== part));
    for (const one of examples) {
      if (one.part % PARTS !== part || !one.denies) continue;
      const values = one.toText(one.statements.map((statement) => statementScore(statement, model)));
      texts[one.kind].push({ ...denseRow(values), label: Number(one.isRefusal), weight: one.weight });
    }
  }
  return {
    statement: learnStatements(examples),
    withFact: learnTexts(texts.withFact),
    withoutFact: learnTexts(texts.withoutFact),
  };
}

function learnTexts(rows: readonly SparseRow[]): TextWeights {
  const size = TEXT_FEATURES.length;
  const parameters = fit(rows, size, { penalty: TEXT_PENALTY, steps: TEXT_STEPS });
  return { weights: [...parameters.subarray(0, size)].map(rounded), bias: rounded(parameters[size] ?? 0) };
}

function learnStatements(examples: readonly Example[]): StatementModel {
  const rows = examples.flatMap(({ statements, labels, weight }) =>
    statements.flatMap(({ features, runs }, index): SparseRow[] => {
      const label = labels[index];
      if (label === undefined) return [];
      const dense = denseRow(features);
      const value = runShare(runs.length);
      return [
        {
          at: [...dense.at, ...runs.map((bucket) => features.length + bucket)],
          values: [...dense.values, ...runs.map(() => value)],
          label,
          weight: weight / Math.sqrt(statements.length),
        },
      ];
    }),
  );
  const known = STATEMENT_FEATURES.length;
  const size = known + RUN_BUCKETS;
  const parameters = fit(rows, size, { penalty: STATEMENT_PENALTY, steps: STATEMENT_STEPS });
  const runs = parameters.subarray(known, size);
  const runUnit = Math.max(1e-6, ...runs.map(Math.abs)) / LARGEST_RUN_WEIGHT;
  return {
    weights: [...parameters.subarray(0, known)].map(rounded),
    bias: rounded(parameters[size] ?? 0),
    runUnit: Number(runUnit.toPrecision(4)),
    runWeights: Int8Array.from(runs, (weight) => Math.round(weight / runUnit)),
  };
}

const rounded = (value: number): number => Number(value.toFixed(3));

interface SparseRow {
  at: number[];
  values: number[];
  label: number;
  weight: number;
}

function denseRow(values: readonly number[]): Pick<SparseRow, "at" | "values"> {
  const at = values.flatMap((value, index) => (value === 0 ? [] : [index]));
  return { at, values: at.map((index) => values[index] ?? 0) };
}

/**
 * Ridge logistic regression by L-BFGS (Liu and Nocedal 1989), with halved steps until the loss falls.
 * @returns the weights and, behind them, the bias
 */
function fit(
  rows: readonly SparseRow[],
  size: number,
  { penalty, steps }: { penalty: number; steps: number },
): Float64Array {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ at }, row) => (starts[row + 1] = (starts[row] ?? 0) + at.length));
  const at = Int32Array.from(rows.flatMap((row) => row.at));
  const values = Float64Array.from(rows.flatMap((row) => row.values));
  const lossOf = (parameters: Float64Array, gradient: Float64Array): number => {
    let loss = 0;
    gradient.fill(0);
    for (let row = 0; row < rows.length; row++) {
      const { label = 0, weight = 0 } = rows[row] ?? {};
      const [start = 0, end = 0] = [starts[row], starts[row + 1]];
      let logit = parameters[size] ?? 0;
      for (let item = start; item < end; item++)
        logit += (values[item] ?? 0) * (parameters[at[item] ?? 0] ?? 0);
      const signed = label === 1 ? logit : -logit;
      loss +=
        (weight / total) *
        (signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed);
      const slope = ((1 / (1 + Math.exp(-logit)) - label) * weight) / total;
      for (let item = start; item < end; item++) {
        const index = at[item] ?? 0;
        gradient[index] = (gradient[index] ?? 0) + slope * (values[item] ?? 0);
      }
      gradient[size] = (gradient[size] ?? 0) + slope;
    }
    for (let index = 0; index < size; index++) {
      const value = parameters[index] ?? 0;
      loss += penalty * value * value;
      gradient[index] = (gradient[index] ?? 0) + 2 * penalty * value;
    }
    return loss;
  };
  return minimiseByCurvature(size + 1, lossOf, steps);
}

const REMEMBERED_STEPS = 8;

function minimiseByCurvature(
  size: number,
  lossOf: (parameters: Float64Array, gradient: Float64Array) => number,
  steps: number,
): Float64Array {
  let parameters = new Float64Array(size);
  let gradient = new Float64Array(size);
  let loss = lossOf(parameters, gradient);
  const past: { moved: Float64Array; bent: Float64Array; scale: number }[] = [];
  for (let step = 0; step < steps; step++) {
    const direction = gradient.map((value) => -value);
    const shares: number[] = [];
    for (const { moved, bent, scale } of past.toReversed()) {
      const share = dot(moved, direction) * scale;
      shares.unshift(share);
      add(direction, bent, -share);
    }
    const newest = past.at(-1);
    if (newest !== undefined) {
      const stretch = 1 / (newest.scale * dot(newest.bent, newest.bent));
      direction.forEach((value, index) => (direction[index] = value * stretch));
    }
    past.forEach(({ moved, bent, scale }, index) => {
      add(direction, moved, (shares[index] ?? 0) - dot(bent, direction) * scale);
    });
    const slope = dot(gradient, direction);
    if (slope >= 0) break;
    let length = past.length === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
    for (let tries = 0; tries < 20; tries++, length /= 2) {
      const next = Float64Array.from(parameters);
      add(next, direction, length);
      const nextGradient = new Float64Array(size);
      const nextLoss = lossOf(next, nextGradient);
      if (nextLoss > loss + 1e-4 * length * slope) continue;
      const moved = next.map((value, index) => value - (parameters[index] ?? 0));
      const bent = nextGradient.map((value, index) => value - (gradient[index] ?? 0));
      const product = dot(moved, bent);
      if (product > 1e-12) past.push({ moved, bent, scale: 1 / product });
      if (past.length > REMEMBERED_STEPS) past.shift();
      [parameters, gradient, loss] = [next, nextGradient, nextLoss];
      break;
    }
  }
  return parameters;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** Adds in place. */
function add(to: Float64Array, values: Float64Array, times: number): void {
  for (let index = 0; index < to.length; index++) to[index] = (to[index] ?? 0) + times * (values[index] ?? 0);
}
