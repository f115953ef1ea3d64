import { DEFAULT_SITE } from "../core/corpus/format.ts";
import type { Corpus } from "../core/corpus/corpus.ts";
import type { CorpusManifest } from "../core/corpus/format.ts";
import type { WorkerConfig } from "./config/config.ts";
import { backgroundOf, type AppContext } from "./context.ts";
import type { Deps } from "./deps.ts";
import { describeError } from "./log.ts";
import { RequestError, failureOf } from "./errors.ts";

/** Sites that the owner has named, in `SITES` or `ALLOWED_ORIGINS`. */
export function configuredSites(config: Pick<WorkerConfig, "sites" | "allowedOrigins">): string[] {
  return [...new Set([...config.sites.keys(), ...(config.allowedOrigins?.keys() ?? [])])];
}

/** Whether a site exists apart from its corpus: named by the owner, or the one that needs no name. */
export function isKnownSite(config: WorkerConfig, site: string): boolean {
  return site === DEFAULT_SITE || configuredSites(config).includes(site);
}

/**
 * The corpus to answer from.
 *
 * @throws RequestError `site-unknown`, `corpus-not-published` or `corpus-unreadable`.
 */
export function openSiteCorpus(
  context: AppContext,
  { corpora, config }: Pick<Deps, "corpora" | "config">,
  site: string,
): Promise<Corpus> {
  return published(corpora.open(site, backgroundOf(context)), config, site);
}

/**
 * The manifest of a site's corpus, which is not opened for it.
 *
 * @throws RequestError as {@link openSiteCorpus}.
 */
export async function requirePublished(
  { corpora, config }: Pick<Deps, "corpora" | "config">,
  site: string,
): Promise<CorpusManifest> {
  return published(corpora.find(site), config, site);
}

async function published<T>(lookup: Promise<T | undefined>, config: WorkerConfig, site: string): Promise<T> {
  let found: T | undefined;
  try {
    found = await lookup;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.reason !== "unexpected") throw error;
    // Whatever a store throws: the site's content is out of reach, and may be back in a minute.
    throw new RequestError({ reason: "corpus-unreadable", detail: describeError(error) }, error);
  }
  if (found !== undefined) return found;
  if (isKnownSite(config, site)) throw new RequestError({ reason: "corpus-not-published", site });
  throw new RequestError({ reason: "site-unknown" });
}
