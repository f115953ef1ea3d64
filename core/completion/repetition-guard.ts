/**
 * Notices a model that says the same again and again, a word, a sentence or a whole list, and cuts its text where the
 * repetition begins.
 *
 * Words are compared, without case and without the numbers of items. Where the last few are those that stood a while
 * ago, what follows is held back as long as it goes on to repeat what followed there. Once it has been said twice more,
 * it is a loop; before that, what was held is passed on. Each word is looked at once, so that the work grows with the
 * text alone.
 */
export interface RepetitionGuard {
  /** Takes the next piece and returns what may be passed on; nothing once the text repeats itself. */
  push(text: string): string;
  /**
   * Returns what was held back.
   *
   * @param isCut Whether the text was cut off: then what repeats all before it was on its way into a loop.
   */
  end(isCut: boolean): string;
  readonly repeatsItself: boolean;
}

/** So many words in a row that stood before may begin a repetition. They are held until the next one tells. */
const RUN_WORDS = 6;
/** Said so often after the first time, it is a loop. */
const LOOP_COPIES = 2;
/** Less than this may be the cells of a table, or the zeros of a list. */
const LOOP_WORDS = 40;
const LOOP_CHARS = 200;
/** The same at the end of a text, where no more is to come. */
const END_WORDS = 8;
const END_CHARS = 50;

/** A word, a character of scripts without spaces, or a run of one sign; with the white space before it. */
const WORDS =
  /\s*(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}_]{1,24}|([^\p{L}\p{N}\s])\1{0,23})/uy;
/** What may go on with the next piece. */
const OPEN_END = /(?:[\p{L}\p{N}\p{M}_]|([^\p{L}\p{N}\s])\1{0,23})$|\s$/u;

interface Word {
  /** As it was written, white space before it included. */
  text: string;
  /** As it is compared. */
  key: string;
}

export function createRepetitionGuard(): RepetitionGuard {
  const keys: string[] = [];
  /** Where runs of words were last seen to end. */
  const lastEnds = new Map<string, number>();
  let rest = "";
  /** Words that were not passed on: the last few, or all that repeat. */
  let held: Word[] = [];
  /** How far back the words stand that are repeated; 0 while none are. */
  let period = 0;
  let runWords = 0;
  let runChars = 0;
  let repeatsItself = false;

  const release = (count: number): string =>
    held
      .splice(0, count)
      .map(({ text }) => text)
      .join("");

  /** What may be passed on of a loop: all before it, and the rest of a sentence that it begins in. */
  const cut = (): string => {
    const from = Math.max(0, held.length - runWords);
    const start = keys.length - held.length + from;
    const border = held
      .slice(from, from + period)
      .findIndex((word, index) => isBorder(keys[start + index - 1] ?? "", word.text));
    const ready = release(from + Math.max(0, border));
    held = [];
    return ready;
  };

  const take = (word: Word): string => {
    const index = keys.length;
    keys.push(word.key);
    held.push(word);
    const run = index >= RUN_WORDS - 1 ? keys.slice(-RUN_WORDS).join("\u0000") : undefined;
    if (period > 0 && keys[index - period] === word.key) {
      runWords++;
      runChars += word.text.length;
    } else {
      period = 0;
      const before = run === undefined ? undefined : lastEnds.get(run);
      if (before !== undefined) {
        period = index - before;
        runWords = RUN_WORDS;
        runChars = held.slice(-RUN_WORDS).reduce((sum, { text }) => sum + text.length, 0);
      }
    }
    if (run !== undefined) lastEnds.set(run, index);
    if (period > 0 && runWords >= Math.max(LOOP_COPIES * period, LOOP_WORDS) && runChars >= LOOP_CHARS) {
      repeatsItself = true;
      return cut();
    }
    return release(held.length - (period > 0 ? runWords : Math.min(held.length, RUN_WORDS - 1)));
  };

  const read = (isEnd: boolean): string => {
    let ready = "";
    let index = 0;
    while (index < rest.length && !repeatsItself) {
      WORDS.lastIndex = index;
      const text = WORDS.exec(rest)?.[0] ?? rest.slice(index);
      if (index + text.length === rest.length && !isEnd && OPEN_END.test(rest.slice(-30))) break;
      // Left to the end: white space that no word follows.
      if (text.trim() === "") break;
      index += text.length;
      ready += take({ text, key: keyOf(text, keys.length === 0) });
    }
    rest = repeatsItself ? "" : rest.slice(index);
    return ready;
  };

  return {
    push(text) {
      if (repeatsItself) return "";
      rest += text;
      return read(false);
    },
    end(isCut) {
      let ready = read(true);
      const copies = period > 0 ? runWords / period : 0;
      if (copies >= (isCut ? 1 : LOOP_COPIES) && runWords >= END_WORDS && runChars >= END_CHARS) {
        repeatsItself ||= isCut;
        ready += cut();
      }
      return ready + release(held.length) + (repeatsItself ? "" : rest);
    },
    get repeatsItself() {
      return repeatsItself;
    },
  };
}

/** Whether a sentence or a line ends between two words. */
function isBorder(before: string, after: string): boolean {
  if (after.includes("\n") || /[。！？]$/.test(before)) return true;
  return /[.!?…]$/.test(before) ? /^\s/.test(after) : before.endsWith("]") && /^\s\p{Lu}/u.test(after);
}

/** Numbers of items count up while all else repeats. */
function keyOf(text: string, isFirst: boolean): string {
  if ((isFirst || text.includes("\n")) && /^\s*\d{1,4}$/.test(text)) return "#";
  return text.trim().toLowerCase();
}
