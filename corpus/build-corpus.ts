/** Sources in, artefact out: the work of `build`, also used by `dev`. */
import { join, resolve } from "node:path";
import type { IndexFormat } from "../core/corpus/format.ts";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../core/answer/answer-question.ts";
import { isSmallSite } from "../core/corpus/small-site.ts";
import { addStarters, encodeCorpus } from "../core/corpus/write-corpus.ts";
import type { CrawlSourcesInput } from "./crawl/crawl-sources.ts";
import {
  enrichChunks,
  planEnrichment,
  type EnrichmentInput,
  type EnrichmentPlan,
  type EnrichmentReport,
} from "./enrichment/enrich-chunks.ts";
import type { TokenCount } from "./completion/completion-client.ts";
import { embedChunks, type EmbedChunksOptions } from "./embedding/embed-chunks.ts";
import { readEncoderTable } from "./encoder/read-encoder-table.ts";
import {
  COMPANION_NAMES,
  writeArtefact,
  type Companions,
  type WrittenArtefact,
} from "./artefact/write-artefact.ts";
import { llmsText } from "./llms-text/llms-text.ts";
import type { Page } from "./page.ts";
import { readLinks } from "./artefact/links-file.ts";
import { leaveOutAnchors, type LeftOutLinks } from "./published/leave-out-anchors.ts";
import type { SkippedFile } from "./read/collect-files.ts";
import { mainLanguageOf } from "./main-language.ts";
import { summariseTexts, type PageSummary } from "./report/text-losses.ts";
import type { SiteChoice } from "./generators/find-sites.ts";
import { readSources, type SourcesReport } from "./read/read-sources.ts";

export interface BuildInput extends SiteChoice {
  sources: readonly string[];
  cwd: string;
  /** Folder of the artefact, relative to `cwd` or absolute. */
  out: string;
  site: string;
  /** BCP 47, of pages that name none. */
  language: string;
  /** The corpus is in that language, whatever its pages are in; default: in that of most of its words. */
  isLanguageGiven?: boolean;
  /** Without a trailing slash; "" for root-relative URLs. */
  baseUrl: string;
  /** Files above it are skipped; default by their kind. */
  maxBytes?: number | undefined;
  /** Where the reference pages of interfaces lie. */
  apiUrlPattern?: string | undefined;
  /** Epoch milliseconds; pages that are dated later are left out where their generator does so. Default: none is. */
  now?: number | undefined;
  /** Keeps older versions of pages; default false. */
  allVersions?: boolean;
  /** Writes `llms.txt` and `llms-full.txt` beside the manifest; default false: those of an earlier build are removed. */
  llmsTxt?: boolean;
  /** Default `packed`. */
  indexFormat?: IndexFormat;
  /** Compares questions with passages by the encoder of the corpus's language too, where there is one; default true. */
  encoder?: boolean;
  /** Embeds the passages, so that they are found by meaning too; vectors are kept beside `out` for the next build. */
  embeddings?: Pick<EmbedChunksOptions, "provider" | "delay" | "signal"> | undefined;
  /** A model writes questions and answers of the sections; its replies and a review file are kept beside `out`. */
  enrichment?: EnrichmentInput | undefined;
  /** How sites among the sources are read; they are kept beside `out` for the next build. */
  crawl?: Omit<CrawlSourcesInput, "folder"> | undefined;
}

export interface BuildProgress {
  onRead?: (done: number, total: number) => void;
  /** Before anything is sent. */
  onEnrichmentPlan?: (plan: EnrichmentPlan) => void;
  onEnrich?: (done: number, total: number, spent: TokenCount) => void;
  onEmbed?: (done: number, total: number) => void;
  onIndex?: () => void;
  onWrite?: (done: number, total: number) => void;
}

/** What `build --json` prints, complete. */
export interface BuildReport {
  out: string;
  site: string;
  language: string;
  corpusVersion: string;
  documents: number;
  chunks: number;
  words: number;
  /** Whether questions are compared with passages by an encoder, or by words alone. */
  encoded: boolean;
  /** Why they are not though they should be. */
  encoderProblem?: string;
  /** Passages that were embedded anew; absent without embeddings. */
  embedded?: number;
  /** What a model wrote ahead of time; absent without. */
  enrichment?: EnrichmentReport;
  /** Questions to begin with, made from headings; each is answered by these pages. */
  starters: string[];
  files: number;
  bytes: number;
  /** Where `llms.txt` and `llms-full.txt` lie; absent where they were not asked for. */
  llmsTxt?: string[];
  /** True where the folder held this version already. */
  unchanged: boolean;
  /** In the order of their files: the words that their passages hold, and what was dropped by why. */
  pages: PageSummary[];
  skipped: SkippedFile[];
  problems: SourcesReport["problems"];
  configurationProblems: string[];
  duplicates: SourcesReport["duplicates"];
  otherTypes: Record<string, number>;
  crawls: SourcesReport["crawls"];
  /** What a check against the published site found, where there was one. */
  links?: LeftOutLinks;
}

/** @throws CliError for sources and folders that cannot be used. */
export async function buildCorpus(input: BuildInput, progress: BuildProgress = {}): Promise<BuildReport> {
  const { site, baseUrl, indexFormat } = input;
  const { out, report, language, leftOutLinks } = await readForBuild(input, progress);
  const read = report.pages.flatMap((page) => page.chunks);
  const enriched =
    input.enrichment === undefined
      ? undefined
      : await enrichChunks(read, { out, language }, input.enrichment, {
          ...(progress.onEnrichmentPlan && { onPlan: progress.onEnrichmentPlan }),
          onProgress: progress.onEnrich,
        });
  const chunks = enriched?.chunks ?? read;
  const embedded =
    input.embeddings === undefined
      ? undefined
      : await embedChunks(chunks, {
          ...input.embeddings,
          cachePath: `${out}.embeddings`,
          onProgress: progress.onEmbed,
        });
  progress.onIndex?.();
  const table =
    input.encoder === false ? {} : await readEncoderTable(language, { isSmallSite: isSmallSite(chunks) });
  const indexed = await encodeCorpus({
    site,
    language,
    chunks,
    vectors: embedded?.file,
    encoderTable: table.bytes,
    ...(indexFormat !== undefined && { indexFormat }),
  });
  const encoded = await addStarters(indexed, chunks, DEFAULT_CONFIDENCE_THRESHOLD);
  const written: WrittenArtefact = await writeArtefact(
    out,
    encoded,
    progress.onWrite,
    input.llmsTxt === true ? llmsFiles(report.pages, { site, baseUrl }) : {},
  );
  const { pages, families: _, ...rest } = report;
  return {
    out,
    site,
    language,
    corpusVersion: encoded.manifest.corpusVersion,
    documents: pages.length,
    chunks: chunks.length,
    words: pages.reduce((sum, page) => sum + page.words, 0),
    encoded: encoded.manifest.encoder !== undefined,
    ...(table.problem !== undefined && { encoderProblem: table.problem }),
    ...(embedded !== undefined && { embedded: embedded.embedded }),
    ...(enriched !== undefined && { enrichment: enriched.report }),
    starters: encoded.manifest.starters ?? [],
    files: written.fileCount,
    bytes: written.bytes,
    unchanged: written.unchanged,
    ...(input.llmsTxt === true && { llmsTxt: COMPANION_NAMES.map((name) => join(out, name)) }),
    ...(leftOutLinks !== undefined && { links: leftOutLinks }),
    pages: summariseTexts(pages),
    ...rest,
  };
}

/** What a build with `enrichment` would ask a model, and what that would cost; nothing is sent or written. */
export async function planBuildEnrichment(
  input: BuildInput & { enrichment: EnrichmentInput },
  progress: Pick<BuildProgress, "onRead"> = {},
): Promise<EnrichmentPlan> {
  const { out, report } = await readForBuild(input, progress);
  return planEnrichment(
    report.pages.flatMap((page) => page.chunks),
    out,
    input.enrichment,
  );
}

interface ReadForBuild {
  /** Absolute. */
  out: string;
  report: SourcesReport;
  language: string;
  leftOutLinks: LeftOutLinks | undefined;
}

async function readForBuild(
  input: BuildInput,
  progress: Pick<BuildProgress, "onRead">,
): Promise<ReadForBuild> {
  const { sources, cwd, baseUrl, apiUrlPattern, maxBytes } = input;
  const { allVersions = false, generator, urlPattern, now } = input;
  const out = resolve(cwd, input.out);
  const report = await readSources({
    sources,
    cwd,
    maxBytes,
    allVersions,
    baseUrl,
    apiUrlPattern,
    language: input.language,
    isLanguageGiven: input.isLanguageGiven,
    crawl: input.crawl && { ...input.crawl, folder: `${out}.crawl` },
    generator,
    urlPattern,
    now,
    ...(progress.onRead !== undefined && { onProgress: progress.onRead }),
  });
  const language =
    input.isLanguageGiven === true ? input.language : mainLanguageOf(report.pages, input.language);
  const links = await readLinks(out);
  const leftOutLinks = links === undefined ? undefined : leaveOutAnchors(report.pages, links);
  return { out, report, language, leftOutLinks };
}

function llmsFiles(pages: readonly Page[], site: { site: string; baseUrl: string }): Companions {
  const { list, full } = llmsText(pages, site);
  const encoder = new TextEncoder();
  return { "llms.txt": encoder.encode(list), "llms-full.txt": encoder.encode(full) };
}
