import { takenOf, type Cleaner } from "./clean-step.ts";

/** Characters that a reader does not see, but for tab and newline. */
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex no-misleading-character-class -- the invisible ones are the point
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0E\uFEFF\u{E0000}-\u{E01EF}]+/gu;

/** Scripts whose letters are joined and parted by them, or whose words are. */
const NEEDS_JOINERS =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Mongolian}\p{Script=Hebrew}]/u;

/** Signs are made of several with joiners between them. */
const PICTURE = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F/u;

// oxlint-disable-next-line no-misleading-character-class -- what joins pictures is the point
const JOINERS = /^[\u200D\uFE00-\uFE0E]+$/u;

/** No language of those that are read sets so many marks upon one letter. */
const STACK = /(?<=\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek})\p{M}{3,}/gu;

/** Takes what cannot be seen; words that were cut by it are whole again. */
export const withoutInvisible: Cleaner = (text) => {
  if (NEEDS_JOINERS.test(text)) return undefined;
  let count = 0;
  const seen = text
    .replace(INVISIBLE, (run, at: number) => {
      const before = text.slice(Math.max(0, at - 2), at);
      const after = text.slice(at + run.length, at + run.length + 2);
      if (JOINERS.test(run) && PICTURE.test(before) && PICTURE.test(after)) return run;
      count += run.length;
      return "";
    })
    .replace(STACK, (run) => {
      count += run.length;
      return "";
    });
  const amount = count === 1 ? "1 character" : `${count} characters`;
  return count === 0 ? undefined : { text: seen, taken: [takenOf("invisible", amount)] };
};
