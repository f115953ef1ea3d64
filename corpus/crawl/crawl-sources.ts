/** All sites among the sources of a build, crawled into the one folder beside its corpus. */
import { mkdir } from "node:fs/promises";
import { withFolderLock } from "../artefact/folder-lock.ts";
import { CliError } from "../cli-error.ts";
import { formatCount } from "../terminal/format.ts";
import type { CrawlContext } from "./crawl-context.ts";
import type { CrawledSite } from "./crawl-site.ts";
import { isSitemapFile } from "./sitemap-file.ts";
import { isWebAddress } from "./web-address.ts";
import { openCrawlStore } from "./crawl-store.ts";

export interface CrawlSourcesInput extends Omit<CrawlContext, "store" | "baseUrl" | "maxBytes" | "cwd"> {
  /** Beside the artefact. */
  folder: string;
}

/** What of the sources is fetched: addresses, and sitemaps that lie here as files. */
export function isSiteSource(source: string, cwd: string): boolean {
  return isWebAddress(source) || isSitemapFile(source, cwd);
}

/** @throws CliError where a site cannot be read, or the user stops the crawl. */
export async function crawlSources(
  sources: readonly string[],
  { folder, ...input }: CrawlSourcesInput,
  { baseUrl, maxBytes, cwd }: { cwd: string; baseUrl: string; maxBytes: number | undefined },
): Promise<CrawledSite[]> {
  // Loaded when a site is crawled: most builds read files.
  const { crawlSite } = await import("./crawl-site.ts");
  await mkdir(folder, { recursive: true });
  return withFolderLock(folder, async () => {
    const store = await openCrawlStore(folder, input.now());
    const sites: CrawledSite[] = [];
    let pages = 0;
    let done = 0;
    const onProgress: CrawlContext["onProgress"] = (siteDone, total) => {
      done = siteDone;
      input.onProgress?.(pages + siteDone, pages + total);
    };
    try {
      for (const source of sources) {
        sites.push(await crawlSite(source, { ...input, store, baseUrl, maxBytes, cwd, onProgress }));
        pages += done;
        done = 0;
      }
    } catch (error) {
      // The store stays open: what is being fetched still goes into it.
      if (input.signal.aborted) throw new CliError("crawl-stopped", keptPages(pages + done));
      throw error;
    }
    if (sites.every(({ isComplete }) => isComplete))
      await store.finish(sites.flatMap(({ records }) => records));
    store.close();
    return sites;
  });
}

function keptPages(count: number): string {
  return `${formatCount(count, "page")} ${count === 1 ? "is" : "are"}`;
}
