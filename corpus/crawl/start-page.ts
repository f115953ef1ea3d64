/** The first page of a crawl, and what robots.txt says before it is asked for. */
import { CliError } from "../cli-error.ts";
import { fileNameOf } from "./answer-format.ts";
import { decodeText, isGzip, sniffKind } from "./decode-body.ts";
import type { HttpFailure } from "./http-failure.ts";
import { parseSitemap } from "./parse-sitemap.ts";
import { EVERYTHING_ALLOWED, MAX_ROBOTS_BYTES, parseRobots, ROBOT_NAME, type Robots } from "./robots.ts";
import { mediaTypeOf, type SiteAnswer, type SiteClient } from "./site-client.ts";
import { MAX_SITEMAP_BYTES } from "./find-sitemaps.ts";
import { takeAnswer, type Visit, type VisitContext } from "./visit-page.ts";
import { isSameOwner } from "./web-address.ts";

export type Start = {
  /** Where the start was answered from. */
  answered: URL;
  robots: Robots;
} & (
  | { kind: "page"; visit: Visit }
  /** A sitemap, a feed or a list of addresses. */
  | { kind: "sitemap"; answer: SiteAnswer & { kind: "body" } }
);

/** @throws CliError where the site cannot be read, or does not want to be. */
export async function readStart(start: URL, context: VisitContext): Promise<Start> {
  const { client, store } = context;
  const robots = await readAllowingRobots(start, client);
  const known = context.refresh ? undefined : store.find(start.href);
  if (known !== undefined && store.isFresh(known)) {
    const visit: Visit = { url: start.href, record: known, outcome: "unchanged" };
    return { kind: "page", visit, ...(await afterRedirect(start, known.finalUrl, robots, client)) };
  }
  const answer = await client.get({
    url: start.href,
    maxBytes: () => MAX_SITEMAP_BYTES,
    etag: known?.etag,
    lastModified: known?.lastModified,
    // Between `www.` and not, and from http to https, the start itself may lead.
    refuse: (target) => (isSameOwner(start, new URL(target)) ? undefined : leadsAway(target)),
  });
  if (answer.kind === "failed") throw startError(start, answer);
  const place = await afterRedirect(start, answer.url, robots, client);
  if (answer.kind === "body" && looksLikeSitemap(answer)) return { kind: "sitemap", answer, ...place };
  if (
    answer.kind === "body" &&
    fileNameOf(answer.url, mediaTypeOf(answer.headers["content-type"])) === undefined
  ) {
    const mediaType = mediaTypeOf(answer.headers["content-type"]);
    throw new CliError("site-unreadable", start.href, `is ${mediaType}, which is not read`);
  }
  return { kind: "page", visit: await takeAnswer(start.href, answer, undefined, context), ...place };
}

/** Of a sitemap that was not fetched: its host is only asked what robots may read. */
export async function startFromFile(start: URL, bytes: Buffer, client: SiteClient): Promise<Start> {
  const robots = await readHostRobots(start, client);
  const answer = { kind: "body" as const, url: start.href, headers: {}, bytes };
  return { kind: "sitemap", answered: start, robots, answer };
}

async function afterRedirect(
  start: URL,
  finalUrl: string,
  robots: Robots,
  client: SiteClient,
): Promise<{ answered: URL; robots: Robots }> {
  const answered = new URL(finalUrl);
  if (answered.origin === start.origin) {
    if (!robots.allows(answered.href)) throw new CliError("site-robots-forbid", answered.href, ROBOT_NAME);
    return { answered, robots };
  }
  return { answered, robots: await readAllowingRobots(answered, client) };
}

async function readAllowingRobots(page: URL, client: SiteClient): Promise<Robots> {
  const robots = await readHostRobots(page, client);
  if (!robots.allows(page.href)) throw new CliError("site-robots-forbid", page.href, ROBOT_NAME);
  return robots;
}

/** Where it cannot be read because of the server, nothing is read: RFC 9309, 2.3.1.4. */
export async function readHostRobots(page: URL, client: SiteClient): Promise<Robots> {
  const url = new URL("/robots.txt", page).href;
  const answer = await client.get({
    url,
    maxBytes: () => MAX_ROBOTS_BYTES,
    refuse: (target) => (isSameOwner(page, new URL(target)) ? undefined : leadsAway(target)),
  });
  if (answer.kind === "body") {
    // A page in its place, as some servers answer for all they do not know, says nothing.
    if (sniffKind(answer.bytes) !== "text") return EVERYTHING_ALLOWED;
    return parseRobots(url, decodeText(answer.bytes, undefined).text);
  }
  if (answer.kind === "not-modified") return EVERYTHING_ALLOWED;
  const { kind, detail } = answer.failure;
  if (kind === "server-error") throw new CliError("site-robots-unreadable", url, detail);
  if (kind === "private-address") throw new CliError("site-address-private", page.href, detail);
  if (
    answer.failure.status === undefined &&
    kind !== "other-host" &&
    kind !== "redirect-loop" &&
    kind !== "too-large"
  )
    throw new CliError("site-unreachable", page.href, detail);
  return EVERYTHING_ALLOWED;
}

function leadsAway(target: string): HttpFailure {
  return { kind: "other-host", detail: target };
}

function startError(start: URL, { failure, url }: SiteAnswer & { kind: "failed" }): CliError {
  if (failure.kind === "other-host") return new CliError("site-moved", start.href, failure.detail);
  if (failure.kind === "private-address")
    return new CliError("site-address-private", start.href, failure.detail);
  if (failure.kind === "forbidden") return new CliError("site-forbidden", url, failure.detail);
  return new CliError("site-unreachable", url, failure.detail);
}

function looksLikeSitemap(answer: SiteAnswer & { kind: "body" }): boolean {
  const kind = sniffKind(answer.bytes);
  if (kind === "gzip" || isGzip(answer.bytes)) return true;
  if (kind === "xml") return true;
  if (kind !== "text") return false;
  // A list of addresses, and nothing else.
  return parseSitemap(decodeText(answer.bytes, undefined).text, answer.url)?.kind === "list";
}
