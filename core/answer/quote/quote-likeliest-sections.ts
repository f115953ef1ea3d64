/** Quotes the sections that answer: the likeliest and what belongs to it, both sides of a comparison, or excerpts of several. */
import type { Quote, QuotedText } from "../../citation/quote.ts";
import { type AnswerSection, sectionFeature } from "../select/answer-sections.ts";
import { sectionsOfSides } from "./compare-sections.ts";
import { codeOfInstruction, enumerationOf, INSTRUCTIONS, pickSentences } from "../select/pick-sentences.ts";
import { FACTS, type QuestionType } from "../understand/question-type.ts";
import { quotePassage, quoteSection } from "./quotation-markdown.ts";
import { bestQuote } from "./best-sentence.ts";
import type { ScoredSentence } from "../select/rank-sentences.ts";
import { INSTRUCTION, LEADS_ON } from "../select/sentence-patterns.ts";
import { currentFirst } from "./dated-posts.ts";
import { wholeSteps } from "./step-sections.ts";
import { boldName, namedQuote } from "./name-quoted.ts";
import { quoteExcerpts } from "./quote-excerpts.ts";
import { firstOfPageAsked, pageOf } from "./page-asked.ts";
import { isBriefIntroduction, isReadAtOnce, quoteAround } from "./quote-around-best.ts";
import { adds, mayAddTo, onlyAnnounces, repeats, saysTheSame } from "./second-section.ts";
import { withoutRepeats } from "./without-repeats.ts";

/** Each side of a comparison is told in so much. */
const SIDE_MAX_WORDS = 130;

/** A section of up to so many words is quoted whole, and of a longer one about as much. */
const MAX_WORDS = 260;

/** A fact is looked for in less. */
const MAX_WORDS_OF_FACT = 200;

/** What something is stands in a few sentences. */
const MAX_WORDS_OF_DEFINITION = 200;

/** A second section is quoted in so many words. */
const SECOND_SECTION_MAX_WORDS = 100;

export interface QuoteSectionsOptions {
  type: QuestionType;
  /** Where it is not, further places are named in any case. */
  isSure: boolean;
  termsOf: (text: string) => string[];
  /** Said before excerpts of several sections where the answer is sure; undefined: one is quoted all the same. */
  mayBeMeant?: string | undefined;
}

/** An answer made of sections. */
export interface QuotedSections {
  paragraphs: QuotedText[];
  /** What is said at places beside it that may answer too: a sentence of each. */
  further: Quote[];
}

/** @param ranked with sentences, the likeliest first */
export function quoteSections(
  ranked: readonly AnswerSection[],
  { type, isSure, termsOf, mayBeMeant }: QuoteSectionsOptions,
): QuotedSections {
  const current = currentFirst(ranked);
  const sections = FACTS.has(type) ? current : firstOfPageAsked(current);
  const ofSides = type === "comparison" ? comparison(sections, termsOf) : undefined;
  if (ofSides !== undefined) return { paragraphs: withoutRepeats(ofSides), further: [] };
  const furtherOf = (quoted: readonly AnswerSection[]): Quote[] =>
    furtherSections(sections, quoted, { isSure, termsOf }).flatMap(
      ({ sentences }) => bestQuote(sentences) ?? [],
    );
  const excerpts = mayBeMeant === undefined ? undefined : quoteExcerpts(sections, termsOf);
  if (excerpts !== undefined) {
    // Where it is not, that was said before.
    const announcement: QuotedText[] = isSure && mayBeMeant !== undefined ? [[mayBeMeant]] : [];
    return {
      paragraphs: [...announcement, ...excerpts.paragraphs],
      further: furtherOf(excerpts.quoted),
    };
  }
  const { paragraphs, quoted } = answerOfSections(sections, type, isSure, termsOf);
  return { paragraphs: withoutRepeats(paragraphs), further: furtherOf(quoted) };
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

/** What the likeliest section says, and a second one that is nearly as likely and holds what the first lacks. */
function answerOfSections(
  sections: readonly AnswerSection[],
  type: QuestionType,
  isSure: boolean,
  termsOf: (text: string) => string[],
): { paragraphs: QuotedText[]; quoted: AnswerSection[] } {
  const [best, ...others] = sections;
  if (best === undefined) return { paragraphs: [], quoted: [] };
  const below = isSure && INSTRUCTIONS.has(type) ? instructionsBelow(best, others) : undefined;
  const steps = INSTRUCTIONS.has(type) ? askedSteps(best, below, sections) : undefined;
  if (steps !== undefined) {
    const told = steps.flatMap((step): QuotedText[] => [
      [boldName(step.heading)],
      ...quoteOf(step, type, STEP_MAX_WORDS, termsOf),
    ]);
    const announcement = below === undefined ? [] : quoteOf(best, type, ANNOUNCEMENT_MAX_WORDS, termsOf);
    return { paragraphs: [...announcement, ...told], quoted: [best, ...steps] };
  }
  if (below !== undefined) {
    return {
      paragraphs: [
        ...quoteOf(best, type, ANNOUNCEMENT_MAX_WORDS, termsOf),
        [boldName(below.heading)],
        ...quoteOf(below, type, MAX_WORDS, termsOf),
      ],
      quoted: [best, below],
    };
  }
  const maxWords =
    type === "definition" ? MAX_WORDS_OF_DEFINITION : FACTS.has(type) ? MAX_WORDS_OF_FACT : MAX_WORDS;
  const first = namedOf(best, type, maxWords, termsOf);
  for (const section of others) {
    // Of what something is, one page says enough.
    if (type === "definition") break;
    if (!mayAddTo(best, section)) continue;
    if (repeats(section, best, termsOf)) continue;
    // What an introduction runs on to is quoted with it.
    if (section.passage === best.passage && section.from > best.from && isBriefIntroduction(best)) continue;
    const second = namedOf(section, type, SECOND_SECTION_MAX_WORDS, termsOf);
    if (onlyAnnounces(second)) continue;
    if (!adds(best, section, { first, second, isSure, termsOf })) continue;
    return { paragraphs: [...first, ...second], quoted: [best, section] };
  }
  return { paragraphs: first, quoted: [best] };
}

/** Places are named until the answer is so likely among them, where it is sure, */
const LIKELY_SHOWN = 0.8;
/** though not more than so many besides what is quoted, nor then any that is hardly likely, compared with that. */
const FURTHER_PLACES = 2;
const FURTHER_PLACE_SHARE = 0.1;

/** Sections that may answer as well. */
function furtherSections(
  sections: readonly AnswerSection[],
  quoted: readonly AnswerSection[],
  { isSure, termsOf }: Pick<QuoteSectionsOptions, "isSure" | "termsOf">,
): AnswerSection[] {
  const further: AnswerSection[] = [];
  let likely = quoted.reduce((sum, { share }) => sum + share, 0);
  for (const section of sections) {
    if (further.length === FURTHER_PLACES) break;
    if (isSure && likely >= LIKELY_SHOWN) break;
    if (isSure && section.share < (quoted[0]?.share ?? 0) * FURTHER_PLACE_SHARE) break;
    if (bestQuote(section.sentences) === undefined) continue;
    const known = [...quoted, ...further];
    if (known.some((other) => saysTheSame(section, other, termsOf))) continue;
    further.push(section);
    likely += section.share;
  }
  return further;
}

/** Of each step so much is quoted. */
const STEP_MAX_WORDS = 80;

/** The steps of a page, where the page was asked for, and not what one of them is about. */
function askedSteps(
  best: AnswerSection,
  below: AnswerSection | undefined,
  sections: readonly AnswerSection[],
): AnswerSection[] | undefined {
  const isOfPage = sectionFeature(best, "titleCoverage") > sectionFeature(best, "headingCoverage");
  return below === undefined && !isOfPage ? undefined : wholeSteps(below ?? best, sections);
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
