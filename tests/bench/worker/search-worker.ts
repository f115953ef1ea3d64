/**
 * The Worker of the benchmark of search: loads and asks a corpus inside the runtime. It looks at no clock, for
 * that of a Worker stands still while it computes: what a task costs is read from outside, off the process.
 */
import type { Corpus, CorpusFileSource } from "../../../core/corpus/corpus.ts";
import { corpusKeys, indexFiles } from "../../../core/corpus/format.ts";
import { openCorpus, parseManifest } from "../../../core/corpus/open-corpus.ts";
import { openPackedIndex } from "../../../core/search/packed/open-packed-index.ts";

/** What is asked of it, one task a request. */
export type SearchTask =
  /** Reads the index into memory; opening it is measured without the store. */
  | { task: "fetch"; site: string }
  | { task: "open"; times: number }
  /** Reads the index alone: no hash, no analyzer. */
  | { task: "view-index"; times: number }
  | { task: "ask"; questions: string[]; times: number }
  /** Frees what nothing holds any more, so that memory can be looked at. */
  | { task: "collect-garbage" };

/** What is needed of the KV namespace. */
interface Store {
  get(key: string, type: "arrayBuffer"): Promise<ArrayBuffer | null>;
}

/** As many as a search for ten results ranks; the retriever remembers no question that is asked for so many. */
const RANKED = 60;

let source: CorpusFileSource | undefined;
let indexBytes: Uint8Array = new Uint8Array();
let corpus: Corpus | undefined;

async function run(task: SearchTask, store: Store): Promise<void> {
  switch (task.task) {
    case "fetch":
      await readIndex(task.site, store);
      return;
    case "open":
      if (source === undefined) throw new Error("No corpus was fetched.");
      for (let time = 0; time < task.times; time++) corpus = await openCorpus(source);
      return;
    case "view-index":
      for (let time = 0; time < task.times; time++) openPackedIndex(indexBytes);
      return;
    case "ask":
      for (const question of task.questions) {
        for (let time = 0; time < task.times; time++) ask(question);
      }
      return;
    case "collect-garbage":
      (globalThis as { gc?: () => void }).gc?.();
  }
}

async function readIndex(site: string, store: Store): Promise<void> {
  const read = async (key: string): Promise<Uint8Array> =>
    new Uint8Array((await store.get(key, "arrayBuffer")) ?? new ArrayBuffer());
  const manifest = parseManifest(JSON.parse(new TextDecoder().decode(await read(corpusKeys.pointer(site)))));
  const files = new Map<string, Uint8Array>();
  for (const { name } of indexFiles(manifest)) files.set(name, await read(corpusKeys.file(site, name)));
  indexBytes = files.get(manifest.index.name) ?? indexBytes;
  source = {
    readManifest: () => Promise.resolve(manifest),
    readFile: (name) => Promise.resolve(files.get(name)),
  };
}

function ask(question: string): void {
  if (corpus === undefined) throw new Error("No corpus is open.");
  corpus.retriever.retrieve(question, { limit: RANKED });
}

export default {
  async fetch(request: Request, env: { CORPUS: Store }): Promise<Response> {
    try {
      await run((await request.json()) as SearchTask, env.CORPUS);
      return new Response();
    } catch (error) {
      return new Response(error instanceof Error ? error.stack : String(error), { status: 500 });
    }
  },
};
