/** From sources to pages: what `build` and `check` share. */
import { join } from "node:path";
import type { DocumentProblem } from "../formats/document.ts";
import type { Page } from "../page.ts";
import { CliError } from "../cli-error.ts";
import { isRead, OUTCOME_LABELS, type CrawlReport } from "../crawl/crawl-report.ts";
import { crawlSources, isSiteSource, type CrawlSourcesInput } from "../crawl/crawl-sources.ts";
import type { SiteChoice } from "../generators/find-sites.ts";
import { findDuplicates, type Duplicates } from "../report/duplicates.ts";
import { findPageFamilies, type PageFamily } from "../report/page-families.ts";
import { collectFiles, countOtherType, type SkippedFile } from "./collect-files.ts";
import { placeSiteFacts } from "../structured-data/place-site-facts.ts";
import { settleAddresses } from "./settle-addresses.ts";
import { surveySites } from "./survey-sites.ts";
import { openReadCache } from "./read-cache.ts";
import { readPagesCached } from "./read-pages-cached.ts";
import { readPages, type ReadPagesOptions } from "./read-pages.ts";

export interface ReadSourcesInput extends ReadPagesOptions, SiteChoice {
  sources: readonly string[];
  cwd: string;
  /** Files above it are skipped; default by their kind. */
  maxBytes?: number | undefined;
  /** Keeps older versions of pages; default false: only the newest of a family is kept. */
  allVersions?: boolean;
  /** How sites among the sources are read; needed where there are any. */
  crawl?: CrawlSourcesInput | undefined;
}

export interface SourcesReport {
  /** In the order of their files. */
  pages: Page[];
  /** Versions of one page, of which only the newest is among the pages; the others are skipped. */
  families: PageFamily[];
  skipped: SkippedFile[];
  problems: (DocumentProblem & { path: string })[];
  /** What of the generators' configuration could not be read, a sentence each. */
  configurationProblems: string[];
  /** Chunks with the same and with nearly the same text. */
  duplicates: Duplicates;
  /** Files that are no pages, by extension. */
  otherTypes: Record<string, number>;
  /** One for each site among the sources. */
  crawls: CrawlReport[];
}

/** @throws CliError where a source is missing or no page is left. */
export async function readSources({
  sources,
  cwd,
  maxBytes,
  allVersions = false,
  crawl,
  generator,
  urlPattern,
  ...options
}: ReadSourcesInput): Promise<SourcesReport> {
  const addresses = sources.filter((source) => isSiteSource(source, cwd));
  const collected = await collectFiles(
    sources.filter((source) => !addresses.includes(source)),
    { cwd, maxBytes, generator, urlPattern },
  );
  const sites =
    addresses.length === 0 || crawl === undefined
      ? []
      : await crawlSources(addresses, crawl, { baseUrl: options.baseUrl, maxBytes, cwd });
  const crawls = sites.map(({ report }) => report);
  const files = [...collected.files, ...sites.flatMap((site) => site.files)];
  const { skipped, otherTypes } = collected;
  const cache = crawl === undefined ? undefined : await openReadCache(join(crawl.folder, "read"));
  const surveys = await surveySites(files, cache);
  const results =
    cache === undefined
      ? await readPages(files, { ...options, surveys })
      : await readPagesCached(files, { ...options, surveys, cache });
  await cache?.finish();
  if (crawl?.signal.aborted === true) throw new CliError("crawl-stopped", "All that was fetched is");
  const problems: SourcesReport["problems"] = [];
  const found: Page[] = [];
  for (const [index, result] of results.entries()) {
    const path = files[index]?.path ?? "";
    const faults = [...result.problems, ...result.pages.flatMap((page) => page.problems)];
    problems.push(...faults.map((problem) => ({ path, ...problem })));
    skipped.push(...result.skipped);
    if (result.isOther === true) countOtherType(otherTypes, path);
    found.push(...result.pages);
  }
  const settled = settleAddresses(found);
  skipped.push(...settled.skipped);
  const allPages = settled.pages;
  const families = allVersions ? [] : findPageFamilies(allPages);
  const older = new Set(families.flatMap((family) => family.older));
  const pages = placeSiteFacts(allPages.filter((page) => !older.has(page)));
  for (const { newest, older: versions } of families) {
    for (const { path } of versions)
      skipped.push({ path, reason: "older-version", detail: `the newest is ${newest.path}` });
  }
  if (pages.length === 0)
    throw new CliError("nothing-to-build", sources.join(", "), describeSkipped(skipped, otherTypes, crawls));
  const signed = pages.flatMap((page) =>
    page.chunks.map((chunk, index) => ({
      url: chunk.url,
      signature: page.signatures[index] ?? { exact: chunk.id, minima: new Uint32Array(0) },
    })),
  );
  return {
    pages,
    families,
    skipped,
    problems,
    configurationProblems: collected.problems,
    duplicates: findDuplicates(signed),
    otherTypes,
    crawls,
  };
}

function describeSkipped(
  skipped: readonly SkippedFile[],
  otherTypes: Readonly<Record<string, number>>,
  crawls: readonly CrawlReport[],
): string {
  const parts: string[] = [];
  for (const { pages, notes } of crawls) {
    parts.push(...notes.map((note) => note.replace(/\.$/, "")));
    const lost = pages.filter(({ outcome }) => !isRead(outcome));
    const [example] = lost;
    if (example !== undefined) {
      const more = lost.length > 1 ? ` and ${lost.length - 1} more` : "";
      parts.push(`${example.url}: ${OUTCOME_LABELS[example.outcome]}${more}`);
    }
  }
  const [first] = skipped;
  if (first !== undefined) {
    const more = skipped.length > 1 ? ` and ${skipped.length - 1} more` : "";
    parts.push(`${first.path} was skipped (${first.reason})${more}`);
  }
  const others = Object.values(otherTypes).reduce((sum, count) => sum + count, 0);
  if (others > 0) parts.push(`${others} files of other types were found`);
  return parts.join(", ");
}
