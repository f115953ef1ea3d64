/**
 * Doubles of models of several characters. None is a model: each writes what its kind is known to write, out of the
 * passages in its prompt, a few letters at a time.
 */
import type { GenerationProvider, GenerationRequest } from "../../core/answer/generation-provider.ts";
import { passageText } from "../../core/passage-text.ts";
import { createScriptedProvider, STOP } from "./scripted-provider.ts";

export type ModelCharacter =
  "careful" | "arguing" | "citing-all" | "citing-none" | "citing-at-the-end" | "repeating" | "contradicting";

const LETTERS_PER_DELTA = 5;

/** @param facts what it found in its passages; by default the first two sentences of the likeliest one. */
export function createModelDouble(
  character: ModelCharacter,
  facts?: readonly { text: string; position: number }[],
): GenerationProvider {
  return createScriptedProvider((request) => {
    const text = write(character, facts ?? firstSentences(request), request);
    return [...(text.match(new RegExp(`[\\s\\S]{1,${LETTERS_PER_DELTA}}`, "g")) ?? []), STOP];
  });
}

function write(
  character: ModelCharacter,
  facts: readonly { text: string; position: number }[],
  { passages }: GenerationRequest,
): string {
  const all = passages.map(({ source }) => `[${source.position}]`).join("");
  switch (character) {
    case "careful":
      return facts.map(({ text, position }) => `${text} [${position}]`).join(" ");
    case "arguing":
      return `I must respectfully disagree with the passages. ${facts.map(({ text, position }) => `${withOtherNumbers(text)} [${position}]`).join(" ")}`;
    case "citing-all":
      return facts.map(({ text }) => `${text} ${all}`).join(" ");
    case "citing-none":
      return facts.map(({ text }) => text).join(" ");
    case "citing-at-the-end":
      return `${facts.map(({ text }) => text).join(" ")} [${facts.at(-1)?.position ?? 1}]`;
    case "repeating":
      return facts
        .map(({ text, position }) => `${text} [${position}] `)
        .join("")
        .repeat(40);
    case "contradicting":
      return facts.map(({ text, position }) => `${withOtherNumbers(text)} [${position}]`).join(" ");
  }
}

function withOtherNumbers(text: string): string {
  return text.replace(/\d+/g, (digits) => String(Number(digits) + 7));
}

function firstSentences({ passages }: GenerationRequest): { text: string; position: number }[] {
  const [passage] = passages;
  if (passage === undefined) return [];
  const sentences = passageText(passage.chunk.blocks).match(/[^.!?\n]+[.!?]/g) ?? [];
  return sentences.slice(0, 2).map((text) => ({ text: text.trim(), position: passage.source.position }));
}
