/** The figures of a blind evaluation on a terminal, then what was not defended, with what was expected. */
import { formatUsd } from "../../completion/price.ts";
import { formatCount } from "../../terminal/format.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import { describeExpectation } from "../explain.ts";
import { formatMeasure } from "../gates.ts";
import type { BlindCount, BlindReport, BlindResult } from "./blind-report.ts";
import { withoutTextFragment } from "./print-sheet.ts";
import { CAUSES, CAUSE_LABELS, VERDICTS, VERDICT_LABELS, type Cause, type Verdict } from "./verdict.ts";

/** `--json` and `--html` have all. */
const SHOWN_RESULTS = 20;

export function printBlindReport(terminal: Terminal, report: BlindReport): void {
  const { set, targets, judge, counts } = report;
  const names = [...new Set(targets.map(({ name }) => name))].join(", ");
  const by = judge === "" ? "" : `, judged by ${judge}`;
  terminal.line(
    `${terminal.style("bold", set)}: ${formatCount(counts.questions, "answer")} of ${names}${by}`,
  );
  terminal.line();
  const rows = figuresOf(report);
  const causes = causeCounts(report).map(([label, count]) => `${count} ${label}`);
  if (causes.length > 0) rows.push(["Causes", causes.join(", "), ""]);
  const width = Math.max(...rows.map(([label]) => label.length));
  for (const [label, value, note] of rows) {
    terminal.line(
      `  ${label.padEnd(width)}  ${value}${note === "" ? "" : terminal.style("dim", `  ${note}`)}`,
    );
  }
  terminal.line();
  printGroups(terminal, "By site", report.bySite);
  printGroups(terminal, "By tag", report.byTag);
  for (const agreement of report.agreements) printAgreement(terminal, report, agreement);
  printResults(terminal, report.results, "not");
  printResults(terminal, report.results, "half");
}

/** Label, value and a note of each figure. */
export function figuresOf(report: BlindReport): [label: string, value: string, note: string][] {
  const { counts, interval, unanswerable } = report;
  const range = interval.map(formatMeasure).join(" to ");
  const rows: [string, string, string][] = [
    [
      "Defended, halves as half",
      formatMeasure(counts.share),
      `${counts.defended + counts.half / 2} of ${counts.questions}, with 95 % confidence from ${range}`,
    ],
    ...VERDICTS.map((verdict): [string, string, string] => [
      `  ${VERDICT_LABELS[verdict]}`,
      String(counts[verdict]),
      "",
    ]),
  ];
  if (unanswerable.questions > 0) {
    rows.push(
      [
        "Flat wrong answers",
        formatMeasure(unanswerable.flatWrong / unanswerable.questions),
        `${unanswerable.flatWrong} of ${formatCount(unanswerable.questions, "question")} without an answer, not defended and without a reservation`,
      ],
      [
        "Unanswerable, answered",
        formatMeasure(unanswerable.answered / unanswerable.questions),
        `${unanswerable.answered} of ${unanswerable.questions}, with a reservation or without`,
      ],
    );
  }
  if (report.judging !== null) {
    const { asked, kept, tokens, usd } = report.judging;
    rows.push([
      "Judged by the model",
      `${asked} asked, ${kept} kept`,
      `${tokens.inputTokens} tokens in and ${tokens.outputTokens} out${usd === null ? "" : `, ${formatUsd(usd)}`}`,
    ]);
  }
  return rows;
}

/** The most frequent first; only those there are. */
export function causeCounts({ causes }: BlindReport): [label: string, count: number][] {
  const named = [...CAUSES, "none" as const].map((cause): [string, number] => [
    labelOf(cause),
    causes[cause],
  ]);
  return named.filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
}

function labelOf(cause: Cause | "none"): string {
  return cause === "none" ? "without a cause" : CAUSE_LABELS[cause];
}

function printGroups(terminal: Terminal, heading: string, groups: Record<string, BlindCount>): void {
  const entries = Object.entries(groups);
  if (entries.length === 0) return;
  const width = Math.max(...entries.map(([name]) => name.length));
  terminal.line(`  ${terminal.style("bold", heading)}`);
  for (const [name, { questions, defended, half, not, share }] of entries) {
    const counts = terminal.style("dim", `${defended} defended, ${half} half, ${not} not of ${questions}`);
    terminal.line(`    ${name.padEnd(width)}  ${formatMeasure(share)}  ${counts}`);
  }
  terminal.line();
}

function printAgreement(
  terminal: Terminal,
  { judge, results, agreements }: BlindReport,
  agreement: BlindReport["agreements"][number],
): void {
  const { kappa, share, count, table } = agreement;
  const first = judge === "" ? "the first judge" : judge;
  const second = agreement.judge === "" ? "the second" : agreement.judge;
  const same = VERDICTS.reduce((sum, verdict) => sum + table[verdict][verdict], 0);
  terminal.line(
    `Agreement of ${first} and ${second}: ${formatMeasure(share ?? 0)}, ${same} of ${formatCount(count, "answer")}; Cohen's kappa ${kappa === null ? "is not defined, since both say the same of all" : formatMeasure(kappa)}`,
  );
  const index = agreements.indexOf(agreement);
  const apart = results.flatMap((result) => {
    const other = result.others[index] ?? null;
    return other === null || other.verdict === result.verdict ? [] : [{ result, other }];
  });
  for (const { result, other } of apart.slice(0, SHOWN_RESULTS)) {
    terminal.line(`    ${oneLine(result.question)}  ${terminal.style("dim", result.id)}`);
    terminal.line(`      ${first}: ${remarkOf(result)}`);
    terminal.line(`      ${second}: ${remarkOf(other)}`);
  }
  printRest(terminal, apart.length - SHOWN_RESULTS);
  terminal.line();
}

function printResults(terminal: Terminal, results: readonly BlindResult[], verdict: Verdict): void {
  const group = results.filter((result) => result.verdict === verdict);
  if (group.length === 0) return;
  const mark = verdict === "not" ? terminal.style("red", "✗") : terminal.style("yellow", "~");
  terminal.line(
    `${mark} ${terminal.style("bold", `${group.length} × ${VERDICT_LABELS[verdict].toLowerCase()}`)}`,
  );
  for (const result of group.slice(0, SHOWN_RESULTS)) {
    terminal.line(`    ${oneLine(result.question)}  ${terminal.style("dim", result.id)}`);
    terminal.line(`      expected ${expectedOf(result)}`);
    terminal.line(`      given    ${givenOf(result)}`);
    terminal.line(terminal.style("dim", `      ${remarkOf(result)}`));
  }
  printRest(terminal, group.length - SHOWN_RESULTS);
  terminal.line();
}

function printRest(terminal: Terminal, rest: number): void {
  if (rest > 0)
    terminal.line(terminal.style("dim", `    … and ${rest} more (--html FILE and --json have all)`));
}

export function expectedOf({ expectation, expectedUrls, expectedFacts }: BlindResult): string {
  return describeExpectation({ expectation, urls: expectedUrls, facts: expectedFacts });
}

export function givenOf({ kind, isFlatWrong, sources }: BlindResult): string {
  const cited = [
    ...new Set(sources.filter((source) => source.cited).map(({ url }) => withoutTextFragment(url))),
  ];
  switch (kind) {
    case "answer":
      return `an answer${cited.length === 0 ? "" : ` from ${cited.join(", ")}`}${isFlatWrong ? ", flatly" : ""}`;
    case "refusal":
      return "a refusal";
    case "conversation":
      return "a conversational reply";
    case "failure":
      return "no answer";
  }
}

/** Such as "half: quoted badly; the table is torn". */
export function remarkOf({ verdict, cause, note }: Pick<BlindResult, "verdict" | "cause" | "note">): string {
  const why = [cause === null ? "" : CAUSE_LABELS[cause], oneLine(note)].filter((text) => text !== "");
  const label = VERDICT_LABELS[verdict].toLowerCase();
  return why.length === 0 ? label : `${label}: ${why.join("; ")}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
