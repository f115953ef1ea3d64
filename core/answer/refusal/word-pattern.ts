/**
 * A list of words and phrases as one pattern: entries are parted by commas; `*` stands for any letters, ` .. ` for a few
 * words between two parts. Matched against lower-case text with straight quotes.
 *
 * A single regular expression of hundreds of entries takes tens of milliseconds to compile, which a Worker pays for with
 * its first answer. So the beginnings of words are looked up, and what goes on behind them is compiled when it is met.
 */
export interface WordPattern {
  /** The first place where an entry stands; of several there, the one that is listed first. */
  exec(text: string): WordMatch | null;
  test(text: string): boolean;
}

export interface WordMatch {
  0: string;
  index: number;
}

/** Lower-case Latin letters and digits: a class of all of Unicode's would take each pattern milliseconds to compile. */
const LETTER = "[a-z0-9\\u00df-\\u024f]";
const WORD = new RegExp(`${LETTER}+`, "g");

/** The words between the parts of a phrase: a noun with its article and what qualifies it. */
const GAP = "[^.;!?\\n]{1,60}?";

/** Letters of a word's beginning by which entries are looked up. */
const KEY_CHARS = 3;

interface Entry {
  order: number;
  text: string;
  /** Its first word, as far as it is written out. */
  word: string;
  /** Nothing but that word, or that word and any letters. */
  isWord: boolean;
  isBeginning: boolean;
  /** Of the whole entry; made when its first word is met. */
  expression?: RegExp;
}

export function wordPattern(list: string): WordPattern {
  let entries: Map<string, Entry[]> | undefined;
  let lastText: string | undefined;
  let lastMatch: WordMatch | null = null;
  const exec = (text: string): WordMatch | null => {
    if (text === lastText) return lastMatch;
    entries ??= byBeginning(list);
    lastText = text;
    lastMatch = find(text, entries);
    return lastMatch;
  };
  return { exec, test: (text) => exec(text) !== null };
}

function byBeginning(list: string): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  list.split(",").forEach((raw, order) => {
    const text = raw.trim().replace(/\s+/g, " ");
    if (text === "") return;
    const word = /^[a-z0-9\u00df-\u024f]*/.exec(text)?.[0] ?? "";
    const rest = text.slice(word.length);
    const entry = {
      order,
      text,
      word,
      isWord: word !== "" && rest === "",
      isBeginning: word !== "" && rest === "*",
    };
    const key = word.slice(0, KEY_CHARS);
    const others = found.get(key);
    if (others === undefined) found.set(key, [entry]);
    else others.push(entry);
  });
  return found;
}

function find(text: string, entries: ReadonlyMap<string, Entry[]>): WordMatch | null {
  for (const { 0: word, index } of text.matchAll(WORD)) {
    let best: { order: number; length: number } | undefined;
    for (let chars = 0; chars <= Math.min(KEY_CHARS, word.length); chars++) {
      for (const entry of entries.get(word.slice(0, chars)) ?? []) {
        if (best !== undefined && entry.order > best.order) break;
        const length = lengthAt(entry, word, text, index);
        if (length > 0) best = { order: entry.order, length };
      }
    }
    if (best !== undefined) return { 0: text.slice(index, index + best.length), index };
  }
  return null;
}

/** Letters that `*` stands for, at most. */
const MAX_ANY_CHARS = 20;

/** Characters of an entry that stands at a word's beginning; 0 where it does not. */
function lengthAt(entry: Entry, word: string, text: string, index: number): number {
  if (entry.isWord) return word === entry.word ? word.length : 0;
  if (!word.startsWith(entry.word)) return 0;
  if (entry.isBeginning) return word.length - entry.word.length <= MAX_ANY_CHARS ? word.length : 0;
  entry.expression ??= new RegExp(sourceOf(entry.text), "y");
  entry.expression.lastIndex = index;
  return entry.expression.exec(text)?.[0].length ?? 0;
}

function sourceOf(entry: string): string {
  const source = entry
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replaceAll(" \\.\\. ", `(?!${LETTER})${GAP}(?<!${LETTER})`)
    .replaceAll("\\*", `${LETTER}{0,${MAX_ANY_CHARS}}`)
    .replaceAll(" ", "[\\s-]{1,3}");
  // What ends in an apostrophe runs on into the next word: "n'est".
  return entry.endsWith("'") ? source : `${source}(?!${LETTER})`;
}
