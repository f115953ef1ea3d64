/** A thread of the pool in `read-pages.ts`: takes batches of files, gives back their pages. */
import { parentPort, workerData } from "node:worker_threads";
import type { SourceFile } from "./collect-files.ts";
import { readSource, type ReadOptions, type SourceResult } from "./read-source.ts";

export interface Batch {
  /** Position of the first file among all. */
  start: number;
  files: SourceFile[];
}

export interface BatchResult {
  start: number;
  results: SourceResult[];
}

parentPort?.on("message", (batch: Batch) => {
  void (async () => {
    const results: SourceResult[] = [];
    for (const file of batch.files) results.push(await readSource(file, workerData as ReadOptions));
    parentPort?.postMessage({ start: batch.start, results } satisfies BatchResult);
  })();
});
