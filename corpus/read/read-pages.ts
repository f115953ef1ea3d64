import { availableParallelism } from "node:os";
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
 * A thread keeps nothing between pages, and would still let its heap grow far beyond what a page needs. A page
 * that needs more ends the thread: with files of at most a few megabytes none does.
 */
const THREAD_MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };

export interface ReadPagesOptions extends ReadOptions {
  onProgress?: (done: number, total: number) => void;
  /** Threads to use; default by the amount of text and the processors. 1 reads in this thread. */
  threads?: number;
}

/** Reads all files, with threads where that is worth it. The results are in the order of the files. */
export async function readPages(
  files: readonly SourceFile[],
  { onProgress, threads, ...options }: ReadPagesOptions,
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

  const results: SourceResult[] = [];
  let next = 0;
  let done = 0;
  const takeBatch = (): Batch | undefined => {
    if (next >= files.length) return undefined;
    const start = next;
    next += BATCH_FILES;
    return { start, files: files.slice(start, next) };
  };
  const runThread = async (): Promise<void> => {
    const worker = new Worker(workerUrl(), { workerData: options, resourceLimits: THREAD_MEMORY });
    try {
      await new Promise<void>((resolve, reject) => {
        worker.on("error", reject);
        worker.on("exit", (code) => reject(new Error(`A reading thread ended with code ${code}.`)));
        const give = (): void => {
          const batch = takeBatch();
          if (batch === undefined) resolve();
          else worker.postMessage(batch);
        };
        worker.on("message", ({ start, results: batch }: BatchResult) => {
          for (const [offset, result] of batch.entries()) results[start + offset] = result;
          done += batch.length;
          onProgress?.(done, files.length);
          give();
        });
        give();
      });
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: wanted }, runThread));
  return results;
}

/** The built program has its thread beside it as JavaScript. */
function workerUrl(): URL {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return new URL(`./page-worker.${extension}`, import.meta.url);
}
