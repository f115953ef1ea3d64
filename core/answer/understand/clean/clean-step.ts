/** What all steps of cleaning have in common. */
import type { TakenFromQuestion } from "../../../protocol.ts";

/** One thing that was taken from a question; its text is at most {@link MAX_TAKEN_CHARS} long. */
export type Taken = TakenFromQuestion;
export type TakenKind = Taken["kind"];

export interface CleanTools {
  /** BCP 47, of the question as far as that is known, else of the page. */
  language: string;
  /** Whether the pages have a word: what they write of is never noise. */
  isKnown: (word: string) => boolean;
  /** Whether a word can be looked up at all: neither a small word of the language nor a filler. */
  isTelling: (word: string) => boolean;
}

export interface CleanStep {
  text: string;
  taken: readonly Taken[];
}

/** Takes one kind of thing from a text; undefined where there is none of it. */
export type Cleaner = (text: string, tools: CleanTools) => CleanStep | undefined;

/** Enough to see what was taken, of what may be a whole correspondence. */
export const MAX_TAKEN_CHARS = 120;

export function takenOf(kind: TakenKind, text: string, to?: string): Taken {
  const line = text.replace(/\s+/gu, " ").trim();
  const cut = line.length > MAX_TAKEN_CHARS ? `${line.slice(0, MAX_TAKEN_CHARS - 1)}…` : line;
  return { kind, text: cut, ...(to !== undefined && { to }) };
}

/** Letters and digits with what is set upon and between them. */
export const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’ʼ](?=\p{L}))*/gu;

export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}
