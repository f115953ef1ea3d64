/** The text of lines: spaces from gaps, raised marks, code spans, and lines joined where a word was parted. */
import { composeAccents } from "./accents.ts";
import type { Line, Segment, TextRun } from "./pdf-page.ts";

/** A gap above this, in sizes of the font, is a space that was not written. */
const SPACE_GAP = 0.17;
/** Private characters are icons and bullets of symbol fonts. */
const PRIVATE = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}]/gu;
const CONTROL = /[^\P{Cc}\t\n]|[\uFFFC\uFFFD\u200B\uFEFF]/gu;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Arabic letters as they are drawn beside others; nobody looks for words in them. Not the marks of Arabic brackets. */
const DRAWN_ARABIC = /[\uFB50-\uFD3D\uFD50-\uFDFB\uFE70-\uFEFC]+/g;
/** The end of a sentence stands on the left of its last number, in the same run. */
const END_BEFORE_NUMBER = /^([.:!،؛؟]{1,3})(\p{N}[\p{N}.,:/%-]*)$/u;

export function isRightToLeftText(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** Runs that stand beside each other, with the spaces that their distance says. `marksCode` puts code in backticks. */
export function textOfRuns(
  runs: readonly TextRun[],
  mainSize: number,
  baseline: number,
  marksCode: boolean,
): string {
  const isRightToLeft = runs.some(({ text }) => RIGHT_TO_LEFT.test(text)) && mostlyRightToLeft(runs);
  const inOrder = [...runs].sort((one, other) =>
    isRightToLeft ? other.right - one.right : one.left - other.left,
  );
  let text = "";
  let last: TextRun | undefined;
  let code = "";
  const closeCode = (): void => {
    const trimmed = code.trim();
    if (/[\p{L}\p{N}]/u.test(trimmed))
      text += `${/^\s/.test(code) ? " " : ""}\`${trimmed}\`${/\s$/.test(code) ? " " : ""}`;
    else text += code;
    code = "";
  };
  for (const run of inOrder) {
    let raw = run.text
      .replace(PRIVATE, "•")
      .replace(CONTROL, "")
      .replace(DRAWN_ARABIC, (letters) => letters.normalize("NFKC"));
    if (isRightToLeft) raw = raw.replace(END_BEFORE_NUMBER, "$2$1");
    let written = (run.isMonospaced ? raw : composeAccents(raw)).replace(/`/g, "'");
    if (last !== undefined) {
      const gap = isRightToLeft ? last.left - run.right : run.left - last.right;
      if (gap > SPACE_GAP * Math.min(run.size, last.size) && !/\s$/.test(last.text)) written = ` ${written}`;
      const raised = raisedText(run, last, text, mainSize, baseline);
      if (raised !== undefined) written = raised;
    }
    if (marksCode && run.isMonospaced) {
      if (/^\s/.test(written) && code === "" && text !== "") text += " ";
      code += code === "" ? written.trimStart() : written;
    } else {
      closeCode();
      text += written;
    }
    last = run;
  }
  closeCode();
  return text
    .replace(/[^\S\n]+/g, " ")
    .replace(/``/g, "")
    .trim();
}

function mostlyRightToLeft(runs: readonly TextRun[]): boolean {
  let balance = 0;
  for (const { text } of runs) {
    for (const character of text) {
      if (RIGHT_TO_LEFT.test(character)) balance += 1;
      else if (/\p{L}/u.test(character)) balance -= 1;
    }
  }
  return balance > 0;
}

const SUPERSCRIPTS: Readonly<Record<string, string>> = { "1": "¹", "2": "²", "3": "³" };

/** What a raised run is: a power, or the mark of a note, which is no text. Undefined where it is not raised. */
function raisedText(
  run: TextRun,
  last: TextRun,
  before: string,
  mainSize: number,
  baseline: number,
): string | undefined {
  const isRaised = run.size < 0.85 * mainSize && baseline - run.baseline > 0.15 * mainSize;
  const mark = run.text.trim();
  if (
    !isRaised ||
    !/^(?:\d{1,3}|[*†‡§¶]{1,3})(?:,\s*\d{1,3})*$/.test(mark) ||
    run.left - last.right > 0.3 * mainSize
  )
    return undefined;
  if (/\d$/.test(before)) return `^${mark}`;
  // A unit has a power; a word has a note.
  if (/(?:^|[\s(/·])\p{L}{1,2}$/u.test(before)) return SUPERSCRIPTS[mark] ?? `^${mark}`;
  return "";
}

export function textOfSegment(segment: Segment, marksCode: boolean): string {
  return textOfRuns(segment.runs, segment.size, segment.baseline, marksCode);
}

export function textOfLine(line: Line, marksCode: boolean): string {
  return textOfRuns(
    line.segments.flatMap(({ runs }) => runs),
    line.size,
    line.baseline,
    marksCode,
  );
}

const REST_WITHIN_LINES = 4;

/** Words of a document that stand whole in its lines, in lower case: they tell which hyphens are real. */
export class Vocabulary {
  readonly #words = new Set<string>();
  /** Lines since one ended with a hyphen: in columns side by side, its rest comes a few lines later. */
  #linesSinceHyphen = REST_WITHIN_LINES;

  learn(text: string): void {
    // The last word may be parted, and then the first of the next line is its rest.
    const line = this.#linesSinceHyphen < REST_WITHIN_LINES ? text.replace(/^\S+/, "") : text;
    this.#linesSinceHyphen = /[-\u2010\u00AD]$/.test(text) ? 0 : this.#linesSinceHyphen + 1;
    for (const [word] of line
      .replace(/\S+[-\u2010\u00AD]$/, "")
      .matchAll(/\p{L}[\p{L}\p{M}]*(?:-[\p{L}\p{M}]+)*/gu)) {
      this.#words.add(word.toLowerCase());
    }
  }

  has(word: string): boolean {
    return this.#words.has(word.toLowerCase());
  }
}

const TAIL_CHARACTERS = 200;
const UNSPACED_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，．：；！？）」』】》]$/u;
const UNSPACED_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}（「『【《]/u;

/** Puts the next line behind a text; a word that was parted at the end of the line is one again. */
export function joinLines(text: string, next: string, vocabulary: Vocabulary): string {
  if (text === "" || next === "") return text + next;
  if (text.endsWith("\u00AD")) return text.slice(0, -1) + next;
  // A paragraph grows line by line: only its end is looked at.
  const tail = text.slice(-TAIL_CHARACTERS);
  if (UNSPACED_END.test(tail) && UNSPACED_START.test(next)) return text + next;
  const parted = /(\p{L}[\p{L}\p{M}]*)[-\u2010]$/u.exec(tail);
  if (parted === null || text.endsWith("--")) {
    // An address goes on without a space.
    if (/\bhttps?:\/\/\S*[/=&?_-]$/.test(tail)) return text + next;
    return /[\p{L}\p{N}][-\u2010]$/u.test(tail) && /^[\p{L}\p{N}]/u.test(next)
      ? text + next
      : `${text} ${next}`;
  }
  const before = parted[1] ?? "";
  const after = /^\p{L}[\p{L}\p{M}]*/u.exec(next)?.[0] ?? "";
  if (after === "") return `${text} ${next}`;
  const isName = /^\p{Lu}/u.test(after);
  const isJoined = vocabulary.has(before + after);
  const isCompound =
    vocabulary.has(`${before}-${after}`) ||
    (vocabulary.has(before) && vocabulary.has(after) && before.length > 2);
  const keepsHyphen = isName || (!isJoined && isCompound);
  // "pre- and post-processing".
  if (/^(?:and|or|und|oder|et|ou|y|o|e)\b/.test(next) && !isJoined) return `${text} ${next}`;
  return keepsHyphen ? text + next : text.slice(0, -1) + next;
}
