/** A site that is small enough is shown to a model whole: there is nothing to retrieve wrongly then. */
import type { Corpus } from "../../corpus/corpus.ts";
import { PASSAGES_PER_FILE, type Chunk } from "../../corpus/format.ts";
import type { SearchFilters } from "../../protocol.ts";
import { chunkTokens } from "./chunk-tokens.ts";

export interface ReadChunk {
  chunk: Chunk;
  /** Its place in the corpus. */
  ordinal: number;
}

/**
 * A passage file with more bytes than this for each token cannot be one whose passages fit: of the shortest passages
 * that there are, most bytes are their names and addresses.
 */
const MAX_BYTES_PER_TOKEN = 32;

/** Files that are read to find out, each of them one read of a store and 32 passages. */
const MAX_FILES = 64;

/** Of corpora that were counted: what all their passages cost. */
const totals = new WeakMap<Corpus, number>();

/**
 * All passages that pass the filters, in reading order, where they cost no more than `maxTokens` together;
 * undefined where they cost more. What is surely too large is not read, and what was counted is not counted again.
 */
export async function readWholeSite(
  corpus: Corpus,
  { filters, maxTokens }: { filters: SearchFilters | undefined; maxTokens: number },
): Promise<ReadChunk[] | undefined> {
  const isFiltered = filters !== undefined && Object.values(filters).some((value) => value !== undefined);
  if (!isFiltered && (totals.get(corpus) ?? 0) > maxTokens) return undefined;
  const ordinals = passingOrdinals(corpus, isFiltered ? filters : undefined);
  if (!mayFit(corpus, ordinals, maxTokens)) return undefined;

  const chunks = await corpus.readChunks(ordinals);
  let tokens = 0;
  for (const chunk of chunks) tokens += chunkTokens(chunk);
  if (!isFiltered) totals.set(corpus, tokens);
  if (tokens > maxTokens) return undefined;
  return chunks.map((chunk, index) => ({ chunk, ordinal: ordinals[index] ?? 0 }));
}

function passingOrdinals(corpus: Corpus, filters: SearchFilters | undefined): number[] {
  const all = Array.from({ length: corpus.manifest.chunkCount }, (_, ordinal) => ordinal);
  return filters === undefined ? all : all.filter(corpus.passing(filters));
}

/** By what the manifest says of the files: nothing is read for it. */
function mayFit({ manifest }: Corpus, ordinals: readonly number[], maxTokens: number): boolean {
  const wanted = new Map<number, number>();
  for (const ordinal of ordinals) {
    const file = Math.floor(ordinal / PASSAGES_PER_FILE);
    wanted.set(file, (wanted.get(file) ?? 0) + 1);
  }
  if (wanted.size > MAX_FILES) return false;
  let bytes = 0;
  for (const [file, count] of wanted) {
    const held = Math.min(PASSAGES_PER_FILE, manifest.chunkCount - file * PASSAGES_PER_FILE);
    bytes += ((manifest.passages[file]?.bytes ?? 0) * count) / held;
  }
  return bytes <= maxTokens * MAX_BYTES_PER_TOKEN;
}
