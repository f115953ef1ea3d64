import type { CorpusCache } from "./corpus-cache.ts";
import type { WorkerConfig } from "./config/config.ts";
import { DEFAULT_SITE } from "../core/corpus/format.ts";
import { DEFAULT_SITE_MAX_AGE_MS, NO_DEFAULT_SITE_MAX_AGE_MS } from "./constants.ts";
import { describeError, type Log } from "./log.ts";
import { configuredSites } from "./sites.ts";
import type { PublishedSites } from "./storage/published-sites.ts";

/** The site that a request is about. One that names none, or `default`, is about the default site. Never fails. */
export type SiteOf = (requested: string | undefined) => Promise<string>;

export interface SiteOfOptions {
  config: Pick<WorkerConfig, "defaultSite" | "sites" | "allowedOrigins">;
  corpora: Pick<CorpusCache, "find">;
  published: PublishedSites;
  /** Epoch milliseconds. */
  now: () => number;
  log: Log;
}

/**
 * The default site is the one in `DEFAULT_SITE`; without it the one called `default`, the only one that the owner has
 * named, or the only one there is, whichever of them is published. It is remembered for a minute.
 */
export function createSiteOf({ config, corpora, published, now, log }: SiteOfOptions): SiteOf {
  let known: { site: string; goodUntilMs: number } | undefined;

  const isPublished = async (site: string): Promise<boolean> => (await corpora.find(site)) !== undefined;

  const find = async (): Promise<string | undefined> => {
    const named = configuredSites(config);
    const candidates = named.length === 1 ? [DEFAULT_SITE, ...named] : [DEFAULT_SITE];
    for (const site of candidates) if (await isPublished(site)) return site;
    return published.onlySite();
  };

  return async (requested) => {
    if (requested !== undefined && requested !== DEFAULT_SITE) return requested;
    if (config.defaultSite !== undefined) return config.defaultSite;
    if (known !== undefined && now() < known.goodUntilMs) return known.site;
    let site: string | undefined;
    try {
      site = await find();
    } catch (error) {
      // Whatever is out of reach will say so itself when it is opened.
      log({ level: "warn", event: "default-site-not-found", detail: describeError(error) });
    }
    const maxAgeMs = site === undefined ? NO_DEFAULT_SITE_MAX_AGE_MS : DEFAULT_SITE_MAX_AGE_MS;
    known = { site: site ?? DEFAULT_SITE, goodUntilMs: now() + maxAgeMs };
    return known.site;
  };
}
