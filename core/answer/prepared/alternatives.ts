/**
 * The questions that one question asks for several names at once: "Does it work in Arabic, Hebrew and Persian?" is
 * asked by whoever asks for Arabic alone.
 */

/** A name: with a capital or a digit, and at most three words. */
const NAME = String.raw`(?:[\p{Lu}\p{N}][^\s,?]{0,30}|[\p{Ll}]{1,10}\p{Lu}[^\s,?]{0,30})(?: [\p{Lu}\p{N}][^\s,?]{0,30}){0,2}`;
const LIST = new RegExp(
  String.raw`(?<![^\s])(${NAME}(?:, ${NAME}){0,6}),? (?:and|or|und|oder|y|o|et|ou|e|en|of) (?:other )?([^\s,?][^,?]{0,60})`,
  "u",
);

export interface Alternative {
  question: string;
  name: string;
}

/** @returns the question for each name alone; empty where it names no more than one. */
export function alternatives(question: string): Alternative[] {
  const match = LIST.exec(question);
  // What begins the question has a capital anyway.
  if (match === null || match.index === 0) return [];
  const before = question.slice(0, match.index);
  const [, names = "", last = ""] = match;
  const rest = question.slice(match.index + match[0].length);
  if (/[\p{L}\p{N}]/u.test(rest)) return [];
  return [...names.split(", "), last].map((name) => ({ question: `${before}${name}${rest}`, name }));
}
