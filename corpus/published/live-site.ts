/** A live site, asked as politely as when it is crawled. */
import { CliError } from "../cli-error.ts";
import { CONCURRENCY, DEFAULT_RATE, type CrawlContext } from "../crawl/crawl-context.ts";
import { createScope } from "../crawl/crawl-scope.ts";
import { decodeText } from "../crawl/decode-body.ts";
import { isPassing } from "../crawl/http-failure.ts";
import { readPageFacts } from "../crawl/page-facts.ts";
import { readPagePlaces } from "../crawl/page-places.ts";
import { isPrivateHost } from "../crawl/private-address.ts";
import { ROBOT_NAME } from "../crawl/robots.ts";
import { createSiteClient, mediaTypeOf, type SiteAnswer } from "../crawl/site-client.ts";
import { bodyWords, isSoftNotFound, type SoftNotFound } from "../crawl/soft-not-found.ts";
import { readHostRobots } from "../crawl/start-page.ts";
import { isSameOwner, parseStartAddress } from "../crawl/web-address.ts";
import type { PublishedAnswer, PublishedSite } from "./published-site.ts";

export type LiveSiteContext = Pick<
  CrawlContext,
  "httpGet" | "now" | "delay" | "newId" | "settings" | "version" | "signal"
>;

const MAX_BYTES = 10 * 1024 * 1024;

/** @throws CliError where the address cannot be asked at all. */
export async function openLiveSite(
  address: string,
  context: LiveSiteContext,
  pageUrls: readonly string[],
): Promise<PublishedSite> {
  const start = parseStartAddress(address);
  const { settings, now } = context;
  const isPrivate = isPrivateHost(start.hostname);
  if (isPrivate && !settings.allowPrivate)
    throw new CliError("site-address-private", address, `${start.hostname} is a private address`);
  const rate = settings.requestsPerSecond ?? (isPrivate ? Number.POSITIVE_INFINITY : DEFAULT_RATE);
  const client = createSiteClient({
    httpGet: context.httpGet,
    now,
    delay: context.delay,
    userAgent: `${ROBOT_NAME}/${context.version} (+${settings.contact})`,
    allowPrivate: settings.allowPrivate,
    concurrency: CONCURRENCY,
    intervalMs: 1000 / rate,
    signal: context.signal,
  });
  const robots = await readHostRobots(start, client);
  if (robots.delayMs !== undefined) client.slowDown(robots.delayMs);
  const first = await client.get({
    url: start.href,
    maxBytes: () => MAX_BYTES,
    refuse: (target) =>
      isSameOwner(start, new URL(target)) ? undefined : { kind: "other-host", detail: `leads to ${target}` },
  });
  if (first.kind === "failed") throw new CliError("site-unreachable", start.href, first.failure.detail);
  const answered = new URL(first.url);
  const scope = createScope({ start, answered, include: [], exclude: [], isSitemap: true });
  const get = (url: string): Promise<SiteAnswer> =>
    client.get({
      url,
      maxBytes: (mediaType) => (/html|^$/.test(mediaType) ? MAX_BYTES : undefined),
      refuse: (target) =>
        scope.ownAddress(target) === undefined
          ? { kind: "other-host", detail: `leads to ${target}` }
          : undefined,
    });
  const nothing = await askForNothing();

  async function askForNothing(): Promise<SoftNotFound | undefined> {
    const url = new URL(`assistant-chat-${context.newId()}`, answered).href;
    const answer = await get(url);
    if (answer.kind !== "body") return undefined;
    const { text } = decodeText(answer.bytes, answer.headers["content-type"]);
    const redirectedTo = answer.url === url ? undefined : answer.url;
    return { facts: readPageFacts(text, answer.url, now()), redirectedTo, words: bodyWords(text, url) };
  }

  async function read(path: string): Promise<PublishedAnswer> {
    const url = new URL(path, answered.origin).href;
    if (!robots.allows(url)) return { kind: "unknown", detail: "robots.txt does not allow it to be asked" };
    const answer = await get(url);
    if (answer.kind === "failed") {
      const { kind, detail } = answer.failure;
      // A PDF answers, and has no places to look for.
      if (kind === "other-type")
        return { kind: "page", path, places: { title: "", heading: "", canonical: "", ids: new Set() } };
      const isUnknown = isPassing(answer.failure) || kind === "not-asked" || kind === "forbidden";
      return { kind: isUnknown ? "unknown" : "missing", detail };
    }
    if (answer.kind === "not-modified") return { kind: "unknown", detail: "answers 304 to a first request" };
    const { text } = decodeText(answer.bytes, answer.headers["content-type"]);
    const final = new URL(answer.url);
    if (nothing !== undefined && url !== answered.href) {
      const facts = readPageFacts(text, answer.url, now());
      if (await isSoftNotFound(nothing, { url, finalUrl: answer.url, facts }, () => Promise.resolve(text)))
        return { kind: "missing", detail: "answers as an address that nobody has" };
    }
    return { kind: "page", path: `${final.pathname}${final.search}`, places: readPagePlaces(text) };
  }

  const basePath = basePathOf(start, pageUrls);
  return {
    name: answered.href,
    origin: answered.origin,
    read,
    pathOf(pageUrl) {
      if (pageUrl.startsWith("/")) return `${basePath}${pageUrl}`;
      const { pathname, search } = new URL(pageUrl);
      return `${pathname}${search}`;
    },
    async knownPaths() {
      const html = first.kind === "body" && /html/.test(mediaTypeOf(first.headers["content-type"]));
      if (!html) return [];
      const { text } = decodeText(first.bytes, first.headers["content-type"]);
      const links = readPageFacts(text, answered.href, now()).links.flatMap((link) => {
        const own = scope.ownAddress(link);
        return own === undefined ? [] : [new URL(own).pathname];
      });
      return [...new Set(links)];
    },
  };
}

/** `https://host/project/` is where `/guide/` is `/project/guide/`, unless the pages' addresses have it already. */
function basePathOf(start: URL, pageUrls: readonly string[]): string {
  const path = start.pathname.replace(/\/[^/]*\.[^/]*$/, "/").replace(/\/+$/, "");
  return pageUrls.some((url) => url.startsWith(`${path}/`)) ? "" : path;
}
