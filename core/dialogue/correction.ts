/** "No, I meant Deno", "not Bun, Deno", "Deno instead": what the visitor meant, as written. */
import type { DialogueWords } from "./dialogue-words.ts";
import { isShortPhrase, tokenize } from "./question-tokens.ts";
import { withoutEnd } from "./topic.ts";

export interface Correction {
  /** What was meant, as written. */
  meant: string;
  replaced?: string;
}

/**
 * @param plain the text in lower case, without the mark at its end.
 * @returns undefined where the text corrects nothing.
 */
export function correctionIn(
  text: string,
  plain: string,
  words: DialogueWords,
  language: string,
): Correction | undefined {
  const end = withoutEnd(text);
  const asWritten = (lower: string): string => end.slice(end.length - lower.length);
  const replacement = words.replacement.exec(plain);
  if (replacement !== null) {
    return { meant: asWritten(replacement[2] ?? ""), replaced: replacement[1] ?? "" };
  }
  const instead = language === "en" ? /^(.{1,60}?) instead(?: of (.{1,60}))?$/.exec(plain) : null;
  if (instead !== null && isShortPhrase(tokenize(plain, words))) {
    const start = end.length - plain.length;
    const meant = end.slice(start, start + (instead[1] ?? "").length);
    return instead[2] === undefined ? { meant } : { meant, replaced: instead[2] };
  }
  const meant = words.correction.exec(plain)?.[1];
  if (meant !== undefined) return { meant: asWritten(meant) };
  const denied = /^(?:(?:no|nope|nein|non|não|nee)[,.!:]+|actually,?) (.{1,60})$/u.exec(plain)?.[1];
  return denied === undefined || !isShortPhrase(tokenize(denied, words))
    ? undefined
    : { meant: asWritten(denied) };
}
