/**
 * The open corpora of one isolate.
 *
 * Opening a corpus costs a read of some megabytes and their parsing, so an open one is kept and shared by all
 * requests. Its pointer is read again every few seconds; a newer version replaces it once it is open and
 * verified. Whatever goes wrong with the newer one, the last good one goes on answering.
 *
 * Requests share the work of opening. On this platform a promise dies with the request that made it, so the
 * work is handed to that request's `waitUntil`, and nobody waits for it without a limit.
 */
import type { Corpus, CorpusFileSource } from "../core/corpus/corpus.ts";
import { CorpusError, openCorpus, parseManifest } from "../core/corpus/open-corpus.ts";
import {
  CORPUS_OPEN_TIMEOUT_MS,
  CORPUS_REFRESH_WAIT_MS,
  MAX_OPEN_CORPUS_BYTES,
  MAX_OPEN_SITES,
  MAX_REMEMBERED_MISSING_SITES,
  MISSING_SITE_MAX_AGE_MS,
  POINTER_MAX_AGE_MS,
} from "./constants.ts";
import { describeError, type Log } from "./log.ts";
import { TimeLimitError, withTimeLimit } from "./time-limit.ts";

export interface CorpusCacheOptions {
  sourceOf: (site: string) => CorpusFileSource;
  /** Epoch milliseconds. */
  now: () => number;
  log: Log;
}

export interface CorpusCache {
  /**
   * The site's corpus, not older than a few seconds.
   *
   * @param runInBackground Keeps work alive that other requests may be waiting for.
   * @returns undefined where none is published.
   * @throws CorpusError, a time limit or what the source throws, where none was ever open.
   */
  open(site: string, runInBackground: (work: Promise<unknown>) => void): Promise<Corpus | undefined>;
}

interface OpenSite {
  corpus: Corpus;
  checkedAtMs: number;
}

interface Flight {
  work: Promise<Corpus | undefined>;
  startedAtMs: number;
}

export function createCorpusCache({ sourceOf, now, log }: CorpusCacheOptions): CorpusCache {
  /** Least recently used first. */
  const openSites = new Map<string, OpenSite>();
  const missingSinceMs = new Map<string, number>();
  const flights = new Map<string, Flight>();

  const keep = (site: string, corpus: Corpus): void => {
    missingSinceMs.delete(site);
    openSites.delete(site);
    openSites.set(site, { corpus, checkedAtMs: now() });
    for (const [oldest] of openSites) {
      if (oldest === site || !exceedsMemory(openSites)) break;
      openSites.delete(oldest);
    }
  };
  const remember = (site: string): void => {
    if (missingSinceMs.size >= MAX_REMEMBERED_MISSING_SITES) missingSinceMs.clear();
    missingSinceMs.set(site, now());
  };

  /** Reads the pointer and, where it names another version than the open one, opens that. */
  const load = async (site: string): Promise<Corpus | undefined> => {
    const source = sourceOf(site);
    const pointer = await source.readManifest();
    const known = openSites.get(site)?.corpus;
    if (pointer === undefined || pointer === null) {
      // Unpublished on purpose, or not yet seen by this edge: both mean that nothing is served.
      openSites.delete(site);
      remember(site);
      return undefined;
    }
    const manifest = parseManifest(pointer);
    if (manifest.site !== site) {
      const detail = `it is of the site "${manifest.site}", and "${site}" was asked for`;
      throw new CorpusError({ reason: "manifest-invalid", detail });
    }
    const isCurrent = known?.manifest.corpusVersion === manifest.corpusVersion;
    // The pointer that was read is the one to open: reading it again might bring another.
    const corpus = isCurrent
      ? known
      : await openCorpus({
          readManifest: () => Promise.resolve(manifest),
          readFile: (name) => source.readFile(name),
        });
    keep(site, corpus);
    if (!isCurrent) {
      log({ level: "info", event: "corpus-opened", site, corpusVersion: manifest.corpusVersion });
    }
    return corpus;
  };

  /** One load per site at a time; one that takes too long is not joined any more. */
  const join = (site: string, runInBackground: (work: Promise<unknown>) => void): Flight["work"] => {
    const running = flights.get(site);
    if (running !== undefined && now() - running.startedAtMs < CORPUS_OPEN_TIMEOUT_MS) return running.work;
    const flight: Flight = { work: load(site), startedAtMs: now() };
    flights.set(site, flight);
    const cleanUp = (): void => {
      if (flights.get(site) === flight) flights.delete(site);
    };
    runInBackground(flight.work.then(cleanUp, cleanUp));
    return flight.work;
  };

  return {
    async open(site, runInBackground) {
      const missingSince = missingSinceMs.get(site);
      if (missingSince !== undefined && now() - missingSince < MISSING_SITE_MAX_AGE_MS) return undefined;
      const known = openSites.get(site);
      if (known === undefined) {
        return withTimeLimit(join(site, runInBackground), CORPUS_OPEN_TIMEOUT_MS, "opening the corpus");
      }
      // Used just now, so the last to be given up.
      openSites.delete(site);
      openSites.set(site, known);
      if (now() - known.checkedAtMs < POINTER_MAX_AGE_MS) return known.corpus;
      try {
        const refresh = join(site, runInBackground);
        return await withTimeLimit(refresh, CORPUS_REFRESH_WAIT_MS, "looking for a newer corpus");
      } catch (error) {
        // Also where the slow load has kept something newer by now. Asked again after the usual time.
        const kept = openSites.get(site) ?? known;
        kept.checkedAtMs = now();
        const event = error instanceof TimeLimitError ? "corpus-refresh-slow" : "corpus-refresh-failed";
        log({
          level: error instanceof TimeLimitError ? "warn" : "error",
          event,
          site,
          corpusVersion: kept.corpus.manifest.corpusVersion,
          detail: describeError(error),
        });
        return kept.corpus;
      }
    },
  };
}

function exceedsMemory(openSites: ReadonlyMap<string, OpenSite>): boolean {
  let bytes = 0;
  for (const { corpus } of openSites.values()) {
    bytes += corpus.manifest.index.bytes + corpus.manifest.catalogue.bytes;
  }
  return openSites.size > MAX_OPEN_SITES || bytes > MAX_OPEN_CORPUS_BYTES;
}
