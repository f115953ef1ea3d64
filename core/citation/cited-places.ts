/** Finds what a written answer cites: of each `[n]`, the words of its passage that come closest to what it says. */
import { plainSentence } from "../answer/check/claim.ts";
import type { Passage } from "../answer/generation-provider.ts";
import { passageSentences } from "../answer/select/sentences.ts";
import type { Citation } from "../protocol.ts";
import { citedStatements } from "./cited-statements.ts";
import { citationOf, firstQuote, type Quote } from "./quote.ts";

export interface CitedPlacesInput {
  passages: readonly Passage[];
  termsOf: (text: string) => string[];
  weightOf?: ((term: string) => number) | undefined;
}

/** Closest words that hold less of a statement than this, 0 to 1, are not what it was taken from: the passage is cited. */
const MIN_SHARE = 0.3;

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
      const quote = closest(statement, candidatesOf(passage), input);
      return quote === undefined ? [citationOfPassage(passage)] : [citationOf(quote, position)];
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
  return passageSentences(blocks)
    .filter(({ blockIndex }) => headings[blockIndex] === "")
    .map(({ text, blockIndex }) => ({
      quote: { passage, blockIndex, text },
      terms: new Set(termsOf(text)),
      headingTerms: new Set(
        termsOf(headings.slice(0, blockIndex).findLast((heading) => heading !== "") ?? ""),
      ),
    }));
}

/** A word that only the heading has says where the words belong, and counts less than those that were said. */
const HEADING_SHARE = 0.5;

function closest(
  statement: string,
  candidates: readonly Candidate[],
  { termsOf, weightOf = () => 1 }: CitedPlacesInput,
): Quote | undefined {
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
  return best !== undefined && best.share >= MIN_SHARE ? best.quote : undefined;
}

function citationOfPassage(passage: Passage): Citation {
  const { position, url, section } = passage.source;
  // Without a passage to read, its own address is all that is known.
  if (passage.chunk.blocks.length === 0) return { position, url, ...(section !== undefined && { section }) };
  return citationOf({ ...firstQuote(passage), text: "" }, position);
}
