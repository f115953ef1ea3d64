import { buildCorpus, planBuildEnrichment, type BuildInput } from "../build-corpus.ts";
import { CliError } from "../cli-error.ts";
import type { Command, CommandContext, OptionDescription } from "../command.ts";
import { CRAWL_OPTIONS, crawlSettings } from "../crawl/crawl-options.ts";
import { isSiteSource, type CrawlSourcesInput } from "../crawl/crawl-sources.ts";
import {
  apiUrlPatternOption,
  baseUrlOption,
  DEFAULT_CORPUS_FOLDER,
  DEFAULT_LANGUAGE,
  indexFormatOption,
  languageOption,
  maxBytesOption,
  siteChoiceOptions,
  siteOption,
} from "../options.ts";
import { packageVersion } from "../package-version.ts";
import { ENRICHMENT_OPTIONS, enrichmentInput } from "../enrichment/enrichment-options.ts";
import { enrichmentProblem } from "../enrichment/enrichment-model.ts";
import { costOf, formatUsd } from "../completion/price.ts";
import { describePlan, printEnrichment } from "../enrichment/print-enrichment.ts";
import { embeddingProblem, embeddingProviderFor } from "../embedding/build-embeddings.ts";
import { GENERATOR_NAMES } from "../generators/generator-names.ts";
import { PATTERN_WORDS } from "../generators/url-pattern.ts";
import { displayPath } from "../read/collect-files.ts";
import { printSourcesReport } from "../report/build-report.ts";
import { printLeftOutLinks } from "../report/print-published.ts";
import { formatBytes, formatCount, formatDuration } from "../terminal/format.ts";
import { createProgress } from "../terminal/progress.ts";

/** `check` has it too: what is kept beside the corpus is found by it. */
export const OUT_OPTION: OptionDescription = {
  type: "string",
  value: "DIR",
  help: `folder of the corpus (default: ${DEFAULT_CORPUS_FOLDER})`,
};

/** Options that say how sources are read; `check` has them too. */
export const SOURCE_OPTIONS: Record<string, OptionDescription> = {
  "base-url": { type: "string", value: "URL", help: "address of the site (default: root-relative URLs)" },
  "api-url-pattern": {
    type: "string",
    value: "P",
    help: "address of an OpenAPI operation, e.g. /reference#{operationId}",
  },
  "language": {
    type: "string",
    value: "TAG",
    help: `language of pages that name none (default: ${DEFAULT_LANGUAGE})`,
  },
  "all-versions": {
    type: "boolean",
    help: "keep older versions of pages too (default: only the newest of those that are nearly alike)",
  },
  "generator": {
    type: "string",
    value: "NAME",
    help: `what makes the site: ${GENERATOR_NAMES.join(", ")} (default: found by its configuration)`,
  },
  "url-pattern": {
    type: "string",
    value: "PATTERN",
    help: `addresses of pages, such as "/help/{path}/" or "/{lang}/docs/{path}.html" (default: the generator's rules)`,
  },
  "max-bytes": {
    type: "string",
    value: "N",
    help: "skip larger files (default: 5 MB for pages, 20 MB for .txt, 50 MB for PDF and Word, 64 MB for data)",
  },
  ...CRAWL_OPTIONS,
};

/** How the sites among the sources are read; undefined where there are none. */
export function crawlInput(
  { process, positionals, options, dependencies }: CommandContext,
  { signal, onProgress }: Pick<CrawlSourcesInput, "signal" | "onProgress">,
): Omit<CrawlSourcesInput, "folder"> | undefined {
  // Read in any case, so that a wrong value is told.
  const settings = crawlSettings(options);
  if (!positionals.some((source) => isSiteSource(source, process.cwd()))) return undefined;
  const { httpGet, now, delay, newId } = dependencies;
  const version = packageVersion();
  return { httpGet, now, delay, newId, settings, version, signal, ...(onProgress && { onProgress }) };
}

export const buildCommand: Command = {
  name: "build",
  usage: "build <source...> [options]",
  summary: "Make a corpus from folders, files and live sites",
  options: {
    "out": OUT_OPTION,
    "site": { type: "string", value: "ID", help: "id of the site (default: default)" },
    "format": {
      type: "string",
      value: "NAME",
      help: "how the index is written: packed (default), or lunr for plain Lunr JSON",
    },
    "embeddings": {
      type: "string",
      value: "MODEL",
      help: "embed the passages too, e.g. text-embedding-3-small (needs OPENAI_API_KEY)",
    },
    "no-encoder": {
      type: "boolean",
      help: "compare questions by words alone (default: by an encoder too, on English pages with sections)",
    },
    ...ENRICHMENT_OPTIONS,
    "llms-txt": { type: "boolean", help: "write llms.txt and llms-full.txt into the folder too" },
    ...SOURCE_OPTIONS,
  },
  details: [
    "Where a generator's configuration lies in the source or above it, pages and headings have the addresses",
    "that it gives them, and only its content folders are read. Elsewhere the address of a page is its path",
    "below the source, without the extension and without index, with a trailing slash; HTML files keep their",
    "name. A slug in the front matter replaces the path. Pages with draft: true are left out. The same input",
    "gives the same bytes, and a build that is stopped at any moment leaves the corpus of the build before it.",
    "",
    "A --url-pattern is the path below --base-url. It may hold:",
    ...Object.entries(PATTERN_WORDS).map(([word, meaning]) => `  ${`{${word}}`.padEnd(8)} ${meaning}`),
    "",
    "A source may be the address of a site, or of a sitemap: https://docs.example.com/. Its sitemaps name the",
    "pages, else its links do; only its own host is asked, below the path of the address, as robots.txt allows.",
    "What was fetched lies in <out>.crawl: a stopped build goes on there, and the next asks only for what changed.",
    "",
    "--json prints the complete report: what was skipped and why, and all duplicates.",
  ].join("\n"),
  async run(context) {
    const { process, terminal, dependencies, positionals, options } = context;
    if (positionals.length === 0)
      throw new CliError("usage", "Name a folder, a file or a site to build from", "build");
    const started = dependencies.now();
    const model = options.text("embeddings");
    const abort = new AbortController();
    const { signal } = abort;
    const enrichment = explainedNow(() => enrichmentInput(context, signal));
    let crawling: ReturnType<typeof progress.begin> | undefined;
    const crawl = crawlInput(context, {
      signal,
      onProgress: (done, total) => (crawling ??= progress.begin("crawl", "pages")).update(done, total),
    });
    const steps = [
      ...(crawl === undefined ? [] : ["crawl"]),
      "read",
      ...(enrichment === undefined ? [] : ["enrich"]),
      ...(model === undefined ? [] : ["embed"]),
      "index",
      "write",
    ];
    const progress = createProgress(terminal, steps, dependencies.now);
    if (model !== undefined || crawl !== undefined || enrichment !== undefined) {
      process.onStop(() => abort.abort());
    }
    let reading: ReturnType<typeof progress.begin> | undefined;
    if (crawl === undefined) reading = progress.begin("read", "pages");
    else crawling = progress.begin("crawl", "pages");
    let enriching: ReturnType<typeof progress.begin> | undefined;
    let embedding: ReturnType<typeof progress.begin> | undefined;
    let writing: ReturnType<typeof progress.begin> | undefined;
    const input: BuildInput = {
      sources: positionals,
      cwd: process.cwd(),
      out: options.text("out") ?? DEFAULT_CORPUS_FOLDER,
      site: siteOption(options),
      language: languageOption(options),
      isLanguageGiven: options.text("language") !== undefined,
      baseUrl: baseUrlOption(options),
      apiUrlPattern: apiUrlPatternOption(options),
      ...siteChoiceOptions(options),
      now: dependencies.now(),
      indexFormat: indexFormatOption(options),
      encoder: !options.flag("no-encoder"),
      crawl,
      allVersions: options.flag("all-versions"),
      llmsTxt: options.flag("llms-txt"),
      maxBytes: maxBytesOption(options),
    };
    const onRead = (done: number, total: number): void =>
      (reading ??= progress.begin("read", "pages")).update(done, total);
    if (enrichment?.isDryRun === true) {
      const plan = await explained(signal, () => planBuildEnrichment({ ...input, enrichment }, { onRead }));
      progress.end();
      terminal.data(plan);
      terminal.line(describePlan(plan));
      return 0;
    }
    const report = await explained(
      signal,
      () =>
        buildCorpus(
          {
            ...input,
            enrichment,
            embeddings:
              model === undefined
                ? undefined
                : {
                    provider: embeddingProviderFor(model, process.env, dependencies.fetch),
                    delay: dependencies.delay,
                    signal,
                  },
          },
          {
            onRead,
            onEnrichmentPlan: (plan) => terminal.note(describePlan(plan)),
            onEnrich: (done, total, spent) => {
              const price = enrichment?.model.price;
              const cost = price === undefined ? "" : formatUsd(costOf(spent, price));
              (enriching ??= progress.begin("enrich", "sections")).update(done, total, cost);
            },
            onEmbed: (done, total) => (embedding ??= progress.begin("embed", "passages")).update(done, total),
            onIndex: () => progress.begin("index"),
            onWrite: (done, total) => (writing ??= progress.begin("write", "files")).update(done, total),
          },
        ),
      () => enriching !== undefined && embedding === undefined,
    );
    progress.end();

    terminal.data(report);
    printSourcesReport(terminal, report);
    if (report.encoderProblem !== undefined) {
      terminal.note(`${terminal.styleNote("yellow", "!")} ${report.encoderProblem}`);
    }
    if (report.links !== undefined) printLeftOutLinks(terminal, report.links);
    if (report.enrichment !== undefined) printEnrichment(terminal, report.enrichment, process.cwd());
    const out = displayPath(report.out, process.cwd());
    const figures = [
      formatCount(report.documents, "page"),
      formatCount(report.chunks, "passage"),
      formatBytes(report.bytes),
      formatDuration(dependencies.now() - started),
    ].join(", ");
    terminal.line(
      `${terminal.style("green", "✓")} ${terminal.style("bold", out)} ${report.unchanged ? "is up to date" : "built"}: ${figures}, version ${report.corpusVersion}`,
    );
    if (report.llmsTxt !== undefined) {
      terminal.note(
        terminal.styleNote(
          "dim",
          `  llms.txt and llms-full.txt lie in ${out}: put them at the root of your site`,
        ),
      );
    }
    terminal.note(
      terminal.styleNote("dim", `  Try it: npx assistant-chat search "your words" --corpus ${out}`),
    );
    return 0;
  },
};

/** What fails while a model is asked or passages are embedded has a fix that its error names. */
async function explained<T>(
  signal: AbortSignal,
  work: () => Promise<T>,
  isEnriching: () => boolean = () => false,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CliError) throw error;
    if (signal.aborted) throw new CliError(isEnriching() ? "enrichment-stopped" : "embedding-stopped");
    throw explanationOf(error);
  }
}

function explainedNow<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explanationOf(error);
  }
}

function explanationOf(error: unknown): unknown {
  const enriching = enrichmentProblem(error);
  if (enriching !== undefined) return new CliError("enrichment-failed", enriching);
  const embedding = embeddingProblem(error);
  return embedding === undefined ? error : new CliError("embedding-failed", embedding);
}
