import { brotliCompressSync, constants } from "node:zlib";
import type { Chunk } from "../../core/corpus/format.ts";
import { openCorpus } from "../../core/corpus/open-corpus.ts";
import { encodeCorpus } from "../../core/corpus/write-corpus.ts";
import { searchCorpus } from "../../core/search/search-corpus.ts";
import { hasCorpus, readJsonLines } from "../support/corpora.ts";
import { memorySource } from "../support/corpus.ts";
import { median, percentile, rounded, type Benchmark } from "./report.ts";

const SIZES = [500, 1000, 2000, 5000];
const QUERIES = 200;
const LOADS = 5;

/** What an index costs to carry, to load and to ask, as the corpus grows. */
export const searchBenchmark: Benchmark = {
  name: "search",
  async run() {
    if (!hasCorpus("retrieval/scifact")) return [];
    const documents = readJsonLines<{ title: string; text: string }>("retrieval/scifact/corpus.jsonl");
    const questions = readJsonLines<{ text: string }>("retrieval/scifact/queries.jsonl").slice(0, QUERIES);
    const chunks = documents.map(({ title, text }, ordinal): Chunk => ({
      id: ordinal.toString(16).padStart(16, "0"),
      title,
      headingPath: [],
      url: `/${ordinal}/`,
      language: "en",
      blocks: [{ kind: "paragraph", text }],
    }));
    const rows: (string | number)[][] = [];
    for (const size of SIZES) {
      const startMs = performance.now();
      const encoded = await encodeCorpus({ site: "bench", language: "en", chunks: chunks.slice(0, size) });
      const buildMs = performance.now() - startMs;
      const index = encoded.files.get(encoded.manifest.index.name) ?? new Uint8Array();
      const loadsMs: number[] = [];
      let corpus = await openCorpus(memorySource(encoded));
      for (let load = 0; load < LOADS; load++) {
        const loadStartMs = performance.now();
        corpus = await openCorpus(memorySource(encoded));
        loadsMs.push(performance.now() - loadStartMs);
      }
      const queriesMs: number[] = [];
      for (const { text } of questions) {
        const queryStartMs = performance.now();
        await searchCorpus(corpus, { query: text, limit: 10 });
        queriesMs.push(performance.now() - queryStartMs);
      }
      rows.push([
        size,
        rounded(buildMs),
        rounded(index.length / 1e6),
        rounded(brotli(index).length / 1e6),
        rounded(median(loadsMs)),
        rounded(median(queriesMs)),
        rounded(percentile(queriesMs, 0.95)),
      ]);
    }
    return [
      {
        title: "Index by corpus size",
        note: "SciFact abstracts (about 200 words a chunk) in Node; queries are its claims, passages read included.",
        columns: ["chunks", "build ms", "index MB", "brotli MB", "load ms", "query p50 ms", "query p95 ms"],
        rows,
      },
    ];
  },
};

function brotli(bytes: Uint8Array): Buffer {
  // Quality 5 is about what an edge applies on the fly; 11 would take minutes here.
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}
