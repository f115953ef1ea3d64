/**
 * What is seen of a question's words, one by one, on a site whose chunks are encoded: what each counts in any question
 * (the length of its row in the encoder's table; its rarity on the site says less, since a site is near to much that it
 * does not answer), whether the section that would be quoted says it, and how near what that says is in meaning.
 */
import { passageText } from "../../passage-text.ts";
import type { StaticEncoder } from "../../search/encoder/static-encoder.ts";
import type { QueryTerm } from "../../search/retriever.ts";
import type { Passage } from "../generation-provider.ts";
import { sectionFeature, type AnswerSection } from "../select/answer-sections.ts";
import { isEveryday } from "./everyday-words.ts";
import { askedFacts, tellsFact, type FactKind } from "./asked-facts.ts";

export const MEANING_SIGNALS = [
  // A name with a capital that the section does not say, nor anything like it: what it counts; and one that no page says.
  "nameMissing",
  "nameUnknown",
  // What the words count together that the section holds: a long story is seldom held as a whole.
  "heldMass",
  "heldShare",
  "heldByHeading",
  // What a word counts on average that the section does not hold, nor anything like it; and how many there are.
  "missingMass",
  "missingWords",
  // Share of what the words count that is neither held nor meant; beyond a half again; and of the number of words.
  "missingShare",
  "mostlyMissing",
  "heldWords",
  // One word is held and several are not: it may be of any matter.
  "loneWord",
  // What the weightiest word counts that stands nowhere on the site, nor anything like it in the section.
  "unknownMass",
  // Share of what the words count that stand nowhere on the site, nor anything like them in the section; beyond a half again.
  "unknownShare",
  "mostlyUnknown",
  // The same of a question of few words, where each is the matter: "kanban board".
  "shortUnknown",
  "shortMissing",
  // Whether the rarest word on the site, and the weightiest one anywhere, is held or meant.
  "rarestMeant",
  "weightiestMeant",
  // The lesser one of the two weightiest words: "kanban" and "board" are one thing.
  "leastOfTwo",
  // How like the section is to the words that it lacks, to those that it holds, and its heading to all.
  "missingLikeness",
  "heldLikeness",
  "headingLikeness",
  // How like the likest section is, and how far the best one is above the others.
  "bestLikeness",
  "likenessDespite",
  "likenessMargin",
  // The heading asks what the question asks: by its kind, as far as it is like it.
  "headingAsks",
  // How far down the last passage is.
  "lastPassage",
  // Of facts that are asked for: how much of the question is not said in a sentence that tells one.
  "factApart",
  // And those of which the section tells none at all.
  "durationUntold",
  "countUntold",
  "priceUntold",
  "personUntold",
  "countAsked",
  "priceAsked",
] as const;
export type MeaningSignal = (typeof MEANING_SIGNALS)[number];

export interface MeaningInput {
  question: string;
  terms: readonly QueryTerm[];
  passages: readonly Passage[];
  /** Likeliest first. */
  sections: readonly AnswerSection[];
  termsOf: (text: string) => string[];
  /** Inverse document frequency of an index term. */
  weightOf: (term: string) => number;
  encoder: StaticEncoder;
}

/** Names and words that no table knows count like rare ones. */
const UNKNOWN_MASS = 1.6;

/** Rows of rare words are short, since little was learned of them: one that a site does not know counts at least so much. */
const LEAST_UNKNOWN_MASS = 1.2;

/** What the words count that only join others, or fit any subject. */
const LIGHT_SHARE = 0.1;
/** Words of which the search counts less than this share are such. */
const LIGHT_MAX_SHARE = 0.9;

/** What a synonym counts for the word. */
const SYNONYM_EVIDENCE = 0.5;

/** Two words are as good as alien up to the one likeness, and as good as the same from the other. */
const ALIEN_LIKENESS = 0.35;
const SAME_LIKENESS = 0.75;
/** What the likest word counts at most for the word itself. */
const LIKENESS_EVIDENCE = 0.8;

/** A heading that is not liker than this asks something else, though in the same way. */
const ALIEN_HEADING_LIKENESS = 0.3;

/** Each of so many words is the matter. */
const FEW_WORDS = 3;

/** Sections that are compared with one another. */
const COMPARED_SECTIONS = 6;
/** Sections that may tell who. */
const TELLING_SECTIONS = 3;

interface AskedWord {
  word: string;
  /** Its place among the terms: its bit. */
  place: number;
  mass: number;
  /** In the index: how rare it is on the site. */
  weight: number;
  isKnown: boolean;
  isLight: boolean;
  /** 0 to 1: the section says it. */
  held: number;
  inHeading: number;
  /** The same, or something like it. */
  meant: number;
}

/** In the order of {@link MEANING_SIGNALS}; nothing where there is no section. */
export function meaningSignals(input: MeaningInput): number[] {
  const { question, passages, sections, encoder } = input;
  const [best] = sections;
  if (best === undefined) return [];
  const words = readWords(best, input);
  const heavy = words.filter(({ isLight }) => !isLight);
  const content = heavy.length > 0 ? heavy : words;
  const missing = content.filter(({ held }) => held === 0);
  const held = content.filter((word) => word.held > 0);
  const [first, second] = content.toSorted((a, b) => b.mass - a.mass);
  const texts = textsOf(best);
  const section = encoder.encodePassage(...texts);
  const likeness = (some: readonly AskedWord[]): number =>
    dot(encoder.encodeQuestion(some.map(({ word }) => word).join(" ")), section);
  const names = namesOf(question);
  const named = words.filter(({ word }) => names.includes(word.toLowerCase()));
  const similarities = sections.slice(0, COMPARED_SECTIONS).map((one) => sectionFeature(one, "similarity"));
  const others = similarities.slice(1);
  const headingLikeness = best.passage.likenessOf?.(best.heading) ?? 0;
  const facts = askedFacts(question);
  const isUntold = (kind: FactKind, among: readonly AnswerSection[] = [best]): number =>
    facts.includes(kind) &&
    !among.some(({ sentences }) => sentences.some(({ text }) => tellsFact(kind, text.slice(0, FACT_CHARS))))
      ? 1
      : 0;
  const shareOf = (evidence: (word: AskedWord) => number): number =>
    sum(words, (word) => countOf(word) * evidence(word)) / (sum(words, countOf) || 1);
  const missingShare =
    sum(content, ({ mass, meant }) => mass * (1 - meant)) / (sum(content, ({ mass }) => mass) || 1);
  const unknown = content.filter(({ isKnown }) => !isKnown);
  const massOfUnknown = ({ mass }: AskedWord): number => Math.max(LEAST_UNKNOWN_MASS, mass);
  const unknownShare =
    sum(unknown, (word) => massOfUnknown(word) * (1 - word.meant)) /
    (sum(content, (word) => (word.isKnown ? word.mass : massOfUnknown(word))) || 1);
  const signals: Record<MeaningSignal, number> = {
    nameMissing: most(named, ({ mass, meant }) => mass * (1 - meant)),
    nameUnknown: most(named, (word) => (word.isKnown ? 0 : massOfUnknown(word) * (1 - word.meant))),
    heldMass: sum(held, ({ mass }) => mass),
    heldShare: shareOf((word) => word.held),
    heldByHeading: shareOf((word) => word.inHeading),
    missingMass: sum(content, ({ mass, meant }) => mass * (1 - meant)) / Math.max(1, content.length),
    missingWords: missing.length,
    missingShare,
    mostlyMissing: Math.max(0, missingShare - 0.5),
    heldWords: held.length / Math.max(1, content.length),
    loneWord: held.length === 1 && content.length > 2 ? 1 : 0,
    unknownMass: most(unknown, (word) => massOfUnknown(word) * (1 - word.meant)),
    unknownShare,
    mostlyUnknown: Math.max(0, unknownShare - 0.5),
    shortUnknown: content.length <= FEW_WORDS ? unknownShare : 0,
    shortMissing: content.length <= FEW_WORDS ? missingShare : 0,
    rarestMeant:
      content.reduce<AskedWord | undefined>(
        (a, b) => (a === undefined || b.weight > a.weight ? b : a),
        undefined,
      )?.meant ?? 0,
    weightiestMeant: first?.meant ?? 0,
    leastOfTwo: Math.min(first?.held ?? 0, second?.held ?? 1),
    missingLikeness: likeness(missing),
    heldLikeness: likeness(held),
    headingLikeness,
    bestLikeness: Math.max(...similarities),
    likenessDespite: likeness(content) * missingShare,
    headingAsks: sectionFeature(best, "sameType") * Math.max(0, headingLikeness - ALIEN_HEADING_LIKENESS),
    likenessMargin:
      others.length === 0 ? 0 : (similarities[0] ?? 0) - sum(others, (value) => value) / others.length,
    lastPassage: passages[COMPARED_SECTIONS - 1]?.relativeScore ?? 0,
    factApart: Math.max(0, ...facts.map((kind) => 1 - factShare(kind, best, content))),
    durationUntold: isUntold("duration"),
    countUntold: isUntold("count"),
    priceUntold: isUntold("price"),
    personUntold: isUntold("person", sections.slice(0, TELLING_SECTIONS)),
    countAsked: facts.includes("count") ? 1 : 0,
    priceAsked: facts.includes("price") ? 1 : 0,
  };
  return MEANING_SIGNALS.map((signal) => signals[signal]);
}

function readWords(best: AnswerSection, { terms, termsOf, weightOf, encoder }: MeaningInput): AskedWord[] {
  const { passage, from, to, heading } = best;
  const { title, headingPath, blocks } = passage.chunk;
  const inSection = new Set(termsOf([title, ...headingPath, passageText(blocks.slice(from, to))].join(" ")));
  const inHeading = new Set(termsOf(heading));
  const texts = textsOf(best);
  const evidence = ({ term, synonyms = [] }: QueryTerm, held: ReadonlySet<string>): number =>
    held.has(term) ? 1 : synonyms.some((synonym) => held.has(synonym)) ? SYNONYM_EVIDENCE : 0;
  return terms.map((term, place): AskedWord => {
    const { word } = term;
    const held = evidence(term, inSection);
    const known = encoder.massOf(word);
    const near = held === 1 || known === undefined ? 0 : encoder.nearestTo(word, texts);
    const likeness = Math.min(1, Math.max(0, (near - ALIEN_LIKENESS) / (SAME_LIKENESS - ALIEN_LIKENESS)));
    return {
      word,
      place,
      mass: known ?? UNKNOWN_MASS,
      weight: term.weight,
      isKnown: term.known || term.synonyms !== undefined,
      isLight: term.weight < LIGHT_MAX_SHARE * weightOf(term.term) || isEveryday(word),
      held,
      inHeading: evidence(term, inHeading),
      meant: Math.max(held, LIKENESS_EVIDENCE * likeness),
    };
  });
}

/** What is above a section, and its sentences in the order of the page: read once, they are remembered. */
function textsOf({ passage, sentences, heading }: AnswerSection): string[] {
  const { title, headingPath } = passage.chunk;
  const own = sentences.filter(({ kind }) => kind !== "code").toSorted((a, b) => a.order - b.order);
  return [
    title,
    ...headingPath,
    ...(headingPath.at(-1) === heading ? [] : [heading]),
    ...own.map(({ text }) => text),
  ];
}

/** What comes later in a text is another sentence in disguise. */
const FACT_CHARS = 600;

/** How much of the question stands in a sentence that tells such a fact, 0 to 1. */
function factShare(kind: FactKind, { sentences }: AnswerSection, content: readonly AskedWord[]): number {
  const total = sum(content, ({ mass }) => mass) || 1;
  return sentences.reduce((highest, { text, held }) => {
    if (!tellsFact(kind, text.slice(0, FACT_CHARS))) return highest;
    const share = sum(content, ({ place, mass }) => ((held >>> place) & 1 ? mass : 0)) / total;
    return Math.max(highest, share);
  }, 0);
}

const WORD = /[\p{L}\p{N}'._-]+/gu;

/** Words with a capital that no sentence begins with, in lower case as one text. */
function namesOf(question: string): string {
  if (!/\p{Ll}/u.test(question)) return "";
  const words = question.slice(0, 600).match(WORD) ?? [];
  return words
    .filter((word, index) => index > 0 && word.length > 1 && /^\p{Lu}/u.test(word))
    .join(" ")
    .toLowerCase();
}

function countOf({ mass, isLight }: AskedWord): number {
  return isLight ? LIGHT_SHARE * mass : mass;
}

/** 0 where there are none. */
function most<T>(values: readonly T[], valueOf: (value: T) => number): number {
  return values.reduce((highest, value) => Math.max(highest, valueOf(value)), 0);
}

function sum<T>(values: readonly T[], valueOf: (value: T) => number): number {
  return values.reduce((all, value) => all + valueOf(value), 0);
}

function dot(a: Float32Array, b: Float32Array): number {
  let product = 0;
  for (let at = 0; at < a.length; at++) product += (a[at] as number) * (b[at] as number);
  return product;
}
