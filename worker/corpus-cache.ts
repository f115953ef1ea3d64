/**
 * The open corpora of one isolate.
 *
 * Opening a corpus costs a read of some megabytes and their parsing, so an open one is kept and shared by all
 * requests. Its pointer is read again every few seconds, behind the back of those who ask; a newer version
 * replaces it once it is open and verified. Whatever goes wrong with the newer one, the last good one goes on
 * answering.
 *
 * Requests share the work of opening. On this platform a promise dies with the request that made it, so the
 * work is handed to that request's `waitUntil`, and nobody waits for it without a limit.
 */
import type { Corpus, CorpusFileSource } from "../core/corpus/corpus.ts";
import { indexFiles, type CorpusFile, type CorpusManifest } from "../core/corpus/format.ts";
import type { EncoderCache } from "../core/corpus/open-encoder.ts";
import { CorpusError, KEPT_PASSAGE_BYTES, openCorpusOf, parseManifest } from "../core/corpus/open-corpus.ts";
import {
  CORPUS_OPEN_TIMEOUT_MS,
  CORPUS_REFRESH_WAIT_MS,
  DAMAGED_CORPUS_MAX_AGE_MS,
  ENCODER_RETRY_MS,
  LUNR_MEMORY_FACTOR,
  MAX_OPEN_CORPUS_BYTES,
  MAX_OPEN_SITES,
  MAX_REMEMBERED_SITES,
  MISSING_SITE_MAX_AGE_MS,
  PASSAGES_MEMORY_FACTOR,
  POINTER_MAX_AGE_MS,
  POINTER_MAX_UNSEEN_MS,
  POINTER_READ_TIMEOUT_MS,
} from "./constants.ts";
import { describeError, type Log } from "./log.ts";
import { withTimeLimit } from "./time-limit.ts";

export interface CorpusCacheOptions {
  sourceOf: (site: string) => CorpusFileSource;
  /** Epoch milliseconds. */
  now: () => number;
  log: Log;
}

export interface CorpusCache {
  /**
   * The site's corpus, to answer from. A newer version is served to those who ask after the first who could
   * have it; only where nobody has asked for a minute does the first one wait for it, for a moment.
   *
   * @param runInBackground Keeps work alive that other requests may be waiting for.
   * @returns undefined where none is published.
   * @throws CorpusError, a time limit or what the source throws, where none was ever open.
   */
  open(site: string, runInBackground: (work: Promise<unknown>) => void): Promise<Corpus | undefined>;
  /**
   * What the site would be answered from, at the price of one read at most: nothing is opened for it.
   *
   * @returns undefined where none is published.
   * @throws as {@link CorpusCache.open}; damage in files that nobody has tried to open is not seen.
   */
  find(site: string): Promise<CorpusManifest | undefined>;
  /** What the site's corpus, where it is open, lacks without being kept from answering, as a clause. */
  shortcomingOf(site: string): string | undefined;
}

interface OpenSite {
  corpus: Corpus;
  /** When its pointer was asked for last, whether or not an answer has come. */
  checkedAtMs: number;
  openedAtMs: number;
}

/** A version that could not be opened, and will not be until another is published. */
interface DamagedSite {
  error: CorpusError;
  /** Undefined where not even the manifest can be read. */
  corpusVersion: string | undefined;
  foundAtMs: number;
}

interface Flight {
  work: Promise<Corpus | undefined>;
  startedAtMs: number;
}

export function createCorpusCache({ sourceOf, now, log }: CorpusCacheOptions): CorpusCache {
  /** Least recently used first. */
  const openSites = new Map<string, OpenSite>();
  const missingSinceMs = new Map<string, number>();
  const damagedSites = new Map<string, DamagedSite>();
  const flights = new Map<string, Flight>();
  const encoders: EncoderCache = new Map();

  const keep = (site: string, corpus: Corpus): void => {
    missingSinceMs.delete(site);
    damagedSites.delete(site);
    const known = openSites.get(site);
    const openedAtMs = known?.corpus === corpus ? known.openedAtMs : now();
    openSites.delete(site);
    openSites.set(site, { corpus, checkedAtMs: now(), openedAtMs });
    for (const [oldest] of openSites) {
      if (oldest === site || !exceedsMemory(openSites)) break;
      openSites.delete(oldest);
    }
  };
  const isMissing = (site: string): boolean =>
    now() - (missingSinceMs.get(site) ?? -Infinity) < MISSING_SITE_MAX_AGE_MS;

  /** @throws CorpusError where it is not a manifest of this site. */
  const readPointer = async (site: string): Promise<CorpusManifest | undefined> => {
    const pointer = await sourceOf(site).readManifest();
    if (pointer === undefined || pointer === null) {
      // Unpublished on purpose, or not yet seen by this edge: both mean that nothing is served.
      openSites.delete(site);
      rememberBounded(missingSinceMs, site, now());
      return undefined;
    }
    const manifest = parseManifest(pointer);
    if (manifest.site === site) return manifest;
    const detail = `it is of the site "${manifest.site}", and "${site}" was asked for`;
    throw new CorpusError({ reason: "manifest-invalid", detail });
  };

  /** Reads the pointer and, where it names another version than the open one, opens that. */
  const load = async (site: string): Promise<Corpus | undefined> => {
    let corpusVersion: string | undefined;
    try {
      const manifest = await readPointer(site);
      if (manifest === undefined) return undefined;
      ({ corpusVersion } = manifest);
      const open = openSites.get(site);
      const known = open?.corpus.manifest.corpusVersion === corpusVersion ? open : undefined;
      // A file that was missing may only have been late.
      const isCurrent =
        known !== undefined &&
        (known.corpus.encoderProblem === undefined || now() - known.openedAtMs < ENCODER_RETRY_MS);
      // The pointer that was read is the one to open: reading it again might bring another.
      const corpus = isCurrent ? known.corpus : await openCorpusOf(manifest, sourceOf(site), encoders);
      keep(site, corpus);
      if (!isCurrent) log({ level: "info", event: "corpus-opened", site, corpusVersion });
      const detail = isCurrent ? undefined : corpus.encoderProblem;
      if (detail !== undefined) log({ level: "warn", event: "encoder-missing", site, corpusVersion, detail });
      return corpus;
    } catch (error) {
      // What the store throws may have passed by the next request; damage has not.
      if (error instanceof CorpusError) {
        rememberBounded(damagedSites, site, { error, corpusVersion, foundAtMs: now() });
      }
      const kept = openSites.get(site)?.corpus.manifest;
      if (kept !== undefined) {
        const detail = describeError(error);
        log({
          level: "error",
          event: "corpus-refresh-failed",
          site,
          corpusVersion: kept.corpusVersion,
          detail,
        });
      }
      throw error;
    }
  };

  /** One load per site at a time; one that takes too long is not joined any more. */
  const join = (site: string, runInBackground: (work: Promise<unknown>) => void): Flight["work"] => {
    const running = flights.get(site);
    if (running !== undefined) {
      if (now() - running.startedAtMs < CORPUS_OPEN_TIMEOUT_MS) return running.work;
      log({ level: "warn", event: "corpus-load-slow", site, waitedMs: now() - running.startedAtMs });
    }
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
      if (isMissing(site)) return undefined;
      const known = openSites.get(site);
      if (known === undefined) {
        const damaged = damagedSites.get(site);
        if (damaged !== undefined && now() - damaged.foundAtMs < DAMAGED_CORPUS_MAX_AGE_MS) {
          throw damaged.error;
        }
        return withTimeLimit(join(site, runInBackground), CORPUS_OPEN_TIMEOUT_MS, "opening the corpus");
      }
      // Used just now, so the last to be given up.
      openSites.delete(site);
      openSites.set(site, known);
      const ageMs = now() - known.checkedAtMs;
      if (ageMs < POINTER_MAX_AGE_MS) return known.corpus;
      known.checkedAtMs = now();
      const refresh = join(site, runInBackground);
      if (ageMs < POINTER_MAX_UNSEEN_MS) return known.corpus;
      try {
        return await withTimeLimit(refresh, CORPUS_REFRESH_WAIT_MS, "looking for a newer corpus");
      } catch {
        return known.corpus;
      }
    },
    async find(site) {
      if (isMissing(site)) return undefined;
      const known = openSites.get(site);
      if (known !== undefined && now() - known.checkedAtMs < POINTER_MAX_AGE_MS) return known.corpus.manifest;
      try {
        const manifest = await withTimeLimit(
          readPointer(site),
          POINTER_READ_TIMEOUT_MS,
          "the corpus pointer",
        );
        const damaged = damagedSites.get(site);
        if (manifest === undefined || damaged?.corpusVersion !== manifest.corpusVersion) return manifest;
        throw damaged.error;
      } catch (error) {
        if (known !== undefined) return known.corpus.manifest;
        throw error;
      }
    },
    shortcomingOf: (site) => openSites.get(site)?.corpus.encoderProblem,
  };
}

/** Probing with random names must not grow memory. */
function rememberBounded<T>(sites: Map<string, T>, site: string, value: T): void {
  if (sites.size >= MAX_REMEMBERED_SITES) sites.clear();
  sites.set(site, value);
}

function exceedsMemory(openSites: ReadonlyMap<string, OpenSite>): boolean {
  let bytes = 0;
  for (const { corpus } of openSites.values()) bytes += memoryOf(corpus.manifest);
  return openSites.size > MAX_OPEN_SITES || bytes > MAX_OPEN_CORPUS_BYTES;
}

/** Bytes of memory that an open corpus takes at most, about. */
function memoryOf(manifest: CorpusManifest): number {
  const factor = manifest.index.format === "lunr" ? LUNR_MEMORY_FACTOR : 1;
  const others = [manifest.encoder, manifest.vectors].filter((file) => file !== undefined);
  const files = [...indexFiles(manifest), ...others];
  const passages = Math.min(KEPT_PASSAGE_BYTES, bytesOf(manifest.passages));
  return factor * bytesOf(files) + PASSAGES_MEMORY_FACTOR * passages;
}

function bytesOf(files: readonly CorpusFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
