/** What building the index of a large documentation takes: the command itself, from outside. */
import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { hasCorpus } from "../support/corpora.ts";
import { rounded, type Benchmark } from "./report.ts";
import { CPP_ARCHIVE, unpackCpp } from "./support/documentation.ts";
import { peakBytesOf } from "./support/workerd-process.ts";

const ROOT = resolve(import.meta.dirname, "../..");
/** The kernel keeps the peak itself; it only has to be read before the process ends. */
const LOOK_EVERY_MS = 100;

export const buildBenchmark: Benchmark = {
  name: "build",
  async run() {
    if (process.platform !== "linux" || !hasCorpus(CPP_ARCHIVE)) return [];
    const folder = unpackCpp();
    const out = join(folder, "corpus");
    try {
      const startMs = performance.now();
      const peakBytes = await runBuild(folder, out);
      const seconds = (performance.now() - startMs) / 1000;
      const { documentCount, chunkCount } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as {
        documentCount: number;
        chunkCount: number;
      };
      return [
        {
          title: "Building the documentation of C++",
          note: `\`assistant-chat build\` with ${availableParallelism()} processors: its own time, and the peak of its memory, threads included.`,
          columns: ["pages", "chunks", "seconds", "peak MiB", "pages/s"],
          rows: [
            [
              documentCount,
              chunkCount,
              rounded(seconds),
              Math.round(peakBytes / 2 ** 20),
              rounded(documentCount / seconds),
            ],
          ],
        },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Resolves with the peak of the process's memory in bytes. */
function runBuild(folder: string, out: string): Promise<number> {
  const child = spawn(process.execPath, ["corpus/bin.ts", "build", folder, "--out", out, "--site", "bench"], {
    cwd: ROOT,
    stdio: "ignore",
  });
  let peakBytes = 0;
  const timer = setInterval(() => {
    peakBytes = Math.max(peakBytes, peakBytesOf(child.pid ?? 0) ?? 0);
  }, LOOK_EVERY_MS);
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("exit", (code) => {
      clearInterval(timer);
      if (code === 0) done(peakBytes);
      else fail(new Error(`The build ended with code ${code}.`));
    });
  });
}
