import { createAnalyzer } from "../search/analyzer.ts";
import { buildLunrIndex, type IndexedChunk } from "../search/lunr-index.ts";
import { passageText } from "../passage-text.ts";
import {
  CORPUS_FORMAT_VERSION,
  PASSAGES_PER_FILE,
  type Catalogue,
  type Chunk,
  type CorpusFile,
  type CorpusManifest,
} from "./format.ts";
import { SHORT_HASH_CHARS, sha256Hex } from "./hash.ts";

export interface EncodeCorpusInput {
  site: string;
  /** BCP 47; decides how text is analysed. */
  language: string;
  /** Those of one document next to each other, in reading order: passage files then follow pages. */
  chunks: readonly Chunk[];
}

export interface EncodedCorpus {
  manifest: CorpusManifest;
  /** By file name. The manifest itself is not among them. */
  files: Map<string, Uint8Array>;
}

/** Turns chunks into the artefact's files. Pure and deterministic: the same chunks give the same bytes. */
export async function encodeCorpus({ site, language, chunks }: EncodeCorpusInput): Promise<EncodedCorpus> {
  const analyzer = await createAnalyzer(language);
  const files = new Map<string, Uint8Array>();
  const add = async (stem: string, content: string): Promise<CorpusFile> => {
    const bytes = new TextEncoder().encode(content);
    const sha256 = await sha256Hex(bytes);
    const name = `${stem}-${sha256.slice(0, SHORT_HASH_CHARS)}.json`;
    files.set(name, bytes);
    return { name, bytes: bytes.length, sha256 };
  };

  const catalogue = buildCatalogue(chunks);
  const index = await add("index", buildLunrIndex(chunks.map(indexedChunk), analyzer));
  const catalogueFile = await add("catalogue", JSON.stringify(catalogue));
  const passages: CorpusFile[] = [];
  for (let start = 0; start < chunks.length; start += PASSAGES_PER_FILE) {
    const stem = `passages-${String(passages.length).padStart(5, "0")}`;
    passages.push(await add(stem, JSON.stringify(chunks.slice(start, start + PASSAGES_PER_FILE))));
  }

  const hashes = [index, catalogueFile, ...passages].map((file) => file.sha256);
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
    index,
    catalogue: catalogueFile,
    passages,
  };
  return { manifest, files };
}

function indexedChunk(chunk: Chunk): IndexedChunk {
  return { title: chunk.title, section: chunk.headingPath.join(" "), body: passageText(chunk.blocks) };
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
      documents.push({ url, title: chunk.title, language: chunk.language });
    }
    return ordinal;
  });
  return { documents, chunkDocuments };
}

/** A chunk's URL without its anchor. */
export function documentUrl(chunkUrl: string): string {
  return chunkUrl.split("#", 1)[0] ?? "";
}
