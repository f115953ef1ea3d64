/** Finds what a written answer cites: of each `[n]`, the words of its passage that come closest to what it says. */
import { plainSentence } from "../answer/check/claim.ts";
import type { Passage } from "../answer/generation-provider.ts";
import { passageSentences } from "../text/sentences.ts";
import type { Block } from "../corpus/format.ts";
import type { Citation } from "../protocol.ts";
import { citedStatements } from "./cited-statements.ts";
import { placeOf, sectionOf } from "../corpus/heading-place.ts";
import { citationOf, rowText, type Quote } from "./quote.ts";

export interface CitedPlacesInput {
  passages: readonly Passage[];
  termsOf: (text: string) => string[];
  weightOf?: ((term: string) => number) | undefined;
}

/** Closest words that hold less of a statement than this, 0 to 1, may not be what it was taken from: only where they stand is cited. */
const MIN_SHARE = 0.3;
/** Those that hold less than this do not even tell where: the passage is cited. */
const MIN_PLACE_SHARE = 0.12;

/** Citations beyond are of a runaway. */
const MAX_CITATIONS = 200;

/** One for each `[n]` of an answer, in their order. */
export function citedPlaces(markdown: string, input: CitedPlacesInput): Citation[] {
  const known = new Map<Passage, Candidate[]>();
  const candidatesOf = (passage: Passage): Candidate[] => {
    const candidates = known.get(passage) ?? readCandidates(passage, input.termsOf);
    known.set(passage, candidates);
    return candidates;
  };
  return citedStatements(markdown)
    .slice(0, MAX_CITATIONS)
    .flatMap(({ position, statement }) => {
      const passage = input.passages.find(({ source }) => source.position === position);
      if (passage === undefined) return [];
      const best = closest(statement, candidatesOf(passage), input);
      if (best === undefined || best.share < MIN_PLACE_SHARE) return [citationOfPlace(passage, 0)];
      return best.share < MIN_SHARE
        ? [citationOfPlace(passage, best.quote.blockIndex)]
        : [citationOf(best.quote, position)];
    });
}

interface Candidate {
  quote: Quote;
  /** Of its own words, and of the headings inside of the passage that it stands under. */
  terms: ReadonlySet<string>;
  headingTerms: ReadonlySet<string>;
}

function readCandidates(passage: Passage, termsOf: (text: string) => string[]): Candidate[] {
  const { blocks } = passage.chunk;
  const headings = blocks.map((block) =>
    block.kind === "paragraph" && block.isHeading === true ? block.text : "",
  );
  return [...passageSentences(blocks), ...shortLines(blocks)]
    .filter(({ blockIndex }) => headings[blockIndex] === "")
    .map(({ text, blockIndex }) => ({
      quote: { passage, blockIndex, text },
      terms: new Set(termsOf(text)),
      headingTerms: new Set(
        termsOf(headings.slice(0, blockIndex).findLast((heading) => heading !== "") ?? ""),
      ),
    }));
}

/** Rows and items that are too short to be quoted by themselves, and yet are what was said: "Friday – Closed". */
function shortLines(blocks: readonly Block[]): { text: string; blockIndex: number }[] {
  return blocks.flatMap((block, blockIndex) => {
    const lines =
      block.kind === "table" ? block.rows.slice(1).map(rowText) : block.kind === "list" ? block.items : [];
    return lines
      .filter((text) => text.trim() !== "" && text.split(/\s+/).length <= SHORT_LINE_WORDS)
      .map((text) => ({ text, blockIndex }));
  });
}

const SHORT_LINE_WORDS = 4;

/** A word that only the heading has says where the words belong, and counts less than those that were said. */
const HEADING_SHARE = 0.5;

function closest(
  statement: string,
  candidates: readonly Candidate[],
  { termsOf, weightOf = () => 1 }: CitedPlacesInput,
): { quote: Quote; share: number } | undefined {
  const terms = [...new Set(termsOf(plainSentence(statement)))];
  const total = terms.reduce((sum, term) => sum + weightOf(term), 0);
  let best: { quote: Quote; share: number } | undefined;
  for (const { quote, terms: own, headingTerms } of candidates) {
    const held = terms.reduce((sum, term) => {
      if (own.has(term)) return sum + weightOf(term);
      return headingTerms.has(term) ? sum + weightOf(term) * HEADING_SHARE : sum;
    }, 0);
    // Of two that hold as much, the one that says less else.
    const share = total === 0 ? 0 : held / total - own.size / 10_000;
    if (share > (best?.share ?? 0)) best = { quote, share };
  }
  return best;
}

/** The heading that a block stands under, without words: none of them may be those that were meant. */
function citationOfPlace({ source, chunk }: Passage, blockIndex: number): Citation {
  const { position } = source;
  // Without a passage to read, its own address is all that is known.
  const place = chunk.blocks.length === 0 ? undefined : placeOf(chunk, blockIndex);
  const section = place === undefined ? source.section : sectionOf(place);
  return { position, url: place?.url ?? source.url, ...(section !== undefined && { section }) };
}
