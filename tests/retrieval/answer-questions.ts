/**
 * Questions about real documentation, written before any answer to them was read: what the answer must hold,
 * or that it must be refused. One half serves development, the other is only measured.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { answerQuestion } from "../../core/answer/answer-question.ts";
import { createExtractiveProvider } from "../../core/answer/extractive-provider.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import { openCorpus } from "../../core/corpus/open-corpus.ts";
import { encodeCorpus } from "../../core/corpus/write-corpus.ts";
import { DEFAULT_MAX_BYTES, readSources } from "../../corpus/read/read-sources.ts";
import { CORPORA_FOLDER } from "../support/corpora.ts";
import { memorySource } from "../support/corpus.ts";

export interface AnswerQuestion {
  /** Folder of `docs/`. */
  corpus: string;
  split: "development" | "held-out";
  /** What kind of question; `refuse`: the pages have no answer. */
  kind: string;
  question: string;
  /** Each must stand in the answer, where a list names alternatives of which one suffices. */
  facts?: (string | string[])[];
}

export function readAnswerQuestions(): AnswerQuestion[] {
  return readFileSync(join(import.meta.dirname, "answer-questions.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as AnswerQuestion);
}

/** Reads a folder of `docs/` as `assistant-chat build` does and opens it as the Worker does. */
export async function openDocumentation(name: string, language = "en"): Promise<Corpus> {
  return openFolder(join(CORPORA_FOLDER, "docs", name), language);
}

/** The same with any folder. */
export async function openFolder(folder: string, language: string): Promise<Corpus> {
  const { pages } = await readSources({
    sources: [folder],
    cwd: folder,
    maxBytes: DEFAULT_MAX_BYTES,
    baseUrl: "",
    language,
  });
  const chunks = pages.flatMap((page) => page.chunks);
  return openCorpus(memorySource(await encodeCorpus({ site: "docs", language, chunks })));
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

/** Whether an answer holds all facts; Markdown escapes, case and white space do not matter. */
export function holdsFacts(text: string, facts: AnswerQuestion["facts"]): boolean {
  const answer = comparable(text);
  return (facts ?? []).every((fact) => [fact].flat().some((wording) => answer.includes(comparable(wording))));
}

function comparable(text: string): string {
  return text.replace(/\\/g, "").replace(/\s+/g, " ").toLowerCase();
}
