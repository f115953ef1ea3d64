/**
 * A live site as files: its pages are found by its sitemaps, else by its links, and fetched politely into the store
 * beside the corpus. The same readers read them that read files.
 */
import { CliError } from "../cli-error.ts";
import { unconfiguredSite } from "../generators/site.ts";
import { percentDecoded } from "../parse/percent-encoding.ts";
import { formatCount } from "../terminal/format.ts";
import type { SourceFile } from "../read/collect-files.ts";
import { choosePages, type ChosenPage } from "./choose-pages.ts";
import { CONCURRENCY, DEFAULT_RATE, type CrawlContext } from "./crawl-context.ts";
import type { CrawlReport } from "./crawl-report.ts";
import { createScope, type CrawlScope } from "./crawl-scope.ts";
import type { PageRecord } from "./crawl-store.ts";
import { findSitemapPages, readNamedSitemap, type FoundPages } from "./find-sitemaps.ts";
import type { HttpFailure } from "./http-failure.ts";
import { isPrivateHost } from "./private-address.ts";
import { EVERYTHING_ALLOWED, ROBOT_NAME, type Robots } from "./robots.ts";
import { createSiteClient } from "./site-client.ts";
import { crawlPages } from "./site-crawl.ts";
import { readSitemapFile } from "./sitemap-file.ts";
import { readStart, startFromFile } from "./start-page.ts";
import type { VisitContext } from "./visit-page.ts";
import { isWebAddress, parseStartAddress } from "./web-address.ts";

export interface CrawledSite {
  /** In the order of their addresses. */
  files: SourceFile[];
  /** What the store is to keep. */
  records: PageRecord[];
  report: CrawlReport;
  /** False where pages are missing that another run may get. */
  isComplete: boolean;
}

/** A page with fewer words than this waits for its scripts. */
const MIN_WORDS = 20;

/** @throws CliError where the site cannot be read at all. */
export async function crawlSite(source: string, context: CrawlContext): Promise<CrawledSite> {
  const file = isWebAddress(source) ? undefined : readSitemapFile(source, context.cwd);
  if (file !== undefined && file.start === undefined)
    throw new CliError("site-sitemap-empty", source, "it names no page");
  const start = file?.start ?? parseStartAddress(source);
  const { settings, signal, store } = context;
  const isPrivate = isPrivateHost(start.hostname);
  if (isPrivate && !settings.allowPrivate)
    throw new CliError("site-address-private", source, `${start.hostname} is a private address`);
  let requests = 0;
  const rate = settings.requestsPerSecond ?? (isPrivate ? Number.POSITIVE_INFINITY : DEFAULT_RATE);
  const client = createSiteClient({
    httpGet: (request) => {
      requests += 1;
      return context.httpGet(request);
    },
    now: context.now,
    delay: context.delay,
    userAgent: `${ROBOT_NAME}/${context.version} (+${settings.contact})`,
    allowPrivate: settings.allowPrivate,
    concurrency: CONCURRENCY,
    intervalMs: 1000 / rate,
    signal,
  });
  // Where redirects may lead is known once the start has been read; until then only the start is asked.
  let scope: CrawlScope | undefined;
  let robots: Robots = EVERYTHING_ALLOWED;
  const visiting: VisitContext = {
    client,
    store,
    now: context.now,
    maxBytes: context.maxBytes,
    refresh: settings.refresh,
    refuse: (url) => (scope === undefined ? undefined : refuseRedirect(url, scope, robots)),
  };
  const begun =
    file === undefined ? await readStart(start, visiting) : await startFromFile(start, file.bytes, client);
  const { answered } = begun;
  robots = begun.robots;
  if (robots.delayMs !== undefined) client.slowDown(robots.delayMs);

  const isSitemap = begun.kind === "sitemap";
  scope = createScope({ start, answered, include: settings.include, exclude: settings.exclude, isSitemap });
  const search = { client, robots, scope, maxPages: settings.maxPages };
  const found = isSitemap
    ? await readNamedSitemap(answered.href, begun.answer, search)
    : await findSitemapPages(
        [...robots.sitemaps, ...(begun.visit.record?.facts?.sitemaps ?? [])],
        sitemapFolders(answered, scope),
        search,
      );
  if (isSitemap && found.pages.length === 0)
    throw new CliError("site-sitemap-empty", answered.href, describeEmpty(found));

  const startVisit = isSitemap ? undefined : begun.visit;
  const crawled = await crawlPages({ startVisit, answered, robots, scope, found, visiting, context });
  const chosen = choosePages(crawled.visits, scope.ownAddress);
  const languages = new Map(
    chosen.pages.flatMap(({ record: { facts } }) => Object.entries(facts?.alternates ?? {})),
  );
  const notes = [...chosen.notes];
  if (robots.delayMs !== undefined)
    notes.push(`robots.txt asks for ${robots.delayMs / 1000} s between two requests.`);
  const shells = chosen.pages.filter(
    ({ record: { facts } }) => facts?.hasEmptyMount === true && facts.words < MIN_WORDS,
  );
  if (shells.length > 0)
    notes.push(
      `${formatCount(shells.length, "page")} such as ${shells[0]?.record.finalUrl} have no text until a browser runs their scripts: build from their sources, or let the site be rendered.`,
    );
  if (client.hasGivenUp)
    notes.push(
      "The site stopped answering before all of its pages were read: run the same command to go on.",
    );
  return {
    files: chosen.pages.map((page) => sourceFile(page, answered, scope, { ...context, languages })),
    records: crawled.visits.flatMap(({ record }) => (record === undefined ? [] : [record])),
    report: {
      source,
      address: answered.href,
      from: found.pages.length > 0 ? "sitemap" : "links",
      requests,
      resumed: store.resumedCount,
      sitemaps: found.sitemaps,
      pages: chosen.outcomes,
      notFollowed: crawled.notFollowed,
      notes,
    },
    isComplete: !client.hasGivenUp,
  };
}

/** A redirect is followed within the site, and not to where robots may not go. */
function refuseRedirect(url: string, scope: CrawlScope, robots: Robots): HttpFailure | undefined {
  const own = scope.ownAddress(url);
  if (own === undefined) return { kind: "other-host", detail: `leads to ${url}` };
  if (scope.judge(own) === "excluded")
    return { kind: "other-host", detail: `leads to ${url}, which --exclude leaves out` };
  if (!robots.allows(own)) return { kind: "robots", detail: `leads to ${url}` };
  return undefined;
}

/** Where sitemaps usually lie: at the root of the host, and at that of a site below a path of it. */
function sitemapFolders(answered: URL, { path }: CrawlScope): string[] {
  const folder = new URL(path.endsWith("/") ? path : `${path}/`, answered.origin).href;
  const root = `${answered.origin}/`;
  return folder === root ? [root] : [folder, root];
}

function describeEmpty({ foreign, outside, excluded, sitemaps }: FoundPages): string {
  if (foreign.length > 0)
    return `all of its ${foreign.length} pages are on other hosts, such as ${foreign[0]}`;
  if (outside.length + excluded.length > 0) return "--include and --exclude leave out all of its pages";
  const problem = sitemaps.find(({ detail }) => detail !== undefined);
  return problem === undefined ? "it names no page" : `${problem.url} ${problem.detail}`;
}

function sourceFile(
  { record, address }: ChosenPage,
  answered: URL,
  scope: CrawlScope,
  { store, baseUrl, languages }: CrawlContext & { languages: ReadonlyMap<string, string> },
): SourceFile {
  const language = record.facts?.language ?? languages.get(record.finalUrl);
  return {
    file: store.fileOf(record),
    path: record.finalUrl,
    site: unconfiguredSite(store.folder),
    sitePath: percentDecoded(new URL(record.finalUrl).pathname).replace(/^\/+/, ""),
    url: baseUrl === "" ? address : rebased(record.finalUrl, answered, scope, baseUrl),
    name: record.name,
    bytes: record.bytes,
    hash: record.hash,
    ...(language !== undefined && { language }),
  };
}

/** The base URL of the user stands for the path that the site was read below: of a copy, or of a site not yet public. */
function rebased(address: string, answered: URL, { path }: CrawlScope, baseUrl: string): string {
  const { pathname, search } = new URL(address);
  const prefix = path.replace(/\/+$/, "");
  return pathname === prefix || pathname.startsWith(`${prefix}/`)
    ? `${baseUrl}${pathname.slice(prefix.length) || "/"}${search}`
    : new URL(`${pathname}${search}`, new URL(baseUrl, answered).origin).href;
}
