/**
 * What of one statement speaks for a refusal: what the tables of words find in it and how that stands together, and its
 * runs of up to three words. {@link import("./statement-weights.ts")} weighs them.
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
import { isOfWorld, saysNotInPlace, tellsStep } from "./of-world.ts";
import type { Statement } from "./split-statements.ts";

/** Tables whose words a statement holds. */
const HELD = [
  "source",
  "writing",
  "pronoun",
  "say",
  "hold",
  "information",
  "self",
  "know",
  "denial",
  "alone",
  "about",
  "only",
  "offer",
  "but",
  "because",
  "courtesy",
  "condition",
  "negation",
  "whether",
] as const;

/** Those that a negation makes a denial of. */
const DENIED = [
  "source",
  "writing",
  "pronoun",
  "say",
  "hold",
  "information",
  "self",
  "know",
  "denial",
] as const;

const TOGETHER = [
  "isNegated",
  /** With the question's own verb: an answer. */
  "answersNo",
  "sourceSaysNot",
  "selfKnowsNot",
  "sourceSays",
  "writingSays",
  "sourceOnlySays",
  "beginsWithSource",
  "beginsWithWriting",
  "beginsWithSelf",
  "saysEarly",
  "beginsNegated",
  /** Of words that the question does not have. */
  "ownSource",
  "ownInformation",
  "newWords",
  "nothingNew",
  "hasFigure",
  "quotes",
  "isShort",
  "asks",
  /** Share of the question's words. */
  "overlap",
  "isToNoQuestion",
  /** "It is not clear whether …": what is denied is a question. */
  "negatedWhether",
  "whetherBehindDenial",
  "overlapOfDenial",
  "overlapOfOther",
  "deniesOfReading",
  "deniesOfWriting",
  "saysNotWhether",
  "beginsWithWhether",
  "beginsWithWhetherAndDenies",
  "words",
  "isCited",
  "citesWithin",
  /** Stands at the beginning of a sentence. */
  "begins",
  /** "It is not listed on the bill." */
  "saysNotInPlace",
  "saysNotInPlaceCited",
  /** Denies something without speaking of reading or of telling. */
  "deniesOfWorld",
  "tellsStep",
] as const;

/** In the order of {@link statementFeatures}. */
export const STATEMENT_FEATURES: readonly string[] = [
  ...HELD.map((name) => `has ${name}`),
  ...DENIED.map((name) => `not ${name}`),
  ...TOGETHER,
];

const NOWHERE = 999;

export function statementFeatures(
  statement: Statement,
  /** No other statement stands before it in its sentence. */
  begins: boolean,
  asked: ReadonlySet<string>,
  words: Patterns,
): number[] {
  const { text, isCited, citesWithin } = statement;
  const said = withoutCondition(text, words);
  const at = (name: keyof Patterns): number => words[name].exec(said)?.index ?? NOWHERE;
  const places = new Map(HELD.map((name) => [name, at(name)]));
  const place = (name: (typeof HELD)[number]): number => places.get(name) ?? NOWHERE;
  const has = (name: (typeof HELD)[number]): boolean =>
    name === "alone" ? isWhole(said, words.alone) : place(name) < NOWHERE;
  const asks = text.endsWith("?");
  const negated = !asks && isNegated(said, words);
  const denies = negated || has("denial");
  const deniedAt = Math.min(negated ? place("negation") : NOWHERE, place("denial"));
  const isDenied = deniedAt < NOWHERE;
  const isWhetherBehind = isDenied && words.whether.test(said.slice(deniedAt));
  const own = text.replace(/\p{L}{4,40}/gu, (word) =>
    asked.has(contentStems(word)[0] ?? "") ? "\u25A1" : word,
  );
  const long = text.match(/\p{L}{4,}/gu) ?? [];
  const newWords = long.filter(
    (word) => !asked.has(contentStems(word)[0] ?? "") && !holdsKnownWord(word, words),
  ).length;
  const stems = new Set(contentStems(text));
  const met = asked.size === 0 ? 0 : [...asked].filter((stem) => stems.has(stem)).length / asked.size;
  const isInPlace = saysNotInPlace(text, asked, words);
  const beginsWithWhether = place("whether") < 6;
  const together: Record<(typeof TOGETHER)[number], boolean | number> = {
    isNegated: negated,
    answersNo: answersNo(said, asked, words),
    sourceSaysNot: negated && has("source") && has("say"),
    selfKnowsNot: negated && has("self") && (has("know") || has("information")),
    sourceSays: !negated && has("source") && has("say"),
    writingSays: !negated && has("writing") && has("say"),
    sourceOnlySays: has("source") && (has("say") || has("hold")) && has("only"),
    beginsWithSource: place("source") < 25,
    beginsWithWriting: place("writing") < 25,
    beginsWithSelf: place("self") < 15,
    saysEarly: place("say") < 40,
    beginsNegated: place("negation") < 12,
    ownSource: words.source.test(own),
    ownInformation: words.information.test(own),
    newWords: Math.min(2, newWords / 5),
    nothingNew: newWords === 0,
    hasFigure: /\d/.test(text),
    quotes: text.includes("\u25A1"),
    isShort: long.length <= 4,
    asks,
    overlap: asked.size === 0 ? 0.5 : met,
    isToNoQuestion: asked.size === 0,
    negatedWhether: negated && has("whether"),
    whetherBehindDenial: isWhetherBehind,
    overlapOfDenial: isDenied ? (asked.size === 0 ? 0.3 : met) : 0,
    overlapOfOther: isDenied ? 0 : asked.size === 0 ? 0.3 : met,
    deniesOfReading: denies && (has("source") || has("self")),
    deniesOfWriting: denies && has("writing"),
    saysNotWhether: negated && has("say") && isWhetherBehind,
    beginsWithWhether,
    beginsWithWhetherAndDenies: beginsWithWhether && isDenied,
    words: Math.min(1, text.split(" ").length / 25),
    isCited,
    citesWithin,
    begins,
    saysNotInPlace: isInPlace,
    saysNotInPlaceCited: isInPlace && isCited,
    deniesOfWorld: denies && isOfWorld(statement, words),
    tellsStep: isCited && tellsStep(statement, [words]),
  };
  return [
    ...HELD.map((name) => Number(has(name))),
    ...DENIED.map((name) => Number(negated && has(name))),
    ...TOGETHER.map((name) => Number(together[name])),
  ];
}

/** Weights that runs of words are mapped to; two that meet share one. */
export const RUN_BUCKETS = 8_192;

const MAX_RUN = 3;
/** Of a word: its ending says little, and there are fewer of them to learn. */
const KEPT_CHARS = 6;
const TOKEN = /[\p{L}]+(?:'\p{L}+)*|\d+|\u25A1+|\?/gu;
/** What the question speaks of, and figures: any is like any other. */
const ASKED = "Q";
const FIGURE = "#";
const QUOTED = "\u25A1";

/** The buckets of a statement's runs, each once. What the question speaks of is one word, whatever it is. */
export function statementRuns(text: string, begins: boolean, asked: ReadonlySet<string>): number[] {
  const tokens = [begins ? "^" : "+"];
  for (const [word] of text.matchAll(TOKEN)) {
    const token = tokenOf(word, asked);
    if ((token === ASKED || token === FIGURE || token === QUOTED) && tokens.at(-1) === token) continue;
    tokens.push(token);
  }
  tokens.push("$");
  const buckets = new Set<number>();
  for (let start = 0; start < tokens.length; start++) {
    let hash = HASH_START;
    for (let end = start; end < Math.min(tokens.length, start + MAX_RUN); end++) {
      hash = hashOn(hash, `${tokens[end]} `);
      if (end > start || /[^^+$]/.test(tokens[end] ?? "")) buckets.add((hash >>> 0) % RUN_BUCKETS);
    }
  }
  return [...buckets];
}

function tokenOf(word: string, asked: ReadonlySet<string>): string {
  if (/^\d/.test(word)) return FIGURE;
  if (word.startsWith(QUOTED)) return QUOTED;
  if (word.length >= 4 && asked.has(contentStems(word)[0] ?? "")) return ASKED;
  return word.slice(0, KEPT_CHARS);
}

/** FNV-1a (Fowler, Noll and Vo), over UTF-16. */
const HASH_START = 0x811c9dc5;

function hashOn(hash: number, text: string): number {
  let value = hash;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}
