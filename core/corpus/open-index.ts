/** The two ways in which the index of a corpus is written, behind one face. */
import * as z from "zod";
import type { SearchFilters } from "../protocol.ts";
import type { Analyzer } from "../search/analyzer.ts";
import type { StaticEncoder } from "../search/encoder/static-encoder.ts";
import { fillerWords } from "../search/filler-words.ts";
import { baseLanguage } from "../language/base-language.ts";
import { createLunrRetriever, loadLunrIndex } from "../search/lunr-index.ts";
import { createDocumentFilter } from "../search/packed/document-filter.ts";
import { PackedIndexError } from "../search/packed/layout.ts";
import { openPackedIndex } from "../search/packed/open-packed-index.ts";
import { createPackedRetriever } from "../search/packed/packed-retriever.ts";
import { rememberRecent } from "../search/remember-recent.ts";
import type { CorpusIndex } from "./corpus.ts";
import { catalogueSchema } from "./catalogue-schema.ts";
import type { Catalogue, CatalogueDocument } from "./format.ts";

/** The bytes are what was written, but not an index that this version reads. */
export class IndexError extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = "IndexError";
  }
}

/** An index, and what it says of itself: its manifest has to say the same. */
export interface OpenedIndex {
  index: CorpusIndex;
  chunkCount: number;
  documentCount: number;
}

/** Pages that are kept decoded: less than 1 MB. */
const REMEMBERED_DOCUMENTS = 4000;

/** @throws IndexError */
export function openPacked(
  bytes: Uint8Array,
  analyzer: Analyzer,
  language: string,
  encoder?: StaticEncoder,
): OpenedIndex {
  const index = (() => {
    try {
      return openPackedIndex(bytes);
    } catch (error) {
      throw error instanceof PackedIndexError ? new IndexError(error.message) : error;
    }
  })();
  /** Decoded when first asked for: each question asks for the pages of dozens of chunks. */
  const documents = new Map<number, CatalogueDocument>();
  const opened: CorpusIndex = {
    retriever: rememberRecent(
      createPackedRetriever(index, { analyzer, fillers: fillerWords(language), encoder }),
    ),
    languages: new Set(index.languages.map(baseLanguage)),
    passing: (filters) => createDocumentFilter(index, analyzer, filters),
    documentOf(chunk) {
      if (!(chunk >= 0 && chunk < index.chunkCount)) {
        throw new RangeError(`The corpus has no chunk ${chunk}.`);
      }
      const document = index.documentOf(chunk);
      let known = documents.get(document);
      if (known === undefined) {
        known = index.documents.read(document);
        if (documents.size >= REMEMBERED_DOCUMENTS) documents.clear();
        documents.set(document, known);
      }
      return known;
    },
  };
  return { index: opened, chunkCount: index.chunkCount, documentCount: index.documentCount };
}

/** @throws IndexError */
export function openLunr(
  indexText: string,
  catalogueText: string,
  analyzer: Analyzer,
  language: string,
): OpenedIndex {
  const catalogue = parseCatalogue(catalogueText);
  const chunkCount = catalogue.chunkDocuments.length;
  const index = (() => {
    try {
      const fillers = fillerWords(language);
      return loadLunrIndex(indexText, analyzer, { chunkCount, fillers });
    } catch {
      throw new IndexError("it is not an index");
    }
  })();
  const documentOf: CorpusIndex["documentOf"] = (chunk) => {
    const document = catalogue.documents[catalogue.chunkDocuments[chunk] ?? -1];
    if (document === undefined) throw new RangeError(`The corpus has no chunk ${chunk}.`);
    return document;
  };
  const passes = (chunk: number, { language, pathPrefix, updatedSince }: SearchFilters): boolean => {
    const { url, language: own, updatedOn } = documentOf(chunk);
    return (
      (language === undefined || baseLanguage(own) === baseLanguage(language)) &&
      (pathPrefix === undefined || pathOf(url).startsWith(pathPrefix)) &&
      (updatedSince === undefined || (updatedOn !== undefined && updatedOn >= updatedSince))
    );
  };
  const opened: CorpusIndex = {
    retriever: createLunrRetriever(index, analyzer, {
      titleOf: (chunk) => documentOf(chunk).title,
      isLead: (chunk) => catalogue.chunkDocuments[chunk - 1] !== catalogue.chunkDocuments[chunk],
      passes,
    }),
    languages: new Set(catalogue.documents.map(({ language }) => baseLanguage(language))),
    documentOf,
    passing: (filters) => (chunk) => passes(chunk, filters),
  };
  return { index: opened, chunkCount, documentCount: catalogue.documents.length };
}

function parseCatalogue(text: string): Catalogue {
  try {
    const catalogue = catalogueSchema.parse(JSON.parse(text));
    if (catalogue.chunkDocuments.every((document) => document < catalogue.documents.length)) return catalogue;
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof SyntaxError)) throw error;
  }
  throw new IndexError("it is not a catalogue");
}

function pathOf(url: string): string {
  return url.startsWith("/") ? url : (URL.parse(url)?.pathname ?? "");
}
