import { decodeVectors, VectorsError, type ChunkVectors } from "../embedding/vectors-file.ts";
import { createAnalyzer, type Analyzer } from "../search/analyzer.ts";
import type { StaticEncoder } from "../search/encoder/static-encoder.ts";
import type { Corpus, CorpusFileSource } from "./corpus.ts";
import {
  CORPUS_FORMAT_VERSION,
  indexFiles,
  PASSAGES_PER_FILE,
  type Chunk,
  type CorpusFile,
  type CorpusManifest,
  type VectorsFile,
} from "./format.ts";
import { sha256Hex } from "./hash.ts";
import { manifestProblem } from "./manifest-problem.ts";
import { openPassages, type PassageFile } from "./passage-file.ts";
import { openEncoder, type EncoderCache } from "./open-encoder.ts";
import { IndexError, openLunr, openPacked, type OpenedIndex } from "./open-index.ts";

/** Why a corpus cannot be opened. */
export type CorpusProblem =
  | { reason: "not-published" }
  | { reason: "manifest-invalid"; detail: string }
  | { reason: "format-unsupported"; found: unknown; supported: number }
  | { reason: "file-missing"; file: string }
  | { reason: "file-corrupt"; file: string; detail: string };

export class CorpusError extends Error {
  readonly problem: CorpusProblem;
  constructor(problem: CorpusProblem) {
    super(describeProblem(problem));
    this.name = "CorpusError";
    this.problem = problem;
  }
}

function describeProblem(problem: CorpusProblem): string {
  switch (problem.reason) {
    case "not-published":
      return "There is no corpus here. Make one with `assistant-chat build`, then `assistant-chat publish`.";
    case "manifest-invalid":
      return `The corpus manifest is not valid: ${problem.detail}. Build the corpus again.`;
    case "format-unsupported":
      return `The corpus has format ${JSON.stringify(problem.found)}, and this version reads format ${problem.supported}. Build and publish it again.`;
    case "file-missing":
      return `The corpus file ${problem.file} is missing. Build and publish the corpus again.`;
    case "file-corrupt":
      return `The corpus file ${problem.file} is damaged: ${problem.detail}. Build and publish the corpus again.`;
  }
}

/** Of passage files, kept per open corpus: the pages that most questions are about. */
export const KEPT_PASSAGE_BYTES = 4 * 1024 * 1024;

/**
 * Opens a corpus: reads the manifest, the index and the catalogue, each checked against its hash. Passage
 * files are read when passages are asked for.
 *
 * @throws CorpusError with the reason and the fix; whatever the source throws passes through.
 */
export async function openCorpus(source: CorpusFileSource): Promise<Corpus> {
  return openCorpusOf(parseManifest(await source.readManifest()), source);
}

/**
 * The same for a manifest that was read and checked before.
 *
 * @param encoders shares one table between corpora that were built with it.
 */
export async function openCorpusOf(
  manifest: CorpusManifest,
  source: Pick<CorpusFileSource, "readFile">,
  encoders?: EncoderCache,
): Promise<Corpus> {
  const [files, analyzer, { encoder, problem: encoderProblem }] = await Promise.all([
    Promise.all(indexFiles(manifest).map((file) => readVerified(source, file))),
    createAnalyzer(manifest.language),
    openEncoder(manifest, source, encoders),
  ]);
  const { index, ...counts } = openIndex(files, analyzer, manifest, encoder);
  requireConsistency(manifest, counts);

  const passageFiles = createRecentFiles(KEPT_PASSAGE_BYTES);
  const openPassageFile = async (file: CorpusFile): Promise<PassageFile> => {
    const kept = passageFiles.get(file.name);
    if (kept !== undefined) return kept;
    const opened = openPassages(await readVerified(source, file));
    passageFiles.add(file, opened);
    return opened;
  };
  const readChunks = async (ordinals: readonly number[]): Promise<Chunk[]> => {
    const outside = ordinals.find((ordinal) => !(ordinal >= 0 && ordinal < manifest.chunkCount));
    if (outside !== undefined) throw new RangeError(`The corpus has no chunk ${outside}.`);
    const files = ordinals.map((ordinal) => manifest.passages[fileOrdinalOf(ordinal)] as CorpusFile);
    const distinct = [...new Set(files)];
    const opened = await Promise.all(distinct.map(openPassageFile));
    return ordinals.map((ordinal, index) => {
      const file = files[index] as CorpusFile;
      const chunk = opened[distinct.indexOf(file)]?.read(ordinal % PASSAGES_PER_FILE);
      if (chunk !== undefined) return chunk;
      throw new CorpusError({ reason: "file-corrupt", file: file.name, detail: "a passage is missing" });
    });
  };
  let vectors: ChunkVectors | undefined;
  const readVectors = async (): Promise<ChunkVectors | undefined> => {
    const file = manifest.vectors;
    if (file === undefined) return undefined;
    return (vectors ??= openVectors(await readVerified(source, file), file, manifest.chunkCount));
  };
  return {
    manifest,
    ...index,
    ...(encoder !== undefined && { encoder }),
    ...(encoderProblem !== undefined && { encoderProblem }),
    readChunks,
    readVectors,
  };
}

/** @throws CorpusError where the value is not a manifest of a format that this version reads. */
export function parseManifest(value: unknown): CorpusManifest {
  if (value === undefined || value === null) throw new CorpusError({ reason: "not-published" });
  const found = typeof value === "object" ? (value as { formatVersion?: unknown }).formatVersion : undefined;
  if (found !== CORPUS_FORMAT_VERSION && typeof found === "number") {
    throw new CorpusError({ reason: "format-unsupported", found, supported: CORPUS_FORMAT_VERSION });
  }
  const detail = manifestProblem(value);
  if (detail !== undefined) throw new CorpusError({ reason: "manifest-invalid", detail });
  return value as CorpusManifest;
}

/** Hashes tell that files are what was written, not that they belong together. */
function requireConsistency(
  { chunkCount, documentCount, passages }: CorpusManifest,
  opened: Omit<OpenedIndex, "index">,
): void {
  const fail = (detail: string): never => {
    throw new CorpusError({ reason: "manifest-invalid", detail });
  };
  if (opened.chunkCount !== chunkCount) fail("the index has another number of passages");
  if (opened.documentCount !== documentCount) fail("the index has another number of pages");
  if (passages.length !== Math.ceil(chunkCount / PASSAGES_PER_FILE)) fail("passage files are missing");
}

function openIndex(
  [index = new Uint8Array(), catalogue]: readonly Uint8Array[],
  analyzer: Analyzer,
  manifest: CorpusManifest,
  encoder: StaticEncoder | undefined,
): OpenedIndex {
  try {
    return catalogue === undefined
      ? openPacked(index, analyzer, manifest.language, encoder)
      : openLunr(textOf(index), textOf(catalogue), analyzer, manifest.language);
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    throw new CorpusError({ reason: "file-corrupt", file: manifest.index.name, detail: error.message });
  }
}

function openVectors(bytes: Uint8Array, file: VectorsFile, chunkCount: number): ChunkVectors {
  const fail = (detail: string): never => {
    throw new CorpusError({ reason: "file-corrupt", file: file.name, detail });
  };
  const vectors = (() => {
    try {
      return decodeVectors(bytes);
    } catch (error) {
      return fail(error instanceof VectorsError ? error.message : "it holds no vectors");
    }
  })();
  if (vectors.count !== chunkCount) fail("it has another number of vectors");
  if (vectors.model !== file.model || vectors.dimensions !== file.dimensions) fail("it is of another model");
  return vectors;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

async function readVerified(
  source: Pick<CorpusFileSource, "readFile">,
  file: CorpusFile,
): Promise<Uint8Array> {
  const bytes = await source.readFile(file.name);
  if (bytes === undefined) throw new CorpusError({ reason: "file-missing", file: file.name });
  if ((await sha256Hex(bytes)) !== file.sha256) {
    throw new CorpusError({
      reason: "file-corrupt",
      file: file.name,
      detail: "its content does not match its hash",
    });
  }
  return bytes;
}

function fileOrdinalOf(ordinal: number): number {
  return Math.floor(ordinal / PASSAGES_PER_FILE);
}

/**
 * Keeps the files that were used last, up to so many bytes. Files, never promises: in a Worker the promise of a
 * request that was cancelled may never settle, and whoever found it here would wait for ever.
 */
function createRecentFiles(maxBytes: number): {
  get: (name: string) => PassageFile | undefined;
  add: (file: CorpusFile, opened: PassageFile) => void;
} {
  /** Least recently used first. */
  const kept = new Map<string, { opened: PassageFile; bytes: number }>();
  let keptBytes = 0;
  const remove = (name: string): void => {
    keptBytes -= kept.get(name)?.bytes ?? 0;
    kept.delete(name);
  };
  return {
    get(name) {
      const found = kept.get(name);
      if (found === undefined) return undefined;
      kept.delete(name);
      kept.set(name, found);
      return found.opened;
    },
    add({ name, bytes }, opened) {
      remove(name);
      kept.set(name, { opened, bytes });
      keptBytes += bytes;
      for (const [oldest] of kept) {
        if (keptBytes <= maxBytes || oldest === name) break;
        remove(oldest);
      }
    },
  };
}
