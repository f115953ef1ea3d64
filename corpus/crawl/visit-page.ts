/** One address: the copy that is kept where nothing changed, else what it answers now, put into the store. */
import { maxBytesOf, mayBeDocument } from "../formats/format-readers.ts";
import { fileNameOf, mislabelling } from "./answer-format.ts";
import type { CrawlOutcome } from "./crawl-report.ts";
import type { CrawlStore, PageRecord } from "./crawl-store.ts";
import { decodeText, sniffKind } from "./decode-body.ts";
import { isPassing, type HttpFailure } from "./http-failure.ts";
import { readPageFacts } from "./page-facts.ts";
import { endOfLastmod } from "./parse-sitemap.ts";
import { readDirectives } from "./robots.ts";
import { mediaTypeOf, type SiteAnswer, type SiteClient } from "./site-client.ts";

export interface VisitContext {
  client: SiteClient;
  store: CrawlStore;
  now: () => number;
  /** Undefined for the bound of the kind of a page. */
  maxBytes: number | undefined;
  /** Asks for every page again, whatever is kept. */
  refresh: boolean;
  /** Whether a redirect may be followed. */
  refuse: (url: string) => HttpFailure | undefined;
}

export type Visit =
  | { url: string; record: PageRecord; outcome: "read" | "unchanged" | "kept"; detail?: string }
  | { url: string; record?: undefined; outcome: CrawlOutcome; detail: string };

/** @param lastmod of the sitemap, where it names one. */
export async function visitPage(
  url: string,
  lastmod: string | undefined,
  context: VisitContext,
): Promise<Visit> {
  const { client, store, maxBytes } = context;
  const known = context.refresh ? undefined : store.find(url);
  if (known !== undefined && store.isFresh(known)) return { url, record: known, outcome: "unchanged" };
  // What a sitemap says of the day on which the page was fetched may have been said before its last change.
  if (lastmod !== undefined && known?.sitemapLastmod === lastmod && endOfLastmod(lastmod) < known.fetchedAtMs)
    return { url, record: known, outcome: "unchanged" };
  const answer = await client.get({
    url,
    maxBytes: (mediaType, address) => maxBytesFor(address, mediaType, maxBytes),
    etag: known?.etag,
    lastModified: known?.lastModified,
    refuse: context.refuse,
  });
  return takeAnswer(url, answer, lastmod, context);
}

/** Puts what an address answered into the store. */
export async function takeAnswer(
  url: string,
  answer: SiteAnswer,
  lastmod: string | undefined,
  context: VisitContext,
): Promise<Visit> {
  const { store, now } = context;
  const known = store.find(url);
  if (answer.kind === "failed") return failed(url, answer, known);
  if (answer.kind === "body") return takeBody(url, answer, lastmod, context);
  if (known === undefined) return { url, outcome: "damaged", detail: "answers 304 to a first request" };
  const record = { ...known, fetchedAtMs: now(), ...lastmodOf(lastmod) };
  store.renew(record);
  return { url, record, outcome: "unchanged" };
}

function failed(
  url: string,
  { failure }: SiteAnswer & { kind: "failed" },
  known: PageRecord | undefined,
): Visit {
  const { kind, detail } = failure;
  // A page that is there but does not answer now is better kept than lost.
  if (known !== undefined && (isPassing(failure) || kind === "not-asked"))
    return { url, record: known, outcome: "kept", detail };
  return { url, outcome: kind, detail };
}

async function takeBody(
  url: string,
  answer: SiteAnswer & { kind: "body" },
  lastmod: string | undefined,
  { store, now, maxBytes }: VisitContext,
): Promise<Visit> {
  const { headers, bytes, url: finalUrl } = answer;
  const contentType = headers["content-type"];
  const mediaType = mediaTypeOf(contentType);
  const kind = sniffKind(bytes);
  const named = fileNameOf(finalUrl, mediaType);
  if (named === undefined) return { url, outcome: "other-type", detail: `${mediaType} is not read` };
  const bound = maxBytes ?? maxBytesOf(named);
  if (bytes.length > bound) return { url, outcome: "too-large", detail: `larger than ${bound} bytes` };
  const name = kind === "pdf" && mayBeDocument("page.pdf") ? named.replace(/(?:\.\w+)?$/, ".pdf") : named;
  const wrong = mislabelling(mediaType, name, kind);
  if (wrong !== undefined) return { url, outcome: "mislabelled", detail: wrong };
  const isText = !/\.(?:pdf|docx)$/i.test(name);
  const decoded = isText ? decodeText(bytes, contentType) : undefined;
  const { etag, "last-modified": lastModified, "x-robots-tag": robotsTag } = headers;
  const directives = readDirectives(robotsTag ?? "", now());
  const isHtml = decoded !== undefined && /\.html?$/i.test(name);
  const facts = isHtml ? readPageFacts(decoded.text, finalUrl, now()) : undefined;
  const before = store.find(url);
  const record = await store.put(
    {
      url,
      finalUrl,
      fetchedAtMs: now(),
      name,
      ...(etag !== undefined && { etag }),
      ...(lastModified !== undefined && { lastModified }),
      ...(facts !== undefined && { facts: { ...facts, links: directives.nofollow ? [] : facts.links } }),
      ...(decoded?.lie !== undefined && { doubt: decoded.lie }),
      ...(directives.noindex && { noindex: true as const }),
      ...lastmodOf(lastmod),
    },
    decoded === undefined ? bytes : new TextEncoder().encode(decoded.text),
  );
  const isSame = before?.hash === record.hash && before.finalUrl === finalUrl;
  return {
    url,
    record,
    outcome: isSame ? "unchanged" : "read",
    ...(record.doubt !== undefined && { detail: record.doubt }),
  };
}

/** Undefined for what no reader takes. */
function maxBytesFor(address: string, mediaType: string, given: number | undefined): number | undefined {
  const name = fileNameOf(address, mediaType);
  return name === undefined ? undefined : (given ?? maxBytesOf(name));
}

function lastmodOf(lastmod: string | undefined): { sitemapLastmod?: string } {
  return lastmod === undefined ? {} : { sitemapLastmod: lastmod };
}
