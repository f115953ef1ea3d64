/** Reads what a model says, up to a mark that begins something else. */
import { beginsStruckWords } from "./mark-mentions.ts";
import { readMark, type ModelMark } from "./model-marks.ts";
import { advance, drop, isMention, isQuoted, obeyTurn, type SpokenReading } from "./spoken-reading.ts";

/** Where something may begin that is no plain text. */
const NOTABLE = /[`~<[◁＜]/g;
/** A code span that does not close within this is looked at as text. */
const MAX_SPAN_CHARS = 400;

/** Fences by which some models part a thought or a call. */
const HIDDEN_FENCE = /^(?:tool_code|tool_calls?|tool_use|thinking|thoughts?|think|reasoning)$/i;
/** The beginnings of marks that a cut at the end of the text leaves behind. */
const STUMP = /^(?:<\/?(?:th|think|tho|thou|reas|tool_|func|\||｜)|\[\/?(?:TH|TO|IN)|◁)/;

/** One step; false where more text is needed. */
export function stepInSpeech(reading: SpokenReading, isEnd: boolean): boolean {
  const { rest, code } = reading;
  NOTABLE.lastIndex = 0;
  const index = NOTABLE.exec(rest)?.index ?? rest.length;
  if (index > 0) {
    code.pass(rest.slice(0, index));
    advance(reading, index);
    return true;
  }
  const character = rest.charAt(0);
  if (character === "`" || character === "~") return stepAtCode(reading, character, isEnd);
  const read = code.isFenced ? undefined : readMark(rest, 0);
  if (read === "partial" && !isEnd) return false;
  if (read === "partial" && STUMP.test(rest)) {
    drop(reading, rest.length);
    return true;
  }
  if (read !== undefined && read !== "partial") return stepAtMark(reading, read, isEnd);
  passWords(reading, 1);
  return true;
}

/** A run of backticks or tildes; some models part what they think by a fence. */
function stepAtCode(reading: SpokenReading, character: "`" | "~", isEnd: boolean): boolean {
  const run = reading.code.takeRun(reading.rest, 0, isEnd);
  if (run === undefined) return false;
  if (run.info === undefined || !HIDDEN_FENCE.test(run.info)) {
    advance(reading, run.end);
    return true;
  }
  if (/^tool/i.test(run.info)) reading.hasToolCall = true;
  else reading.hasThought = true;
  const phrase = new RegExp(`\\n[ \\t]{0,8}${character}{${run.end},}[ \\t]{0,8}(?=\\n|$)`);
  reading.mode = { kind: "until", phrase };
  drop(reading, run.end);
  return true;
}

function stepAtMark(
  reading: SpokenReading,
  { mark, end }: { mark: ModelMark; end: number },
  isEnd: boolean,
): boolean {
  const { rest, code } = reading;
  const inSpan = code.span === undefined ? false : spanCloses(reading, end, isEnd);
  const inQuotes = inSpan === false ? isQuoted(reading, end, isEnd) : inSpan;
  if (inQuotes === undefined) return false;
  if (inQuotes) {
    passWords(reading, end);
    return true;
  }
  // What stands around the mark decides what it is: some characters more may have to be there.
  const isWord = isMention(reading, mark, end, isEnd);
  if (isWord === undefined) return false;
  const isBorder = mark.kind === "border" && !mark.isClosing && reading.isAtStart;
  if (isBorder && beginsStruckWords(rest.slice(end), isEnd) === undefined) return false;
  if (code.span !== undefined) code.leaveSpan();
  if (!isWord && !obeyInSpeech(reading, mark, end)) {
    drop(reading, end);
    return true;
  }
  passWords(reading, end);
  if (isWord && mark.kind === "thought-open") reading.sinceMention = "";
  return true;
}

function passWords(reading: SpokenReading, end: number): void {
  reading.code.pass(reading.rest.slice(0, end));
  advance(reading, end);
}

/** Whether the span that is open closes before its paragraph ends; undefined while that cannot be told. */
function spanCloses({ rest, code }: SpokenReading, from: number, isEnd: boolean): boolean | undefined {
  const border = /`+|\n[ \t]*\n/g;
  const text = rest.slice(from, from + MAX_SPAN_CHARS);
  for (const match of text.matchAll(border)) {
    if (!match[0].startsWith("`")) return false;
    const isOpen = match.index + match[0].length === text.length && from + text.length === rest.length;
    if (isOpen && !isEnd) return undefined;
    if (match[0].length === code.span) return true;
  }
  return isEnd || text.length === MAX_SPAN_CHARS ? false : undefined;
}

/** @returns whether the mark, which ends at an index, is a word of the answer. */
export function obeyInSpeech(reading: SpokenReading, mark: ModelMark, end: number): boolean {
  if (obeyTurn(reading, mark)) return false;
  switch (mark.kind) {
    case "thought-open":
      reading.hasThought = true;
      reading.candidate = undefined;
      reading.mode = { kind: "thought", depth: 1, closes: mark.closes };
      return false;
    case "thought-close":
      if (mark.name === "details") return true;
      reading.hasThought = true;
      reading.words.endThought();
      return false;
    case "tool-open":
      reading.hasToolCall = true;
      reading.mode = { kind: "tool", depth: 1, closes: mark.closes };
      return false;
    case "answer-open":
    case "answer-close": {
      // In the middle of a text it is a word of it, such as the name of an element.
      const mayOpen =
        mark.kind === "answer-open" && (mark.isToken || reading.isAtStart || reading.hasThought);
      reading.hasAnswerMark ||= mayOpen;
      return !reading.hasAnswerMark;
    }
    case "border":
      return obeyBorder(reading, mark.isClosing, end);
    default:
      return false;
  }
}

function obeyBorder(reading: SpokenReading, isClosing: boolean, end: number): boolean {
  if (!isClosing) {
    const isWord = !reading.isAtStart || beginsStruckWords(reading.rest.slice(end), true) === true;
    if (isWord) reading.openBorders++;
    return isWord;
  }
  if (reading.openBorders === 0) return false;
  reading.openBorders--;
  return true;
}
