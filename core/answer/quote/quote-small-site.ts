/** Quotes what sections of a small site say to a question: the blocks that answer, and of long ones the lines that do. */
import { joinQuoted, type QuotedText } from "../../citation/quote.ts";
import type { Block } from "../../corpus/format.ts";
import { asksQuestion } from "../../language/sentence-marks.ts";
import { blockText } from "../../passage-text.ts";
import type { ChosenSection, GenerationRequest, Passage, WeighedLine } from "../generation-provider.ts";
import { quoteSection } from "./quotation-markdown.ts";
import type { PartOfBlock } from "./part-of-block.ts";
import type { AnswerSection } from "../select/answer-sections.ts";
import { bestQuote } from "./best-sentence.ts";
import { boldName, namedQuote, wordsOfQuotes } from "./name-quoted.ts";
import type { QuotedSections } from "./quote-likeliest-sections.ts";
import { withoutRepeats } from "./without-repeats.ts";
import { rankSentences, type ScoredSentence } from "../select/rank-sentences.ts";
import { phrasesFor } from "../phrases.ts";
import { questionType } from "../understand/question-type.ts";
import { answeringGroups, bestGroup, type BlockGroup } from "./choose-blocks.ts";
import { answeringPart } from "./choose-lines.ts";

/** Further sections are quoted by the blocks that answer best, up to so many words, */
const BESIDE_MAX_WORDS = 60;
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
  const paragraphs = quoted.flatMap(({ section, passage }, at) =>
    named(section, passage, { ranked: sentences, request, isBeside: at > 0, isSure }),
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
  request: GenerationRequest;
  ranked: readonly ScoredSentence[];
  /** Stands below another one. */
  isBeside: boolean;
  isSure: boolean;
}

/** Two words that begin with capitals, as those of a person do. */
const NAME = /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u;

/**
 * What a section says to the question under its heading, where that does not say what it is about: what begins with a
 * list or a table, what lacks a word of the question that the heading has, and what stands beside another one.
 */
function named(
  section: ChosenSection,
  passage: Passage,
  { ranked, request: { question, termsOf, locale }, isBeside, isSure }: Naming,
): QuotedText[] {
  const { blocks } = passage.chunk;
  const groups = groupsToQuote(section, blocks, isBeside);
  const [opening] = groups;
  if (opening === undefined) return [];
  const { heading, lines } = section;
  const asksList = questionType(question) === "list";
  const told = (group: BlockRange): AnswerSection => ({
    passage,
    from: group.from,
    to: group.to,
    heading,
    hasLabel: false,
    sentences: bestFirst(within(ranked, passage, group), lines),
    words: 0,
    features: new Float64Array(),
    score: 0,
    share: section.share,
  });
  let wordsBefore = 0;
  const partOf = (block: Block, blockIndex: number): PartOfBlock => {
    const own = lines.filter((line) => line.blockIndex === blockIndex);
    const part = partOfBlock(block, own, { asksList, locale, wordsBefore, marks: isSure && !isBeside });
    wordsBefore += blockText(part.block).split(/\s+/).length;
    return part;
  };
  const quoted = groups.flatMap((group) => quoteSection(told(group), undefined, partOf));
  const first = blocks[opening.from];
  const isNeeded =
    isBeside ||
    section.isNamedByHeading ||
    first?.kind !== "paragraph" ||
    (!section.isLead && !namesAnyOf(quoted, heading, termsOf));
  if (!isNeeded && !(questionType(question) === "who" && NAME.test(heading)))
    return namedQuote(told(opening), quoted, termsOf);
  const name = boldName(heading);
  const title = asksQuestion(heading) || /[!:.]\**$/.test(name) ? name : `${name}:`;
  const [beginning, ...rest] = quoted;
  return first?.kind === "paragraph" && beginning !== undefined
    ? [joinQuoted([[title], beginning], " "), ...rest]
    : [[title], ...quoted];
}

/** Whether what is quoted names what its heading does: "on the ground floor" says nothing of the room that it is of. */
function namesAnyOf(
  quoted: readonly QuotedText[],
  heading: string,
  termsOf: (text: string) => string[],
): boolean {
  const terms = termsOf(heading);
  const told = new Set(termsOf(wordsOfQuotes(quoted)));
  return terms.length === 0 || terms.some((term) => told.has(term));
}

type BlockRange = Pick<BlockGroup, "from" | "to">;

function groupsToQuote(section: ChosenSection, blocks: readonly Block[], isBeside: boolean): BlockRange[] {
  if (!isBeside) return answeringGroups(section, blocks);
  const best = bestGroup(section, blocks);
  if (best === undefined) return [];
  const words = wordsOf(section, blocks);
  return [words <= BESIDE_MAX_WORDS ? section : best];
}

function wordsOf({ from, to }: BlockRange, blocks: readonly Block[]): number {
  return blocks.slice(from, to).reduce((sum, block) => sum + blockText(block).split(/\s+/).length, 0);
}

/** The sentence that answers is quoted even where it only points elsewhere. */
function bestFirst(sentences: readonly ScoredSentence[], lines: readonly WeighedLine[]): ScoredSentence[] {
  const shareOf = ({ text, blockIndex }: ScoredSentence): number =>
    lines.find((line) => line.text === text && line.blockIndex === blockIndex)?.share ?? 0;
  return [...sentences].sort((a, b) => shareOf(b) - shareOf(a));
}

/** The line that answers so likely is marked, where so many words are read before it. */
const MARKED_SHARE = 0.7;
const MARKED_AFTER_WORDS = 12;
/** and no long text is. */
const MARKED_MAX_WORDS = 35;

interface PartOptions {
  /** All of a kind were asked for. */
  asksList: boolean;
  locale: string;
  /** Of the answer. */
  wordsBefore: number;
  marks: boolean;
}

function partOfBlock(
  block: Block,
  lines: readonly WeighedLine[],
  { asksList, locale, wordsBefore, marks }: PartOptions,
): PartOfBlock {
  const part = answeringPart(block, lines, { asksList });
  const best = lines.reduce<WeighedLine | undefined>(
    (found, line) => (found === undefined || line.share > found.share ? line : found),
    undefined,
  );
  const others = countOf(block) - countOf(part);
  return {
    block: part,
    cited: part === block ? "" : (best?.text ?? ""),
    marked:
      marks && best !== undefined && !asksList && isMarked(best, part, wordsBefore) ? best.text : undefined,
    note: others > 0 ? phrasesFor(locale).othersOnPage(others) : undefined,
  };
}

function isMarked({ text, share }: WeighedLine, block: Block, wordsBefore: number): boolean {
  if (share < MARKED_SHARE || text.split(/\s+/).length > MARKED_MAX_WORDS) return false;
  const whole = blockText(block);
  const before = whole.slice(0, Math.max(0, whole.indexOf(text.split(" – ")[0] ?? text)));
  return wordsBefore + before.split(/\s+/).length > MARKED_AFTER_WORDS;
}

function countOf(block: Block): number {
  return block.kind === "table" ? block.rows.length : block.kind === "list" ? block.items.length : 0;
}
