/**
 * The words of a text fragment, by which a browser finds and marks a sentence on its page: `#:~:text=start,end`
 * (https://wicg.github.io/scroll-to-text-fragment/). A browser that does not know it, or does not find the words,
 * opens the page at the element that the rest of the fragment names.
 *
 * Words are compared with what the page shows, and that is not in all places what its source says: straight quotes
 * are set as curly ones, two hyphens as a dash, marks of footnotes and of mathematics vanish. So only runs of words
 * are taken in which nothing could have been changed, and only whole words, since nothing less is found.
 */

/** A run of so few words may stand anywhere on the page, in its menu above all. */
const MIN_WORDS = 3;
/** The same in scripts that set no spaces. */
const MIN_UNSPACED_CHARS = 7;

/** Up to so many characters a run is given in full; of more, its beginning and its end. */
const MAX_WHOLE_CHARS = 90;
/** The same of what is encoded: a letter of many scripts takes six or nine characters. */
const MAX_ENCODED_CHARS = 270;
const START_WORDS = 7;
const END_WORDS = 4;
const START_UNSPACED_CHARS = 16;
const END_UNSPACED_CHARS = 8;

/** What generators, fonts and scripts may set otherwise than it is written. */
const CHANGEABLE =
  /["'`\\$<>|~^{}[\]*©®™\u00ad\u200b-\u200f\u2060\ufeff\ufffc\ufffd\p{Co}\p{Extended_Pictographic}]|--|\.\.|:[a-z][\w+-]{1,30}:|\([crp]\)|\(tm\)/iu;

/** A backtick within code is kept as an apostrophe. */
const CHANGEABLE_CODE = /'/;

/** A word with the punctuation around it. Scripts without spaces are cut behind their punctuation. */
const TOKEN = /[^\s、。，！？；：]+[、。，！？；：]*|[、。，！？；：]+/gu;

/** Marks of list items, which are no text of the page. */
const LIST_MARK = /^\s*(?:–|\d{1,9}\.)\s+/;

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

interface Run {
  text: string;
  words: number;
  isUnspaced: boolean;
}

/**
 * @param text of one block, on one line: plain text in which backticks mark code spans.
 * @returns What follows `:~:text=`, percent-encoded; undefined where no run of words is sure.
 */
export function textFragment(text: string): string | undefined {
  const runs = sureRuns(text.replace(LIST_MARK, ""));
  const [first] = runs;
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (first === last && first.text.length <= MAX_WHOLE_CHARS) {
    const whole = encode(first.text);
    if (whole.length <= MAX_ENCODED_CHARS || first.isUnspaced) return whole;
  }
  const start = beginningOf(first);
  const end = endOf(last);
  const isOneRun = first === last && start.length + end.length >= first.text.length;
  return isOneRun ? encode(first.text) : `${encode(start)},${encode(end)}`;
}

/** Runs of neighbouring words that the page shows as they are written, long enough to be told apart. */
function sureRuns(text: string): Run[] {
  const runs: Run[] = [];
  let from: number | undefined;
  let to = 0;
  const { plain, isCode } = withoutCodeMarks(text);
  const close = (): void => {
    if (from !== undefined) addRun(plain.slice(from, to), runs);
    from = undefined;
  };
  for (const match of plain.matchAll(TOKEN)) {
    const end = match.index + match[0].length;
    const changeable = isCode(match.index, end) ? CHANGEABLE_CODE : CHANGEABLE;
    if (changeable.test(match[0])) close();
    else {
      from ??= match.index;
      to = end;
      // A term and what it means, a label and its panel may be two blocks, in which no words are found that span both.
      if (/[:：]$/.test(match[0])) close();
    }
  }
  close();
  return runs;
}

function addRun(text: string, runs: Run[]): void {
  // Punctuation at the edges is no part of a word; an underscore is.
  const run = text.replace(/^[^\p{L}\p{N}\p{M}_]+|[^\p{L}\p{N}\p{M}_]+$/gu, "").replace(/\s+/g, " ");
  const isUnspaced = UNSPACED.test(run);
  const words = run === "" ? 0 : run.split(" ").length;
  if (isUnspaced ? run.length >= MIN_UNSPACED_CHARS : words >= MIN_WORDS)
    runs.push({ text: run, words, isUnspaced });
}

/** The text as the page shows it, and whether a stretch of it is code from its beginning to its end. */
function withoutCodeMarks(text: string): { plain: string; isCode: (from: number, to: number) => boolean } {
  let plain = "";
  const spans: [from: number, to: number][] = [];
  text.split(/`([^`]+)`/).forEach((part, index) => {
    if (index % 2 === 1) spans.push([plain.length, plain.length + part.length]);
    plain += part;
  });
  return { plain, isCode: (from, to) => spans.some(([start, end]) => from >= start && to <= end) };
}

function beginningOf({ text, isUnspaced }: Run): string {
  if (!isUnspaced) return text.split(" ").slice(0, START_WORDS).join(" ");
  let start = "";
  for (const word of wordsOf(text)) {
    if (start.length >= START_UNSPACED_CHARS) break;
    start += word;
  }
  return start.replace(/[^\p{L}\p{N}\p{M}_]+$/u, "");
}

function endOf({ text, isUnspaced }: Run): string {
  if (!isUnspaced) return text.split(" ").slice(-END_WORDS).join(" ");
  let end = "";
  for (const word of wordsOf(text).reverse()) {
    if (end.length >= END_UNSPACED_CHARS) break;
    end = word + end;
  }
  return end.replace(/^[^\p{L}\p{N}\p{M}_]+/u, "");
}

/** As browsers cut them: both ask the tables of Unicode. */
function wordsOf(text: string): string[] {
  return [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)].map(
    ({ segment }) => segment,
  );
}

/** A hyphen, a comma and an ampersand have a meaning of their own here; brackets and quotes are kept out of Markdown. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[-'()!*~]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
