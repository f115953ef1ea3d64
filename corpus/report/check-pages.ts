import { parsePageDate } from "../parse/page-date.ts";
import type { Page } from "../page.ts";
import { checkLinks } from "./check-links.ts";
import type { Finding } from "./finding.ts";
import { findTextLosses } from "./text-losses.ts";

/** A page with fewer words rarely answers anything. */
export const MIN_PAGE_WORDS = 30;
/** A code block or a table this long is found but not read: it should be a page or a file of its own. */
const OVERSIZE_WORDS = 1500;
const DAY_MS = 86_400_000;

export interface CheckOptions {
  /** Epoch milliseconds. */
  now: number;
  /** A page whose date is older is reported as stale. */
  staleAfterDays: number;
  /** Without a trailing slash; links to it are internal. */
  baseUrl: string;
  /** Pages that are on the site and not in the corpus: links may lead to them. */
  olderVersions?: readonly Page[];
}

/** What an editor should look at, page by page, in the order of the pages. */
export function checkPages(
  pages: readonly Page[],
  { now, staleAfterDays, baseUrl, olderVersions = [] }: CheckOptions,
): Finding[] {
  const findings: Finding[] = [];
  for (const page of pages) {
    const { path } = page;
    if (page.titleFromFileName) {
      findings.push({
        kind: "missing-title",
        path,
        detail: `no title and no heading; shown as "${page.title}"`,
      });
    }
    if (page.words < MIN_PAGE_WORDS)
      findings.push({ kind: "too-short", path, detail: `${page.words} words` });
    const ageDays = page.date === undefined ? undefined : (now - parsePageDate(page.date)) / DAY_MS;
    if (ageDays !== undefined && ageDays > staleAfterDays) {
      findings.push({ kind: "stale", path, detail: `last dated ${page.date}` });
    }
    for (const [index, words] of page.chunkWords.entries()) {
      if (words > OVERSIZE_WORDS) {
        findings.push({
          kind: "oversize-passage",
          path,
          detail: `${page.chunks[index]?.url}: ${words} words`,
        });
      }
    }
  }
  const losses = findTextLosses(pages).map((loss): Finding => ({ kind: "lost-text", ...loss }));
  return [...findings, ...losses, ...checkLinks(pages, baseUrl, olderVersions)];
}
