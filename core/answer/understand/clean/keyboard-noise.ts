/** What says nothing: keys that were hit at random, heaps of marks, faces, laughter. */
import { takenOf, WORD, wordsOf, type Cleaner, type CleanTools, type Taken } from "./clean-step.ts";

const ROWS = [
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "azertyuiop",
  "qsdfghjklm",
  "yxcvbnm",
  "wxcvbn",
];
/** Neighbours on a row that make a word noise. */
const MIN_ROW_KEYS = 4;

/** Keys of one row in their order, or the same few keys again and again. */
function isHitAtRandom(word: string): boolean {
  const lower = word.toLowerCase();
  if (lower.length < MIN_ROW_KEYS || !/^[a-z]+$/u.test(lower)) return false;
  const backwards = Array.from(lower).reverse().join("");
  const unit = /^([a-z]{2,4}?)\1+$/u.exec(lower)?.[1] ?? lower;
  const isOnRow = (keys: string): boolean => ROWS.some((row) => row.includes(keys));
  if (unit.length >= 3 && (isOnRow(unit) || isOnRow(Array.from(unit).reverse().join("")))) return true;
  if (isOnRow(lower) || isOnRow(backwards)) return true;
  return lower.length >= 6 && !/[aeiouy]/u.test(lower);
}

const LAUGHTER =
  /^(?:(?:a?(?:ha){2,}h?|(?:he){2,}|(?:hi){3,}|j?a?(?:ja){2,}j?|(?:je){2,}|k{3,}|(?:rs){2,}|lo+l|lmf?ao|rofl|xd+|mdr+|ptdr)|haha|jaja|ahah(?:ah)*)$/iu;

const HESITATION =
  /^(?:u+h+m+|u+mm+|u+h+|e+r+m*|h+m{2,}|e+h+m*|ä+h+m*|e+u+h+|b+a+h+|a+h+n+|ö+h+m*|ä+hm+|ehm+)$/iu;

/** Signs that are no letters, as pictures or typed. */
const PICTURES =
  /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\uFE0F\u200D]|(?<=\s)[:;=]['^-]?[()DPp](?![\p{L}\p{N}]))+/gu;

/** "???!!!1": a mark that is held, with what the finger slips to. */
const MARKS = /(?<![?!])([?!])[?!1]{1,5000}(?!\S)/gu;
const MAX_MARKS = 3;

/** "jkl;jkl;": the keys of a row with the mark at its end. */
const ROW_WITH_MARK = /(?<!\S)(?:[asdfjkl]{3,4};){1,4}(?!\S)/gu;

export const withoutNoise: Cleaner = (text, tools) => {
  const taken: Taken[] = [];
  const take = (noise: string): string => {
    taken.push(takenOf("noise", noise));
    return " ";
  };
  let result = text.replace(ROW_WITH_MARK, take).replace(PICTURES, take);
  result = result.replace(WORD, (word, at: number) => (isNoise(word, result, at, tools) ? take(word) : word));
  result = result.replace(MARKS, (marks, first: string) => {
    if (marks.length <= MAX_MARKS && !marks.includes("1")) return marks;
    const mark = marks.includes("?") ? "?" : first;
    taken.push(takenOf("noise", marks, mark));
    return mark;
  });
  return taken.length === 0 || wordsOf(result).length === 0 ? undefined : { text: result, taken };
};

function isNoise(word: string, text: string, at: number, { isKnown }: CleanTools): boolean {
  // In code and in names anything may be a word.
  if (/[`._/@#$-]$/u.test(text.slice(0, at)) || /^[._/@(-]\S/u.test(text.slice(at + word.length)))
    return false;
  const isStrange = LAUGHTER.test(word) || HESITATION.test(word) || isHitAtRandom(word);
  // A name in capitals is short: "HTTP", "NTFS".
  return isStrange && !/^\p{Lu}{2,}$/u.test(word) && !isKnown(word);
}
