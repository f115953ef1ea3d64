import type { ChunkVectors } from "../embedding/vectors-file.ts";
import type { CatalogueDocument, Chunk, CorpusManifest } from "./format.ts";
import type { SearchFilters } from "../protocol.ts";
import type { StaticEncoder } from "../search/encoder/static-encoder.ts";
import type { Retriever } from "../search/retriever.ts";

/** Where a corpus's bytes come from: KV, a folder, memory. One contract suite covers every adapter. */
export interface CorpusFileSource {
  /** The manifest as parsed JSON, unchecked; undefined where nothing is published. */
  readManifest(): Promise<unknown>;
  /** The file's bytes; undefined where it is missing. */
  readFile(name: string): Promise<Uint8Array | undefined>;
}

/** What is known of a corpus without reading a passage, whichever way its index is written. */
export interface CorpusIndex {
  readonly retriever: Retriever;
  /** Base languages of its documents, such as `en` for `en-GB`. */
  readonly languages: ReadonlySet<string>;
  /** @throws RangeError where the corpus has no such chunk. */
  documentOf(chunkOrdinal: number): CatalogueDocument;
  /** Whether a chunk is one of those that a search with these filters is restricted to. */
  passing(filters: SearchFilters): (chunkOrdinal: number) => boolean;
}

/** A corpus that is open for questions. */
export interface Corpus extends CorpusIndex {
  readonly manifest: CorpusManifest;
  /** Compares questions with texts by meaning; absent where the corpus was built without. */
  readonly encoder?: StaticEncoder | undefined;
  /** Why questions are compared by words alone though the corpus was built with an encoder, as a clause. */
  readonly encoderProblem?: string | undefined;
  /**
   * The vectors of the chunks, read when first asked for; undefined where the corpus has none.
   *
   * @throws CorpusError where the file is missing or damaged.
   */
  readVectors(): Promise<ChunkVectors | undefined>;
  /** In the order asked for. Reads only the passage files it needs, and keeps the recently used ones. */
  readChunks(chunkOrdinals: readonly number[]): Promise<Chunk[]>;
}
