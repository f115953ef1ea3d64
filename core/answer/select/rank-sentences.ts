/**
 * Chooses the sentences that answer a question: what is seen of each is weighed by learned weights and added
 * up, so that why a sentence was chosen can always be told.
 */
import type { QueryTerm } from "../../search/retriever.ts";
import {
  highestBit,
  lowestBit,
  readAskedQuestion,
  type AskedQuestion,
  type TermMask,
} from "../understand/asked-question.ts";
import type { Passage } from "../generation-provider.ts";
import { describeSentences, FEATURE_NAMES, type SentenceCandidate } from "./sentence-features.ts";
import { SENTENCE_WEIGHTS } from "./sentence-weights.ts";
import type { Sentence } from "../../text/sentences.ts";

export interface ScoredSentence extends Sentence {
  passage: Passage;
  /** Comparable within one question: the logarithm of its odds against the others. */
  score: number;
  /** Share of the question's information that the sentence holds itself, 0 to 1. */
  coverage: number;
  /** The same with its title and headings. */
  coverageWithHeading: number;
  /** Share of the words that name the question's subject which it or its headings hold, 0 to 1. */
  subjectCoverage: number;
  /** The question as it was read for the score. */
  asked: AskedQuestion;
  /** The terms of the question that it holds itself. */
  held: TermMask;
  /** Says what that is of which it was asked what it is. */
  defines: boolean;
  /** Its page tells what changed once, which was not asked. */
  isPastNews: boolean;
  /** The terms of the question that it, its title or its headings hold. */
  heldWithHeading: TermMask;
  /** Share of the pairs of neighbouring words of the question that stand together in it, 0 to 1. */
  pairs: number;
  /** Of a comparison: which of the two sides it or its headings speak of. */
  sides: readonly [first: boolean, second: boolean];
  /** The same of its headings alone: the section is about that side. */
  headingSides: readonly [first: boolean, second: boolean];
}

export interface SelectSentencesInput {
  question: string;
  /** Best first. */
  passages: readonly Passage[];
  terms: readonly QueryTerm[];
  termsOf: (text: string) => string[];
}

const WEIGHTS = Float64Array.from(FEATURE_NAMES, (name) => SENTENCE_WEIGHTS[name]);
const PAST_NEWS = FEATURE_NAMES.indexOf("pastNews");

/** Passages are ranked once for a question, though both the confidence and the answer are made from it. */
const rankedOf = new WeakMap<readonly Passage[], { question: string; ranked: ScoredSentence[] }>();

/** All candidate sentences and code blocks, best first. */
export function rankSentences(input: SelectSentencesInput): ScoredSentence[] {
  const known = rankedOf.get(input.passages);
  if (known?.question === input.question) return known.ranked;
  const asked = readAskedQuestion(input);
  const ranked = describeSentences(asked, input.question, input.passages, input.termsOf)
    .map((candidate) => scoreOf(candidate, asked))
    .sort((a, b) => b.score - a.score || a.passage.source.position - b.passage.source.position);
  rankedOf.set(input.passages, { question: input.question, ranked });
  return ranked;
}

function scoreOf(
  { sentence, passage, held, heldWithHeading, headingHeld, defines, pairs, features }: SentenceCandidate,
  asked: AskedQuestion,
): ScoredSentence {
  let score = 0;
  for (let index = 0; index < features.length; index++) {
    score += (WEIGHTS[index] ?? 0) * (features[index] ?? 0);
  }
  const [first, second] = asked.sides ?? [0, 0];
  return {
    ...sentence,
    passage,
    score,
    asked,
    held,
    defines,
    isPastNews: (features[PAST_NEWS] ?? 0) > 0,
    heldWithHeading,
    coverage: asked.share(held),
    coverageWithHeading: asked.share(heldWithHeading),
    subjectCoverage: asked.share(heldWithHeading & asked.subject) / (asked.share(asked.subject) || 1),
    pairs,
    headingSides: [
      isNamed(headingHeld, first, highestBit(first & asked.words), asked),
      isNamed(headingHeld, second, lowestBit(second), asked),
    ],
    sides: [(heldWithHeading & first) !== 0, (heldWithHeading & second) !== 0],
  };
}

/** A heading is about a side of a comparison where it holds so much of what is particular to that, */
const NAMED_SHARE = 0.4;

/** or its word next to the other side: "a picture in src or in public". */
function isNamed(headingHeld: TermMask, side: TermMask, next: TermMask, { share }: AskedQuestion): boolean {
  const held = headingHeld & side;
  return held !== 0 && ((held & next) !== 0 || share(held) >= share(side) * NAMED_SHARE);
}

/** Two sentences that share this much of their words say the same. */
const SAME_WORDS_SHARE = 0.7;

/** The best sentences without repetition, best first. */
export function selectSentences<S extends { text: string }>(
  ranked: readonly S[],
  limit: number,
  termsOf: (text: string) => string[],
): S[] {
  const selected: { sentence: S; words: Set<string> }[] = [];
  for (const sentence of ranked) {
    if (selected.length === limit) break;
    const words = new Set(termsOf(sentence.text));
    if (selected.some((other) => overlap(words, other.words) >= SAME_WORDS_SHARE)) continue;
    selected.push({ sentence, words });
  }
  return selected.map(({ sentence }) => sentence);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / Math.max(1, Math.min(a.size, b.size));
}
