/** Looks for a prepared answer whose question a visitor's question meets. */
import type { Corpus } from "../../corpus/corpus.ts";
import { baseLanguage } from "../../language/base-language.ts";
import { isQuestionHeading } from "../../language/sentence-marks.ts";
import type { SearchFilters } from "../../protocol.ts";
import { describeChunk } from "../../search/find-chunks.ts";
import type { Passage } from "../generation-provider.ts";
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
  let best: FoundPrepared | undefined;
  chunks.forEach((chunk, index) => {
    const { questions = [], answer } = chunk.prepared ?? {};
    if (answer === undefined) return;
    if (language !== undefined && baseLanguage(chunk.language) !== baseLanguage(language)) return;
    const context = [chunk.title, ...chunk.headingPath, answer.text].join("\n");
    const heading = chunk.headingPath.at(-1) ?? chunk.title;
    const met = answer.answers.map((place) => questions[place] ?? "");
    // What the site itself asks over the section is what its answer answers.
    if (isQuestionHeading(heading)) met.push(heading);
    for (const prepared of met) {
      const near = closeness(question, { question: prepared, context });
      if (near <= (best?.closeness ?? 0)) continue;
      const source = { ...describeChunk({ chunk, relativeScore: 1 }), position: 1 };
      const passage = { chunk, source, ordinal: ranked[index]?.ordinal ?? 0, relativeScore: 1 };
      best = { passage, text: answer.text, closeness: near };
    }
  });
  return best;
}
