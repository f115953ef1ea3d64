import { resolve } from "node:path";
import { CliError } from "../cli-error.ts";
import type { Command } from "../command.ts";
import {
  apiUrlPatternOption,
  baseUrlOption,
  DEFAULT_CORPUS_FOLDER,
  integerOption,
  languageOption,
  maxBytesOption,
  siteChoiceOptions,
} from "../options.ts";
import type { SkippedFile } from "../read/collect-files.ts";
import { readSources } from "../read/read-sources.ts";
import { printSourcesReport } from "../report/build-report.ts";
import { groupBy, printGroup } from "../report/print-group.ts";
import { checkPages, MIN_PAGE_WORDS } from "../report/check-pages.ts";
import { FINDING_KINDS, type Finding } from "../report/finding.ts";
import { formatCount } from "../terminal/format.ts";
import { createProgress } from "../terminal/progress.ts";
import { printPublished } from "../report/print-published.ts";
import { checkPublished } from "./check-published.ts";
import { crawlInput, OUT_OPTION, SOURCE_OPTIONS } from "./build.ts";

const DEFAULT_STALE_DAYS = 730;

const LABELS: Readonly<Record<Finding["kind"], string>> = {
  "missing-title": "without a title",
  "too-short": `below ${MIN_PAGE_WORDS} words`,
  "broken-link": "link to no page",
  "broken-anchor": "link to no place on its page",
  "stale": "stale",
  "oversize-passage": "code block or table too long to be read as an answer",
  "lost-text": "page that lost text which readers see",
  "page-not-published": "page that is not on the published site",
  "anchor-not-published": "anchor that is not on its published page",
  "title-not-published": "page with another title than the published one",
  "page-moved": "page that is redirected",
  "page-not-asked": "page that could not be asked for",
};

/** Why a file is left out as it is meant to be: nothing for an editor to look at. */
const MEANT: ReadonlySet<SkippedFile["reason"]> = new Set([
  "draft",
  "noindex",
  "outside-content",
  "output-folder",
  "not-a-page",
]);

export const checkCommand: Command = {
  name: "check",
  usage: "check <source...> [options]",
  summary: "Report what an editor should look at: empty, short, duplicate, broken links, no title, stale",
  options: {
    "out": OUT_OPTION,
    ...SOURCE_OPTIONS,
    "stale-days": {
      type: "string",
      value: "N",
      help: `report pages dated longer ago (default: ${DEFAULT_STALE_DAYS})`,
    },
    "online": {
      type: "string",
      value: "URL",
      help: "look for every page and anchor on the live site at this address too",
    },
    "against": {
      type: "string",
      value: "DIR",
      help: "the same in a folder of rendered HTML, without a network",
    },
    "strict": { type: "boolean", help: "exit with 1 where anything is found" },
  },
  details:
    "Reads the pages as build does, and writes nothing. Links are checked between the pages of the sources;\nother sites are never asked. --online and --against name the setting that would mend what is not found, and\nkeep it in <out>.links.json: the next build leaves out anchors that are not there. The exit code is 1 only\nwith --strict.",
  async run(context) {
    const { process, terminal, dependencies, positionals, options } = context;
    if (positionals.length === 0) throw new CliError("usage", "Name a folder or a file to check", "check");
    const staleAfterDays = integerOption(options, "stale-days", {
      fallback: DEFAULT_STALE_DAYS,
      min: 1,
      max: 36_500,
    });
    const baseUrl = baseUrlOption(options);
    const abort = new AbortController();
    let crawling: ReturnType<typeof progress.begin> | undefined;
    const crawl = crawlInput(context, {
      signal: abort.signal,
      onProgress: (done, total) => (crawling ??= progress.begin("crawl", "pages")).update(done, total),
    });
    const { online, against } = { online: options.text("online"), against: options.text("against") };
    if (online !== undefined && against !== undefined)
      throw new CliError("usage", "Choose one of --online and --against", "check");
    const looksOutside = online !== undefined || against !== undefined;
    if (crawl !== undefined || online !== undefined) process.onStop(() => abort.abort());
    const steps = [...(crawl === undefined ? [] : ["crawl"]), "read", ...(looksOutside ? ["compare"] : [])];
    const progress = createProgress(terminal, steps, dependencies.now);
    let reading: ReturnType<typeof progress.begin> | undefined;
    if (crawl === undefined) reading = progress.begin("read", "pages");
    else crawling = progress.begin("crawl", "pages");
    const out = resolve(process.cwd(), options.text("out") ?? DEFAULT_CORPUS_FOLDER);
    const report = await readSources({
      sources: positionals,
      cwd: process.cwd(),
      maxBytes: maxBytesOption(options),
      allVersions: options.flag("all-versions"),
      baseUrl,
      apiUrlPattern: apiUrlPatternOption(options),
      language: languageOption(options),
      isLanguageGiven: options.text("language") !== undefined,
      ...siteChoiceOptions(options),
      now: dependencies.now(),
      crawl: crawl && { ...crawl, folder: `${out}.crawl` },
      onProgress: (done, total) => (reading ??= progress.begin("read", "pages")).update(done, total),
    });
    const { pages, families, ...sources } = report;
    const olderVersions = families.flatMap(({ older }) => older);
    const findings = checkPages(pages, { now: dependencies.now(), staleAfterDays, baseUrl, olderVersions });
    const published = looksOutside
      ? await checkPublished(pages, { context, out, signal: abort.signal, progress })
      : undefined;
    progress.end();
    if (published !== undefined) findings.push(...published.findings);

    terminal.data({
      pages: pages.length,
      findings,
      ...sources,
      ...(published !== undefined && { published: published.report }),
    });
    if (published !== undefined) printPublished(terminal, published.report);
    const byKind = groupBy(findings, (finding) => finding.kind);
    for (const kind of FINDING_KINDS) {
      const found = byKind.get(kind) ?? [];
      printGroup(
        terminal,
        `${found.length} × ${LABELS[kind]}`,
        found.map(({ path, detail }) => `${path}: ${detail}`),
      );
    }
    printSourcesReport(terminal, { ...sources, pages: [] });
    const doubts =
      findings.length +
      report.skipped.filter(({ reason }) => !MEANT.has(reason)).length +
      report.problems.length +
      report.duplicates.exact.length +
      report.duplicates.near.length;
    terminal.line(
      doubts === 0
        ? `${terminal.style("green", "✓")} ${formatCount(pages.length, "page")}, nothing to look at`
        : `${formatCount(pages.length, "page")}, ${formatCount(doubts, "thing")} to look at`,
    );
    return options.flag("strict") && doubts > 0 ? 1 : 0;
  },
};
