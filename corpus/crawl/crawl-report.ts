/** What a crawl did, address by address. */
import type { FailureKind } from "./http-failure.ts";

/** `read`, `unchanged` and `kept` became pages, as far as their readers found text in them. */
export type CrawlOutcome =
  | "read"
  | "unchanged"
  | "kept"
  | "redirect"
  | "duplicate"
  | "canonical"
  | "noindex"
  | "soft-404"
  | "login"
  | "mislabelled"
  | FailureKind;

export interface CrawledAddress {
  url: string;
  outcome: CrawlOutcome;
  detail?: string;
}

export interface CrawlReport {
  /** As it was named. */
  source: string;
  /** Where it was answered from. */
  address: string;
  /** What named the pages. */
  from: "sitemap" | "links";
  /** How many requests were made. */
  requests: number;
  /** Addresses that an interrupted crawl had read, and that were not asked again. */
  resumed: number;
  sitemaps: { url: string; pages: number; detail?: string }[];
  /** In the order of the addresses. */
  pages: CrawledAddress[];
  /** Links and entries of sitemaps that were not asked at all. */
  notFollowed: { reason: NotFollowedReason; count: number; example: string }[];
  /** Sentences on the whole crawl: what bounds it met, and how to change that. */
  notes: string[];
}

export type NotFollowedReason =
  "outside" | "excluded" | "other-host" | "unlisted" | "generated" | "endless" | "max-pages";

export const OUTCOME_LABELS: Readonly<Record<CrawlOutcome, string>> = {
  "read": "read",
  "unchanged": "not changed since the last crawl",
  "kept": "could not be read now: the copy of the last crawl is used",
  "redirect": "leads to another page",
  "duplicate": "has the same text as another page",
  "canonical": "names another page as its address",
  "noindex": "asks not to be indexed",
  "soft-404": "not found, though it answers 200",
  "login": "asks for a log-in",
  "mislabelled": "is not what its type says",
  "gone": "not found",
  "forbidden": "may not be read",
  "server-error": "error of the server",
  "unreachable": "cannot be reached",
  "timed-out": "answers too slowly",
  "too-large": "larger than --max-bytes",
  "damaged": "damaged answer",
  "private-address": "private address: --allow-private reads it",
  "redirect-loop": "redirects without end",
  "other-host": "leads to where the crawl may not go",
  "other-type": "of a type that is not read",
  "robots": "robots.txt does not allow it",
  "not-asked": "not asked any more",
};

export const NOT_FOLLOWED_LABELS: Readonly<Record<NotFollowedReason, string>> = {
  "outside": "outside of the start's path: --include '/**' reads them too",
  "excluded": "left out by --exclude",
  "other-host": "on other hosts",
  "unlisted": "linked and not in the sitemap: --follow-links reads them too",
  "generated": "what generators write beside the pages: sources and indexes of names",
  "endless": "of kinds without end, such as calendars: --max-similar raises the limit",
  "max-pages": "beyond --max-pages",
};

/** Became a page, unless its reader found nothing in it. */
export function isRead(outcome: CrawlOutcome): boolean {
  return outcome === "read" || outcome === "unchanged" || outcome === "kept";
}
