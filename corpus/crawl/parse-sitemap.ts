/**
 * The addresses that a sitemap, an index of sitemaps, a feed or a plain list names. Read as a stream of tags rather than
 * as a tree: a sitemap may hold 50,000 pages, and many are not quite well-formed.
 *
 * @see https://www.sitemaps.org/protocol.html
 */
import { Parser } from "htmlparser2";
import { pageAddress } from "./web-address.ts";

export interface SitemapEntry {
  url: string;
  /** As it is written: a date, or a date with a time. */
  lastmod?: string;
}

export interface ParsedSitemap {
  kind: "sitemap" | "index" | "feed" | "list";
  pages: SitemapEntry[];
  /** Of an index: further sitemaps. */
  sitemaps: SitemapEntry[];
}

/** What may be in one file, by the protocol. What goes beyond it is not read. */
export const MAX_SITEMAP_ENTRIES = 50_000;

/** @returns undefined where the text is none of these. */
export function parseSitemap(text: string, address: string): ParsedSitemap | undefined {
  const head = text
    .slice(0, 2000)
    .replace(/^\uFEFF/, "")
    .trimStart();
  const root = /<(?:\w+:)?(urlset|sitemapindex|rss|feed|RDF)\b/.exec(head)?.[1];
  if (head.startsWith("<")) return root === undefined ? undefined : parseXml(text, root, address);
  return parseList(text, address);
}

function parseXml(text: string, root: string, address: string): ParsedSitemap {
  const kind = root === "urlset" ? "sitemap" : root === "sitemapindex" ? "index" : "feed";
  const itemName = { sitemap: "url", index: "sitemap", feed: root === "feed" ? "entry" : "item" }[kind];
  const parsed: ParsedSitemap = { kind, pages: [], sitemaps: [] };
  const entries = kind === "index" ? parsed.sitemaps : parsed.pages;
  let item: { url: string; lastmod: string; alternates: string[] } | undefined;
  let field = "";
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(qualified, attributes) {
        const name = qualified.replace(/^.*:/, "");
        if (name === itemName && item === undefined) {
          item = { url: "", lastmod: "", alternates: [] };
          depth = 0;
          return;
        }
        if (item === undefined) return;
        depth += 1;
        // Only what stands directly in the item: an image has a <loc> too, behind a prefix of its own.
        field = depth === 1 && !/^(?:image|video|news):/.test(qualified) ? name : "";
        if (name !== "link" || depth !== 1) return;
        const { rel = "alternate", href } = attributes;
        if (href === undefined || rel !== "alternate") return;
        if (kind === "feed") item.url = href;
        else item.alternates.push(href);
      },
      ontext(value) {
        if (item === undefined) return;
        if (field === "loc" || (field === "link" && kind === "feed")) item.url += value;
        else if (field === "lastmod" || field === "updated") item.lastmod += value;
      },
      onclosetag(qualified) {
        if (item === undefined) return;
        field = "";
        if (qualified.replace(/^.*:/, "") !== itemName || depth > 0) {
          depth -= 1;
          return;
        }
        const lastmod = item.lastmod.trim();
        for (const target of [item.url, ...item.alternates]) {
          const url = pageAddress(target, address);
          if (url !== undefined && entries.length < MAX_SITEMAP_ENTRIES)
            entries.push({ url, ...(lastmod !== "" && target === item.url && { lastmod }) });
        }
        item = undefined;
        if (entries.length >= MAX_SITEMAP_ENTRIES) parser.pause();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return parsed;
}

/** One address a line, and nothing else. */
function parseList(text: string, address: string): ParsedSitemap | undefined {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/, MAX_SITEMAP_ENTRIES)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.length === 0 || !lines.every((line) => /^https?:\/\/\S+$/i.test(line))) return undefined;
  const pages = lines.flatMap((line) => {
    const url = pageAddress(line, address);
    return url === undefined ? [] : [{ url }];
  });
  return { kind: "list", pages, sitemaps: [] };
}

/**
 * The end of the time that a `lastmod` names, in epoch milliseconds: a page that was read after it has not changed
 * since, as far as its sitemap is right. A day ends when it has ended everywhere.
 */
export function endOfLastmod(lastmod: string): number {
  const time = Date.parse(lastmod);
  if (Number.isNaN(time)) return Number.POSITIVE_INFINITY;
  const DAY_MS = 86_400_000;
  if (lastmod.includes("T")) return time + 60_000;
  const spans: Record<number, number> = { 4: 366, 7: 31, 10: 1 };
  return time + (spans[lastmod.length] ?? 1) * DAY_MS + DAY_MS / 2;
}
