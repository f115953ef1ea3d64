/**
 * Holds the beginning of a model's answer for as long as it may become a refusal, so that no words are shown and taken
 * back. A fact with its citation ends the wait, as a rule within the first sentence; so do two sentences, or some three
 * hundred characters, that speak neither of the pages nor of the assistant. What denies knowing is held to its end: it
 * is short, or it goes on with a cited fact and is an answer to a part.
 */
import { judgeText, type JudgedText } from "./recognise-refusal.ts";
import type { RefusalModel } from "./refusal-model.ts";
import { createMarkCutter } from "./no-answer-mark.ts";

export type RefusalSign = "words" | "mark";

export interface RefusalHold {
  /** Takes the next piece and returns what may be shown. */
  push(text: string): string;
  /** Returns what was held back, where that is no refusal. */
  end(): string;
  /** Set once the text is known to be a refusal: nothing more of it may be shown. */
  readonly refusedBy: RefusalSign | undefined;
}

export interface RefusalHoldOptions {
  question: string;
  /** Whether the mark of a refusal is a word of the question or of the pages, and so perhaps of an answer. */
  isMarkAWord: boolean;
  /** Positions that may be cited: to cite another states no fact. Default: any. */
  positions?: ReadonlySet<number> | undefined;
  /** Default: what was learned from all texts. */
  model?: RefusalModel | undefined;
}

/** Sentences that are neither of the pages nor of the assistant, after which a text is an answer. */
const MAX_OTHER_STATEMENTS = 2;
/** The same where something is denied, so far without saying that it is all. */
const MAX_OTHER_STATEMENTS_DENIED = 3;
/** Their characters. A reader waits for them a second or two, while the stage says that an answer is written. */
const MAX_OTHER_CHARS = 300;
/** Thanks, apologies and what the pages are about may go on for longer before it is said that they do not answer. */
const MAX_HELD_CHARS = 700;

/** A denial that goes on for longer without citing anything is no answer, whatever follows. */
const MAX_REFUSAL_CHARS = 2_000;

/** What may close a statement: only then is there something new to judge. */
const MAY_CLOSE = /[.!?;:\]\n]/;
const JUDGED_EVERY_CHARS = 80;

export function createRefusalHold({
  question,
  isMarkAWord,
  positions,
  model,
}: RefusalHoldOptions): RefusalHold {
  const judge = (text: string): JudgedText =>
    judgeText(positions === undefined ? text : withoutForeignCitations(text, positions), question, model);
  const cutter = createMarkCutter({ isWord: isMarkAWord });
  /** All of the text but its marks, and how much of it was passed on. */
  let text = "";
  let shownChars = 0;
  let isReleased = false;
  let isMarkJudged = false;
  let judgedChars = 0;
  let refusedBy: RefusalSign | undefined;

  const take = (piece: string, isEnd: boolean): string => {
    text += piece;
    // What stands before the mark decides, however the text was cut: a cited fact is an answer to a part.
    if (cutter.firstCutAt !== undefined && !isMarkJudged) {
      isMarkJudged = true;
      if (!statesFact(judge(text.slice(0, cutter.firstCutAt)))) {
        refusedBy = "mark";
        return "";
      }
      isReleased = true;
    }
    if (isReleased) return release();
    if (text.length > MAX_REFUSAL_CHARS) {
      if (judge(text.slice(0, MAX_REFUSAL_CHARS)).verdict === "refusal") refusedBy = "words";
      return refusedBy === undefined ? release() : "";
    }
    if (isEnd) {
      if (text.trim() !== "" && judge(text).verdict === "refusal") refusedBy = "words";
      return refusedBy === undefined ? release() : "";
    }
    if (!MAY_CLOSE.test(piece) && text.length < judgedChars + JUDGED_EVERY_CHARS) return "";
    judgedChars = text.length;
    return mayBeRefusal(judge(text), text) ? "" : release();
  };

  const release = (): string => {
    const ready = text.slice(shownChars);
    shownChars = text.length;
    isReleased = true;
    return ready;
  };

  return {
    push: (piece) => (refusedBy === undefined ? take(cutter.push(piece), false) : ""),
    end: () => (refusedBy === undefined ? take(cutter.end(), true) : ""),
    get refusedBy() {
      return refusedBy;
    },
  };
}

function mayBeRefusal({ verdict, statements }: JudgedText, text: string): boolean {
  const facts = statements.filter(
    ({ role, end, endsSentence }, index) =>
      role === "fact" &&
      // "The tariff names adults [2]" may go on: "but not students".
      (endsSentence || statements[index + 1]?.isClosed === true) &&
      isClosed(text, end, index === statements.length - 1),
  );
  if (verdict === "refusal") return true;
  if (facts.length >= SURE_FACTS || facts.some(({ score }) => score <= SURE_FACT_SCORE)) return false;
  const others = statements.filter(({ role }) => role === "other" || role === "fact");
  const closed = others.filter(({ isClosed }) => isClosed).length;
  const chars = others.reduce((sum, { text: { length } }) => sum + length, 0);
  const isDenied = statements.some(({ role }) => role === "denial");
  if (isDenied) return closed < MAX_OTHER_STATEMENTS_DENIED && text.length <= MAX_HELD_CHARS;
  return closed < MAX_OTHER_STATEMENTS && chars <= MAX_OTHER_CHARS && text.length <= MAX_HELD_CHARS;
}

/** A cited statement that looks like this, in log-odds, is none of a refusal; of others it takes two. */
const SURE_FACT_SCORE = 0.1;
const SURE_FACTS = 2;

function statesFact({ statements }: JudgedText): boolean {
  return statements.some(({ role }) => role === "fact");
}

const CITATION = /\[[\d,; ]{1,30}\]/g;

/** Of the same length, so that places stay. */
function withoutForeignCitations(text: string, positions: ReadonlySet<number>): string {
  return text.replace(CITATION, (citation) =>
    (citation.match(/\d+/g) ?? []).some((digits) => positions.has(Number(digits)))
      ? citation
      : " ".repeat(citation.length),
  );
}

/** "The passages [1]" may go on: "[2] do not mention it". */
function isClosed(text: string, end: number, isLast: boolean): boolean {
  return !isLast || /[.!?\n]["'”’»)*_]{0,3}\s*$/.test(text.slice(0, end)) || /^\s*\S/.test(text.slice(end));
}
