/** What a question asks for, as far as its words tell without a dictionary. */
import type { WordPattern } from "./word-pattern.ts";

/** Whether a question may ask for several things: its parts are joined, and each has a word of its own. */
export function asksSeveral(question: string, joining: readonly WordPattern[]): boolean {
  const text = question.toLowerCase();
  return joining.some((pattern) => partsOf(text, pattern) > 1);
}

function partsOf(text: string, joining: WordPattern): number {
  return text
    .split(",")
    .flatMap((part) => partsBetween(part, joining))
    .filter((part) => contentStems(part).length > 0).length;
}

function partsBetween(text: string, joining: WordPattern): string[] {
  const parts: string[] = [];
  let rest = text;
  for (let match = joining.exec(rest); match !== null; match = joining.exec(rest)) {
    parts.push(rest.slice(0, match.index));
    rest = rest.slice(match.index + match[0].length);
  }
  return [...parts, rest];
}

/** Words that are long enough to carry meaning, without their endings. */
export function contentStems(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return words.map((word) => (word.length > STEM_CHARS ? word : word.replace(/s$/, "")).slice(0, STEM_CHARS));
}

const STEM_CHARS = 5;
