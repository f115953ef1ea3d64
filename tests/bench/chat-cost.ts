/**
 * Processor time of a question, from the request to the last event and what runs on after it: of the whole
 * `workerd` process, so parsing HTTP, reading passages from KV and the engine's own threads are in it. Questions
 * are asked one after the other, and no answer comes from the cache.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeCorpus } from "../../core/corpus/write-corpus.ts";
import { readChatEvents } from "../../core/sse-client.ts";
import { median, percentile, rounded, type BenchTable } from "./report.ts";
import { openDocumentation } from "./support/documentation.ts";
import { serveKv } from "./support/kv-server.ts";
import { questionsAbout } from "./support/questions.ts";
import { bundleWorker, startWorkerd, type WorkerdProcess } from "./support/workerd-process.ts";

const SIZES = [1000, 10_000];
const WARM_UP = 100;
const QUESTIONS = 300;
/** What a request leaves to be done after its answer, such as filling the cache, ends well within it. */
const REST_MS = 10;

export async function measureChatCost(): Promise<BenchTable[]> {
  if (process.platform !== "linux") return [];
  const chunksOf = await openDocumentation();
  if (chunksOf === undefined) return [];
  const folder = mkdtempSync(join(tmpdir(), "assistant-chat-bench-"));
  const kv = await serveKv();
  try {
    const bundle = bundleWorker(folder);
    const rows: (string | number)[][] = [];
    for (const size of SIZES) {
      const chunks = chunksOf(size);
      kv.publish(await encodeCorpus({ site: "bench", language: "en", chunks }));
      const workerd = await startWorkerd(bundle, kv.origin);
      try {
        const firstMs = (await costOf(workerd, () => ask(workerd, "What is this about?"))).costMs;
        for (const question of questionsAbout(chunks, WARM_UP, 2)) await ask(workerd, question);
        const costsMs: number[] = [];
        const emptyMs: number[] = [];
        let answered = 0;
        const askNothing = async (): Promise<string> => (await fetch(`${workerd.origin}/v1/nothing`)).text();
        for (const question of questionsAbout(chunks, QUESTIONS, 1)) {
          const { costMs, value: isAnswered } = await costOf(workerd, () => ask(workerd, question));
          costsMs.push(costMs);
          if (isAnswered) answered++;
          // In turn with the questions: a machine that is busy for a while is busy for both.
          emptyMs.push((await costOf(workerd, askNothing)).costMs);
        }
        rows.push([
          size,
          `${Math.round((100 * answered) / costsMs.length)} %`,
          rounded(median(costsMs)),
          rounded(percentile(costsMs, 0.95)),
          rounded(median(emptyMs)),
          `${rounded(median(costsMs) / median(emptyMs))} ×`,
          rounded(firstMs),
          Math.round(workerd.residentBytes() / 2 ** 20),
        ]);
      } finally {
        await workerd.stop();
      }
    }
    return [
      {
        title: "Processor time of a question",
        note: `Extractive, warm, not from the cache; ${QUESTIONS} questions about documentation of C++, milliseconds of the whole process. "Empty" is a request for an address that there is not, in turn with the questions: quote the ratio; "first" opens the corpus.`,
        columns: [
          "chunks",
          "answered",
          "p50 ms",
          "p95 ms",
          "empty ms",
          "p50 / empty",
          "first ms",
          "resident MiB",
        ],
        rows,
      },
    ];
  } finally {
    await kv.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function costOf<T>(
  workerd: WorkerdProcess,
  work: () => Promise<T>,
): Promise<{ costMs: number; value: T }> {
  const beforeMs = workerd.cpuMs();
  const value = await work();
  await new Promise((done) => setTimeout(done, REST_MS));
  return { costMs: workerd.cpuMs() - beforeMs, value };
}

/** Whether it was answered, not refused. */
async function ask({ origin }: WorkerdProcess, question: string): Promise<boolean> {
  const response = await fetch(`${origin}/v1/chat`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ question, site: "bench" }),
  });
  if (!response.ok || response.body === null) throw new Error(`${response.status} ${await response.text()}`);
  let isAnswered: boolean | undefined;
  for await (const { event } of readChatEvents(response.body)) {
    if (event.type === "error") throw new Error(`"${question}" failed: ${event.message}`);
    if (event.type === "answer-end") isAnswered = event.finishReason !== "refused";
  }
  if (isAnswered === undefined) throw new Error(`"${question}" has no end.`);
  return isAnswered;
}
