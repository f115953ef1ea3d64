/**
 * The words of a text fragment, by which a browser finds and marks a sentence on its page: `#:~:text=start,end`
 * (https://wicg.github.io/scroll-to-text-fragment/). A browser that does not know it, or does not find the words,
 * opens the page at the element that the rest of the fragment names.
 *
 * Words are compared with what the page shows, and that is not in all places what its source says: straight quotes
 * are set as curly ones, two hyphens as a dash, marks of footnotes and of mathematics vanish. So only runs of words
 * are taken in which nothing could have been changed, and only whole words, since nothing less is found.
 *
 * The first place that has the words is marked. Where they stand on the page before the sentence too, what stands right
 * before it, or right behind it, is named as well: `#:~:text=prefix-,start,-suffix`.
 */

/** A run of so few words may stand anywhere on the page, in its menu above all. */
const MIN_WORDS = 3;
/** The same in scripts that set no spaces. */
const MIN_UNSPACED_CHARS = 7;
/** So many are looked for before a run of fewer is taken. */
const TELLING_WORDS = 5;

/** Up to so many characters a run is given in full; of more, its beginning and its end. */
const MAX_WHOLE_CHARS = 90;
/** The same of what is encoded: a letter of many scripts takes six or nine characters. */
const MAX_ENCODED_CHARS = 270;
const START_WORDS = 7;
const END_WORDS = 4;
const START_UNSPACED_CHARS = 16;
const END_UNSPACED_CHARS = 8;
const BESIDE_UNSPACED_CHARS = 8;

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
  /** Where it stands in the text without marks. */
  from: number;
  to: number;
}

/** Where a text stands on its page. All of it plain text in which backticks mark code spans. */
export interface FragmentContext {
  /** Of the same line, before the text and behind it. */
  before: string;
  after: string;
  /** The line that is shown before that of the text; absent where it is not sure what stands there. */
  lineBefore?: string | undefined;
  /** Whether words stand on the page before the text too. */
  standEarlier: (words: string) => boolean;
}

/** Words of the text beside a run that tell it from others. */
const BESIDE_WORDS = 4;

/**
 * @param text of one block, on one line: plain text in which backticks mark code spans.
 * @returns What follows `:~:text=`, percent-encoded; undefined where no run of words is sure, and where nothing beside
 *   it tells it from the same words before it.
 */
export function textFragment(text: string, context?: FragmentContext): string | undefined {
  const own = text.replace(LIST_MARK, "");
  const runs = tellingRuns(sureRuns(own));
  const [first] = runs;
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const found = wholeOrEnds(first, last);
  const [start] = found;
  if (context === undefined || !context.standEarlier(start)) return found.map(encode).join(",");
  const { plain } = withoutCodeMarks(own);
  const before = `${context.before}${plain.slice(0, first.from)}`;
  const prefix = wordsBefore(before.trim() === "" ? (context.lineBefore ?? "") : before);
  if (prefix !== "" && !context.standEarlier(`${prefix} ${start}`))
    return `${encode(prefix)}-,${found.map(encode).join(",")}`;
  // Behind a text that is given by its ends, the words tell nothing of its beginning.
  const suffix = found.length > 1 ? "" : wordsBehind(`${plain.slice(first.to)}${context.after}`);
  if (suffix !== "" && !context.standEarlier(`${start}${suffix}`))
    return `${encode(start)},-${encode(suffix.trim())}`;
  return undefined;
}

/** "How do I" stands anywhere: where the first run says so little, the longest one is named alone. */
function tellingRuns(runs: readonly Run[]): readonly Run[] {
  const [first] = runs;
  if (first === undefined || first.isUnspaced || first.words >= TELLING_WORDS) return runs;
  const longest = runs.reduce((best, run) => (run.text.length > best.text.length ? run : best), first);
  return longest === first ? runs : [longest];
}

/** One run in full, or the beginning of the first and the end of the last. */
function wholeOrEnds(first: Run, last: Run): [start: string, ...end: string[]] {
  if (first === last && first.text.length <= MAX_WHOLE_CHARS) {
    if (first.isUnspaced || encode(first.text).length <= MAX_ENCODED_CHARS) return [first.text];
  }
  const start = beginningOf(first);
  const end = endOf(last);
  const isOneRun = first === last && start.length + end.length >= first.text.length;
  return isOneRun ? [first.text] : [start, end];
}

/** The last words of a text, as far as the page shows them as they are written; they end where the text does. */
function wordsBefore(text: string): string {
  const { plain, isCode } = withoutCodeMarks(text);
  const tokens = [...plain.matchAll(TOKEN)].slice(-BESIDE_WORDS);
  const changed = tokens.findLastIndex(({ 0: token, index }) => !isSure(token, index, isCode));
  const from = tokens[changed + 1]?.index;
  if (from === undefined) return "";
  const words = plain.slice(from).replace(/\s+/g, " ").trim();
  const cut = UNSPACED.test(words) ? lastWords(words, BESIDE_UNSPACED_CHARS) : words;
  return cut.replace(/^[^\p{L}\p{N}\p{M}_]+/u, "");
}

/** The first words of a text that goes on behind another, with the space and the punctuation before them. */
function wordsBehind(text: string): string {
  const { plain, isCode } = withoutCodeMarks(text);
  const tokens = [...plain.matchAll(TOKEN)].slice(0, BESIDE_WORDS);
  const changed = tokens.findIndex(({ 0: token, index }) => !isSure(token, index, isCode));
  const sure = changed === -1 ? tokens : tokens.slice(0, changed);
  const last = sure.at(-1);
  if (last === undefined) return "";
  const words = plain.slice(0, last.index + last[0].length).replace(/\s+/g, " ");
  const cut = UNSPACED.test(words) ? firstWords(words, BESIDE_UNSPACED_CHARS) : words;
  return cut.replace(/[^\p{L}\p{N}\p{M}_]+$/u, "");
}

function isSure(token: string, at: number, isCode: (from: number, to: number) => boolean): boolean {
  return !(isCode(at, at + token.length) ? CHANGEABLE_CODE : CHANGEABLE).test(token);
}

/** Runs of neighbouring words that the page shows as they are written, long enough to be told apart. */
function sureRuns(text: string): Run[] {
  const runs: Run[] = [];
  let from: number | undefined;
  let to = 0;
  const { plain, isCode } = withoutCodeMarks(text);
  const close = (): void => {
    if (from !== undefined) addRun(plain.slice(from, to), from, runs);
    from = undefined;
  };
  for (const match of plain.matchAll(TOKEN)) {
    const end = match.index + match[0].length;
    if (!isSure(match[0], match.index, isCode)) close();
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

function addRun(text: string, at: number, runs: Run[]): void {
  // Punctuation at the edges is no part of a word; an underscore is.
  const begun = text.replace(/^[^\p{L}\p{N}\p{M}_]+/u, "");
  const ended = begun.replace(/[^\p{L}\p{N}\p{M}_]+$/u, "");
  const run = ended.replace(/\s+/g, " ");
  const from = at + text.length - begun.length;
  const isUnspaced = UNSPACED.test(run);
  const words = run === "" ? 0 : run.split(" ").length;
  if (isUnspaced ? run.length >= MIN_UNSPACED_CHARS : words >= MIN_WORDS)
    runs.push({ text: run, words, isUnspaced, from, to: from + ended.length });
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
  return firstWords(text, START_UNSPACED_CHARS).replace(/[^\p{L}\p{N}\p{M}_]+$/u, "");
}

function endOf({ text, isUnspaced }: Run): string {
  if (!isUnspaced) return text.split(" ").slice(-END_WORDS).join(" ");
  return lastWords(text, END_UNSPACED_CHARS).replace(/^[^\p{L}\p{N}\p{M}_]+/u, "");
}

function firstWords(text: string, leastChars: number): string {
  let start = "";
  for (const word of wordsOf(text)) {
    if (start.length >= leastChars) break;
    start += word;
  }
  return start;
}

function lastWords(text: string, leastChars: number): string {
  let end = "";
  for (const word of wordsOf(text).reverse()) {
    if (end.length >= leastChars) break;
    end = word + end;
  }
  return end;
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
