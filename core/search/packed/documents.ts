/**
 * The pages of the corpus: what ranking, filters and lists need of them without reading a passage. `documents`
 * holds address and title of each in turn, `documentOffsets`, a table, where each text begins (and a last
 * end), and `documentNumbers`, a table of three parts, the languages of all pages (places in `languages`), the
 * headings that their titles are, and the days of their last changes since 1970-01-01 (0: unknown).
 */
import type { CatalogueDocument } from "../../corpus/format.ts";
import { ByteWriter } from "./byte-writer.ts";
import { PackedIndexError } from "./layout.ts";
import { openTable, encodeTable } from "./number-table.ts";

/** Of `documentNumbers`. */
const PARTS = 3;
const MS_PER_DAY = 86_400_000;

export interface DocumentEntry extends CatalogueDocument {
  titleHeading: number;
}

export function encodeDocuments(
  documents: readonly DocumentEntry[],
  languages: readonly string[],
): Record<"documents" | "documentOffsets" | "documentNumbers", Uint8Array> {
  const encoder = new TextEncoder();
  const writer = new ByteWriter();
  const offsets: number[] = [];
  const numbers: number[][] = [];
  for (const { url, title, language, updatedOn, titleHeading } of documents) {
    for (const text of [url, title]) {
      offsets.push(writer.length);
      writer.write(encoder.encode(text));
    }
    numbers.push([languages.indexOf(language), titleHeading, daysOf(updatedOn)]);
  }
  offsets.push(writer.length);
  return {
    documents: writer.finish(),
    documentOffsets: encodeTable(offsets),
    documentNumbers: encodeTable(
      Array.from({ length: PARTS }, (_, part) => numbers.map((own) => own[part] ?? 0)).flat(),
    ),
  };
}

export interface Documents {
  /** @throws RangeError where there is no such page. */
  read(document: number): CatalogueDocument;
  urlOf(document: number): string;
  titleOf(document: number): string;
  languageOf(document: number): string;
  titleHeadingOf(document: number): number;
  /** Days since 1970-01-01; 0 where unknown. */
  updatedOnOf(document: number): number;
}

/** @throws PackedIndexError where tables do not fit together. */
export function openDocuments(
  sections: Record<"documents" | "documentOffsets" | "documentNumbers", Uint8Array>,
  documentCount: number,
  languages: readonly string[],
): Documents {
  const offsets = openTable(sections.documentOffsets, documentCount * 2 + 1);
  const numbers = openTable(sections.documentNumbers, documentCount * PARTS);
  if (offsets(documentCount * 2) !== sections.documents.length)
    throw new PackedIndexError("its pages are damaged");
  const decoder = new TextDecoder();
  const text = (index: number): string =>
    decoder.decode(sections.documents.subarray(offsets(index), offsets(index + 1)));
  const numberOf = (document: number, part: number): number => numbers(part * documentCount + document);
  const languageOf = (document: number): string => languages[numberOf(document, 0)] ?? "";
  return {
    read(document) {
      if (document >= documentCount) throw new RangeError(`The index has no page ${document}.`);
      const days = numberOf(document, 2);
      return {
        url: text(document * 2),
        title: text(document * 2 + 1),
        language: languageOf(document),
        ...(days > 0 && { updatedOn: new Date(days * MS_PER_DAY).toISOString().slice(0, 10) }),
      };
    },
    urlOf: (document) => text(document * 2),
    titleOf: (document) => text(document * 2 + 1),
    languageOf,
    titleHeadingOf: (document) => numberOf(document, 1),
    updatedOnOf: (document) => numberOf(document, 2),
  };
}

/** A date as days since 1970-01-01; 0 for none, for what is no date, and for earlier ones. */
export function daysOf(date: string | undefined): number {
  const ms = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(ms) ? 0 : Math.max(0, Math.floor(ms / MS_PER_DAY));
}
