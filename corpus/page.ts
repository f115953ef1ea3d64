/** A document with its address, cut into its chunks. Pure, so that it runs alike in this thread and in workers. */
import type { Chunk } from "../core/corpus/format.ts";
import { markReleases } from "./changelog/mark-releases.ts";
import { chunkPage } from "./chunk/chunk-page.ts";
import { countBlocksWords } from "./chunk/words.ts";
import type { DocumentProblem, DroppedText, LeftOut, ReadDocument } from "./formats/document.ts";
import type { PageLink } from "./parse/inline-text.ts";
import { languageOfPage } from "./main-language.ts";
import { firstTopHeading } from "./parse/outline.ts";
import { isoDateOf } from "./parse/page-date.ts";
import { chunkSignature, type ChunkSignature } from "./report/minhash.ts";
import { withoutExtension } from "./without-extension.ts";

export interface Page {
  path: string;
  url: string;
  /** Where its file lies, where the page itself names another address. */
  liesAt?: string;
  title: string;
  /** What it says of itself, for lists of pages. */
  description?: string;
  /** True where neither the front matter nor a heading gives a title. */
  titleFromFileName: boolean;
  language: string;
  chunks: Chunk[];
  /** Of the whole site; they become chunks of one of the pages that say them. */
  siteFacts: Chunk[];
  /** One per chunk. */
  signatures: ChunkSignature[];
  /** One per chunk. */
  chunkWords: number[];
  links: PageLink[];
  anchors: string[];
  words: number;
  /** Visible text that is in none of the chunks. */
  dropped: DroppedText[];
  date?: string;
  problems: DocumentProblem[];
}

export interface PagePlace {
  /** Path of the file, as reports name it. */
  path: string;
  /** Without anchor. */
  url: string;
  /** BCP 47, for a document that does not name its own. */
  language: string;
  /** The owner or the place of the page names its language. */
  isLanguageNamed?: boolean;
  liesAt?: string | undefined;
}

/** Cuts a document into chunks. A document without text is made of its description, or left out. */
export function pageOf(
  document: ReadDocument,
  { path, url, liesAt, language: fallback, isLanguageNamed = false }: PagePlace,
): Page | LeftOut {
  const language =
    document.language ?? languageOfPage(document.items, fallback, { isNamed: isLanguageNamed });
  const releases = markReleases(document.items, { path, title: document.title, language });
  // The first release of a changelog that has no title does not name the whole of it.
  const named = releases?.startsWithRelease === true ? undefined : firstTopHeading(document.items);
  const givenTitle = clean(document.title) ?? clean(named);
  const title = givenTitle ?? titleOfPath(path);
  let items = releases?.items ?? document.items;
  if (!items.some((item) => item.kind !== "heading")) {
    // A page of cards often has no words but its description.
    const description = clean(document.description);
    if (description === undefined) return { skipped: "empty", problems: document.problems };
    items = [{ kind: "paragraph", text: description }];
  }
  const updatedOn = isoDateOf(document.date) ?? releases?.newestDate;
  const chunks = chunkPage({ items, title, url, language, updatedOn });
  const siteFacts = chunkPage({ items: document.siteFacts ?? [], title, url, language, updatedOn });
  const chunkWords = chunks.map((chunk) => countBlocksWords(chunk.blocks));
  return {
    path,
    url,
    ...(liesAt !== undefined && liesAt !== url && { liesAt }),
    title,
    ...(clean(document.description) !== undefined && { description: clean(document.description) ?? "" }),
    titleFromFileName: givenTitle === undefined,
    language,
    chunks,
    siteFacts,
    signatures: chunks.map((chunk) => chunkSignature(chunk.blocks)),
    links: document.links,
    anchors: document.anchors,
    chunkWords,
    words: chunkWords.reduce((sum, words) => sum + words, 0),
    dropped: document.dropped,
    problems: document.problems,
    ...(document.date !== undefined && { date: document.date }),
  };
}

/** Titles are shown as plain text. */
function clean(title: string | undefined): string | undefined {
  const text = title?.replace(/`/g, "").replace(/\s+/g, " ").trim();
  return text === undefined || text === "" ? undefined : text;
}

/** `guide/getting-started.md` and `2024-05-01-getting-started.md` → "Getting started". */
function titleOfPath(path: string): string {
  const parts = path.replace(/[\\/]+$/, "").split(/[\\/]/);
  const file = withoutExtension(parts.pop() ?? "");
  const name = /^_?index$/i.test(file) ? (parts.pop() ?? file) : file;
  const words = name
    .replace(/^\d{4}-\d{2}-\d{2}-(?=.*\p{L})/u, "")
    .replace(/[-_]+/g, " ")
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
