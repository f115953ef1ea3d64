/** A passage as what is said of it is compared with: by sentences, their words, their numbers and their negations. */
import { blockText, passageText } from "../../passage-text.ts";
import type { Passage } from "../generation-provider.ts";
import { monthNumbersOf, negatedStretches, numbersOf, type NumberFact } from "./sentence-facts.ts";
import { splitSentences } from "../select/sentences.ts";

export interface EvidenceSentence {
  text: string;
  terms: ReadonlySet<string>;
  negatedTerms: ReadonlySet<string>;
  numbers: readonly NumberFact[];
}

export interface PassageEvidence {
  /** Each as a reader meets it, in order; the headings come first. */
  sentences: readonly EvidenceSentence[];
  terms: ReadonlySet<string>;
  months: ReadonlySet<string>;
  /** Lower case, white space collapsed. */
  text: string;
  /** Items of the lists and rows of the tables: what a writer may have counted. */
  counts: ReadonlySet<string>;
  language: string;
}

/** Share of a sentence's information whose terms are held, 0 to 1; some terms may be left out of it. */
export type Coverage = (held: (term: string) => boolean, left?: ReadonlySet<string>) => number;

/** @param termsOf index terms of a text */
export function readEvidence({ chunk }: Passage, termsOf: (text: string) => string[]): PassageEvidence {
  const heading = [chunk.title, ...chunk.headingPath].join(" › ");
  const texts = [
    heading,
    ...chunk.blocks.flatMap((block) => {
      const lines = block.kind === "paragraph" ? block.text.split(/\n+/) : blockText(block).split("\n");
      return block.kind === "code" || block.kind === "table" ? lines : lines.flatMap(splitSentences);
    }),
  ].filter((text) => text.trim() !== "");
  const headingTerms = termsOf(heading);
  const sentences = texts.map((text): EvidenceSentence => ({
    text,
    // What a section says, it says of its heading.
    terms: new Set([...headingTerms, ...termsOf(text)]),
    negatedTerms: new Set(
      negatedStretches(text).flatMap((stretch) => termsOf(stretch).slice(0, NEGATED_TERMS)),
    ),
    numbers: numbersOf(text),
  }));
  const all = `${heading}\n${passageText(chunk.blocks)}`;
  const counts = chunk.blocks.flatMap((block) => {
    if (block.kind === "list") return [String(block.items.length)];
    return block.kind === "table" ? [String(block.rows.length - 1)] : [];
  });
  return {
    sentences,
    terms: new Set(sentences.flatMap(({ terms }) => [...terms])),
    months: monthNumbersOf(all),
    text: collapse(all),
    counts: new Set(counts),
    language: chunk.language,
  };
}

/** A negation reaches about so many words that mean something. */
export const NEGATED_TERMS = 2;

/** The one sentence that holds most of what is said. */
export function closestSentence(
  cited: readonly PassageEvidence[],
  coverage: Coverage,
): { sentence: EvidenceSentence; share: number } | undefined {
  let closest: { sentence: EvidenceSentence; share: number } | undefined;
  for (const { sentences } of cited) {
    for (const sentence of sentences) {
      const share = coverage((term) => sentence.terms.has(term));
      if (share > (closest?.share ?? 0)) closest = { sentence, share };
    }
  }
  return closest;
}

/** As code and phrases are compared: lower case, white space collapsed. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}
