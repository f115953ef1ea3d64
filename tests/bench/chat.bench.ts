import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readChatEvents } from "../../core/sse-client.ts";
import { hasCorpus, readJsonLines } from "../support/corpora.ts";
import { measureChatCost } from "./chat-cost.ts";
import { median, percentile, rounded, type Benchmark } from "./report.ts";
import { writeBenchConfig } from "./worker-config.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const PORT = 8795;
const ORIGIN = `http://127.0.0.1:${PORT}`;
/** One chunk each: the size at which the goal is stated. */
const DOCUMENTS = 500;
const WARM_UP = 20;
const REQUESTS = 200;
const CONCURRENCIES = [1, 10, 50];

interface Question {
  text: string;
}

/**
 * The first events of `/v1/chat` at the real Worker on this machine (`wrangler dev`, local KV), and what
 * concurrent streams do to them. Every question is new, so no answer comes from the cache.
 */
export const chatBenchmark: Benchmark = {
  name: "chat",
  async run() {
    const costs = await measureChatCost();
    if (!hasCorpus("retrieval/scifact")) return costs;
    const folder = mkdtempSync(join(tmpdir(), "assistant-chat-bench-"));
    let worker: ChildProcess | undefined;
    try {
      publishCorpus(folder);
      worker = await startWorker(join(folder, "state"));
      const questions = readJsonLines<Question>("retrieval/scifact/queries.jsonl").map(({ text }) => text);
      let asked = 0;
      const ask = (): Promise<Timing> => timeQuestion(`${questions[asked++ % questions.length]} (${asked})`);
      for (let count = 0; count < WARM_UP; count++) await ask();

      const rows: (string | number)[][] = [];
      for (const concurrency of CONCURRENCIES) {
        const timings: Timing[] = [];
        const startMs = performance.now();
        const askInTurn = async (): Promise<void> => {
          while (timings.length < REQUESTS) timings.push(await ask());
        };
        await Promise.all(Array.from({ length: concurrency }, askInTurn));
        const elapsedSeconds = (performance.now() - startMs) / 1000;
        const complete = timings.filter(({ isComplete }) => isComplete);
        const column = (key: "startMs" | "sourcesMs" | "endMs", share: number): number =>
          rounded(
            percentile(
              complete.map((timing) => timing[key]),
              share,
            ),
          );
        rows.push([
          concurrency,
          `${complete.length} of ${timings.length}`,
          column("startMs", 0.5),
          rounded(median(complete.map(({ sourcesMs }) => sourcesMs))),
          column("sourcesMs", 0.95),
          column("endMs", 0.95),
          rounded(timings.length / elapsedSeconds),
        ]);
      }
      return [
        ...costs,
        {
          title: "Questions at the Worker",
          note: `Warm, ${DOCUMENTS} chunks, extractive. Milliseconds from the request to the event at the client: the local proxy is included.`,
          columns: [
            "at once",
            "complete",
            "first event p50",
            "sources p50",
            "sources p95",
            "end p95",
            "answers/s",
          ],
          rows,
        },
      ];
    } finally {
      if (worker !== undefined) stopWorker(worker);
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface Timing {
  startMs: number;
  sourcesMs: number;
  endMs: number;
  /** Exactly one terminal event, and it is no error. */
  isComplete: boolean;
}

async function timeQuestion(question: string): Promise<Timing> {
  const begunMs = performance.now();
  const timing: Timing = { startMs: Number.NaN, sourcesMs: Number.NaN, endMs: Number.NaN, isComplete: false };
  const response = await fetch(`${ORIGIN}/v1/chat`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ question, site: "bench" }),
  });
  if (!response.ok || response.body === null) throw new Error(`${response.status} ${await response.text()}`);
  let ends = 0;
  for await (const { event } of readChatEvents(response.body)) {
    const nowMs = performance.now() - begunMs;
    if (event.type === "answer-start") timing.startMs = nowMs;
    if (event.type === "sources-available") timing.sourcesMs = nowMs;
    if (event.type === "answer-end") {
      timing.endMs = nowMs;
      ends++;
    }
  }
  timing.isComplete = ends === 1 && !Number.isNaN(timing.startMs);
  if (Number.isNaN(timing.sourcesMs)) timing.sourcesMs = timing.endMs;
  return timing;
}

/** Through the CLI, as an owner would. */
function publishCorpus(folder: string): void {
  const pages = join(folder, "pages");
  mkdirSync(pages);
  const documents = readJsonLines<{ title: string; text: string }>("retrieval/scifact/corpus.jsonl").slice(
    0,
    DOCUMENTS,
  );
  documents.forEach(({ title, text }, index) => {
    writeFileSync(join(pages, `${index}.md`), `---\ntitle: ${JSON.stringify(title)}\n---\n\n${text}\n`);
  });
  runCli("build", pages, "--out", join(folder, "corpus"), "--site", "bench");
  runCli("publish", join(folder, "corpus"), "--local", "--persist-to", join(folder, "state"));
}

function runCli(...words: string[]): void {
  const { status, stderr } = spawnSync("npx", ["node", "corpus/bin.ts", ...words], {
    cwd: ROOT,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`assistant-chat ${words[0]} failed:\n${stderr}`);
}

async function startWorker(state: string): Promise<ChildProcess> {
  // The limit of requests is a matter of configuration, and would be all that is measured here.
  const config = join(ROOT, ".wrangler", "bench.toml");
  writeBenchConfig(config);
  const worker = spawn(
    "npx",
    [
      "wrangler",
      "dev",
      "--config",
      config,
      "--port",
      String(PORT),
      "--local",
      "--show-interactive-dev-session=false",
      "--persist-to",
      state,
    ],
    // A group of its own, so that all that it starts can be ended with it.
    { cwd: ROOT, stdio: "ignore", detached: true },
  );
  for (let attempt = 0; attempt < 120; attempt++) {
    const isUp = await fetch(`${ORIGIN}/v1/health?site=bench`).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return worker;
    await new Promise((done) => setTimeout(done, 250));
  }
  stopWorker(worker);
  throw new Error("The Worker did not start.");
}

function stopWorker({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, "SIGTERM");
}
