/**
 * The corpus artefact, version 3: what `assistant-chat build` writes, `publish` uploads and the Worker reads.
 *
 * A folder (or a KV prefix) holds `manifest.json` and the files that it names. File names carry the hash of
 * their content, so a new build never overwrites a file of the old one; replacing `manifest.json` is the one
 * step that switches versions, and a reader that holds an old manifest still finds every file it names.
 */

/** Raised when a reader of the old format could misread the new one. */
export const CORPUS_FORMAT_VERSION = 3;

/** Chunks in one passage file: enough that the files of a large site are few, and that neighbours lie together. */
export const PASSAGES_PER_FILE = 32;

/**
 * One block of a passage. `text` is plain text in which code spans stay marked by backticks; all other markup
 * is gone. A code block or a table is never split. In a list item, further lines and nested items stand on
 * lines of their own, nested ones after two spaces a level and an en dash or their number.
 */
export type Block = BlockContent & {
  /**
   * The id by which the page opens here, where it is another than that of the block before: of a heading its own, absent
   * where none is sure; of other blocks that of a place at which a section goes on, such as the next page of a PDF.
   */
  anchor?: string;
  /**
   * Here a section above goes on, behind those inside of it: how many headings its path has. `anchor` is then its own,
   * absent where none is sure.
   */
  resumesDepth?: number;
  /** How those of its sentences begin, letters and digits alone, that begin as another does before them on their page. */
  repeats?: string[];
  /** What an image is called that stands here by itself: found by its words, and quoted nowhere. */
  isPicture?: true;
  /** Written of data that the page has or is made from: it may not show them in these words. */
  isUnshown?: true;
};

type BlockContent =
  /**
   * `isHeading`: of a section that shares the chunk with others. What follows it stands under it, up to the next such
   * paragraph. `depth` is how many headings its path has, itself included: 1 for one that stands below the title alone.
   */
  | { kind: "paragraph"; text: string; isHeading?: true; depth?: number }
  | { kind: "list"; ordered: boolean; items: string[] }
  | { kind: "code"; language: string; code: string }
  /** The first row is the header. */
  | { kind: "table"; rows: string[][] };

/** A chunk: the ingestion-time unit that is indexed, ranked and cited. */
export interface Chunk {
  /** 16 hex digits of SHA-256 over URL, heading path and blocks: stable across builds. */
  id: string;
  /** Title of the document. */
  title: string;
  /** From the outermost heading below the title to the innermost; empty for the lead. */
  headingPath: string[];
  /** Of the document, with `#anchor` where the first of its text stands under a heading whose id is sure. */
  url: string;
  /** BCP 47. */
  language: string;
  /** Of the document's last change as it names it, ISO 8601 date. */
  updatedOn?: string | undefined;
  blocks: Block[];
  /** What a model wrote of it when the corpus was built; absent without `build --enrich`. */
  prepared?: Prepared | undefined;
}

/** Written of a chunk ahead of time, and checked against it: found by more words, and answered without a model. */
export interface Prepared {
  /** Questions that the chunk answers, in visitors' words. They are searched like the chunk's own text. */
  questions: string[];
  /** Absent: the questions are searched, and nothing is served. */
  answer?: PreparedAnswer | undefined;
}

export interface PreparedAnswer {
  /** Markdown, each sentence with `[1]`, which is the chunk itself. */
  text: string;
  /** Of `questions`, from 0, those that it answers. */
  answers: number[];
}

/** A document as the catalogue keeps it: what ranking and filters need without reading passages. */
export interface CatalogueDocument {
  url: string;
  title: string;
  language: string;
  /** ISO 8601 date. */
  updatedOn?: string | undefined;
}

/**
 * What a Lunr index does not hold itself: the pages, and `chunkDocuments[i]`, the document ordinal of chunk i.
 * A packed index has its own.
 */
export interface Catalogue {
  documents: CatalogueDocument[];
  chunkDocuments: number[];
}

/** A file of the artefact. `name` contains `sha256`'s first 16 digits. */
export interface CorpusFile {
  name: string;
  bytes: number;
  /** 64 hex digits. */
  sha256: string;
}

/**
 * How the index is written. `packed` is made for Workers: a tenth of the size, read without parsing
 * (`core/search/packed/layout.ts`). `lunr` is the JSON of a plain Lunr index, whose refs are chunk ordinals, for
 * other programs that read such, and fits a Worker up to about 3,000 chunks.
 */
export const INDEX_FORMATS = ["packed", "lunr"] as const;
export type IndexFormat = (typeof INDEX_FORMATS)[number];

export interface IndexFile extends CorpusFile {
  format: IndexFormat;
}

/** The vectors of the chunks, made by an embedding model (`core/embedding/vectors-file.ts`). */
export interface VectorsFile extends CorpusFile {
  /** Questions have to be embedded by the same one. */
  model: string;
  dimensions: number;
}

export interface CorpusManifest {
  formatVersion: typeof CORPUS_FORMAT_VERSION;
  site: string;
  /** The corpus's main language, BCP 47: decides the analyzer. */
  language: string;
  /** 16 hex digits over the files' hashes: same content, same version. */
  corpusVersion: string;
  documentCount: number;
  chunkCount: number;
  index: IndexFile;
  /** With an index in Lunr's format only. */
  catalogue?: CorpusFile | undefined;
  /** Absent: the corpus is searched by words alone. */
  vectors?: VectorsFile | undefined;
  /** The table that the chunks were encoded by and questions are (`core/search/encoder/`); absent without one. */
  encoder?: CorpusFile | undefined;
  /** Chunks with a prepared answer; absent where there is none, so that nobody looks for one. */
  preparedAnswers?: number | undefined;
  /** Questions to begin with, best first, each of which the corpus answers. */
  starters?: string[] | undefined;
  /** Chunk i is line `i % PASSAGES_PER_FILE`, from 0, of file `floor(i / PASSAGES_PER_FILE)`. */
  passages: CorpusFile[];
}

/** Every file that a manifest names. */
export function allFiles(manifest: CorpusManifest): CorpusFile[] {
  const { vectors, encoder, passages } = manifest;
  return [...indexFiles(manifest), ...[encoder, vectors].filter((file) => file !== undefined), ...passages];
}

/** The files without which no question can be answered: all but the passages. */
export function indexFiles({ index, catalogue }: Pick<CorpusManifest, "index" | "catalogue">): CorpusFile[] {
  return catalogue === undefined ? [index] : [index, catalogue];
}

/** KV keys, all in the namespace `CORPUS`. `docs/storage.md` shows examples and lifetimes. */
export const corpusKeys = {
  /** Holds the manifest of the version that is served. */
  pointer: (site: string): string => `corpus/${site}/current`,
  file: (site: string, name: string): string => `corpus/${site}/file/${name}`,
};

/** A site id is part of keys and URLs. */
export const SITE_ID_PATTERN = /^[a-z0-9][a-z0-9-]{0,62}$/;

export const DEFAULT_SITE = "default";
