/**
 * Uploads a corpus so that visitors see the old version or the new one and nothing between: the files first,
 * under names of their own, and when all are there the pointer that names them. Files of the version before
 * stay: a Worker that still holds the old pointer goes on reading them.
 */
import { corpusKeys, allFiles, type CorpusFile, type CorpusManifest } from "../../core/corpus/format.ts";
import { CorpusError, parseManifest } from "../../core/corpus/open-corpus.ts";
import { sha256Hex } from "../../core/corpus/hash.ts";
import type { CorpusFileSource } from "../../core/corpus/corpus.ts";
import { CliError } from "../cli-error.ts";
import { formatBytes } from "../terminal/format.ts";
import type { KvPair, KvStore } from "./kv-store.ts";

/** @see https://developers.cloudflare.com/kv/platform/limits/ */
const MAX_VALUE_BYTES = 25 * 1024 * 1024;
/** One bulk request takes 10,000 pairs and 100 MB as JSON; escaping can add a quarter. */
const MAX_BATCH_PAIRS = 5000;
const MAX_BATCH_BYTES = 60 * 1024 * 1024;

export interface PublishInput {
  source: CorpusFileSource;
  /** Site to publish under; default the one the corpus was built for. */
  site?: string;
  store: KvStore;
  onProgress?: (done: number, total: number) => void;
}

export interface PublishReport {
  site: string;
  corpusVersion: string;
  /** The version that was served before; null where there was none. */
  previousVersion: string | null;
  uploadedFiles: number;
  uploadedBytes: number;
  /** True where this version was being served already, complete. */
  unchanged: boolean;
}

/** @throws CorpusError for a folder that is damaged, CliError for limits and for what wrangler refuses. */
export async function publishCorpus({
  source,
  site,
  store,
  onProgress,
}: PublishInput): Promise<PublishReport> {
  const built = parseManifest(await source.readManifest());
  const manifest: CorpusManifest = { ...built, site: site ?? built.site };
  const files = allFiles(manifest);
  const contents = await readVerified(source, files);

  const previous = versionOf(await store.get(corpusKeys.pointer(manifest.site)));
  // Where nothing is served yet there is hardly anything to spare, and asking costs as much as uploading.
  const present =
    previous === undefined ? new Set<string>() : await store.list(corpusKeys.file(manifest.site, ""));
  const missing = files.filter(({ name }) => !present.has(corpusKeys.file(manifest.site, name)));
  const report = {
    site: manifest.site,
    corpusVersion: manifest.corpusVersion,
    previousVersion: previous ?? null,
    uploadedFiles: missing.length,
    uploadedBytes: missing.reduce((sum, { bytes }) => sum + bytes, 0),
  };
  if (missing.length === 0 && previous === manifest.corpusVersion) return { ...report, unchanged: true };

  const pairs = missing.map(({ name }) => ({
    key: corpusKeys.file(manifest.site, name),
    bytes: contents.get(name) ?? new Uint8Array(0),
  }));
  let done = 0;
  onProgress?.(0, pairs.length + 1);
  for (const batch of batches(pairs)) {
    await store.putAll(batch);
    done += batch.length;
    onProgress?.(done, pairs.length + 1);
  }
  const pointer = new TextEncoder().encode(JSON.stringify(manifest));
  await store.putAll([{ key: corpusKeys.pointer(manifest.site), bytes: pointer }]);
  onProgress?.(pairs.length + 1, pairs.length + 1);
  return { ...report, unchanged: false };
}

async function readVerified(
  source: CorpusFileSource,
  files: readonly CorpusFile[],
): Promise<Map<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  for (const { name, bytes: size, sha256 } of files) {
    if (size > MAX_VALUE_BYTES) {
      throw new CliError("value-too-large", name, formatBytes(size), formatBytes(MAX_VALUE_BYTES));
    }
    const bytes = await source.readFile(name);
    if (bytes === undefined) throw new CorpusError({ reason: "file-missing", file: name });
    if ((await sha256Hex(bytes)) !== sha256) {
      throw new CorpusError({
        reason: "file-corrupt",
        file: name,
        detail: "its content does not match its hash",
      });
    }
    contents.set(name, bytes);
  }
  return contents;
}

function versionOf(pointer: string | undefined): string | undefined {
  try {
    return parseManifest(pointer === undefined ? undefined : (JSON.parse(pointer) as unknown)).corpusVersion;
  } catch {
    // Nothing published, or by another version of this program: it is replaced.
    return undefined;
  }
}

function* batches(pairs: readonly KvPair[]): Generator<KvPair[]> {
  let batch: KvPair[] = [];
  let bytes = 0;
  for (const pair of pairs) {
    if (
      batch.length >= MAX_BATCH_PAIRS ||
      (batch.length > 0 && bytes + pair.bytes.length > MAX_BATCH_BYTES)
    ) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(pair);
    bytes += pair.bytes.length;
  }
  if (batch.length > 0) yield batch;
}
