/** What an earlier question was about: the phrase that a pronoun stands for, and what the visitor wanted to do. */
import type { QueryTerm } from "../search/retriever.ts";
import { thingOf } from "./attributes.ts";
import type { DialogueWords } from "./dialogue-words.ts";
import { nameOf, phrasesOf, tokenize, type Phrase, type Token } from "./question-tokens.ts";

export interface Topic {
  /** The earlier question, readable by itself. */
  question: string;
  tokens: readonly Token[];
  /** Noun phrases, "table of contents" in one. */
  names: readonly Phrase[];
  /** The same, taken apart. */
  phrases: readonly Phrase[];
  /** How much a word tells in this corpus: its inverse document frequency. */
  weightOf: (token: Token) => number;
}

/**
 * @param weigh the question's terms with their weights: see `Retriever.retrieve`.
 */
export function topicOf(
  question: string,
  words: DialogueWords,
  weigh: (text: string) => readonly QueryTerm[],
): Topic {
  const tokens = tokenize(question, words);
  const weights = new Map<string, number>();
  for (const { word, weight } of weigh(question)) {
    const lower = word.toLowerCase();
    weights.set(lower, Math.max(weight, weights.get(lower) ?? 0));
  }
  return {
    question,
    tokens,
    names: phrasesOf(tokens, words, true),
    phrases: phrasesOf(tokens, words, false),
    weightOf: ({ lower }) =>
      weights.get(lower) ??
      // A name such as `client:load` is looked up by its parts.
      Math.max(0, ...lower.split(/[^\p{L}\p{N}]+/u).map((part) => weights.get(part) ?? 0)),
  };
}

export function phraseWeight({ tokens, weightOf }: Topic, { start, end }: Phrase): number {
  return Math.max(0, ...tokens.slice(start, end).map(weightOf));
}

/** A phrase led in by a preposition is less often what was asked about than one that is not. */
const COMPLEMENT_SHARE = 0.7;
/** "my site" is known to the visitor, not to the pages. */
const POSSESSIVE_SHARE = 0.4;
/** "they" stands for several things, if the question named several. */
const NUMBER_SHARE = 0.75;
/** A phrase of these words only is about nothing. */
const MIN_WEIGHT = 0.4;

/**
 * The phrase that "it" or "they" stands for, as it would be named; undefined where the question names nothing.
 *
 * @param isThing it is a thing and nothing that a thing has: see {@link isDoneToThing}.
 */
export function antecedentOf(
  topic: Topic,
  words: DialogueWords,
  isPlural: boolean,
  isThing = false,
): { name: string; bare: string } | undefined {
  let best: { phrase: Phrase; score: number } | undefined;
  for (const named of topic.names) {
    const phrase = isThing ? thingOf(named, topic.tokens, words) : named;
    if (phrase === undefined || isPredicate(topic.tokens, named)) continue;
    const weight = phraseWeight(topic, phrase);
    if (weight < MIN_WEIGHT) continue;
    const isPossessive = words.possessives.has(phrase.determiner ?? "");
    const last = topic.tokens[phrase.end - 1]?.word ?? "";
    const agrees = looksPlural(last) === isPlural;
    const score =
      weight *
      (phrase.preposition === undefined || words.links.has(phrase.preposition) ? 1 : COMPLEMENT_SHARE) *
      (isPossessive ? POSSESSIVE_SHARE : 1) *
      (agrees ? 1 : NUMBER_SHARE);
    if (best === undefined || score > best.score) best = { phrase, score };
  }
  if (best === undefined) return undefined;
  const bare = nameOf(topic.tokens, { ...best.phrase, determiner: undefined });
  return { name: nameOf(topic.tokens, best.phrase), bare };
}

/** "when the model is *down*": said of a thing, and none. */
function isPredicate(tokens: readonly Token[], { start, determiner, preposition }: Phrase): boolean {
  return (
    determiner === undefined &&
    preposition === undefined &&
    tokens[start - 1]?.role === "auxiliary" &&
    tokens[start - 2]?.role === "content"
  );
}

function looksPlural(word: string): boolean {
  return /[^s]s$/i.test(word) && !/^\p{Lu}.*\./u.test(word);
}

const PURPOSE =
  /^(?:(?:so|and|but|then) )?(?:how (?:do|can|should|could|would|must) (?:i|you|we|one)|how to|(?:what|where|when|which) (?:do|can|should|must|could) (?:i|you|we)(?= [a-z])|(?:can|could|should|may|do|must) (?:i|you|we)(?: (?:have|need) to)?|is it possible to|is there (?:a|any) way to|what(?:'s| is) the (?:best |right |easiest )?way to|i (?:want|need|would like|am trying) to|i'd like to) (.+)$/iu;

/** What the visitor of an English question wants to do: "How do I deploy to Netlify?" → "deploy to Netlify". */
export function purposeOf(question: string): string | undefined {
  return PURPOSE.exec(withoutEnd(question))?.[1];
}

/** Without the mark that a question ends with. */
export function withoutEnd(question: string): string {
  let end = question.length;
  while (end > 0 && "?!. …".includes(question[end - 1] ?? "")) end--;
  return question.slice(0, end);
}

const COMPARISON =
  /(?:between|compare|comparing|either|of|is|are|do|does|should i use|better,?|faster,?) (.{1,60}?),? (?:and|or|vs\.?|versus|und|oder|y|o|et|ou|e|en|of) (.{1,60})$/iu;

/** The two things that an earlier question set against each other: "SSR and SSG". */
export function comparedIn(question: string): [string, string] | undefined {
  const match = COMPARISON.exec(withoutEnd(question));
  const [, left, right] = match ?? [];
  if (left === undefined || right === undefined) return undefined;
  // "the difference between X and Y": what leads X in may have been taken for a part of it.
  const first = left.split(/ (?:between|of|is|are) /u).at(-1) ?? left;
  return first.split(" ").length <= 4 && right.split(" ").length <= 4 ? [first, right] : undefined;
}

/** The mark that a question ends with, if it does. */
export function questionMark(text: string): string {
  return text.trimEnd().endsWith("?") ? "?" : "";
}
