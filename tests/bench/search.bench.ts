/**
 * What an index costs to carry, to load and to ask, inside `workerd` (`worker/search-worker.ts`). Times are
 * processor time of that process, all threads, less that of a request that does nothing: other programs on the
 * machine change them little. Every size gets a fresh process per kind of index: opening is first measured cold,
 * then again and again; memory is what the isolate holds after a collection, before and after, array buffers
 * included.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Chunk, IndexFormat } from "../../core/corpus/format.ts";
import { indexFiles } from "../../core/corpus/format.ts";
import { encodeCorpus } from "../../core/corpus/write-corpus.ts";
import { median, percentile, rounded, type Benchmark, type BenchTable } from "./report.ts";
import { openDocumentation } from "./support/documentation.ts";
import { serveKv, type KvServer } from "./support/kv-server.ts";
import { hostileQuestions, questionsAbout } from "./support/questions.ts";
import {
  bundleWorker,
  startWorkerd,
  type WorkerBundle,
  type WorkerdProcess,
} from "./support/workerd-process.ts";
import type { SearchTask } from "./worker/search-worker.ts";

const SIZES = [1000, 10_000, 50_000];
/** Beyond it Lunr's index takes more memory than a Worker has. */
const LUNR_SIZES = [1000, 10_000];
const HOSTILE_SIZE = 10_000;
const QUESTIONS = 300;
/** How often each question is asked, so that the cost of its request does not matter. */
const TIMES = 20;
const TIMES_HOSTILE = 5;
const LOADS = 20;
const VIEWS = 2000;
/** Requests that do nothing, of which the median is what a request costs. */
const EMPTY_REQUESTS = 50;
/** Fresh processes, each of which opens the index for the first time. */
const STARTS = 3;
const FIRST_QUESTIONS = 20;

export const searchBenchmark: Benchmark = {
  name: "search",
  async run() {
    if (process.platform !== "linux") return [];
    const chunksOf = await openDocumentation();
    if (chunksOf === undefined) return [];
    const folder = mkdtempSync(join(tmpdir(), "assistant-chat-bench-"));
    const kv = await serveKv();
    try {
      const bundle = bundleWorker(folder, "tests/bench/worker/search-worker.ts");
      const tables: BenchTable[] = [];
      const packed = new Map<number, Costs>();
      const lunr = new Map<number, Costs>();
      for (const size of SIZES) {
        const chunks = chunksOf(size);
        packed.set(size, await measureIndex(chunks, "packed", bundle, kv));
        if (LUNR_SIZES.includes(size)) lunr.set(size, await measureIndex(chunks, "lunr", bundle, kv));
      }
      tables.push(packedTable(packed), ratioTable(packed, lunr));
      const hostile = packed.get(HOSTILE_SIZE)?.hostileMs;
      if (hostile !== undefined) tables.push(hostileTable(hostile));
      return tables;
    } finally {
      await kv.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface Costs {
  bytes: number;
  gzipBytes: number;
  coldOpenMs: number;
  openMs: number;
  /** Of the packed index alone: no hash, no analyzer. */
  viewMs: number | undefined;
  /** The mean of the first questions of a fresh isolate. */
  firstMs: number;
  /** Of each question, warm. */
  questionsMs: number[];
  hostileMs: Record<string, number>;
  usedBytes: number;
  residentBytes: number;
}

async function measureIndex(
  chunks: readonly Chunk[],
  indexFormat: IndexFormat,
  bundle: WorkerBundle,
  kv: KvServer,
): Promise<Costs> {
  const encoded = await encodeCorpus({ site: "bench", language: "en", chunks, indexFormat });
  kv.publish(encoded);
  const files = indexFiles(encoded.manifest).map(({ name }) => encoded.files.get(name) ?? new Uint8Array());
  const questions = questionsAbout(chunks, QUESTIONS, 1);
  const warmUp = questionsAbout(chunks, QUESTIONS, 2);
  // Lunr may take minutes for one of them.
  const hostile = indexFormat === "packed" ? Object.entries(hostileQuestions(chunks)) : [];
  const coldOpensMs: number[] = [];
  const firstsMs: number[] = [];
  const openFirst = async (cost: CostOf): Promise<void> => {
    await cost({ task: "fetch", site: "bench" });
    coldOpensMs.push(await cost({ task: "open", times: 1 }));
    const first = questions.slice(0, FIRST_QUESTIONS);
    firstsMs.push((await cost({ task: "ask", questions: first, times: 1 })) / first.length);
  };
  for (let start = 1; start < STARTS; start++) await withWorkerd(bundle, kv, (_, cost) => openFirst(cost));
  return withWorkerd(bundle, kv, async (workerd, cost) => {
    await cost({ task: "collect-garbage" });
    const usedBefore = await workerd.usedBytes();
    const residentBefore = workerd.residentBytes();
    await openFirst(cost);
    await cost({ task: "ask", questions: warmUp, times: 2 });
    const residentBytes = workerd.residentBytes() - residentBefore;
    await cost({ task: "collect-garbage" });
    const usedBytes = (await workerd.usedBytes()) - usedBefore;
    const costEach = async (asked: readonly string[], times: number): Promise<number[]> => {
      const costsMs: number[] = [];
      for (const question of asked)
        costsMs.push((await cost({ task: "ask", questions: [question], times })) / times);
      return costsMs;
    };
    const questionsMs = await costEach(questions, TIMES);
    const hostileMs = await costEach(
      hostile.map(([, question]) => question),
      TIMES_HOSTILE,
    );
    return {
      bytes: files.reduce((sum, file) => sum + file.length, 0),
      gzipBytes: files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
      coldOpenMs: median(coldOpensMs),
      openMs: (await cost({ task: "open", times: LOADS })) / LOADS,
      viewMs:
        indexFormat === "packed" ? (await cost({ task: "view-index", times: VIEWS })) / VIEWS : undefined,
      firstMs: median(firstsMs),
      questionsMs,
      hostileMs: Object.fromEntries(hostile.map(([name], index) => [name, hostileMs[index] ?? Number.NaN])),
      usedBytes,
      residentBytes,
    };
  });
}

/** What a task costs, in milliseconds. */
type CostOf = (task: SearchTask) => Promise<number>;

async function withWorkerd<T>(
  bundle: WorkerBundle,
  kv: KvServer,
  use: (workerd: WorkerdProcess, cost: CostOf) => Promise<T>,
): Promise<T> {
  const workerd = await startWorkerd(bundle, kv.origin);
  const request: CostOf = async (task) => {
    const beforeMs = workerd.cpuMs();
    const response = await fetch(workerd.origin, { method: "POST", body: JSON.stringify(task) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${task.task} failed: ${text}`);
    return workerd.cpuMs() - beforeMs;
  };
  try {
    const emptyMs: number[] = [];
    for (let count = 0; count < EMPTY_REQUESTS; count++)
      emptyMs.push(await request({ task: "view-index", times: 0 }));
    const overheadMs = median(emptyMs);
    return await use(workerd, async (task) => Math.max(0, (await request(task)) - overheadMs));
  } finally {
    await workerd.stop();
  }
}

function packedTable(costs: ReadonlyMap<number, Costs>): BenchTable {
  return {
    title: "The index, by size of the corpus, in workerd",
    note: [
      "Documentation of C++, whole pages at random; at 50,000 chunks all of it, three smaller sites, and pages used",
      "again with changed words. Milliseconds of processor time. Opening verifies the hash. Questions: titles, headings",
      `and words of the pages, warm; "first" is the mean of the first ${FIRST_QUESTIONS} of a fresh isolate. Memory is what the`,
      "isolate holds after several hundred questions, the file included.",
    ].join("\n"),
    columns: [
      "chunks",
      "MB",
      "gzip MB",
      "open cold ms",
      "open ms",
      "view ms",
      "first ms",
      "p50 ms",
      "p95 ms",
      "max ms",
      "worst hostile ms",
      "memory MB",
      "resident MB",
    ],
    rows: [...costs].map(([size, cost]) => [
      size,
      megabytes(cost.bytes),
      megabytes(cost.gzipBytes),
      rounded(cost.coldOpenMs),
      rounded(cost.openMs),
      rounded(cost.viewMs ?? Number.NaN),
      rounded(cost.firstMs),
      rounded(median(cost.questionsMs)),
      rounded(percentile(cost.questionsMs, 0.95)),
      rounded(Math.max(...cost.questionsMs)),
      rounded(Math.max(...Object.values(cost.hostileMs))),
      megabytes(cost.usedBytes),
      megabytes(cost.residentBytes),
    ]),
  };
}

function ratioTable(packed: ReadonlyMap<number, Costs>, lunr: ReadonlyMap<number, Costs>): BenchTable {
  const rows = [...lunr].flatMap(([size, peer]) => {
    const own = packed.get(size);
    if (own === undefined) return [];
    const ratio = (of: (costs: Costs) => number): string => `${rounded(of(peer) / of(own))} ×`;
    return [
      [
        size,
        ratio(({ bytes }) => bytes),
        ratio(({ gzipBytes }) => gzipBytes),
        ratio(({ openMs }) => openMs),
        ratio(({ questionsMs }) => median(questionsMs)),
        ratio(({ questionsMs }) => percentile(questionsMs, 0.95)),
        ratio(({ usedBytes }) => usedBytes),
      ],
    ];
  });
  return {
    title: "What Lunr's own index costs, in terms of the packed one",
    note: "The same chunks and questions, in the same runtime; the corpus in `--format lunr`.",
    columns: ["chunks", "bytes", "gzip", "open", "p50", "p95", "memory"],
    rows,
  };
}

function hostileTable(hostileMs: Readonly<Record<string, number>>): BenchTable {
  return {
    title: `Hostile questions at ${HOSTILE_SIZE} chunks, in workerd`,
    note: "5,000 characters each; milliseconds of processor time of one search.",
    columns: ["question", "ms"],
    rows: Object.entries(hostileMs)
      .sort(([, a], [, b]) => b - a)
      .map(([name, ms]) => [name, rounded(ms)]),
  };
}

function megabytes(bytes: number): number {
  return rounded(bytes / 1e6);
}
