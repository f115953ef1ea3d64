/**
 * Short texts that a teacher is asked about: common words alone, what people ask and what answers them in the written
 * pairs, and headings, links and parts of sentences from the repositories.
 */
import { existsSync } from "node:fs";
import { createRandom, shuffled } from "../../support/seeded-random.ts";
import type { BusinessPair } from "../business-pairs.ts";
import { makePairs } from "./make-pairs.ts";
import { readPages } from "./read-pages.ts";
import { HELD_OUT_EVERY, readRepositories } from "./repositories.ts";

const MAX_QUESTIONS = 110_000;
const MAX_PARTS = 75_000;
const MAX_CHARS = 180;

/** So many are kept while the repositories are read, of which the first are taken in the end. */
const QUESTION_SHARE = 0.22;
const PART_SHARE = 0.14;
const LEAST_PART_WORDS = 6;
const MOST_PART_WORDS = 18;

const SENTENCE_END = /(?<=[.!?])\s+/;

export function pairTexts(pairs: readonly BusinessPair[]): string[] {
  return pairs.flatMap(({ question, heading, passage }) => [
    question,
    heading,
    `${heading}\n${passage}`,
    ...passage.split(SENTENCE_END),
  ]);
}

/** Of the repositories that are not held out. */
export function repositoryTexts(): string[] {
  const random = createRandom(2);
  const seen = new Set<string>();
  const questions = new Set<string>();
  const parts: string[] = [];
  let sections = 0;
  readRepositories().forEach((repository, index) => {
    if (index % HELD_OUT_EVERY === HELD_OUT_EVERY - 1 || !existsSync(repository.gitFolder)) return;
    const pages = readPages(repository, seen);
    for (const { question, passage } of makePairs(pages, random, () => sections++)) {
      if (random() < QUESTION_SHARE && /\S\s+\S/.test(question)) questions.add(question.slice(0, MAX_CHARS));
      if (random() >= PART_SHARE) continue;
      const words = passage.split(/\s+/);
      const from = Math.floor(random() * Math.max(1, words.length - MOST_PART_WORDS));
      const length = LEAST_PART_WORDS + Math.floor(random() * (MOST_PART_WORDS - LEAST_PART_WORDS));
      parts.push(
        words
          .slice(from, from + length)
          .join(" ")
          .slice(0, MAX_CHARS),
      );
    }
  });
  return [
    ...shuffled([...questions], random).slice(0, MAX_QUESTIONS),
    ...shuffled(parts, random).slice(0, MAX_PARTS),
  ];
}
