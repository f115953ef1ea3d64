/** What a crawl is given: the user's choices, and what reaches beyond this process. */
import type { CrawlStore } from "./crawl-store.ts";
import type { HttpGet } from "./http-get.ts";

/** What the user chose; the defaults are those of the command. */
export interface CrawlSettings {
  include: readonly string[];
  exclude: readonly string[];
  maxPages: number;
  /** Pages whose addresses differ in numbers or parameters only. */
  maxSimilar: number;
  /** Follow links also where a sitemap names the pages. */
  followLinks: boolean;
  allowPrivate: boolean;
  /** Ask for every page again. */
  refresh: boolean;
  /** Undefined for the default of the site's kind. */
  requestsPerSecond: number | undefined;
  /** Who may be asked about the requests: an address that the agent names. */
  contact: string;
}

export interface CrawlContext {
  httpGet: HttpGet;
  /** Epoch milliseconds. */
  now: () => number;
  delay: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  newId: () => string;
  store: CrawlStore;
  /** Where sitemaps lie that are files. */
  cwd: string;
  settings: CrawlSettings;
  /** Of a page; larger ones are left out. Undefined for the bound of its kind. */
  maxBytes: number | undefined;
  /** Without a trailing slash; "" where pages keep the address that they were fetched from. */
  baseUrl: string;
  /** Of this program. */
  version: string;
  signal: AbortSignal;
  /** Pages that are done, of those that are known so far. */
  onProgress?: (done: number, total: number) => void;
}

export const DEFAULT_MAX_PAGES = 5_000;
export const DEFAULT_MAX_SIMILAR = 200;
/** Requests a second; addresses of this machine and its network are asked as fast as they answer. */
export const DEFAULT_RATE = 8;
export const DEFAULT_CONTACT = "https://www.npmjs.com/package/assistant-chat";
export const CONCURRENCY = 4;
