/** When a second section is worth being quoted below the likeliest. */
import type { QuotedText } from "../../citation/quote.ts";
import { type AnswerSection, sectionFeature } from "../select/answer-sections.ts";
import { LEADS_ON } from "../select/sentence-patterns.ts";
import type { TermMask } from "../understand/asked-question.ts";
import { isName, wordsOfQuotes } from "./name-quoted.ts";
import { pageOf } from "./page-asked.ts";

/** A second section is quoted where it is so likely the answer, compared with the first, */
const SECOND_SECTION_SHARE = 0.15;
/** and no more behind it in meaning, unless it is about as likely. */
const SIMILARITY_TOLERANCE = 0.03;
const NEAR_SHARE = 0.5;

/** Whether a section is about as likely as the likeliest, or hardly behind it in words or meaning, or on its page. */
export function mayAddTo(best: AnswerSection, section: AnswerSection): boolean {
  if (continues(section, best) || section.share >= best.share * NEAR_SHARE) return true;
  if (section.share < best.share * SECOND_SECTION_SHARE) return false;
  const lead = (name: "coverage" | "similarity"): number =>
    sectionFeature(section, name) > 0 ? sectionFeature(section, name) - sectionFeature(best, name) : -1;
  const isAlike = lead("coverage") >= 0 || lead("similarity") >= -SIMILARITY_TOLERANCE;
  return isAlike || pageOf(section) === pageOf(best);
}

/** What is announced can't be quoted. */
export function onlyAnnounces(paragraphs: readonly QuotedText[]): boolean {
  const said = paragraphs.filter((paragraph) => !isName(paragraph));
  const text = said[0]?.findLast((piece) => typeof piece === "string") ?? "";
  return said.length === 1 && /[:：]\s*$/u.test(text);
}

/** What a second quotation has to add of the question's information to be worth reading. */
const ADDED_SHARE = 0.1;
const ADDED_SHARE_OF_UNSURE = 0.2;

/** Whether a second quotation holds enough of the question's information that the first lacks, or what that announces. */
export function adds(
  best: AnswerSection,
  section: AnswerSection,
  {
    first,
    second,
    isSure,
    termsOf,
  }: {
    first: readonly QuotedText[];
    second: readonly QuotedText[];
    isSure: boolean;
    termsOf: (text: string) => string[];
  },
): boolean {
  const needed = isSure ? ADDED_SHARE : ADDED_SHARE_OF_UNSURE;
  return continues(section, best) || addedShare(best, first, second, termsOf) >= needed;
}

/** How much of the question's information a second quotation holds that the first lacks. */
function addedShare(
  { sentences }: AnswerSection,
  first: readonly QuotedText[],
  second: readonly QuotedText[],
  termsOf: (text: string) => string[],
): number {
  const asked = sentences[0]?.asked;
  if (asked === undefined) return 0;
  const maskOf = (paragraphs: readonly QuotedText[]): TermMask =>
    asked.maskOf(termsOf(wordsOfQuotes(paragraphs)));
  const held = maskOf(first);
  return asked.share(held | maskOf(second)) - asked.share(held);
}

/** An announcement alone only leads to what follows on its page. */
function continues({ passage }: AnswerSection, best: AnswerSection): boolean {
  const last = best.passage.chunk.blocks[best.to - 1];
  return (
    sectionFeature(best, "isBrief") > 0 &&
    passage.chunk.title === best.passage.chunk.title &&
    last?.kind === "paragraph" &&
    LEADS_ON.test(last.text)
  );
}

/** A section whose words another one has nearly all says nothing new. */
const REPEATED_WORDS_SHARE = 0.7;

export function repeats(
  section: AnswerSection,
  other: AnswerSection,
  termsOf: (text: string) => string[],
): boolean {
  const words = wordsOf(section, termsOf);
  const known = wordsOf(other, termsOf);
  let shared = 0;
  for (const word of words) if (known.has(word)) shared++;
  return shared >= words.size * REPEATED_WORDS_SHARE;
}

/** Whether a section is a part of another one, since a long one is several passages, or says nothing that it does not say. */
export function saysTheSame(
  section: AnswerSection,
  other: AnswerSection,
  termsOf: (text: string) => string[],
): boolean {
  const isOfSame =
    section === other || (section.heading === other.heading && pageOf(section) === pageOf(other));
  return isOfSame || repeats(section, other, termsOf);
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
