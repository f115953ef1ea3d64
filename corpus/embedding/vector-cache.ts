/**
 * Vectors of earlier builds, by a hash of the text that was embedded: a rebuild asks a provider, and pays, only
 * for what changed. A cache that is missing, damaged or of another model is no error: it is made anew.
 */
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";

export interface VectorCache {
  get(key: string): Int8Array | undefined;
  set(key: string, vector: Int8Array): void;
  /** Writes what was asked for or set since it was opened; everything else is of chunks that are gone. */
  save(): Promise<void>;
}

interface CacheFile {
  format: typeof FORMAT;
  model: string;
  dimensions: number;
  /** Base64 of the int8 numbers, by key. */
  vectors: Record<string, string>;
}

const FORMAT = 1;

export async function openVectorCache(
  path: string,
  { model, dimensions }: { model: string; dimensions: number },
): Promise<VectorCache> {
  const kept = await readCache(path, model, dimensions);
  const used = new Map<string, Int8Array>();
  return {
    get(key) {
      const vector = used.get(key) ?? kept.get(key);
      if (vector !== undefined) used.set(key, vector);
      return vector;
    },
    set: (key, vector) => void used.set(key, vector),
    async save() {
      const vectors = Object.fromEntries(
        [...used]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, vector]) => [
            key,
            Buffer.from(vector.buffer, vector.byteOffset, vector.length).toString("base64"),
          ]),
      );
      await writeWhole(
        path,
        JSON.stringify({ format: FORMAT, model, dimensions, vectors } satisfies CacheFile),
      );
    },
  };
}

async function readCache(path: string, model: string, dimensions: number): Promise<Map<string, Int8Array>> {
  const vectors = new Map<string, Int8Array>();
  let file: Partial<CacheFile> | null;
  try {
    file = JSON.parse(await readFile(path, "utf8")) as Partial<CacheFile> | null;
  } catch {
    return vectors;
  }
  const isOurs = file?.format === FORMAT && file.model === model && file.dimensions === dimensions;
  if (!isOurs || typeof file?.vectors !== "object" || file.vectors === null) return vectors;
  for (const [key, text] of Object.entries(file.vectors)) {
    if (typeof text !== "string") continue;
    const bytes = Buffer.from(text, "base64");
    if (bytes.length === dimensions) vectors.set(key, Int8Array.from(new Int8Array(bytes)));
  }
  return vectors;
}

/** Whole or not at all: a killed build leaves the old cache. */
async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.writing`;
  const file = await open(temporary, "w");
  try {
    await file.writeFile(text);
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}
