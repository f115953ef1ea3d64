/** What stands above a sentence, and how much that is what was asked. */
import { bitCount, type AskedQuestion, type TermMask } from "../understand/asked-question.ts";
import type { Sentence } from "../../text/sentences.ts";

/** A heading that holds this share of a question's information is what was asked for. */
const ASKED_HEADING_SHARE = 0.8;

/** How much a heading is what was asked: 1 where it says just that, less where it says more, 0 where it says less. */
export function askedHeadingShare(asked: AskedQuestion, headingTerms: readonly string[]): number {
  if (headingTerms.length === 0 || asked.share(asked.maskOf(headingTerms)) < ASKED_HEADING_SHARE) return 0;
  const distinct = new Set(headingTerms);
  return (1 + bitCount(asked.maskOf(distinct)) / distinct.size) / 2;
}

export interface Label {
  held: TermMask;
  /** How much it is what was asked, 0 to 1. */
  asked: number;
  /** Sentences between it and the one that stands under it. */
  after: number;
}

/** The label that each sentence stands under: it says what the sentence is about, as a heading does. */
export function readLabels(
  sentences: readonly Sentence[],
  asked: AskedQuestion,
  termsOf: (text: string) => string[],
): (Label | undefined)[] {
  let text: string | undefined;
  let label: Label | undefined;
  return sentences.map((sentence) => {
    if (sentence.label !== text) {
      text = sentence.label;
      const terms = text === undefined ? [] : termsOf(text);
      label = { held: asked.maskOf(terms), asked: askedHeadingShare(asked, terms), after: -1 };
    }
    if (text === undefined) return undefined;
    label = { ...(label as Label), after: (label?.after ?? -1) + 1 };
    return label;
  });
}
