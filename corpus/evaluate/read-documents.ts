/** Builds the documents of a public test set into a corpus in memory, as `build` and the Worker would. */
import { resolve } from "node:path";
import type { Corpus, CorpusFileSource } from "../../core/corpus/corpus.ts";
import type { Chunk } from "../../core/corpus/format.ts";
import { openCorpus } from "../../core/corpus/open-corpus.ts";
import { encodeCorpus, type EncodedCorpus } from "../../core/corpus/write-corpus.ts";
import { CliError } from "../cli-error.ts";
import { readLines } from "./read-lines.ts";

export interface TestDocument {
  id: string;
  title: string;
  text: string;
}

/** A document beyond it is a book: split it. */
const MAX_LINE_CHARS = 8 * 1024 * 1024;

/**
 * Reads `corpus.jsonl`: one `{_id or id, title?, text}` a line.
 *
 * @throws CliError that names the line of what is no document.
 */
export async function readDocuments(file: string, cwd: string): Promise<TestDocument[]> {
  const documents: TestDocument[] = [];
  try {
    for await (const { number, text } of readLines(resolve(cwd, file), MAX_LINE_CHARS)) {
      if (text?.trim() === "") continue;
      const document = text === undefined ? undefined : parseDocument(text);
      if (document === undefined) {
        throw new CliError(
          "questions-invalid",
          file,
          `  line ${number}: must be a document: {"_id": "1", "title": "...", "text": "..."}`,
        );
      }
      documents.push(document);
    }
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError("questions-unreadable", file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  if (documents.length === 0) throw new CliError("questions-empty", file);
  return documents;
}

function parseDocument(line: string): TestDocument | undefined {
  try {
    const value = JSON.parse(line) as Record<string, unknown> | null;
    const id = value?.["_id"] ?? value?.["id"];
    const { title = "", text } = value ?? {};
    if ((typeof id !== "string" && typeof id !== "number") || typeof text !== "string") return undefined;
    return { id: String(id), title: typeof title === "string" ? title : "", text };
  } catch {
    return undefined;
  }
}

/** The address that a document has in the corpus made of it. */
export function documentAddress(id: string): string {
  return `/${encodeURIComponent(id)}/`;
}

/** Each document becomes one passage of a page of its own, so that a ranking of passages is one of documents. */
export async function buildDocuments(
  documents: readonly TestDocument[],
  { site, language }: { site: string; language: string },
): Promise<Corpus> {
  const chunks = documents.map(({ id, title, text }, ordinal): Chunk => ({
    id: ordinal.toString(16).padStart(16, "0"),
    title,
    headingPath: [],
    url: documentAddress(id),
    language,
    blocks: [{ kind: "paragraph", text }],
  }));
  return openCorpus(memorySource(await encodeCorpus({ site, language, chunks })));
}

function memorySource({ manifest, files }: EncodedCorpus): CorpusFileSource {
  return {
    readManifest: () => Promise.resolve(manifest),
    readFile: (name) => Promise.resolve(files.get(name)),
  };
}
