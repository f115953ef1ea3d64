/** The pages of a site, level by level: what the sitemaps name or the start leads to, and what these lead to. */
import { readFile } from "node:fs/promises";
import type { CrawlContext } from "./crawl-context.ts";
import type { CrawlReport, NotFollowedReason } from "./crawl-report.ts";
import type { CrawlScope } from "./crawl-scope.ts";
import type { FoundPages } from "./find-sitemaps.ts";
import { decodeText, sniffKind } from "./decode-body.ts";
import { generatedByPath } from "../read/generated-files.ts";
import { createLinkTraps } from "./link-traps.ts";
import { readPageFacts } from "./page-facts.ts";
import type { SitemapEntry } from "./parse-sitemap.ts";
import type { Robots } from "./robots.ts";
import { bodyWords, isSoftNotFound, type SoftNotFound } from "./soft-not-found.ts";
import { visitPage, type Visit, type VisitContext } from "./visit-page.ts";

export interface SiteCrawlInput {
  /** Of the start, where that is a page. */
  startVisit: Visit | undefined;
  /** Where the start was answered from. */
  answered: URL;
  robots: Robots;
  scope: CrawlScope;
  found: FoundPages;
  visiting: VisitContext;
  context: CrawlContext;
}

export interface CrawledPages {
  visits: Visit[];
  notFollowed: CrawlReport["notFollowed"];
}

/** Of the page that says that there is none. */
const MAX_PROBE_BYTES = 1024 * 1024;
/** Documents that pages lead to are read wherever they lie on the site. */
const LINKED_DOCUMENT = /\.(?:pdf|docx)$/i;
/** A page with a field for a password and fewer words is a log-in; a page that explains one says more. */
const MAX_LOGIN_WORDS = 150;

/**
 * The levels are asked one after the other and their links are taken in the order of the pages, so that a crawl that
 * meets a bound keeps the same pages every time, whichever of them answers first.
 */
export async function crawlPages(input: SiteCrawlInput): Promise<CrawledPages> {
  const { startVisit, scope, found, robots, visiting, context } = input;
  const { settings } = context;
  const isListed = found.pages.length > 0;
  const traps = createLinkTraps(settings.maxSimilar);
  const skipped = createSkipCounter();
  const queued = new Set<string>();
  const hashes = new Set<string>();
  const visits: Visit[] = [];
  let level: SitemapEntry[] = [];
  let depth = 0;
  let left = settings.maxPages;

  const enqueue = (url: string, lastmod?: string): void => {
    if (queued.has(url)) return;
    queued.add(url);
    if (left <= 0) {
      skipped.add("max-pages", url);
      return;
    }
    left -= 1;
    level.push({ url, ...(lastmod !== undefined && { lastmod }) });
  };
  /** @param isNamed by a sitemap or as the address of a page: only links are followed into traps. */
  const consider = (target: string, lastmod: string | undefined, isNamed: boolean): void => {
    // Most links of a site lead to pages that every page leads to.
    if (queued.has(target)) return;
    const url = scope.ownAddress(target);
    if (url === undefined) {
      skipped.add("other-host", target);
      return;
    }
    if (queued.has(url)) return;
    const verdict = scope.judge(url);
    const isDocument = LINKED_DOCUMENT.test(new URL(url).pathname);
    if (verdict === "excluded") skipped.add("excluded", url);
    else if (verdict === "outside" && !isDocument) skipped.add("outside", url);
    else if (isListed && !isNamed && !settings.followLinks && !isDocument) skipped.add("unlisted", url);
    else if (!isNamed && generatedByPath(new URL(url).pathname) !== undefined) skipped.add("generated", url);
    else if (!robots.allows(url)) {
      queued.add(url);
      visits.push({ url, outcome: "robots", detail: "not asked" });
    } else if (!isNamed && !traps.admit(url, depth)) skipped.add("endless", url);
    else enqueue(url, lastmod);
  };

  for (const url of found.foreign) skipped.add("other-host", url);
  for (const url of found.outside) skipped.add("outside", url);
  for (const url of found.excluded) skipped.add("excluded", url);
  const softNotFound = startVisit === undefined ? undefined : await askForNothing(input);
  const take = async (visit: Visit): Promise<void> => {
    const isStart = visit === startVisit;
    const judged = isStart ? visit : await judgeVisit(visit, softNotFound, visiting);
    const { record } = judged;
    if (record !== undefined) queued.add(record.finalUrl);
    // A start that is not wanted itself, by --include, is read for its links.
    if (!isStart || scope.judge(record?.finalUrl ?? visit.url) === "wanted") visits.push(judged);
    if (record?.facts === undefined) return;
    if (hashes.has(record.hash)) traps.foundSame(visit.url);
    hashes.add(record.hash);
    const { canonical, refresh, links } = record.facts;
    for (const named of [canonical, refresh]) {
      if (named !== undefined && scope.ownAddress(named) !== undefined) consider(named, undefined, true);
    }
    for (const link of links) consider(link, undefined, false);
  };

  if (startVisit !== undefined) {
    queued.add(startVisit.url);
    left -= 1;
  }
  for (const { url, lastmod } of found.pages) consider(url, lastmod, true);
  if (startVisit !== undefined) await take(startVisit);
  let done = startVisit === undefined ? 0 : 1;
  while (level.length > 0) {
    const current = level;
    level = [];
    depth += 1;
    const total = done + current.length;
    const results = await Promise.all(
      current.map(async ({ url, lastmod }) => {
        const visit = await visitPage(url, lastmod, visiting);
        context.onProgress?.((done += 1), total);
        return visit;
      }),
    );
    for (const visit of results) await take(visit);
  }
  if (found.hasMore) skipped.add("max-pages", found.pages.at(-1)?.url ?? "");
  return { visits, notFollowed: skipped.list() };
}

/** What the site answers for a page that does not exist; undefined where it says so with its status. */
async function askForNothing({
  answered,
  robots,
  scope,
  visiting,
  context,
}: SiteCrawlInput): Promise<SoftNotFound | undefined> {
  const url = new URL(`assistant-chat-${context.newId()}`, answered).href;
  if (!robots.allows(url)) return undefined;
  const answer = await visiting.client.get({
    url,
    maxBytes: () => MAX_PROBE_BYTES,
    refuse: (target) =>
      scope.ownAddress(target) === undefined
        ? { kind: "other-host", detail: `leads to ${target}` }
        : undefined,
  });
  if (answer.kind !== "body" || sniffKind(answer.bytes) !== "html") return undefined;
  const { text } = decodeText(answer.bytes, answer.headers["content-type"]);
  return {
    facts: readPageFacts(text, answer.url, context.now()),
    redirectedTo: answer.url === url ? undefined : answer.url,
    words: bodyWords(text, url),
  };
}

/** A page that says nothing but that it is not there, or not for everybody, is none. */
async function judgeVisit(
  visit: Visit,
  softNotFound: SoftNotFound | undefined,
  { store }: VisitContext,
): Promise<Visit> {
  const { url, record } = visit;
  if (record?.facts === undefined) return visit;
  const { facts, finalUrl } = record;
  if (facts.hasPasswordField && facts.words <= MAX_LOGIN_WORDS) {
    const detail = finalUrl === url ? "a form for a password" : `leads to ${finalUrl}`;
    return { url, outcome: "login", detail };
  }
  if (softNotFound === undefined) return visit;
  const isMissing = await isSoftNotFound(softNotFound, { url, finalUrl, facts }, () =>
    readFile(store.fileOf(record), "utf8"),
  );
  if (!isMissing) return visit;
  const { redirectedTo } = softNotFound;
  const detail =
    redirectedTo === undefined
      ? "the same as for an address that nobody has"
      : `leads to ${redirectedTo}, as all do that do not exist`;
  return { url, outcome: "soft-404", detail };
}

/** How many different addresses were not asked, with one of each kind. */
function createSkipCounter(): {
  add: (reason: NotFollowedReason, url: string) => void;
  list: () => CrawlReport["notFollowed"];
} {
  const byReason = new Map<NotFollowedReason, Set<string>>();
  return {
    add(reason, url) {
      const urls = byReason.get(reason);
      if (urls === undefined) byReason.set(reason, new Set([url]));
      else urls.add(url);
    },
    list: () =>
      [...byReason].map(([reason, urls]) => ({ reason, count: urls.size, example: [...urls][0] ?? "" })),
  };
}
