import { getCompileCacheDir } from "node:module";
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import type { SourceFile } from "./collect-files.ts";
import type { Batch, BatchResult } from "./page-worker.ts";
import { readSource, type ReadOptions, type SourceResult } from "./read-source.ts";

/** Starting a thread costs about as much as parsing this much Markdown. */
const THREADS_FROM_BYTES = 2 * 1024 * 1024;
/** More threads than this wait for the one that collects. */
const MAX_THREADS = 8;
/** Files handed over at once: few enough that threads end together, enough that messages cost nothing. */
const BATCH_FILES = 24;

/**
 * A thread keeps nothing between pages, and would still let its heap grow far beyond what a page needs: so it
 * is bounded, by what the largest file can need. A page that needs more is skipped, and costs no other page.
 */
const THREAD_MEMORY_MB = { young: 32, old: 512, oldPerMegabyteOfPage: 400 };

export interface ReadPagesOptions extends ReadOptions {
  onProgress?: (done: number, total: number) => void;
  /** Threads to use; default by the amount of text and the processors. 1 reads in this thread. */
  threads?: number;
  /** Heap of a thread in MB; default by the largest file. */
  threadMemoryMb?: number;
}

/** Reads all files, with threads where that is worth it. The results are in the order of the files. */
export async function readPages(
  files: readonly SourceFile[],
  { onProgress, threads, threadMemoryMb, ...options }: ReadPagesOptions,
): Promise<SourceResult[]> {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const wanted = threads ?? (bytes < THREADS_FROM_BYTES ? 1 : Math.min(availableParallelism(), MAX_THREADS));
  if (wanted <= 1) {
    const results: SourceResult[] = [];
    for (const file of files) {
      results.push(await readSource(file, options));
      onProgress?.(results.length, files.length);
    }
    return results;
  }

  const largest = Math.max(...files.map((file) => file.bytes)) / (1024 * 1024);
  const resourceLimits = {
    maxYoungGenerationSizeMb: THREAD_MEMORY_MB.young,
    maxOldGenerationSizeMb:
      threadMemoryMb ?? Math.max(THREAD_MEMORY_MB.old, largest * THREAD_MEMORY_MB.oldPerMegabyteOfPage),
  };
  const results: SourceResult[] = [];
  const queue: Batch[] = [];
  for (let start = 0; start < files.length; start += BATCH_FILES) {
    queue.push({ start, files: files.slice(start, start + BATCH_FILES) });
  }
  let done = 0;
  const take = ({ start, results: batch }: BatchResult): void => {
    for (const [offset, result] of batch.entries()) results[start + offset] = result;
    done += batch.length;
    onProgress?.(done, files.length);
  };
  const runThread = async (): Promise<void> => {
    while (queue.length > 0) {
      const worker = new Worker(workerUrl(), { workerData: options, resourceLimits, env: workerEnv() });
      const lost = await drainQueue(worker, queue, take);
      if (lost === undefined) continue;
      // One of these was too much for the thread. Each by itself, it is found, and the others are read.
      const [only, ...more] = lost.files;
      if (only !== undefined && more.length === 0) take({ start: lost.start, results: [tooComplex(only)] });
      else
        queue.unshift(...lost.files.map((file, offset) => ({ start: lost.start + offset, files: [file] })));
    }
  };
  await Promise.all(Array.from({ length: wanted }, runThread));
  return results;
}

/** Gives batches to a thread until there are no more. Resolves with the batch that it ran out of memory on. */
async function drainQueue(
  worker: Worker,
  queue: Batch[],
  take: (result: BatchResult) => void,
): Promise<Batch | undefined> {
  let current: Batch | undefined;
  try {
    return await new Promise<Batch | undefined>((resolve, reject) => {
      const give = (): void => {
        current = queue.shift();
        if (current === undefined) resolve(undefined);
        else worker.postMessage(current);
      };
      worker.on("error", (error: NodeJS.ErrnoException) => {
        if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve(current);
        else reject(error);
      });
      worker.on("exit", (code) => reject(new Error(`A reading thread ended with code ${code}.`)));
      worker.on("message", (result: BatchResult) => {
        take(result);
        give();
      });
      give();
    });
  } finally {
    await worker.terminate();
  }
}

function tooComplex({ path }: SourceFile): SourceResult {
  const detail = "it needs more memory than a page should; split it";
  return { pages: [], skipped: [{ path, reason: "unparsable", detail }], problems: [] };
}

/** A thread does not inherit that what Node compiles is kept between runs; it finds the place in its environment. */
function workerEnv(): NodeJS.ProcessEnv {
  // A folder of this version of Node's, below the one that is named.
  const folder = getCompileCacheDir();
  return { ...process.env, ...(folder !== undefined && { NODE_COMPILE_CACHE: dirname(folder) }) };
}

/** The built program has its thread beside it as JavaScript. */
function workerUrl(): URL {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return new URL(`./page-worker.${extension}`, import.meta.url);
}
