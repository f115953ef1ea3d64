/**
 * What a crawl keeps beside the corpus, so that it goes on where it was interrupted, and the next one asks only for what
 * changed: a folder with the bodies, each named by its hash, and a journal with one line for each address that was asked.
 *
 * A line is written when its body lies in place; the last line of an address counts; a line that a kill cut off is not
 * read. When a crawl ends, the journal is written anew, and bodies that no address names any more are removed.
 */
import { createHash } from "node:crypto";
import { appendFileSync, closeSync, openSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CliError } from "../cli-error.ts";
import { fileReasonOf } from "../error-reason.ts";
import type { PageFacts } from "./page-facts.ts";

/** What is known of an address that was asked. */
export interface PageRecord {
  url: string;
  /** Where it was answered from, after redirects. */
  finalUrl: string;
  /** Epoch milliseconds. */
  fetchedAtMs: number;
  etag?: string;
  lastModified?: string;
  /** Of the sitemap, when the page was fetched. */
  sitemapLastmod?: string;
  /** Of the body as it is kept. */
  hash: string;
  /** As the format readers take it: with the extension of its kind. */
  name: string;
  bytes: number;
  /** Of pages of HTML. */
  facts?: PageFacts;
  /** What is doubtful of the answer, such as an encoding that is not the one it names. */
  doubt?: string;
  /** Robots directives of the header. */
  noindex?: true;
}

/** Raised when what is kept could be misread. */
const VERSION = 1;
const JOURNAL = `pages-${VERSION}.jsonl`;
const RUN = "run.json";
/** What was fetched longer ago is not taken for fresh, though its crawl was never ended. */
const MAX_RESUMED_AGE_MS = 24 * 60 * 60 * 1000;

export interface CrawlStore {
  readonly folder: string;
  /** Of this crawl or an earlier one. */
  find: (url: string) => PageRecord | undefined;
  /** Whether it was fetched in this crawl, or in the one that this one goes on with. */
  isFresh: (record: PageRecord) => boolean;
  /** How many addresses are fresh at the beginning: more than none where an interrupted crawl goes on. */
  readonly resumedCount: number;
  /** Puts the body in place and the record into the journal. @returns the hash of the body. */
  put: (record: Omit<PageRecord, "hash" | "bytes">, body: Uint8Array) => Promise<PageRecord>;
  /** As above, for a body that is there already. */
  renew: (record: PageRecord) => void;
  fileOf: (record: PageRecord) => string;
  /** The crawl is complete: keeps only these records, and the bodies that they name; closes. */
  finish: (kept: readonly PageRecord[]) => Promise<void>;
  /** Nothing is put any more, whether the crawl is complete or not. */
  close: () => void;
}

/** @throws CliError where the folder cannot be written. */
export async function openCrawlStore(folder: string, now: number): Promise<CrawlStore> {
  const bodies = join(folder, "bodies");
  try {
    await mkdir(bodies, { recursive: true });
    return await openStore(folder, bodies, now);
  } catch (error) {
    if (error instanceof CliError || (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new CliError("out-not-writable", folder, fileReasonOf(error));
  }
}

async function openStore(folder: string, bodies: string, now: number): Promise<CrawlStore> {
  const journal = join(folder, JOURNAL);
  const records = await readJournal(journal);
  const startedAtMs = await beginRun(join(folder, RUN), now);
  const isFresh = (record: PageRecord): boolean => record.fetchedAtMs >= startedAtMs;
  const fileOf = (record: PageRecord): string => join(bodies, bodyName(record.hash, record.name));
  let writes = 0;
  let openJournal: number | undefined = openSync(journal, "a");
  const write = (text: string): void => {
    if (openJournal === undefined) throw new Error("The journal of this crawl is closed.");
    appendFileSync(openJournal, text);
  };
  const close = (): void => {
    if (openJournal !== undefined) closeSync(openJournal);
    openJournal = undefined;
  };
  const append = (record: PageRecord): void => {
    records.set(record.url, record);
    // In one write, so that lines of several pages never mix.
    write(`${JSON.stringify(record)}\n`);
  };
  // A line that a kill cut off must not swallow the next one.
  write("\n");
  return {
    folder,
    find: (url) => records.get(url),
    isFresh,
    resumedCount: [...records.values()].filter(isFresh).length,
    async put(partial, body) {
      const hash = createHash("sha256").update(body).digest("hex").slice(0, 32);
      const record: PageRecord = { ...partial, hash, bytes: body.length };
      const file = fileOf(record);
      const present = await stat(file).catch(() => undefined);
      if (present?.size !== body.length) {
        // Two pages with the same body may be written at the same time.
        const temporary = `${file}.writing-${process.pid}-${(writes += 1)}`;
        await writeFile(temporary, body);
        await rename(temporary, file);
      }
      append(record);
      return record;
    },
    renew: append,
    fileOf,
    close,
    async finish(kept) {
      // Some systems replace no file that is open.
      close();
      const lines = kept.map((record) => `${JSON.stringify(record)}\n`);
      await replaceFile(journal, lines.join(""));
      await replaceFile(join(folder, RUN), JSON.stringify({ version: VERSION }));
      const named = new Set(kept.map((record) => bodyName(record.hash, record.name)));
      for (const name of await readdir(bodies)) {
        if (!named.has(name)) await rm(join(bodies, name), { force: true });
      }
    },
  };
}

function bodyName(hash: string, name: string): string {
  return `${hash}${/\.[a-z0-9]{1,12}$/i.exec(name)?.[0].toLowerCase() ?? ""}`;
}

async function readJournal(journal: string): Promise<Map<string, PageRecord>> {
  const records = new Map<string, PageRecord>();
  const text = await readFile(journal, "utf8").catch(() => "");
  for (const line of text.split("\n")) {
    if (line === "") continue;
    try {
      const record = JSON.parse(line) as Partial<PageRecord> | null;
      if (
        typeof record?.url === "string" &&
        typeof record.hash === "string" &&
        typeof record.name === "string"
      )
        records.set(record.url, record as PageRecord);
    } catch {
      // Cut off by a kill: its page is fetched again.
    }
  }
  return records;
}

/** @returns when this crawl began: that of an interrupted one that it goes on with, where there is one. */
async function beginRun(file: string, now: number): Promise<number> {
  try {
    const run = JSON.parse(await readFile(file, "utf8")) as { version?: number; startedAtMs?: number };
    const { startedAtMs } = run;
    if (
      run.version === VERSION &&
      startedAtMs !== undefined &&
      now - startedAtMs < MAX_RESUMED_AGE_MS &&
      startedAtMs <= now
    )
      return startedAtMs;
  } catch {
    // None before, or not one of ours.
  }
  await replaceFile(file, JSON.stringify({ version: VERSION, startedAtMs: now }));
  return now;
}

async function replaceFile(file: string, text: string): Promise<void> {
  const temporary = `${file}.writing-${process.pid}`;
  await writeFile(temporary, text);
  await rename(temporary, file);
}
