/**
 * The one place where anything is taken from a question before it is looked up. What was taken is kept, with how sure
 * it is that the rest means the same: where that is not sure enough, the question is looked up as it was written.
 */
import { dialogueWords } from "../../../dialogue/dialogue-words.ts";
import type { Correction } from "../../../search/retriever.ts";
import { takenOf, wordsOf, type Cleaner, type CleanTools, type Taken, type TakenKind } from "./clean-step.ts";
import { withoutCourtesy } from "./courtesy-and-filler.ts";
import { withoutInvisible } from "./invisible-characters.ts";
import { withoutNoise } from "./keyboard-noise.ts";
import { withoutMail } from "./mail-history.ts";
import { withoutMarkup } from "./markup.ts";
import { withoutRepetition } from "./repeated-text.ts";

export type { CleanTools, Taken, TakenKind } from "./clean-step.ts";

export interface CleanedQuestion {
  /** As it was written. */
  original: string;
  /** What is looked up: what is left, or the question as it was written where that is not sure enough. */
  question: string;
  /** In the order in which it was found; empty where nothing was. */
  taken: readonly Taken[];
  /** 0 to 1: how sure it is that what is left means the same. 1 where nothing was taken. */
  certainty: number;
  /** False: {@link certainty} is below {@link MIN_CERTAINTY}, and the original is looked up. */
  isUsed: boolean;
}

/** Below it nothing is taken. */
export const MIN_CERTAINTY = 0.6;

/** What was pasted along comes first, since it hides what follows; what hides a repetition before that. */
const STEPS: readonly Cleaner[] = [
  withoutInvisible,
  withoutMail,
  withoutMarkup,
  withoutNoise,
  withoutRepetition,
  withoutCourtesy,
];

/** How often the rest means the same where one kind of thing was taken and something to look up is left. */
const CERTAINTY_OF: Record<TakenKind, number> = {
  "invisible": 0.99,
  "markup": 0.97,
  "mail": 0.95,
  "repeated": 0.98,
  "noise": 0.96,
  "courtesy": 0.98,
  "filler": 0.97,
  "typing-error": 1,
};

/** The same where nothing that can be looked up is left: "any idea?" above a mail. */
const NOTHING_LEFT = 0.3;
/** For each word that the pages know and that was taken with what seemed to say nothing. */
const KNOWN_WORD_TAKEN = 0.9;

/** Longer ones are not looked at word by word. */
const MAX_TAKEN_WORDS = 40;

export function cleanQuestion(original: string, tools: CleanTools): CleanedQuestion {
  const known: CleanTools = {
    ...tools,
    isKnown: remembered(tools.isKnown),
    isTelling: remembered(tools.isTelling),
  };
  let text = original;
  const taken: Taken[] = [];
  for (const clean of STEPS) {
    const step = clean(text, known);
    if (step === undefined || wordsOf(step.text).length === 0) continue;
    text = step.text;
    taken.push(...step.taken);
  }
  if (taken.length === 0) return untouched(original);
  const question = text
    .replace(/[^\S\n]+/gu, " ")
    .replace(/\s*\n\s*/gu, "\n")
    .trim();
  const certainty = certaintyOf(question, taken, known);
  const isUsed = certainty >= MIN_CERTAINTY;
  return { original, question: isUsed ? question : original, taken, certainty, isUsed };
}

/** A question that nothing is taken from. */
export function untouched(question: string): CleanedQuestion {
  return { original: question, question, taken: [], certainty: 1, isUsed: true };
}

function certaintyOf(
  rest: string,
  taken: readonly Taken[],
  { language, isKnown, isTelling }: CleanTools,
): number {
  const kinds = new Set(taken.map(({ kind }) => kind));
  let certainty = [...kinds].reduce((product, kind) => product * CERTAINTY_OF[kind], 1);
  const left = new Set(wordsOf(rest).map((word) => word.toLowerCase()));
  const isLost = (word: string): boolean => !left.has(word.toLowerCase()) && isTelling(word) && isKnown(word);
  const said = taken.filter(({ kind }) => kind === "filler" || kind === "noise");
  const lost = new Set(
    said
      .flatMap(({ text }) => wordsOf(text))
      .slice(0, MAX_TAKEN_WORDS)
      .filter(isLost),
  );
  certainty *= KNOWN_WORD_TAKEN ** lost.size;
  const telling = [...left].slice(0, MAX_TAKEN_WORDS).filter(isTelling);
  // "Any idea?" above a mail asks what the mail says; "how long does it take?" asks for itself.
  const asks = dialogueWords(language)?.questionWords;
  const isAsking = telling.length > 0 && [...left].some((word) => asks?.has(word) === true);
  const isBare =
    telling.length === 0 || (kinds.has("mail") && telling.length < 2 && !isAsking && !telling.some(isKnown));
  if (isBare) certainty *= NOTHING_LEFT;
  return rounded(certainty);
}

/**
 * Adds what the index corrected: it is found only when the question is looked up.
 *
 * @param doubt 0 to 1: the share of the question that rests on corrections that may be none.
 */
export function withCorrections(
  cleaned: CleanedQuestion,
  corrections: readonly Correction[],
  doubt: number,
): CleanedQuestion {
  if (corrections.length === 0) return cleaned;
  return {
    ...cleaned,
    taken: [...cleaned.taken, ...corrections.map(({ from, to }) => takenOf("typing-error", from, to))],
    certainty: rounded(cleaned.certainty * (1 - doubt)),
  };
}

/** Words come again, and each costs a look into the index. */
function remembered(holds: (word: string) => boolean): (word: string) => boolean {
  const answers = new Map<string, boolean>();
  return (word) => {
    const lower = word.toLowerCase();
    let answer = answers.get(lower);
    if (answer === undefined) answers.set(lower, (answer = holds(lower)));
    return answer;
  };
}

/** More digits would only show noise. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
