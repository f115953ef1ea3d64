/**
 * What of a text without a cited fact speaks for a refusal, and what against it. No feature knows its language: the
 * tables of words do. {@link import("./refusal-weights.ts")} weighs them.
 */
import { contentStems } from "./question-parts.ts";
import {
  answersNo,
  holdsKnownWord,
  isNegated,
  isWhole,
  withoutCondition,
  type Patterns,
} from "./refusal-patterns.ts";

export const REFUSAL_FEATURES = [
  /** An idiom of not knowing. */
  "denies",
  /** The statement is nothing but such a word. */
  "isAlone",
  /** What was read does not say it. */
  "sourceSaysNot",
  "sourceNegated",
  "writingSaysNot",
  "pronounSaysNot",
  /** The assistant does not know it. */
  "selfKnowsNot",
  "selfHasNotInformation",
  "selfNegated",
  "informationNegated",
  "sayNegated",
  "knowNegated",
  /** The strongest statement is short. */
  "isShort",
  /** Two or more statements deny. */
  "deniesTwice",
  /** What was read, or the assistant, is spoken of at all. */
  "speaksOfSource",
  "speaksOfSelf",
  "isCourteous",
  /** Words of the text that neither the question has nor speak of pages and of knowing, per ten, at most two. */
  "newWords",
  /** The same of the statement that denies most, per five. */
  "newWordsOfDenial",
  /** Figures that the question does not have. */
  "newFigures",
  /** Something is quoted, or is code. */
  "quotes",
  /** The denial gives a reason: "because only a hash is kept". */
  "givesReason",
  /** Statements that are neither of the pages nor of the assistant, per three, at most one. */
  "otherStatements",
  /** Nothing but such of the pages and of the assistant. */
  "onlySpeaksOfPages",
  "endsNegated",
] as const;

export interface FeaturedStatement {
  text: string;
  role: "denial" | "about" | "fact" | "preamble" | "other";
}

type Feature = (typeof REFUSAL_FEATURES)[number];

/** 1 for each that holds, or how much. In the order of {@link REFUSAL_FEATURES}. */
export function refusalFeatures(
  statements: readonly FeaturedStatement[],
  question: string,
  words: Patterns,
): number[] {
  const asked = new Set(contentStems(question));
  const each = statements.map(({ text }) => namesOf(text, asked, words));
  const strength = (features: Set<Feature>): number =>
    [...features].filter((name) => DENYING.has(name)).length;
  const strongest = each.reduce(
    (best, features, index) => (strength(features) > strength(each[best] ?? features) ? index : best),
    0,
  );
  const held = new Set(each.flatMap((features) => [...features]));
  const strong = statements[strongest]?.text ?? "";
  const own = statements.filter(({ role }) => role === "denial" || role === "other" || role === "fact");
  const isNew = (text: string): number => newWords(text, asked, words);
  const numbers: Partial<Record<Feature, number>> = {
    isShort: strong.split(" ").length <= SHORT_WORDS ? 1 : 0,
    deniesTwice: each.filter((features) => strength(features) > 0).length > 1 ? 1 : 0,
    newWords: Math.min(2, own.reduce((sum, { text }) => sum + isNew(text), 0) / 10),
    newWordsOfDenial: Math.min(2, isNew(strong) / 5),
    newFigures: figures(statements.map(({ text }) => text).join(" ")).some(
      (figure) => !figures(question).includes(figure),
    )
      ? 1
      : 0,
    givesReason: words.because.test(strong) ? 1 : 0,
    otherStatements: Math.min(1, statements.filter(({ role }) => role === "other").length / 3),
    onlySpeaksOfPages: statements.every(({ role }) => role === "about" || role === "preamble") ? 1 : 0,
    endsNegated: words.negation.test(statements.at(-1)?.text ?? "") ? 1 : 0,
  };
  return REFUSAL_FEATURES.map((name) => numbers[name] ?? (held.has(name) ? 1 : 0));
}

const SHORT_WORDS = 6;

const DENYING: ReadonlySet<Feature> = new Set([
  "denies",
  "isAlone",
  "sourceSaysNot",
  "sourceNegated",
  "writingSaysNot",
  "pronounSaysNot",
  "selfKnowsNot",
  "selfHasNotInformation",
  "selfNegated",
  "informationNegated",
  "sayNegated",
  "knowNegated",
]);

/** How many of the features that deny hold. */
export function denyingFeatures(features: readonly number[]): number {
  return REFUSAL_FEATURES.filter((name, index) => DENYING.has(name) && (features[index] ?? 0) > 0).length;
}

function namesOf(text: string, asked: ReadonlySet<string>, words: Patterns): Set<Feature> {
  const said = withoutCondition(text, words);
  const found = new Set<Feature>();
  const add = (feature: Feature, holds: boolean): void => void (holds && found.add(feature));
  const has = (name: keyof Patterns): boolean => words[name].test(said);
  add("speaksOfSource", has("source"));
  add("speaksOfSelf", has("self"));
  add("isCourteous", has("courtesy"));
  add("quotes", text.includes("\u25A1"));
  // A question that the text asks itself denies nothing.
  if (text.endsWith("?") || answersNo(said, asked, words)) return found;
  add("denies", has("denial"));
  add("isAlone", isWhole(said, words.alone));
  if (!isNegated(said, words)) return found;
  add("sourceSaysNot", has("source") && has("say"));
  add("sourceNegated", has("source"));
  add("writingSaysNot", has("writing") && has("say"));
  add("pronounSaysNot", has("pronoun") && has("say"));
  add("selfKnowsNot", has("self") && has("know"));
  add("selfHasNotInformation", has("self") && has("information"));
  add("selfNegated", has("self"));
  add("informationNegated", has("information"));
  add("sayNegated", has("say"));
  add("knowNegated", has("know"));
  return found;
}

function newWords(text: string, asked: ReadonlySet<string>, words: Patterns): number {
  return (text.match(/\p{L}{4,}/gu) ?? []).filter(
    (word) => !asked.has(contentStems(word)[0] ?? "") && !holdsKnownWord(word, words),
  ).length;
}

function figures(text: string): string[] {
  return text.match(/\d+/g) ?? [];
}
