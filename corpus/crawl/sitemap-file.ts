/** A sitemap that lies here as a file: its pages are fetched from where it says that they are. */
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { unpackBody, isGzip } from "./decode-body.ts";
import { parseSitemap } from "./parse-sitemap.ts";
import { MAX_SITEMAP_BYTES } from "./find-sitemaps.ts";

const HEAD_BYTES = 4096;

/** What of the sources is such a file. */
export function isSitemapFile(source: string, cwd: string): boolean {
  if (!/\.xml(?:\.gz)?$/i.test(source)) return false;
  try {
    const file = openSync(resolve(cwd, source), "r");
    try {
      const head = Buffer.alloc(HEAD_BYTES);
      const bytes = head.subarray(0, readSync(file, head));
      const text = isGzip(bytes) ? unpackBody(bytes, "gzip", MAX_SITEMAP_BYTES) : bytes;
      return /<(?:\w+:)?(?:urlset|sitemapindex)\b/.test(text.toString("utf8", 0, HEAD_BYTES));
    } finally {
      closeSync(file);
    }
  } catch {
    // Told by whoever reads it as a file.
    return false;
  }
}

/** @returns its bytes, and the host that its first entry is on; no start where it has no entry. */
export function readSitemapFile(source: string, cwd: string): { bytes: Buffer; start: URL | undefined } {
  const packed = readFileSync(resolve(cwd, source));
  const bytes = isGzip(packed) ? unpackBody(packed, "gzip", MAX_SITEMAP_BYTES) : packed;
  const parsed = parseSitemap(bytes.toString("utf8"), "http://nowhere.invalid/");
  const [first] = [...(parsed?.pages ?? []), ...(parsed?.sitemaps ?? [])];
  return { bytes, start: first === undefined ? undefined : new URL("/", first.url) };
}
