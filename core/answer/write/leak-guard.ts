/**
 * Watches an answer while it streams for what only the prompt holds: the instructions of the model and the
 * mark of its fences. Someone, a visitor or a hostile page, may have talked the model into repeating them.
 *
 * Compared are runs of words, whatever their case and markup, without vowels (a model may be asked to leave
 * those out), as they stand and in ROT13, and within base64. A paraphrase or a translation passes: so nothing
 * in a prompt may be a secret. What the passages say themselves is public and never a leak.
 */
export interface LeakGuard {
  /** Takes the next piece and returns what may be passed on. */
  push(text: string): string;
  /** Returns what was held back. */
  end(): string;
  /** Once it is set, `push` and `end` return nothing more. */
  readonly leaked: "instructions" | "fence-mark" | undefined;
}

export interface LeakGuardOptions {
  /** The prompt's own words, line by line: {@link import("./system-prompt.ts").secretInstructions}. */
  instructions: string;
  fenceMark: string;
  /** Words that anyone may read: the passages. Asked for only when something looks like a leak. */
  publicText: () => string;
}

/** So many words in a row are no coincidence; a sentence of the instructions has ten to forty. */
const LEAK_WORDS = 8;
/** A line of fewer words is recognised as a whole, unless it has fewer than this. */
const MIN_LEAK_WORDS = 5;
/** From the so-manieth word in a row on, text is held back until it is clear what it becomes. */
const SUSPICIOUS_WORDS = 3;

/** Scripts without spaces: each character counts as a word there. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}*_~]+/gu;

/** What may be an encoded text: shorter ones hold less than a run of words. */
const ENCODED = /[A-Za-z0-9+/_-]{40,}/g;
const ENCODED_CHARACTER = /[A-Za-z0-9+/_-]/;
/** So long an end of the text may become one. */
const SUSPICIOUS_ENCODED_CHARS = 24;
/** What a piece may go on from: the beginning of a word, the last stretch of an encoded text. */
const CONTEXT = /\S*$/;
const MAX_CONTEXT_CHARS = 160;
/** An encoded text is looked at in stretches of this length, which overlap by what a run of words needs. */
const MAX_HELD_CHARS = 600;

export function createLeakGuard({ instructions, fenceMark, publicText }: LeakGuardOptions): LeakGuard {
  const secret = createRuns([instructions, rot13(instructions)].join("\n").split("\n").map(wordsOf));
  const mark = fenceMark.toLowerCase();
  let publicWords: string | undefined;
  const isPublic = (run: readonly string[]): boolean => {
    publicWords ??= ` ${wordsOf(publicText()).join(" ")} `;
    return publicWords.includes(` ${run.join(" ")} `);
  };

  let leaked: LeakGuard["leaked"];
  /** The end of what was passed on, as far as it may go on with the next piece: a word, an encoded text. */
  let context = "";
  /** Not passed on yet. */
  let held = "";
  /** Where in `context + held` words begin that were not looked at. */
  let scanned = 0;
  /** The last words, oldest first. */
  let recent: string[] = [];
  /** Where in `context + held` a suspicious run begins. */
  let suspectFrom: number | undefined;

  const readWords = (text: string, isEnd: boolean): void => {
    const from = scanned;
    for (const match of text.slice(from).matchAll(WORD)) {
      const start = from + match.index;
      const end = start + match[0].length;
      // It may go on with the next piece.
      if (end === text.length && !isEnd) return;
      scanned = end;
      const word = skeleton(match[0]);
      if (word === "") continue;
      recent = [...recent, word].slice(-LEAK_WORDS);
      if (!secret.holds(recent.slice(-SUSPICIOUS_WORDS))) suspectFrom = undefined;
      else suspectFrom ??= start;
      if (secret.endsIn(recent, isPublic)) {
        leaked = "instructions";
        return;
      }
    }
  };

  const readEncoded = (text: string): void => {
    for (const [encoded] of text.matchAll(ENCODED)) {
      // A stretch may begin anywhere within the encoding's groups of four.
      const words = [0, 1, 2, 3].flatMap((from) => wordsOf(decodeBase64(encoded.slice(from))));
      for (let end = MIN_LEAK_WORDS; end <= words.length; end++) {
        const run = words.slice(Math.max(0, end - LEAK_WORDS), end);
        if (secret.endsIn(run, isPublic)) leaked = "instructions";
      }
    }
  };

  const release = (isEnd: boolean): string => {
    const text = context + held;
    const lower = text.toLowerCase();
    if (mark !== "" && lower.includes(mark)) leaked = "fence-mark";
    readWords(text, isEnd);
    const encodedFrom = isEnd || text.length > MAX_HELD_CHARS ? -1 : encodedEnd(text);
    if (encodedFrom === -1) readEncoded(text);
    if (leaked !== undefined) return "";
    let end = text.length;
    if (!isEnd) {
      end -= overlapWithStart(lower, mark);
      if (encodedFrom !== -1) end = Math.min(end, encodedFrom);
      if (suspectFrom !== undefined) end = Math.min(end, suspectFrom);
    }
    end = Math.max(end, context.length);
    const released = text.slice(context.length, end);
    held = text.slice(end);
    context = CONTEXT.exec(text.slice(Math.max(0, end - MAX_CONTEXT_CHARS), end))?.[0] ?? "";
    const start = end - context.length;
    scanned = Math.max(0, scanned - start);
    if (suspectFrom !== undefined) suspectFrom = Math.max(0, suspectFrom - start);
    return released;
  };

  return {
    push(text) {
      if (leaked !== undefined) return "";
      held += text;
      return release(false);
    },
    end: () => (leaked === undefined ? release(true) : ""),
    get leaked() {
      return leaked;
    },
  };
}

interface Runs {
  /** Whether so many words stand in a row somewhere. */
  holds(words: readonly string[]): boolean;
  /** Whether the last of the words are a run that gives something away. */
  endsIn(words: readonly string[], isPublic: (run: readonly string[]) => boolean): boolean;
}

function createRuns(lines: readonly (readonly string[])[]): Runs {
  const short = new Set<string>();
  const telling = new Map<number, Set<string>>();
  for (const words of lines) {
    for (let end = SUSPICIOUS_WORDS; end <= words.length; end++) {
      short.add(words.slice(end - SUSPICIOUS_WORDS, end).join(" "));
    }
    const length = Math.min(LEAK_WORDS, words.length);
    if (length < MIN_LEAK_WORDS) continue;
    const runs = telling.get(length) ?? new Set();
    telling.set(length, runs);
    for (let end = length; end <= words.length; end++) runs.add(words.slice(end - length, end).join(" "));
  }
  return {
    holds: (words) => words.length === SUSPICIOUS_WORDS && short.has(words.join(" ")),
    endsIn(words, isPublic) {
      for (const [length, runs] of telling) {
        const run = words.slice(-length);
        if (run.length === length && runs.has(run.join(" ")) && !isPublic(run)) return true;
      }
      return false;
    },
  };
}

/** Where an encoded text begins that may go on; -1 where none does. */
function encodedEnd(text: string): number {
  let start = text.length;
  while (start > 0 && ENCODED_CHARACTER.test(text.charAt(start - 1))) start--;
  return text.length - start >= SUSPICIOUS_ENCODED_CHARS ? start : -1;
}

function wordsOf(text: string): string[] {
  return (text.match(WORD) ?? []).map(skeleton).filter((word) => word !== "");
}

/** A word without case, accents, marks of emphasis and vowels; one of vowels alone is nothing. */
function skeleton(word: string): string {
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}*_~aeiou]/gu, "");
}

function rot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
}

function decodeBase64(encoded: string): string {
  try {
    return atob(
      encoded
        .replaceAll("-", "+")
        .replaceAll("_", "/")
        .slice(0, encoded.length & ~3),
    );
  } catch {
    return "";
  }
}

/** Length of the longest end of the text that is a beginning of the mark. */
export function overlapWithStart(text: string, mark: string): number {
  for (let length = Math.min(text.length, mark.length - 1); length > 0; length--) {
    if (text.endsWith(mark.slice(0, length))) return length;
  }
  return 0;
}
