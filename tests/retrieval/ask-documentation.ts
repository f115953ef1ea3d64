/** Opens documentation as the Worker does, asks it as a visitor does, and compares what is answered. */
import { join } from "node:path";
import { answerQuestion } from "../../core/answer/answer-question.ts";
import { createExtractiveProvider } from "../../core/answer/quote/extractive-provider.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import type { Chunk } from "../../core/corpus/format.ts";
import { openCorpus } from "../../core/corpus/open-corpus.ts";
import { isSmallSite } from "../../core/corpus/small-site.ts";
import { encodeCorpus } from "../../core/corpus/write-corpus.ts";
import { readEncoderTable } from "../../corpus/encoder/read-encoder-table.ts";
import { readSources } from "../../corpus/read/read-sources.ts";
import { CORPORA_FOLDER } from "../support/corpora.ts";
import { memorySource } from "../support/corpus.ts";

/** Reads a folder of `docs/` as `assistant-chat build` does and opens it as the Worker does. */
export async function openDocumentation(name: string, language = "en"): Promise<Corpus> {
  return openFolder(join(CORPORA_FOLDER, "docs", name), language);
}

export interface OpenFolderOptions {
  /** Compares questions by the encoder too, as a build does; default true. */
  usesEncoder?: boolean;
  /** Of which table; default: that of the package. */
  encoderTable?: Uint8Array | undefined;
}

/** The same with any folder. */
export async function openFolder(
  folder: string,
  language: string,
  { usesEncoder = true, encoderTable: table }: OpenFolderOptions = {},
): Promise<Corpus> {
  const chunks = await readChunks(folder, language);
  const encoderTable = usesEncoder
    ? (table ?? (await readEncoderTable(language, { isSmallSite: isSmallSite(chunks) })).bytes)
    : undefined;
  return openCorpus(memorySource(await encodeCorpus({ site: "docs", language, chunks, encoderTable })));
}

/** The chunks of a folder's pages. */
export async function readChunks(folder: string, language: string): Promise<Chunk[]> {
  const { pages } = await readSources({
    sources: [folder],
    cwd: folder,
    baseUrl: "",
    language,
  });
  return pages.flatMap((page) => page.chunks);
}

export interface GivenAnswer {
  text: string;
  confidence: number;
  refused: boolean;
}

/** Asks as a visitor does, without a model. */
export async function giveAnswer(
  corpus: Corpus,
  question: string,
  confidenceThreshold: number,
): Promise<GivenAnswer> {
  const answer: GivenAnswer = { text: "", confidence: 0, refused: false };
  const dependencies = {
    corpus,
    provider: createExtractiveProvider(),
    confidenceThreshold,
    newId: () => "answer",
  };
  const { signal } = new AbortController();
  for await (const event of answerQuestion({ question }, dependencies, { signal })) {
    if (event.type === "text-delta") answer.text += event.text;
    if (event.type === "answer-end") {
      answer.confidence = event.confidence;
      answer.refused = event.finishReason === "refused";
    }
  }
  return answer;
}

/** Whether an answer holds all facts; Markdown escapes, emphasis, marks of code, case and white space do not matter. */
export function holdsFacts(
  text: string,
  facts: readonly (string | readonly string[])[] | undefined,
): boolean {
  const answer = comparable(text);
  return (facts ?? []).every((fact) => [fact].flat().some((wording) => answer.includes(comparable(wording))));
}

function comparable(text: string): string {
  return text
    .replace(/[\\`*]/g, "")
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/ ?\[\d+\]/g, "")
    .replace(/\s+/g, " ")
    .toLowerCase();
}
