import { rankSections, type AnswerSection } from "../../../../core/answer/select/answer-sections.ts";
import { readByItself } from "../../../../core/answer/quote/best-sentence.ts";
import { composeAnswer, quoteAnswer } from "../../../../core/answer/quote/compose-answer.ts";
import type { GenerationRequest, Passage } from "../../../../core/answer/generation-provider.ts";
import { rankSentences } from "../../../../core/answer/select/rank-sentences.ts";
import type { Block } from "../../../../core/corpus/format.ts";
import type { QueryTerm } from "../../../../core/search/retriever.ts";
import { sketchChunk } from "../../../support/corpus.ts";

/** A passage as a test says it. */
export interface PassageSketch {
  title?: string;
  heading?: string;
  /** Paragraphs by their text, or any block. */
  blocks: (string | Block)[];
}

const STOP_WORDS = new Set("how do does i the a an to is are and what which of it in".split(" "));

/** Words without any stemming: what a test says is what is compared. */
export const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !STOP_WORDS.has(word));

export const termOf = (term: string, more: Partial<QueryTerm> = {}): QueryTerm => ({
  term,
  word: term,
  weight: 1,
  known: true,
  ...more,
});

export const headingBlock = (text: string): Block => ({ kind: "paragraph", text, isHeading: true });

export const codeBlock = (lines: number | string): Block => ({
  kind: "code",
  language: "js",
  code: typeof lines === "string" ? lines : Array.from({ length: lines }, (_, n) => `line(${n});`).join("\n"),
});

export const listBlock = (...items: string[]): Block => ({ kind: "list", ordered: false, items });

/** A paragraph of so many words, which begins with its name and closes with a full stop. */
export const prose = (name: string, words: number): string =>
  `${[name, ...Array.from({ length: words - 1 }, () => "word")].join(" ")}.`;

/** All passages are as good as each other; the first is cited by 1. */
export function sketchPassages(sketches: readonly PassageSketch[]): Passage[] {
  return sketches.map(({ title = "Page", heading, blocks }, index) => {
    const chunk = sketchChunk(
      { title, blocks, ...(heading !== undefined && { headingPath: [heading] }) },
      index,
    );
    return {
      chunk,
      ordinal: index,
      relativeScore: 1,
      source: { position: index + 1, title, url: chunk.url, excerpt: "", score: 1 },
    };
  });
}

/** The sections of some passages in the order of the pages, not in that of their scores. */
export function sketchSections(question: string, sketches: readonly PassageSketch[]): AnswerSection[] {
  const passages = sketchPassages(sketches);
  const terms = [...new Set(wordsOf(question))].map((word) => termOf(word));
  const sentences = rankSentences({ question, passages, terms, termsOf: wordsOf });
  return [...rankSections({ passages, sentences, termsOf: wordsOf })].sort(
    (a, b) => passages.indexOf(a.passage) - passages.indexOf(b.passage) || a.from - b.from,
  );
}

/** What is answered from some passages, by paragraphs. */
export function sketchAnswer(
  question: string,
  sketches: readonly PassageSketch[],
  confidence?: number,
): string[] {
  return composeAnswer(sketchRequest(question, sketches, confidence));
}

/** What further places say below it. */
export function sketchFurther(
  question: string,
  sketches: readonly PassageSketch[],
  confidence?: number,
): string[] {
  return quoteAnswer(sketchRequest(question, sketches, confidence)).further.map(readByItself);
}

function sketchRequest(
  question: string,
  sketches: readonly PassageSketch[],
  confidence: number | undefined,
): GenerationRequest {
  const passages = sketchPassages(sketches);
  const terms = [...new Set(wordsOf(question))].map((word) => termOf(word));
  const request = { question, history: [], passages, terms, termsOf: wordsOf, locale: "en" };
  return { ...request, confidence };
}

/** One section whose best sentence is the one that holds a text, and all others far from it, whatever the weights say. */
export function sketchSection(
  blocks: (string | Block)[],
  bestHolds: string,
  { at = 0 }: { at?: number } = {},
): AnswerSection {
  const section = sketchSections("anything at all", [{ heading: "Heading", blocks }])[at];
  const best = section?.sentences.find(({ text }) => text.includes(bestHolds));
  if (section === undefined || best === undefined) throw new Error(`No sentence holds ${bestHolds}.`);
  const others = section.sentences.filter((sentence) => sentence !== best);
  return { ...section, sentences: [best, ...others.map((other) => ({ ...other, score: best.score - 9 }))] };
}
