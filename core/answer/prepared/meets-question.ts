/**
 * Whether a visitor's question asks what a prepared one asks. Careful rather than helpful: an answer that was written
 * for another question is worse than the wait for one of its own.
 *
 * Every word that tells something has to stand on both sides, by itself or by one that means the same; numbers, the
 * words that turn a question around and the kind of answer that is asked for have to agree.
 */
import { fillerWords } from "../../search/filler-words.ts";
import type { Retriever } from "../../search/retriever.ts";
import { namesOf, numbersOf } from "../check/sentence-facts.ts";
import { questionType, type QuestionType } from "../understand/question-type.ts";
import { plainWords } from "../../routing/utterance.ts";
import { guardedMeanings } from "./guarded-words.ts";
import { plainlyAsked } from "./plainly-asked.ts";
import { sameWords } from "./same-words.ts";

/** A question that was prepared, and what its answer is about. */
export interface PreparedQuestion {
  question: string;
  /** Title and headings of the section: what they say may be left out of the question. */
  context: string;
  /** What it says besides may be left out too, and may be said of something else. */
  answer?: string;
}

/** 0 to 1; 0 where the two do not ask the same. */
export type Closeness = (asked: string, prepared: PreparedQuestion) => number;

/** What a word counts that the prepared question has by another word only, and by what it is about only. */
const OTHER_WORD_SHARE = 0.9;
const CONTEXT_SHARE = 0.8;
const ANSWER_SHARE = 0.6;

/** Share of what the asked question tells that has to stand in the prepared one, and there or in its context. */
const MIN_ASKED_DIRECT = 0.5;
const MIN_ASKED = 0.85;

/** Share of what the prepared one tells that has to be asked: what it says besides makes it another. */
const MIN_PREPARED = 0.65;

/** Ways to ask that are answered alike; all others only like themselves. */
const ALIKE: readonly ReadonlySet<QuestionType>[] = [
  new Set(["how-to", "yes-no", "other", "code"]),
  new Set(["definition", "other"]),
  new Set(["list", "definition", "other"]),
  // "What does it cost?" and "How much is it?"; how long, how often and how many are told apart by their words.
  new Set(["how-many", "definition"]),
];

/** What tells less stands in more than a third of the sections. */
const NAME_MIN_WEIGHT = 1;

/**
 * "How do I index it?" may mean anything. One word is enough where it stands in few sections, and where it is nearly
 * all that either of the two questions tells.
 */
const MIN_WORDS = 2;
const ONE_WORD_MIN_WEIGHT = Math.log(10);
const ONE_WORD_MIN_SHARE = 0.65;

/** Longer texts are stories. */
const MAX_WORDS = 40;

interface ReadQuestion {
  /** Terms by what they tell, fillers left out. */
  weights: ReadonlyMap<string, number>;
  /** That tell something. */
  words: number;
  /** In their order: from version 2 to 3 is not from 3 to 2. */
  numbers: string;
  /** Names are nothing that a context may make up for, but for one that stands nearly everywhere: the site's own. */
  names: readonly string[];
  guarded: string;
  type: QuestionType;
  /** What the question goes from, over which it prefers, or behind which something happens. */
  directions: string;
  /** What it goes to. */
  goals: readonly string[];
}

export function createCloseness(
  { terms: termsOf, weightOf }: Pick<Retriever, "terms" | "weightOf">,
  language: string,
): Closeness {
  const fillers = fillerWords(language);
  const same = sameWords(language, termsOf);
  const readWords = (question: string): Pick<ReadQuestion, "weights" | "words"> => {
    const weights = new Map<string, number>();
    let words = 0;
    for (const word of question.split(/\s+/)) {
      if (fillers.has(word.toLowerCase().replace(/[^\p{L}\p{M}\p{N}'’-]+/gu, ""))) continue;
      // What turns a question around has to agree by its meaning: "disable" is "turn off".
      if (guardedMeanings(word, language).length > 0) continue;
      const terms = termsOf(word);
      if (terms.some((term) => !weights.has(term))) words++;
      // `llms.txt` is one word, though it is searched by its parts too.
      for (const term of terms) weights.set(term, weightOf(term) / terms.length);
    }
    // "Turn off" tells something too, though its words are small.
    return { weights, words: words + guardedMeanings(question, language).length };
  };
  const readAll = (question: string): ReadQuestion => ({
    ...readWords(question),
    numbers: numbersOf(question)
      .map(({ values }) => [...values].sort()[0])
      .join(" "),
    names: namesOf(question, language)
      .flatMap((name) => termsOf(name).slice(0, 1))
      .filter((term) => weightOf(term) >= NAME_MIN_WEIGHT),
    guarded: guardedMeanings(question, language).join(),
    type: questionType(question),
    directions: directionsOf(question, DIRECTION, termsOf).join(";"),
    goals: directionsOf(question, GOAL, termsOf).map((goal) => goal.split(" ")[1] ?? ""),
  });

  return (asked, { question, context, answer = "" }) => {
    if (!/[\p{L}\p{N}]/u.test(asked) || asked.split(/\s+/).length > MAX_WORDS) return 0;
    if (plainWords(asked).join(" ") === plainWords(question).join(" ")) return 1;
    const [a, b] = [readAll(plainlyAsked(asked, language)), readAll(plainlyAsked(question, language))];
    if (Math.min(a.words, b.words) < 1) return 0;
    if (a.numbers !== b.numbers || a.guarded !== b.guarded) return 0;
    if (!isSameDirection(a, b)) return 0;
    if (a.type !== b.type && !ALIKE.some((types) => types.has(a.type) && types.has(b.type))) return 0;
    const fromPrepared = heldBy(b.weights, same);
    if (a.names.some((name) => fromPrepared(name) === 0)) return 0;
    const ofPrepared = shareHeld(b.weights, heldBy(a.weights, same));
    const ofAskedDirect = shareHeld(a.weights, fromPrepared);
    if (ofPrepared < MIN_PREPARED || ofAskedDirect < MIN_ASKED_DIRECT) return 0;
    if (Math.min(a.words, b.words) < MIN_WORDS) {
      const heaviest = Math.max(...a.weights.values(), 0);
      if (heaviest < ONE_WORD_MIN_WEIGHT || Math.min(ofPrepared, ofAskedDirect) < ONE_WORD_MIN_SHARE)
        return 0;
    }
    const about = new Set(termsOf(context));
    const said = new Set(termsOf(answer));
    const ofAsked = shareHeld(a.weights, (term) =>
      Math.max(fromPrepared(term), about.has(term) ? CONTEXT_SHARE : said.has(term) ? ANSWER_SHARE : 0),
    );
    return ofAsked < MIN_ASKED ? 0 : (ofAsked + ofPrepared) / 2;
  };
}

/** How well a side holds a term: by itself, by a word that means the same, or not. */
function heldBy(
  weights: ReadonlyMap<string, number>,
  same: ReadonlyMap<string, ReadonlySet<string>>,
): (term: string) => number {
  return (term) => {
    if (weights.has(term)) return 1;
    return [...(same.get(term) ?? [])].some((word) => weights.has(word)) ? OTHER_WORD_SHARE : 0;
  };
}

/** How much of what one side tells the other holds. */
function shareHeld(weights: ReadonlyMap<string, number>, held: (term: string) => number): number {
  let [sum, total] = [0, 0];
  for (const [term, weight] of weights) {
    total += weight;
    sum += held(term) * weight;
  }
  return total === 0 ? 0 : sum / total;
}

const DIRECTION =
  /(?<![\p{L}\p{N}])(?:from|than|before|after|instead of|without|between)\s+(?=\p{L}|\p{N})/giu;
const GOAL = /(?<![\p{L}\p{N}])(?:to|into|onto|for|towards)\s+(?=\p{L}|\p{N})/giu;

/** "from npm to pnpm" is not "from pnpm to npm": each such word with what stands first behind it. */
function directionsOf(question: string, pattern: RegExp, termsOf: (text: string) => string[]): string[] {
  return [...question.matchAll(pattern)].map((match) => {
    const behind = question.slice(match.index + match[0].length, match.index + match[0].length + 80);
    return `${match[0].trim().toLowerCase()} ${termsOf(behind)[0] ?? ""}`;
  });
}

/** "Open it from a shortcut" is "open it with a shortcut", and "export from Excel" is not "export to Excel". */
function isSameDirection(a: ReadonlyDirections, b: ReadonlyDirections): boolean {
  if (a.directions === b.directions) return true;
  const [one, other] = a.directions === "" ? [b, a] : [a, b];
  const [, from] = /^from (\S+)$/.exec(one.directions) ?? [];
  return (
    other.directions === "" && from !== undefined && other.weights.has(from) && !other.goals.includes(from)
  );
}

type ReadonlyDirections = Pick<ReadQuestion, "directions" | "goals" | "weights">;
