/**
 * Accents that old fonts draw as characters of their own, before or behind their letter: `th´eor`eme`, `fac¸ade`.
 * Left alone where they stand for an apostrophe, as in `it´s`.
 */
import type { TextRun } from "./pdf-page.ts";

const MARKS: Readonly<Record<string, string>> = {
  "¨": "\u0308",
  "´": "\u0301",
  "`": "\u0300",
  "ˆ": "\u0302",
  "˜": "\u0303",
  "ˇ": "\u030C",
  "˚": "\u030A",
  "˘": "\u0306",
  "˙": "\u0307",
  "¯": "\u0304",
};
const BEFORE_LETTER = /([¨´`ˆ˜ˇ˚˘˙¯])(\p{L})(?!\p{M})/gu;
const CEDILLA = /([cstgCSTG])¸/g;
const CONTRACTION = /^(?:s|t|d|m|re|ve|ll)(?!\p{L})/iu;

export function composeAccents(text: string): string {
  return text
    .replace(BEFORE_LETTER, (pair, accent: string, letter: string, offset: number) => {
      if (accent === "´" && CONTRACTION.test(text.slice(offset + 1, offset + 5))) return pair;
      const base = letter === "ı" ? "i" : letter === "ȷ" ? "j" : letter;
      const composed = `${base}${MARKS[accent] ?? ""}`.normalize("NFC");
      // What does not become one letter was no accent of it.
      return composed.length === 1 ? composed : pair;
    })
    .replace(CEDILLA, (_, letter: string) => `${letter}\u0327`.normalize("NFC"));
}

const ENDS_WITH_ACCENT = /\s?([¨´`ˆ˜ˇ˚˘˙¯])\s*$/u;
/** Of the size of the font: what the letter stands back behind the accent's end, at least. */
const OVERLAP = 0.1;

/**
 * Runs, in the order in which they are drawn, with accents at the letters that they are drawn over: a run that ends with
 * one is overlapped by the next, which begins with its letter.
 */
export function attachAccents(runs: readonly TextRun[]): TextRun[] {
  const attached: TextRun[] = [];
  for (const run of runs) {
    const last = attached.at(-1);
    if (last === undefined || run.isMonospaced || !overlaps(last, run)) {
      attached.push(run);
      continue;
    }
    if (run.text.startsWith("¸") && /[cstgCSTG]$/.test(last.text)) {
      const rest = run.text.slice(1).trimStart();
      attached[attached.length - 1] = { ...last, text: composeAccents(`${last.text}¸`) };
      if (rest !== "") attached.push({ ...run, text: rest });
      continue;
    }
    const accent = ENDS_WITH_ACCENT.exec(last.text)?.[1];
    const composed = accent === undefined ? run.text : composeAccents(`${accent}${run.text}`);
    if (accent === undefined || composed.startsWith(accent)) {
      attached.push(run);
      continue;
    }
    const before = last.text.replace(ENDS_WITH_ACCENT, "");
    attached.pop();
    if (before !== "") attached.push({ ...last, text: before, right: Math.min(last.right, run.left) });
    attached.push({ ...run, text: composed });
  }
  return attached;
}

function overlaps(last: TextRun, run: TextRun): boolean {
  return (
    last.degrees === run.degrees &&
    Math.abs(last.baseline - run.baseline) < 0.3 * run.size &&
    run.left < last.right - OVERLAP * run.size &&
    run.left >= last.left - run.size
  );
}
