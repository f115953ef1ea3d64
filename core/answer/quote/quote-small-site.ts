/** Quotes sections of a small site: they are short, and are read as they were written. */
import { joinQuoted, type QuotedText } from "../../citation/quote.ts";
import type { Block } from "../../corpus/format.ts";
import { asksQuestion } from "../../language/sentence-marks.ts";
import { blockText } from "../../passage-text.ts";
import type { ChosenSection, GenerationRequest, Passage } from "../generation-provider.ts";
import { quoteSection } from "./quotation-markdown.ts";
import type { AnswerSection } from "../select/answer-sections.ts";
import { bestQuote } from "./best-sentence.ts";
import { boldName, namedQuote } from "./name-quoted.ts";
import type { QuotedSections } from "./quote-likeliest-sections.ts";
import { withoutRepeats } from "./without-repeats.ts";
import { rankSentences, type ScoredSentence } from "../select/rank-sentences.ts";
import { questionType } from "../understand/question-type.ts";

/** A section of up to so many words is quoted whole, and of a longer one about as much around its best sentence. */
const MAX_WORDS = 130;

/** Further ones are shorter, */
const BESIDE_MAX_WORDS = [90, 60];
/** and quoted where they are so likely, compared with the first; less so where none is sure. */
const BESIDE_SHARES = [0.22, 0.5];
const BESIDE_SHARES_UNSURE = [0.1, 0.15];
/** One that speaks of something asked for that those before it do not needs less. */
const COVERING_SHARE = 0.02;

/** Others are offered besides, not more than so many, and none that is hardly likely. */
const FURTHER_PLACES = 2;
const FURTHER_SHARE = 0.05;

export function quoteSmallSite(
  sections: readonly ChosenSection[],
  request: GenerationRequest,
  { isSure }: { isSure: boolean },
): QuotedSections {
  const shown = sections.flatMap((section) => {
    const passage = request.passages.find(({ ordinal }) => ordinal === section.ordinal);
    return passage === undefined ? [] : [{ section, passage }];
  });
  const [first, ...others] = shown;
  if (first === undefined) return { paragraphs: [], further: [] };
  const quoted = [first];
  for (const least of isSure ? BESIDE_SHARES : BESIDE_SHARES_UNSURE) {
    const next = others.find(
      (other) =>
        !quoted.includes(other) &&
        (other.section.share >= first.section.share * least ||
          (other.section.share >= COVERING_SHARE * first.section.share &&
            coversMore(other.section, quoted))) &&
        !quoted.some(({ section }) => saysTheSame(other.section, section)),
    );
    if (next === undefined) break;
    quoted.push(next);
  }
  const sentences = rankSentences(request);
  const { question, termsOf } = request;
  const paragraphs = quoted.flatMap(({ section, passage }, at) =>
    named(section, passage, {
      ranked: sentences,
      question,
      termsOf,
      maxWords: at === 0 ? MAX_WORDS : (BESIDE_MAX_WORDS[at - 1] ?? MAX_WORDS),
      isBeside: at > 0,
    }),
  );
  const further = others.filter(
    (other) =>
      !quoted.includes(other) &&
      other.section.share >= first.section.share * FURTHER_SHARE &&
      !quoted.some(({ section }) => saysTheSame(other.section, section)),
  );
  return {
    paragraphs: withoutRepeats(paragraphs),
    further: further
      .slice(0, FURTHER_PLACES)
      .flatMap(({ section, passage }) => bestQuote(within(sentences, passage, section)) ?? []),
  };
}

function coversMore({ covers }: ChosenSection, quoted: readonly { section: ChosenSection }[]): boolean {
  return [...covers].some((unit) => !quoted.some(({ section }) => section.covers.has(unit)));
}

function saysTheSame({ best }: ChosenSection, other: ChosenSection): boolean {
  return best !== undefined && best.text === other.best?.text;
}

function within(
  ranked: readonly ScoredSentence[],
  passage: Passage,
  { from, to }: { from: number; to: number },
): ScoredSentence[] {
  return ranked.filter(
    (sentence) => sentence.passage === passage && sentence.blockIndex >= from && sentence.blockIndex < to,
  );
}

interface Naming {
  question: string;
  ranked: readonly ScoredSentence[];
  termsOf: (text: string) => string[];
  maxWords: number;
  /** Stands below another one. */
  isBeside?: boolean;
}

/** Two words that begin with capitals, as those of a person do. */
const NAME = /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u;

/**
 * A section under its heading, where its text does not say what it is about: what begins with a list or a table, what
 * lacks a word of the question that the heading has, and what stands beside another one.
 */
function named(
  section: ChosenSection,
  passage: Passage,
  { ranked, question, termsOf, maxWords, isBeside = false }: Naming,
): QuotedText[] {
  const { from, to } = around(section, passage.chunk.blocks, maxWords);
  const { heading } = section;
  const told: AnswerSection = {
    passage,
    from,
    to,
    heading,
    hasLabel: false,
    sentences: within(ranked, passage, { from, to }),
    words: 0,
    features: new Float64Array(),
    score: 0,
    share: section.share,
  };
  const quoted = quoteSection(told);
  const first = passage.chunk.blocks[from];
  const isNeeded = isBeside || section.isNamedByHeading || first?.kind !== "paragraph";
  if (!isNeeded && !(questionType(question) === "who" && NAME.test(heading)))
    return namedQuote(told, quoted, termsOf);
  const name = boldName(heading);
  const title = asksQuestion(heading) || /[!:.]\**$/.test(name) ? name : `${name}:`;
  const [opening, ...rest] = quoted;
  return first?.kind === "paragraph" && opening !== undefined
    ? [joinQuoted([[title], opening], " "), ...rest]
    : [[title], ...quoted];
}

/** The blocks around the best sentence, as many as are read at once. */
function around(
  { from: first, to: last, best }: ChosenSection,
  blocks: readonly Block[],
  maxWords: number,
): { from: number; to: number } {
  const wordsAt = (at: number): number => {
    const block = blocks[at];
    return block === undefined ? 0 : blockText(block).split(/\s+/).length;
  };
  let words = 0;
  for (let at = first; at < last; at++) words += wordsAt(at);
  if (words <= maxWords) return { from: first, to: last };
  let from = Math.min(Math.max(best?.blockIndex ?? first, first), last - 1);
  let to = from + 1;
  let taken = wordsAt(from);
  // What leads to a list or a table, and says of it whether it is to be done.
  if (blocks[from]?.kind !== "paragraph" && from > first && blocks[from - 1]?.kind === "paragraph") {
    from--;
    taken += wordsAt(from);
  }
  for (;;) {
    if (to < last && taken + wordsAt(to) <= maxWords) taken += wordsAt(to++);
    else if (from > first && taken + wordsAt(from - 1) <= maxWords) taken += wordsAt(--from);
    else return { from, to };
  }
}
