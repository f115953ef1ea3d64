/** A short excerpt of a section: what of it fits the question best, in so many words, written so that it can be read by itself. */
import { placeOf } from "../../corpus/heading-place.ts";
import { rowText, type Quote, type QuotedText } from "../../citation/quote.ts";
import { blockMarkdown, blockText, inlineMarkdown, shorten } from "../../passage-text.ts";
import type { AnswerSection } from "../select/answer-sections.ts";
import { ANNOUNCING_END } from "../../language/sentence-marks.ts";
import { inWords } from "./best-sentence.ts";
import { countWords, piecesOf, type Piece } from "./excerpt-pieces.ts";
import { quoteSection, shownText, tableMarkdown } from "./quotation-markdown.ts";
import { shownBlocks } from "./shown-blocks.ts";
import { rowInWords } from "./table-cells.ts";
import { lettersOf } from "./without-repeats.ts";

export interface Excerpt {
  /** Without citations: whoever names its place cites it there. */
  paragraphs: string[];
  /** Its best words, at which its place opens. */
  quote: Quote;
}

export interface ExcerptOptions {
  maxWords: number;
  /** What is shown already, as {@link lettersOf}; what the excerpt shows is added. */
  said: Set<string>;
  /** What going on from what is shown is worth, as a logarithm of odds; default 1. */
  goesOnBonus?: number;
  /** A sentence, an item or a row of more words is left out; default none is. */
  pieceMaxWords?: number;
}

/** What is so much less likely than the best piece, as a logarithm of the odds, would only make an excerpt longer. */
const EXCERPT_ODDS = 3;

/** What goes on from what is shown is worth a little more than its words tell. */
const GOES_ON_BONUS = 1;

/** @returns undefined where the section says nothing that is not said already. */
export function excerptOf(
  section: AnswerSection,
  { maxWords, said, goesOnBonus = GOES_ON_BONUS, pieceMaxWords = Infinity }: ExcerptOptions,
): Excerpt | undefined {
  const pieces = piecesOf(section, maxWords);
  const unsaid = pieces.filter(({ text, words }) => words <= pieceMaxWords && !said.has(lettersOf(text)));
  const best = bestOf(unsaid, ({ value }) => value);
  if (best === undefined) return undefined;
  const { passage } = section;
  const { blockIndex, block } = best.shown;
  const quote: Quote = { passage, blockIndex, text: block.kind === "code" ? "" : best.text };
  const isWhole = unsaid.length === pieces.length && readingWords(section) <= maxWords;
  const chosen = isWhole ? pieces : choose(unsaid, best, maxWords, goesOnBonus);
  for (const { text } of chosen) said.add(lettersOf(text));
  return { paragraphs: isWhole ? wholeOf(section) : written(chosen, section), quote };
}

function bestOf(pieces: readonly Piece[], worth: (piece: Piece) => number): Piece | undefined {
  return pieces.reduce<Piece | undefined>(
    (best, piece) => (best === undefined || worth(piece) > worth(best) ? piece : best),
    undefined,
  );
}

/** A line of code counts as four words, as everywhere. */
function readingWords(section: AnswerSection): number {
  return shownBlocks(section).reduce((sum, { block, sentences }) => {
    if (block.kind === "code") return sum + block.code.split("\n").length * 4;
    return sum + countWords(block.kind === "paragraph" ? sentences.join(" ") : blockText(block));
  }, 0);
}

/** Its paragraphs as they stand. */
function wholeOf(section: AnswerSection): string[] {
  return quoteSection(section)
    .map((paragraph: QuotedText) =>
      paragraph
        .filter((piece) => typeof piece === "string")
        .join("")
        .replace(/(?<=\S) {2,}(?=\S)/g, " ")
        .trimEnd(),
    )
    .filter((text) => text !== "");
}

/** The best piece, and the next best ones as far as there is room, in the order of the page. */
function choose(
  pieces: readonly Piece[],
  best: Piece,
  maxWords: number,
  goesOnBonus = GOES_ON_BONUS,
): Piece[] {
  const chosen = new Set<Piece>();
  const leads = new Set<string | undefined>();
  let words = 0;
  const costOf = ({ words: own, lead }: Piece): number =>
    own + (lead === undefined || leads.has(lead) ? 0 : countWords(lead));
  const worthOf = (piece: Piece): number => {
    const goesOn = [...chosen].some(({ order }) => order === piece.order - 1);
    return piece.value + (goesOn ? goesOnBonus : 0);
  };
  for (let next: Piece | undefined = best; next !== undefined;) {
    words += costOf(next);
    chosen.add(next);
    leads.add(next.lead);
    const others = pieces.filter(
      (piece) =>
        !chosen.has(piece) &&
        words + costOf(piece) <= maxWords &&
        worthOf(piece) >= best.value - EXCERPT_ODDS,
    );
    next = bestOf(others, worthOf);
  }
  return pieces.filter((piece) => chosen.has(piece));
}

/** A longer one is cut, as every excerpt of a source. */
const IN_WORDS_MAX_CHARS = 300;
const IN_WORDS_MAX_WORDS = 50;

/** The same as plain text, without code; at most about 300 characters. */
export function excerptInWords(
  section: AnswerSection,
): (Omit<Excerpt, "paragraphs"> & { text: string }) | undefined {
  const pieces = piecesOf(section, 0).filter(({ shown }) => shown.block.kind !== "code");
  const best = bestOf(pieces, ({ value }) => value);
  if (best === undefined) return undefined;
  const { passage } = section;
  const { blockIndex } = best.shown;
  const groups = Map.groupBy(choose(pieces, best, IN_WORDS_MAX_WORDS), ({ shown }) => shown);
  const texts = [...groups.values()].map((group) => {
    const [{ shown: { block }, lead } = best] = group;
    if (block.kind === "paragraph") return sentencesOf(group, (text) => text);
    if (block.kind === "table") {
      const rows = block.rows.flatMap((row, at) =>
        group.some(({ text }) => text === rowText(row))
          ? [rowInWords(block.rows, at, passage.chunk.language)]
          : [],
      );
      return rows.join("; ");
    }
    const items = group.map(({ text }) => text).join("; ");
    return lead === undefined ? items : `${lead}${ANNOUNCING_END.test(lead) ? "" : ":"} ${items}`;
  });
  const text = shorten(inWords(texts.join(" ")), IN_WORDS_MAX_CHARS);
  return { text, quote: { passage, blockIndex, text: best.text } };
}

/** Between sentences of a paragraph that do not follow one another. */
const GAP = "…";

function written(chosen: readonly Piece[], { passage }: AnswerSection): string[] {
  const paragraphs: string[] = [];
  const shown = new Set(chosen.map(({ text }) => text));
  for (const [{ block, blockIndex }, pieces] of Map.groupBy(chosen, (piece) => piece.shown)) {
    const [first] = pieces;
    if (first === undefined) continue;
    if (block.kind === "paragraph") {
      paragraphs.push(sentencesOf(pieces));
      continue;
    }
    if (block.kind === "table") {
      const texts = new Set(pieces.map(({ text }) => text));
      const [header = [], ...rows] = block.rows;
      paragraphs.push(tableMarkdown([header, ...rows.filter((row) => texts.has(rowText(row)))], passage));
      continue;
    }
    const { lead } = first;
    // Its heading stands above it already.
    const isNamed = lead === placeOf(passage.chunk, blockIndex).headingPath.at(-1);
    if (lead !== undefined && !isNamed && !shown.has(lead)) {
      shown.add(lead);
      paragraphs.push(inlineMarkdown(shownText(lead)));
    }
    const isWhole = block.kind === "code" || first.text === block.items.join("\n");
    const items = pieces.map(({ text }) => text);
    // Steps of which some are left out are not counted.
    paragraphs.push(blockMarkdown(isWhole ? block : { ...block, ordered: false, items }));
  }
  return paragraphs;
}

/** Those of one paragraph, each behind the one that it points back to. */
function sentencesOf(
  pieces: readonly Piece[],
  inline: (text: string) => string = (text) => inlineMarkdown(shownText(text)),
): string {
  const parts: string[] = [];
  pieces.forEach(({ text, lead, order }, index) => {
    const before = pieces[index - 1];
    const leadsOn = lead !== undefined && lead !== before?.text;
    if (before !== undefined && order !== before.order + 1 && !(leadsOn && order === before.order + 2))
      parts.push(GAP);
    if (leadsOn) parts.push(inline(lead));
    // What it announces is not there.
    parts.push(inline(text.replace(/\s*[:：]$/u, ".")));
  });
  return parts.join(" ");
}
