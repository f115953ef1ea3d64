/** Quotes the sections that answer: the likeliest and what belongs to it, both sides of a comparison, or the closest. */
import { joinQuoted, type QuotedText } from "../../citation/quote.ts";
import { type AnswerSection, sectionFeature } from "../select/answer-sections.ts";
import { sectionsOfSides } from "./compare-sections.ts";
import { codeOfInstruction, enumerationOf, INSTRUCTIONS, pickSentences } from "../select/pick-sentences.ts";
import { FACTS, type QuestionType } from "../understand/question-type.ts";
import { quotePassage, quoteSection } from "./quote-passage.ts";
import type { ScoredSentence } from "../select/select-sentences.ts";
import { INSTRUCTION, LEADS_ON } from "../select/sentence-patterns.ts";
import { boldName, namedQuote } from "./name-quoted.ts";
import { isBriefIntroduction, isReadAtOnce, quoteAround, titledQuote } from "./quote-section.ts";
import { withoutRepeats } from "./without-repeats.ts";

/** Each side of a comparison is told in so much. */
const SIDE_MAX_WORDS = 90;

/** A section of up to so many words is quoted whole, and of a longer one about as much. */
const MAX_WORDS = 150;

/** A fact is looked for in less. */
const MAX_WORDS_OF_FACT = 100;

/** What something is stands in a few sentences. */
const MAX_WORDS_OF_DEFINITION = 110;

/** A second section is quoted where it is so likely the answer, compared with the first, and as short. */
const SECOND_SECTION_SHARE = 0.2;
const SECOND_SECTION_MAX_WORDS = 100;

export interface QuoteSectionsOptions {
  type: QuestionType;
  /** Where it is not, further places are shown. */
  isSure: boolean;
  termsOf: (text: string) => string[];
}

/** The paragraphs of the answer. @param sections with sentences, the likeliest first */
export function quoteSections(
  sections: readonly AnswerSection[],
  { type, isSure, termsOf }: QuoteSectionsOptions,
): QuotedText[] {
  const ofSides = type === "comparison" ? comparison(sections, termsOf) : undefined;
  if (ofSides !== undefined) return withoutRepeats(ofSides);
  return withoutRepeats(
    isSure ? answerOfSections(sections, type, termsOf) : closestSections(sections, type, termsOf),
  );
}

/** What is said of both sides of a comparison, or of each. */
function comparison(
  sections: readonly AnswerSection[],
  termsOf: (text: string) => string[],
): QuotedText[] | undefined {
  const sides = sectionsOfSides(sections);
  if (sides?.length === 1) {
    return sides.flatMap((both) => namedOf(withBothFirst(both), "comparison", MAX_WORDS, termsOf));
  }
  return sides?.flatMap((side) => [
    [boldName(side.heading)],
    ...quoteOf(side, "comparison", SIDE_MAX_WORDS, termsOf),
  ]);
}

/** What speaks of both sides at once, be it a list, a table or code, is quoted before what says more of one. */
function withBothFirst(section: AnswerSection): AnswerSection {
  const speaksOfBoth = ({ held, asked: { sides } }: ScoredSentence): boolean =>
    sides !== undefined && (held & sides[0]) !== 0 && (held & sides[1]) !== 0;
  const both = section.sentences.filter(speaksOfBoth);
  return {
    ...section,
    sentences: [...both, ...section.sentences.filter((sentence) => !both.includes(sentence))],
  };
}

/** What the likeliest section says, and a second one that is nearly as likely. */
function answerOfSections(
  sections: readonly AnswerSection[],
  type: QuestionType,
  termsOf: (text: string) => string[],
): QuotedText[] {
  const [best, ...others] = sections;
  if (best === undefined) return [];
  const below = INSTRUCTIONS.has(type) ? instructionsBelow(best, others) : undefined;
  if (below !== undefined) {
    return [
      ...quoteOf(best, type, ANNOUNCEMENT_MAX_WORDS, termsOf),
      [boldName(below.heading)],
      ...quoteOf(below, type, MAX_WORDS, termsOf),
    ];
  }
  const maxWords =
    type === "definition" ? MAX_WORDS_OF_DEFINITION : FACTS.has(type) ? MAX_WORDS_OF_FACT : MAX_WORDS;
  const paragraphs = namedOf(best, type, maxWords, termsOf);
  const second = others.find(
    (section) =>
      // Of what something is, one page says enough.
      type !== "definition" &&
      (section.share >= best.share * SECOND_SECTION_SHARE || continues(section, best)) &&
      !repeats(section, best, termsOf) &&
      // What an introduction runs on to is quoted with it.
      (section.passage !== best.passage || (section.from >= best.to && !isBriefIntroduction(best))),
  );
  if (second !== undefined) paragraphs.push(...namedOf(second, type, SECOND_SECTION_MAX_WORDS, termsOf));
  const shown = second === undefined ? [best] : [best, second];
  return [...paragraphs, ...furtherPlaces(others, shown, termsOf)];
}

/** Places are shown until the answer is so likely among them, */
const LIKELY_SHOWN = 0.8;
/** though not more than so many besides what is quoted, nor any that is hardly likely, compared with that. */
const FURTHER_PLACES = 2;
const FURTHER_PLACE_SHARE = 0.1;

/** Of sections that may answer as well, what they are about and what they say first. */
function furtherPlaces(
  sections: readonly AnswerSection[],
  quoted: readonly AnswerSection[],
  termsOf: (text: string) => string[],
): QuotedText[] {
  const shown = [...quoted];
  const items: QuotedText[] = [];
  let likely = quoted.reduce((sum, { share }) => sum + share, 0);
  for (const section of sections) {
    if (likely >= LIKELY_SHOWN || items.length === FURTHER_PLACES) break;
    if (section.share < (quoted[0]?.share ?? 0) * FURTHER_PLACE_SHARE) break;
    if (shown.some((other) => section === other || repeats(section, other, termsOf))) continue;
    const said = titledQuote(section, CLOSEST_NEXT_MAX_WORDS);
    if (said === undefined) continue;
    items.push(["- ", ...said]);
    shown.push(section);
    likely += section.share;
  }
  return items.length === 0 ? [] : [joinQuoted(items, "\n")];
}

/** What a page says of what it will tell is hardly an answer: of it so much, and then the instructions. */
const ANNOUNCEMENT_MAX_WORDS = 80;

/** The instructions of a page of which the beginning, without any, was chosen: the first below it. */
function instructionsBelow(best: AnswerSection, others: readonly AnswerSection[]): AnswerSection | undefined {
  const isBeginning = best.from === 0 && best.passage.chunk.headingPath.length === 0;
  const last = best.passage.chunk.blocks[best.to - 1];
  const leadsOn = last?.kind === "paragraph" && LEADS_ON.test(last.text);
  const instructs = INSTRUCTION.test(best.sentences[0]?.text ?? "") && !leadsOn;
  if (!isBeginning || instructs || sectionFeature(best, "hasSteps") > 0) return undefined;
  const page = pageOf(best);
  const instructing = others.filter(
    (section) =>
      pageOf(section) === page &&
      (sectionFeature(section, "hasSteps") > 0 ||
        sectionFeature(section, "instructs") > 0 ||
        (leadsOn && section.passage.continues === best.passage.chunk.id && section.from === 0)),
  );
  const [first] = instructing.sort((a, b) => a.passage.ordinal - b.passage.ordinal || a.from - b.from);
  return first;
}

function pageOf({ passage }: AnswerSection): string {
  return passage.source.url.replace(/#.*$/, "");
}

/** Places shown where none is sure: the right one is among three in three of four questions, and first in two. */
const CLOSEST_SECTIONS = 3;
const CLOSEST_FIRST_MAX_WORDS = 130;
const CLOSEST_NEXT_MAX_WORDS = 45;

/** The likeliest section, and of the next ones what they are about and what they say first. */
function closestSections(
  sections: readonly AnswerSection[],
  type: QuestionType,
  termsOf: (text: string) => string[],
): QuotedText[] {
  const chosen: AnswerSection[] = [];
  for (const section of sections) {
    if (chosen.length === CLOSEST_SECTIONS) break;
    if (chosen.some((other) => repeats(section, other, termsOf))) continue;
    chosen.push(section);
  }
  const [first, ...others] = chosen;
  if (first === undefined) return [];
  const items = others.flatMap((section): QuotedText[] => {
    const said = titledQuote(section, CLOSEST_NEXT_MAX_WORDS);
    return said === undefined ? [] : [["- ", ...said]];
  });
  return [
    ...namedOf(first, type, CLOSEST_FIRST_MAX_WORDS, termsOf),
    ...(items.length > 0 ? [joinQuoted(items, "\n")] : []),
  ];
}

/** The same under its heading, where it does not say itself what it is about. */
function namedOf(
  section: AnswerSection,
  type: QuestionType,
  maxWords: number,
  termsOf: (text: string) => string[],
): QuotedText[] {
  return namedQuote(section, quoteOf(section, type, maxWords, termsOf), termsOf);
}

/** A section as far as it is read at once; of one whose sentences are too long for that, those that say most. */
function quoteOf(
  section: AnswerSection,
  type: QuestionType,
  maxWords: number,
  termsOf: (text: string) => string[],
): QuotedText[] {
  const asksDefinition = type === "definition";
  const bounds = { maxWords, asksFact: asksDefinition || FACTS.has(type), asksDefinition };
  if (isReadAtOnce(section, bounds)) return quoteSection(section);
  return quoteAround(section, bounds) ?? bestOfSection(section, type, termsOf);
}

/** A sentence alone only leads to what follows on its page. */
function continues({ passage }: AnswerSection, best: AnswerSection): boolean {
  return sectionFeature(best, "isBrief") > 0 && passage.chunk.title === best.passage.chunk.title;
}

/** A section whose words another one has nearly all says nothing new. */
const REPEATED_WORDS_SHARE = 0.7;

function repeats(section: AnswerSection, other: AnswerSection, termsOf: (text: string) => string[]): boolean {
  const words = wordsOf(section, termsOf);
  const known = wordsOf(other, termsOf);
  let shared = 0;
  for (const word of words) if (known.has(word)) shared++;
  return shared >= words.size * REPEATED_WORDS_SHARE;
}

/** Each section is compared with several others. */
const wordsOfSection = new WeakMap<AnswerSection, ReadonlySet<string>>();

function wordsOf(section: AnswerSection, termsOf: (text: string) => string[]): ReadonlySet<string> {
  let words = wordsOfSection.get(section);
  if (words === undefined) {
    words = new Set(section.sentences.flatMap(({ text }) => termsOf(text)));
    wordsOfSection.set(section, words);
  }
  return words;
}

/** The best sentences of a section with their blocks. */
function bestOfSection(
  { sentences }: AnswerSection,
  type: QuestionType,
  termsOf: (text: string) => string[],
): QuotedText[] {
  const picked = pickSentences(sentences, type, termsOf);
  if (INSTRUCTIONS.has(type)) picked.push(...codeOfInstruction(picked, sentences));
  if (type === "list") picked.push(...enumerationOf(picked, sentences));
  const inOrder = picked.sort((a, b) => a.order - b.order);
  return quotePassage(inOrder, type, { withBlocks: true });
}
