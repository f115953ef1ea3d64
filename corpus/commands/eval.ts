import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../core/answer/answer-question.ts";
import { CliError } from "../cli-error.ts";
import type { Command, CommandContext } from "../command.ts";
import { readBaseline } from "../evaluate/compare.ts";
import { AnswerFailure } from "../evaluate/collect-answer.ts";
import { createCorpusTarget } from "../evaluate/corpus-target.ts";
import { createEndpointTarget } from "../evaluate/endpoint-target.ts";
import { evaluateQuestions } from "../evaluate/evaluate.ts";
import { checkGates, GATE_OPTIONS, gatesOf, shareOption } from "../evaluate/gates.ts";
import { renderHtmlReport } from "../evaluate/html-report.ts";
import { formatOutcomes } from "../evaluate/outcomes.ts";
import { nearestPage, pageKey, isExpectedAddress } from "../evaluate/page-address.ts";
import { printReport } from "../evaluate/print-report.ts";
import { buildDocuments } from "../evaluate/read-documents.ts";
import { readEvaluationSet, type EvaluationSet } from "../evaluate/read-set.ts";
import { createReport, type EvaluationReport } from "../evaluate/report.ts";
import { summarise } from "../evaluate/summary.ts";
import type { EvaluationTarget } from "../evaluate/target.ts";
import { openCorpusFolder } from "../open-folder.ts";
import {
  DEFAULT_CORPUS_FOLDER,
  DEFAULT_LANGUAGE,
  integerOption,
  languageOption,
  siteOption,
} from "../options.ts";
import { createProgress } from "../terminal/progress.ts";
import { PLACE_OPTIONS } from "./search.ts";

/** Enough to hide the way to the Worker, and few enough for a laptop's. */
const DEFAULT_CONCURRENCY = 4;
const MAX_CONCURRENCY = 32;

/** Warnings that a terminal shows. */
const SHOWN_WARNINGS = 10;

export const evalCommand: Command = {
  name: "eval",
  usage: "eval <questions> [options]",
  summary: "Measure search and answers on questions whose answers are known",
  options: {
    ...PLACE_OPTIONS,
    "qrels": { type: "string", value: "FILE", help: "relevance judgments: query-id, corpus-id, score" },
    "language": {
      type: "string",
      value: "TAG",
      help: `language of a folder with corpus.jsonl (default: ${DEFAULT_LANGUAGE})`,
    },
    "threshold": {
      type: "string",
      value: "N",
      help: `on a folder: refuse below this confidence (default: ${DEFAULT_CONFIDENCE_THRESHOLD})`,
    },
    "concurrency": {
      type: "string",
      value: "N",
      help: `with --endpoint: requests at once (default: ${DEFAULT_CONCURRENCY})`,
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
    "Shares are written as 0.85 or 85%. Each bound that is missed has a line, and the exit code is then 1.",
    "--json prints the complete result, which --baseline reads.",
  ].join("\n"),
  async run(context) {
    const { terminal, dependencies, positionals, options, process } = context;
    const [input] = positionals;
    if (input === undefined || positionals.length > 1) {
      throw new CliError("usage", "Name one file of questions, or one folder with a test set", "eval");
    }
    const cwd = process.cwd();
    const gates = gatesOf(options);
    const maxWorse = maxWorseOption(context);
    const baselineFile = options.text("baseline");
    const baseline = baselineFile === undefined ? undefined : await readBaseline(baselineFile, cwd);
    const progress = createProgress(terminal, ["read", "ask"], dependencies.now);
    progress.begin("read");
    const set = await readEvaluationSet(input, { cwd, qrels: options.text("qrels") });
    const target = await openTarget(context, set);
    const warnings = [...set.warnings, ...unknownPages(set, target)];

    const abort = new AbortController();
    process.onStop(() => abort.abort());
    const asking = progress.begin("ask");
    let results: EvaluationReport["results"];
    try {
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
    return report.gates.every(({ passed }) => passed) && report.counts.errors === 0 ? 0 : 1;
  },
};

async function openTarget(
  { process, dependencies, options }: CommandContext,
  { name, documents }: EvaluationSet,
): Promise<EvaluationTarget> {
  const endpoint = options.text("endpoint");
  if (endpoint !== undefined && documents === undefined) {
    return createEndpointTarget({
      endpoint,
      site: siteOption(options),
      concurrency: integerOption(options, "concurrency", {
        fallback: DEFAULT_CONCURRENCY,
        min: 1,
        max: MAX_CONCURRENCY,
      }),
      fetch: dependencies.fetch,
      delay: dependencies.delay,
    });
  }
  const threshold = shareOption(options, "threshold") ?? DEFAULT_CONFIDENCE_THRESHOLD;
  const { newId } = dependencies;
  if (documents !== undefined) {
    if (endpoint !== undefined || options.text("corpus") !== undefined) {
      throw new CliError(
        "usage",
        "A folder with corpus.jsonl is asked by itself, without --corpus or --endpoint",
        "eval",
      );
    }
    const corpus = await buildDocuments(documents, { site: "test-set", language: languageOption(options) });
    return createCorpusTarget(corpus, { kind: "documents", name, threshold, newId });
  }
  const folder = options.text("corpus") ?? DEFAULT_CORPUS_FOLDER;
  const corpus = await openCorpusFolder(folder, process.cwd());
  return createCorpusTarget(corpus, { kind: "folder", name: folder, threshold, newId });
}

/** Expected pages that the corpus does not have: a slip in the list, or a page that moved. */
function unknownPages({ questions }: EvaluationSet, target: EvaluationTarget): string[] {
  const pages = target.pages?.();
  if (pages === undefined || target.kind === "documents") return [];
  const known = new Map<string, string[]>();
  for (const page of pages) {
    const key = pathKey(page);
    known.set(key, [...(known.get(key) ?? []), page]);
  }
  const unknown = new Map<string, string[]>();
  for (const { id, relevant } of questions) {
    for (const { url } of relevant) {
      const page = url.split("#", 1)[0] ?? "";
      const isKnown = (known.get(pathKey(page)) ?? []).some((candidate) =>
        isExpectedAddress(page, candidate),
      );
      if (!isKnown) unknown.set(url, [...(unknown.get(url) ?? []), id]);
    }
  }
  return [...unknown].map(([url, ids]) => {
    const nearest = nearestPage(url, pages);
    const hint = nearest === undefined ? "" : `; did you mean ${nearest}?`;
    return `${url} (${ids.slice(0, 3).join(", ")}${ids.length > 3 ? ", …" : ""}) is no page of the corpus${hint}`;
  });
}

function pathKey(url: string): string {
  return pageKey(url).replace(/^https?:\/\/[^/]+/, "");
}

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
    try {
      await writeFile(resolve(process.cwd(), file), format(report));
    } catch (error) {
      throw new CliError("report-not-writable", file, (error as NodeJS.ErrnoException).code ?? String(error));
    }
  }
}
