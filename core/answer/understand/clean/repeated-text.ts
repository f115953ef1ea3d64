/** What is said again in the same words: whole questions, words, letters that are held down. */
import { takenOf, WORD, wordsOf, type Cleaner, type CleanTools, type Taken } from "./clean-step.ts";

const folded = (text: string): string => wordsOf(text).join(" ").toLowerCase();

/** A clause with the marks that close it. */
const CLAUSE = /[^.!?…\n,;]+(?:[.!?…,;]+(?!\S)|[.!?…,;]+(?=\S)[^.!?…\n,;]*)*[.!?…,;]*\s*|\s+/gu;

/** Two words or more, said before: "parking, parking" may be a list of names. */
const MIN_CLAUSE_WORDS = 3;

function withoutClausesAgain(text: string, taken: Taken[]): string {
  const seen = new Set<string>();
  const kept: string[] = [];
  for (const [clause] of text.matchAll(CLAUSE)) {
    const said = folded(clause);
    if (said.split(" ").length >= MIN_CLAUSE_WORDS && seen.has(said)) taken.push(takenOf("repeated", clause));
    else kept.push(clause);
    seen.add(said);
  }
  return kept.join("").replace(/[,;\s]+$/u, "");
}

/** Words in a row that are looked for again behind themselves. */
const MAX_RUN_WORDS = 12;

/** "opening hours opening hours": the same words in a row, with nothing between them but spaces and marks. */
function withoutRunsAgain(text: string, taken: Taken[]): string {
  const words = [...text.matchAll(WORD)].slice(0, 400).map((match) => ({
    word: match[0].toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const cuts: [from: number, to: number][] = [];
  let at = 0;
  while (at < words.length) {
    const length = runAgainAt(words, at);
    if (length === undefined) {
      at++;
      continue;
    }
    const end = words[at + length - 1]?.to ?? 0;
    const lastEnd = words[at + 2 * length - 1]?.to ?? end;
    cuts.push([end, lastEnd]);
    taken.push(takenOf("repeated", text.slice(end, lastEnd)));
    // The next time the same words are compared with these.
    words.splice(at + length, length);
  }
  let result = text;
  for (const [from, to] of cuts.sort((a, b) => b[0] - a[0] || b[1] - a[1])) {
    result = result.slice(0, from) + result.slice(Math.max(from, to));
  }
  return result;
}

function runAgainAt(words: readonly { word: string }[], at: number): number | undefined {
  for (let length = Math.min(MAX_RUN_WORDS, Math.floor((words.length - at) / 2)); length >= 1; length--) {
    const isAgain = Array.from({ length }, (_, index) => index).every(
      (index) => words[at + index]?.word === words[at + length + index]?.word,
    );
    const isName = length === 1 && (/^\d/u.test(words[at]?.word ?? "") || isDoubled(words, at));
    if (isAgain && !isName) return length;
  }
  return undefined;
}

/** "That that", "vous vous", "had had" are said so: one word needs to stand there three times. */
function isDoubled(words: readonly { word: string }[], at: number): boolean {
  return words[at + 2]?.word !== words[at]?.word && words[at - 1]?.word !== words[at]?.word;
}

/** A letter that is held down. No word of the languages at hand has four in a row, and few have three. */
const HELD = /(\p{L})\1{2,}/gu;
/** "XXXIII" and "SSS" are written so. */
const HOLDS_HELD = /(\p{Ll})\1{2}|(\p{Lu})\2{3}/u;

function withoutHeldLetters(text: string, { isKnown }: CleanTools, taken: Taken[]): string {
  return text.replace(WORD, (word) => {
    if (!HOLDS_HELD.test(word) || /^(.)\1+$/iu.test(word) || /^[ivxlcdm]+$/iu.test(word) || isKnown(word))
      return word;
    const double = word.replace(HELD, "$1$1");
    const single = word.replace(HELD, "$1");
    const to = isKnown(double) && !isKnown(single) ? double : single;
    taken.push(takenOf("repeated", word, to));
    return to;
  });
}

export const withoutRepetition: Cleaner = (text, tools) => {
  const taken: Taken[] = [];
  const single = withoutRunsAgain(withoutClausesAgain(text, taken), taken);
  const result = withoutHeldLetters(single, tools, taken);
  return taken.length === 0 ? undefined : { text: result, taken };
};
