/** Paths as Hugo makes them safe. @see https://gohugo.io/functions/urls/urlize/ */
import { removeAccents } from "../transliterate.ts";

export interface PathRules {
  keepsCase: boolean;
  removesAccents: boolean;
}

/** `My (Page)` → `my-page`: spaces are hyphens, and what a path need not hold is dropped. */
export function sanitizePath(path: string, { keepsCase, removesAccents }: PathRules): string {
  const plain = removesAccents ? removeAccents(path) : path;
  let safe = "";
  let isPending = false;
  let wasHyphen = false;
  const characters = Array.from(plain);
  for (const [index, character] of characters.entries()) {
    const isAllowed =
      /[\p{L}\p{Nd}\p{M}./\\_#+~@-]/u.test(character) ||
      (character === "%" && /^[\da-f]{2}$/i.test(characters.slice(index + 1, index + 3).join("")));
    if (isAllowed) {
      wasHyphen = character === "-";
      if (isPending && !wasHyphen) safe += "-";
      isPending = false;
      safe += character;
    } else if (safe !== "" && !wasHyphen && /\s/.test(character)) {
      isPending = true;
    }
  }
  return keepsCase ? safe : lowerLetters(safe);
}

/** Go makes one letter of one letter: `İ` becomes `i`, without the dot that Unicode has for it. */
export function lowerLetters(text: string): string {
  return text.toLowerCase().replace(/i\u0307/g, "i");
}
