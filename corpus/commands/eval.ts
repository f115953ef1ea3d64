import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../core/answer/answer-question.ts";
import { CliError } from "../cli-error.ts";
import type { Command, CommandContext } from "../command.ts";
import { BLIND_OPTIONS, checkBlindOptions, JUDGE_OPTIONS } from "../evaluate/blind/blind-options.ts";
import { runBlind } from "../evaluate/blind/run-blind.ts";
import { AnswerFailure } from "../evaluate/collect-answer.ts";
import { checkExpectations } from "../evaluate/check-expectations.ts";
import { readBaseline } from "../evaluate/compare.ts";
import { evaluateQuestions } from "../evaluate/evaluate.ts";
import { checkGates, GATE_OPTIONS, gatesOf } from "../evaluate/gates.ts";
import { renderHtmlReport } from "../evaluate/html-report.ts";
import { createTemporaryFolder, DEFAULT_CONCURRENCY, openTarget } from "../evaluate/open-target.ts";
import { formatOutcomes } from "../evaluate/outcomes.ts";
import { printReport } from "../evaluate/print-report.ts";
import { createRerankMeter, RERANK_OPTIONS } from "../evaluate/rerank-meter.ts";
import { questionsOfSite, readEvaluationSet } from "../evaluate/read-set.ts";
import { createReport, type EvaluationReport } from "../evaluate/report.ts";
import { summarise } from "../evaluate/summary.ts";
import type { EvaluationTarget } from "../evaluate/target.ts";
import { writeReportFile } from "../evaluate/write-report-file.ts";
import { DEFAULT_LANGUAGE, integerOption } from "../options.ts";
import { PLACE_OPTIONS } from "./search.ts";
import { createProgress } from "../terminal/progress.ts";

/** Warnings that a terminal shows. */
const SHOWN_WARNINGS = 10;

export const evalCommand: Command = {
  name: "eval",
  usage: "eval <questions> [options]",
  summary: "Measure search and answers on questions whose answers are known",
  options: {
    ...PLACE_OPTIONS,
    "source": {
      type: "string",
      value: "DIR",
      help: "build this folder of pages first, instead of --corpus, and ask that",
    },
    "base-url": { type: "string", value: "URL", help: "with --source: address of the site, as for build" },
    "qrels": { type: "string", value: "FILE", help: "relevance judgments: query-id, corpus-id, score" },
    "language": {
      type: "string",
      value: "TAG",
      help: `of --source, or of a folder with corpus.jsonl (default: ${DEFAULT_LANGUAGE})`,
    },
    "threshold": {
      type: "string",
      value: "N",
      help: `on a folder: refuse below this confidence (default: ${DEFAULT_CONFIDENCE_THRESHOLD})`,
    },
    "concurrency": {
      type: "string",
      value: "N",
      help: `with --endpoint or --judge: requests at once (default: ${DEFAULT_CONCURRENCY})`,
    },
    "html": { type: "string", value: "FILE", help: "write the report as one HTML page" },
    "baseline": { type: "string", value: "FILE", help: "an earlier --json result: show what changed" },
    "write-outcomes": {
      type: "string",
      value: "FILE",
      help: "write what came of each question, a line each, to be kept under version control",
    },
    "max-worse": {
      type: "string",
      value: "N",
      help: "with --baseline: at most this many questions worse than before",
    },
    ...RERANK_OPTIONS,
    ...BLIND_OPTIONS,
    ...JUDGE_OPTIONS,
    ...GATE_OPTIONS,
  },
  details: [
    "Questions are JSON lines, a JSON list or a CSV table with a header:",
    '  {"question": "Can I pay by invoice?", "urls": ["/billing/"], "facts": ["30 days"]}',
    '  {"question": "Do you sell gift cards?", "refuse": true}',
    "  question,url,facts,refuse",
    "A folder with corpus.jsonl, queries.jsonl and qrels.tsv (or qrels/test.tsv) is a test set of its own:",
    "its documents are indexed in memory.",
    "",
    "--blind writes each answer without what is expected of it, for a judge: to read, as a page to fill in with",
    "--html sheet.html, or as --json. --verdicts FILE then reads what was filled in and reports it. Where --corpus or",
    "--source is named too, it asks again and names verdicts on answers that have changed. --judge URL lets a model",
    "judge: the answers of --verdicts, beside the person whose they are, or those that it asks for.",
    "",
    "Shares are written as 0.85 or 85%. Each bound that is missed has a line, and the exit code is then 1.",
    "--json prints the complete result, which --baseline reads.",
  ].join("\n"),
  async run(context) {
    const { terminal, dependencies, positionals, options, process } = context;
    const [input] = positionals;
    if (input === undefined || positionals.length > 1) {
      throw new CliError("usage", "Name one file of questions, or one folder with a test set", "eval");
    }
    checkBlindOptions(options, evalCommand.options);
    if (options.flag("blind")) return runBlind(context, input);
    const cwd = process.cwd();
    const gates = gatesOf(options);
    const maxWorse = maxWorseOption(context);
    const baselineFile = options.text("baseline");
    const baseline = baselineFile === undefined ? undefined : await readBaseline(baselineFile, cwd);
    const meter = createRerankMeter(context);
    const progress = createProgress(terminal, ["read", "ask"], dependencies.now);
    progress.begin("read");
    const whole = await readEvaluationSet(input, { cwd, qrels: options.text("qrels") });
    const set = { ...whole, questions: questionsOfSite(whole, options.text("site")) };
    const abort = new AbortController();
    process.onStop(() => abort.abort());
    const temporary = createTemporaryFolder();
    let target: EvaluationTarget;
    let warnings: string[];
    let results: EvaluationReport["results"];
    try {
      target = await openTarget(context, set, temporary.path, meter?.ranker);
      warnings = [...set.warnings, ...(await checkExpectations(set.questions, target))];
      const asking = progress.begin("ask", "questions");
      results = await evaluateQuestions(set.questions, target, {
        signal: abort.signal,
        onProgress: (done, total) => asking.update(done, total),
      });
    } catch (error) {
      if (abort.signal.aborted) return 1;
      if (error instanceof AnswerFailure) throw new CliError("answer-failed", error.message);
      throw error;
    } finally {
      progress.end();
      await temporary.remove();
    }

    const summary = summarise(results);
    const report = createReport({
      set: set.name,
      target: {
        kind: target.kind,
        name: target.name,
        corpusVersion: target.corpusVersion() ?? null,
        threshold: target.threshold ?? null,
      },
      summary,
      results,
      warnings,
      gates: checkGates(gates, summary.measures),
      reranking: meter?.report(results) ?? null,
      baseline,
    });
    if (maxWorse !== undefined) report.gates.push(checkWorse(report, maxWorse));
    await writeFiles(context, report);
    for (const warning of warnings.slice(0, SHOWN_WARNINGS)) {
      terminal.note(`${terminal.styleNote("yellow", "!")} ${warning}`);
    }
    if (warnings.length > SHOWN_WARNINGS) {
      terminal.note(`  … and ${warnings.length - SHOWN_WARNINGS} more (--json lists all)`);
    }
    printReport(terminal, report);
    terminal.data(report);
    const isReranked = report.reranking === null || report.reranking.latencyMs !== null;
    return report.gates.every(({ passed }) => passed) && report.counts.errors === 0 && isReranked ? 0 : 1;
  },
};

function maxWorseOption({ options }: CommandContext): number | undefined {
  if (options.text("max-worse") === undefined) return undefined;
  if (options.text("baseline") === undefined) {
    throw new CliError("usage", "--max-worse belongs to --baseline", "eval");
  }
  return integerOption(options, "max-worse", { fallback: 0, min: 0, max: 1_000_000 });
}

function checkWorse({ comparison }: EvaluationReport, bound: number): EvaluationReport["gates"][number] {
  const value = comparison?.worse.length ?? 0;
  const passed = value <= bound;
  const label = "questions worse than before";
  const message = `--max-worse: ${label} are ${value}, ${passed ? "" : "not "}at most ${bound}`;
  return { option: "max-worse", label, bound, value, passed, message };
}

async function writeFiles({ process, options }: CommandContext, report: EvaluationReport): Promise<void> {
  const files = [
    [options.text("html"), renderHtmlReport] as const,
    [options.text("write-outcomes"), ({ results }: EvaluationReport) => formatOutcomes(results)] as const,
  ];
  for (const [file, format] of files) {
    if (file === undefined) continue;
    await writeReportFile(process.cwd(), file, format(report));
  }
}
