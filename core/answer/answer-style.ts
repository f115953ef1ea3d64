/** How a site wants its generated answers written. The owner's own words: trusted, and never shown to visitors. */
export interface AnswerStyle {
  /** Tone and form of address: "Friendly and brief; say 'you'." */
  voice?: string | undefined;
  /** What else to observe: "Call the product Lumen. Prices are before tax." */
  instructions?: string | undefined;
  /** A sentence that each answer ends with, word for word. Visitors see it. */
  disclaimer?: string | undefined;
}

/** Characters of each: together they cost about as much as one passage of an answer. */
export const ANSWER_STYLE_MAX_CHARS = { voice: 300, instructions: 1500, disclaimer: 300 } as const;

/** A text that differs where two styles do: part of the answer cache's key. Empty where nothing is set. */
export function answerStyleKey(style: AnswerStyle | undefined): string {
  const parts = [style?.voice ?? "", style?.instructions ?? "", style?.disclaimer ?? ""];
  return parts.every((part) => part === "") ? "" : parts.map((part) => `${part.length}:${part}`).join("");
}
