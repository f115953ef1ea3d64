/** The words, the code and the borders of a text, in their order. */

export interface Piece {
  text: string;
  at: number;
  isBorder: boolean;
  isCode: boolean;
  isName: boolean;
}

const PIECE =
  /`[^`\n]*`|[\p{L}_$@#][\p{L}\p{M}\p{N}_$]*(?:['’.\-/_:@][\p{L}\p{N}_$]+)*(?:['’](?!\p{L}))?|--?\p{L}[\p{L}\p{N}-]*|\p{N}+[\p{L}\p{N}]*|[,;:()–—](?=\s|$)|[.!?…]/gu;

/** Languages that join a short word to the next one: `l'installation`. */
const ELIDING: ReadonlySet<string> = new Set(["fr", "it", "ca"]);
/** Languages that capitalise every noun: there a capital makes no name. */
const CAPITALISING: ReadonlySet<string> = new Set(["de", "lb"]);

export function piecesOf(text: string, language: string): Piece[] {
  const pieces: Piece[] = [];
  const readable = ELIDING.has(language) ? text.replace(/(?<=\p{L})['’](?=\p{L})/gu, " ") : text;
  for (const { 0: found, index } of readable.matchAll(PIECE)) {
    const isCode = found.startsWith("`") || /^--?\p{L}/u.test(found);
    const isBorder = /^[,;:()–—.!?…]$/.test(found);
    const plain = isCode
      ? found.replace(/^`|`$/g, "").trim()
      : found.replace(/['’]s$/, "").replace(/['’]$/, "");
    if (plain === "" || (/^\$?\p{N}/u.test(plain) && !/\p{L}/u.test(plain))) continue;
    const isFirst = !/[\p{L}\p{N}][^.!?…]*$/u.test(readable.slice(Math.max(0, index - 40), index));
    const isName =
      !isBorder &&
      !/^\p{L}\.\p{L}$/u.test(plain) &&
      (isCode ||
        /^\p{Lu}{2,}|\p{Ll}\p{Lu}|[_@]|\p{L}\.\p{L}/u.test(plain) ||
        (/^\p{Lu}/u.test(plain) && !isFirst && !CAPITALISING.has(language)));
    // "same-day" is two words; an identifier is one, and its parts are found by the index terms.
    const parts = !isCode && !isBorder && /^\p{L}+(?:-\p{L}+)+$/u.test(plain) ? plain.split("-") : [plain];
    for (const part of parts) pieces.push({ text: part, at: index, isBorder, isCode, isName });
  }
  return pieces;
}
