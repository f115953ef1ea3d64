/** What the Worker weighs, and what it costs to start: Cloudflare bounds both. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { median, rounded, type Benchmark } from "./report.ts";
import { serveKv } from "./support/kv-server.ts";
import { bundleWorker, startWorkerd, type WorkerBundle } from "./support/workerd-process.ts";

const STARTS = 7;

export const workerStartBenchmark: Benchmark = {
  name: "worker-start",
  async run() {
    if (process.platform !== "linux") return [];
    const folder = mkdtempSync(join(tmpdir(), "assistant-chat-bench-"));
    const kv = await serveKv();
    try {
      const bundle = bundleWorker(folder);
      const script = readFileSync(join(folder, bundle.script));
      const empty: WorkerBundle = { ...bundle, script: "empty.js" };
      writeFileSync(join(folder, empty.script), "export default { fetch: () => new Response() };");
      const startMs: number[] = [];
      const emptyMs: number[] = [];
      for (let start = 0; start < STARTS; start++) {
        startMs.push(await timeStart(bundle, kv.origin));
        emptyMs.push(await timeStart(empty, kv.origin));
      }
      return [
        {
          title: "The Worker's start",
          note: `Bundled as for a deployment. Processor time of workerd up to its first answer, less that of a Worker that does nothing; median of ${STARTS}.`,
          columns: ["script KiB", "gzip KiB", "start ms"],
          rows: [
            [
              Math.round(script.length / 1024),
              Math.round(gzipSync(script).length / 1024),
              rounded(median(startMs) - median(emptyMs)),
            ],
          ],
        },
      ];
    } finally {
      await kv.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function timeStart(bundle: WorkerBundle, kvOrigin: string): Promise<number> {
  const workerd = await startWorkerd(bundle, kvOrigin);
  try {
    // An address that there is not: answered by the router, by nothing behind it.
    await (await fetch(`${workerd.origin}/v1/nothing`)).text();
    return workerd.cpuMs();
  } finally {
    await workerd.stop();
  }
}
