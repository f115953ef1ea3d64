/** Looks for a prepared answer whose question a visitor's question meets. */
import type { Corpus } from "../../corpus/corpus.ts";
import type { Chunk } from "../../corpus/format.ts";
import { baseLanguage } from "../../language/base-language.ts";
import { isQuestionHeading } from "../../language/sentence-marks.ts";
import type { SearchFilters } from "../../protocol.ts";
import { describeChunk } from "../../search/find-chunks.ts";
import type { Passage } from "../generation-provider.ts";
import { recogniseRefusal } from "../refusal/recognise-refusal.ts";
import { alternatives, type Alternative } from "./alternatives.ts";
import { createCloseness, type Closeness } from "./meets-question.ts";

export interface FoundPrepared {
  /** Under position 1. */
  passage: Passage;
  /** Markdown with `[1]`. */
  text: string;
  /** 0 to 1: how near the two questions are. */
  closeness: number;
}

export interface PreparedQuery {
  /** By itself: not one that needs what was said before. */
  question: string;
  filters?: SearchFilters | undefined;
  /** BCP 47, where that can be told: what is in another language is not served. */
  language?: string | undefined;
}

/** A chunk whose question is met is among the first: its questions are searched like its text. */
const CANDIDATES = 2;

/** Of two questions that differ in nothing but case and marks. */
const SAME_WORDS = 1;

const closenessOf = new WeakMap<Corpus, Closeness>();

/** @returns undefined where no prepared question is near enough; without prepared answers nothing is looked up. */
export async function findPrepared(
  corpus: Corpus,
  { question, filters, language }: PreparedQuery,
): Promise<FoundPrepared | undefined> {
  if (corpus.manifest.preparedAnswers === undefined) return undefined;
  const closeness = closenessOf.get(corpus) ?? createCloseness(corpus.retriever, corpus.manifest.language);
  closenessOf.set(corpus, closeness);
  const { ranked } = corpus.retriever.retrieve(question, { limit: CANDIDATES, filters });
  const chunks = await corpus.readChunks(ranked.map(({ ordinal }) => ordinal));
  for (const [index, chunk] of chunks.entries()) {
    if (language !== undefined && baseLanguage(chunk.language) !== baseLanguage(language)) continue;
    const near = Math.max(
      0,
      ...metQuestions(chunk, corpus.retriever.terms).map((prepared) =>
        closeness(question, {
          question: prepared,
          context: [chunk.title, ...chunk.headingPath].join("\n"),
          answer: chunk.prepared?.answer?.text ?? "",
        }),
      ),
    );
    // Where another section is found first, it may answer better.
    if (near === 0 || (index > 0 && near < SAME_WORDS)) continue;
    const text = chunk.prepared?.answer?.text ?? "";
    // Whoever prepared it may have had no answer to this question.
    if (recogniseRefusal(text, question) === "refusal") continue;
    const source = { ...describeChunk({ chunk, relativeScore: 1 }), position: 1 };
    const passage = { chunk, source, ordinal: ranked[index]?.ordinal ?? 0, relativeScore: 1 };
    return { passage, text, closeness: near };
  }
  return undefined;
}

/** What the prepared answer of a chunk is served for; empty where there is none. */
function metQuestions({ prepared, ...chunk }: Chunk, termsOf: (text: string) => string[]): string[] {
  const { questions = [], answer } = prepared ?? {};
  if (answer === undefined) return [];
  const own = askedByHeading(chunk);
  const met = [...answer.answers.map((place) => questions[place] ?? ""), ...(own === undefined ? [] : [own])];
  const said = new Set(termsOf(answer.text));
  const isSaid = ({ name }: Alternative): boolean => termsOf(name).every((term) => said.has(term));
  return [...met, ...met.flatMap((one) => alternatives(one).filter(isSaid)).map((one) => one.question)];
}

/** What the site itself asks over a section: its answer answers that. */
export function askedByHeading({
  title,
  headingPath,
}: Pick<Chunk, "title" | "headingPath">): string | undefined {
  const heading = headingPath.at(-1) ?? title;
  return isQuestionHeading(heading) ? heading : undefined;
}
