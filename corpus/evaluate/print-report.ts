/** The report on a terminal: a table of figures, what missed its bound, then the failures and why. */
import type { Terminal } from "../terminal/terminal.ts";
import { formatCount } from "../terminal/format.ts";
import { explainFailure, PROBLEM_LABELS } from "./explain.ts";
import { formatMeasure } from "./gates.ts";
import { PROBLEM_KINDS, type QuestionResult } from "./judge.ts";
import { printReranking } from "./print-reranking.ts";
import type { EvaluationReport } from "./report.ts";
import { describeUsage } from "./usage-totals.ts";
import type { MeasureName } from "./summary.ts";

/** How figures are called in reports, in their order. */
export const MEASURE_LABELS: Readonly<Record<MeasureName, string>> = {
  passed: "Questions passed",
  ndcgAt10: "nDCG@10",
  recallAt5: "Recall@5",
  recallAt10: "Recall@10",
  mrr: "Mean reciprocal rank",
  citationHitRate: "Expected page cited",
  factShare: "Facts in the answers",
  answerHitRate: "Gold answer in the answer",
  sentenceHitRateAt1: "Gold answer in 1 sentence",
  sentenceHitRateAt2: "Gold answer in 2 sentences",
  sentenceHitRateAt3: "Gold answer in 3 sentences",
  groundedness: "Groundedness",
  refusalAuroc: "Refusal AUROC",
  wrongRefusals: "Answerable, refused",
  wrongAnswers: "Unanswerable, answered",
  routing: "Routing of small talk",
  calibrationError: "Calibration error",
};

/** Failures of one kind that a terminal shows; `--json` and `--html` have all. */
const SHOWN_FAILURES = 8;
const SHOWN_CHANGES = 10;

export function printReport(terminal: Terminal, report: EvaluationReport): void {
  printFigures(terminal, report);
  if (report.reranking !== null) printReranking(terminal, report.reranking);
  if (report.comparison !== null) printComparison(terminal, report.comparison);
  printFailures(terminal, report.results);
  for (const gate of report.gates) {
    const mark = gate.passed ? terminal.style("green", "✓") : terminal.style("red", "✗");
    terminal.line(`${mark} ${gate.message}`);
  }
}

function printFigures(terminal: Terminal, report: EvaluationReport): void {
  const { counts, measures, passedInterval, target, comparison } = report;
  const version = target.corpusVersion === null ? "" : `, version ${target.corpusVersion}`;
  terminal.line(
    `${terminal.style("bold", report.set)}: ${formatCount(counts.questions, "question")} to ${target.name}${version}`,
  );
  terminal.line();
  const width = Math.max(...Object.values(MEASURE_LABELS).map((label) => label.length));
  for (const name of Object.keys(MEASURE_LABELS) as MeasureName[]) {
    const value = measures[name];
    if (value === null) continue;
    const change = comparison?.measures[name];
    const shownChange = change === undefined || Math.abs(change) < 0.0005 ? "" : `  ${signed(change)}`;
    const note = noteOf(name, report, passedInterval);
    terminal.line(
      `  ${MEASURE_LABELS[name].padEnd(width)}  ${formatMeasure(value)}${shownChange}${note === "" ? "" : terminal.style("dim", `  ${note}`)}`,
    );
  }
  if (report.bestThreshold !== null) {
    const { threshold, wrongRefusals, wrongAnswers } = report.bestThreshold;
    const { answerable, unanswerable } = report.confidences;
    terminal.line(
      `  ${"Threshold that errs least".padEnd(width)}  ${threshold}: ${wrongRefusals} of ${answerable.length} refused, ${wrongAnswers} of ${unanswerable.length} answered`,
    );
  }
  if (report.usage !== null)
    terminal.line(`  ${"Requests to models".padEnd(width)}  ${describeUsage(report.usage)}`);
  const tags = Object.entries(report.byTag);
  if (tags.length > 0) {
    const passed = tags.map(([tag, count]) => `${tag} ${count.passed}/${count.questions}`).join(", ");
    terminal.line(`  ${"Passed by tag".padEnd(width)}  ${passed}`);
  }
  terminal.line();
}

/** Not all is lost where a refusal quotes what was asked for. */
export function quotingNote({
  answerableRefusedQuoting: quoting,
  answerableRefusedWithFacts: whole,
}: EvaluationReport["counts"]): string {
  return quoting === 0 ? "" : `; ${quoting} with excerpts, ${whole} of them with all facts`;
}

function noteOf(
  name: MeasureName,
  { counts, target }: EvaluationReport,
  interval: EvaluationReport["passedInterval"],
): string {
  const at = target.threshold === null ? "" : ` at a threshold of ${target.threshold}`;
  switch (name) {
    case "passed": {
      const range =
        interval === null ? "" : `, with 95 % confidence from ${interval.map(formatMeasure).join(" to ")}`;
      return `${counts.passed} of ${counts.questions}${range}`;
    }
    case "wrongRefusals":
      return `${counts.answerableRefused} of ${counts.answerable}${at}${quotingNote(counts)}`;
    case "wrongAnswers":
      return `${counts.unanswerableAnswered} of ${counts.unanswerable}${at}`;
    case "routing":
      return `${formatCount(counts.conversation, "small-talk question")}`;
    default:
      return "";
  }
}

function printComparison(terminal: Terminal, comparison: NonNullable<EvaluationReport["comparison"]>): void {
  const { worse, better, added, removed } = comparison;
  terminal.line(
    `Against the baseline: ${worse.length} worse, ${better.length} better, ${added.length} new, ${removed.length} gone`,
  );
  for (const [sign, style, list] of [
    ["-", "red", worse],
    ["+", "green", better],
  ] as const) {
    for (const { id, changes } of list.slice(0, SHOWN_CHANGES)) {
      terminal.line(`  ${terminal.style(style, sign)} ${id}: ${changes.join("; ")}`);
    }
    if (list.length > SHOWN_CHANGES) terminal.line(`    … and ${list.length - SHOWN_CHANGES} more`);
  }
  terminal.line();
}

function printFailures(terminal: Terminal, results: readonly QuestionResult[]): void {
  const failures = results.filter(({ passed }) => !passed);
  for (const kind of PROBLEM_KINDS) {
    const group = failures.filter(({ problems }) => problems[0] === kind);
    if (group.length === 0) continue;
    terminal.line(
      `${terminal.style("red", "✗")} ${terminal.style("bold", `${group.length} × ${PROBLEM_LABELS[kind]}`)}`,
    );
    for (const result of group.slice(0, SHOWN_FAILURES)) {
      const { expected, found, why } = explainFailure(result);
      terminal.line(`    ${result.question.replace(/\s+/g, " ")}  ${terminal.style("dim", result.id)}`);
      terminal.line(`      expected ${expected}`);
      terminal.line(`      found    ${found}`);
      terminal.line(terminal.style("dim", `      ${why}`));
    }
    if (group.length > SHOWN_FAILURES) {
      const rest = group.length - SHOWN_FAILURES;
      terminal.line(terminal.style("dim", `    … and ${rest} more (--html FILE and --json have all)`));
    }
    terminal.line();
  }
}

function signed(value: number): string {
  return `${value > 0 ? "+" : "−"}${Math.abs(value).toFixed(3)}`;
}
