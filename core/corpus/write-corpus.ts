import { decodeVectors } from "../embedding/vectors-file.ts";
import { starterQuestions } from "../suggestions/starter-questions.ts";
import { baseLanguage } from "../language/base-language.ts";
import { createAnalyzer } from "../search/analyzer.ts";
import { createStaticEncoder, type StaticEncoder } from "../search/encoder/static-encoder.ts";
import { buildLunrIndex } from "../search/lunr-index.ts";
import { buildPackedIndex } from "../search/packed/build-packed-index.ts";
import { passageText } from "../passage-text.ts";
import {
  CORPUS_FORMAT_VERSION,
  PASSAGES_PER_FILE,
  type Catalogue,
  type Chunk,
  type CorpusFile,
  type CorpusManifest,
  type IndexFormat,
  type VectorsFile,
} from "./format.ts";
import { SHORT_HASH_CHARS, sha256Hex } from "./hash.ts";
import { areSectionedChunks } from "./sectioned.ts";
import { openCorpus } from "./open-corpus.ts";
import { encodePassages } from "./passage-file.ts";

export interface EncodeCorpusInput {
  site: string;
  /** BCP 47; decides how text is analysed. */
  language: string;
  /** Those of one document next to each other, in reading order: passage files then follow pages. */
  chunks: readonly Chunk[];
  /** Default `packed`. */
  indexFormat?: IndexFormat;
  /** The chunks' vectors, as `core/embedding/vectors-file.ts` writes them. */
  vectors?: Uint8Array | undefined;
  /**
   * The table of an encoder, as `core/search/encoder/table-file.ts` writes it: it becomes part of the corpus where the
   * corpus is of its language, packed, and made of pages with sections. Elsewhere words alone rank as well or better.
   */
  encoderTable?: Uint8Array | undefined;
}

export interface EncodedCorpus {
  manifest: CorpusManifest;
  /** By file name. The manifest itself is not among them. */
  files: Map<string, Uint8Array>;
}

/** Turns chunks into the artefact's files. Pure and deterministic: the same chunks give the same bytes. */
export async function encodeCorpus({
  site,
  language,
  chunks,
  indexFormat = "packed",
  vectors,
  encoderTable,
}: EncodeCorpusInput): Promise<EncodedCorpus> {
  const analyzer = await createAnalyzer(language);
  const encoder =
    encoderTable !== undefined && indexFormat === "packed" && areSectionedChunks(chunks)
      ? await encoderFor(language, encoderTable)
      : undefined;
  const files = new Map<string, Uint8Array>();
  const add = async (
    stem: string,
    content: Uint8Array | string,
    extension = typeof content === "string" ? "json" : "bin",
  ): Promise<CorpusFile> => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const sha256 = await sha256Hex(bytes);
    const name = `${stem}-${sha256.slice(0, SHORT_HASH_CHARS)}.${extension}`;
    files.set(name, bytes);
    return { name, bytes: bytes.length, sha256 };
  };

  const catalogue = buildCatalogue(chunks);
  const indexed = chunks.map(({ title, headingPath, blocks, prepared }) => ({
    title,
    headingPath,
    body: passageText(blocks),
    questions: prepared?.questions ?? [],
  }));
  const preparedAnswers = chunks.filter(({ prepared }) => prepared?.answer !== undefined).length;
  const isPacked = indexFormat === "packed";
  const index = await add(
    "index",
    isPacked
      ? buildPackedIndex({ chunks: indexed, ...catalogue, encoder }, analyzer)
      : buildLunrIndex(indexed, analyzer),
  );
  const catalogueFile = isPacked ? undefined : await add("catalogue", JSON.stringify(catalogue));
  const vectorsFile = vectors === undefined ? undefined : await addVectors(vectors, add);
  const encoderFile =
    encoder === undefined || encoderTable === undefined ? undefined : await add("encoder", encoderTable);
  const passages: CorpusFile[] = [];
  for (let start = 0; start < chunks.length; start += PASSAGES_PER_FILE) {
    const stem = `passages-${String(passages.length).padStart(5, "0")}`;
    const content = encodePassages(chunks.slice(start, start + PASSAGES_PER_FILE));
    passages.push(await add(stem, content, "jsonl"));
  }

  const hashes = [index, catalogueFile, vectorsFile, encoderFile, ...passages].flatMap(
    (file) => file?.sha256 ?? [],
  );
  // Site and language are served with the corpus, so they are part of what a version is.
  const corpusVersion = (
    await sha256Hex([CORPUS_FORMAT_VERSION, site, language, ...hashes].join("\n"))
  ).slice(0, SHORT_HASH_CHARS);
  const manifest: CorpusManifest = {
    formatVersion: CORPUS_FORMAT_VERSION,
    site,
    language,
    corpusVersion,
    documentCount: catalogue.documents.length,
    chunkCount: chunks.length,
    index: { ...index, format: indexFormat },
    ...(catalogueFile !== undefined && { catalogue: catalogueFile }),
    ...(vectorsFile !== undefined && { vectors: vectorsFile }),
    ...(encoderFile !== undefined && { encoder: encoderFile }),
    ...(preparedAnswers > 0 && { preparedAnswers }),
    passages,
  };
  return { manifest, files };
}

/** An encoder knows one language. @throws EncoderTableError */
async function encoderFor(language: string, table: Uint8Array): Promise<StaticEncoder | undefined> {
  const encoder = await createStaticEncoder(table);
  return baseLanguage(encoder.language) === baseLanguage(language) ? encoder : undefined;
}

async function addVectors(
  bytes: Uint8Array,
  add: (stem: string, content: Uint8Array) => Promise<CorpusFile>,
): Promise<VectorsFile> {
  const { model, dimensions } = decodeVectors(bytes);
  return { ...(await add("vectors", bytes)), model, dimensions };
}

/**
 * Adds the questions that visitors can begin with: made of the chunks, and asked against the encoded corpus. They
 * are served with it, so they are part of its version.
 */
export async function addStarters(
  { manifest, files }: EncodedCorpus,
  chunks: readonly Chunk[],
  confidenceThreshold: number,
): Promise<EncodedCorpus> {
  const corpus = await openCorpus({
    readManifest: () => Promise.resolve(manifest),
    readFile: (name) => Promise.resolve(files.get(name)),
  });
  const starters = await starterQuestions(corpus, chunks, { confidenceThreshold });
  const version = await sha256Hex([manifest.corpusVersion, ...starters].join("\n"));
  const corpusVersion = version.slice(0, SHORT_HASH_CHARS);
  return { manifest: { ...manifest, corpusVersion, starters }, files };
}

function buildCatalogue(chunks: readonly Chunk[]): Catalogue {
  const ordinals = new Map<string, number>();
  const documents: Catalogue["documents"] = [];
  const chunkDocuments = chunks.map((chunk) => {
    const url = documentUrl(chunk.url);
    let ordinal = ordinals.get(url);
    if (ordinal === undefined) {
      ordinal = documents.length;
      ordinals.set(url, ordinal);
      const { title, language, updatedOn } = chunk;
      documents.push({ url, title, language, ...(updatedOn !== undefined && { updatedOn }) });
    }
    return ordinal;
  });
  return { documents, chunkDocuments };
}

/** A chunk's URL without its anchor. */
export function documentUrl(chunkUrl: string): string {
  return chunkUrl.split("#", 1)[0] ?? "";
}
