/** Reads what nobody is to hear, thoughts, calls and headers, up to what ends it. */
import { readMark, type ModelMark } from "./model-marks.ts";
import { obeyInSpeech } from "./read-speech.ts";
import {
  advance,
  drop,
  isMention,
  isQuoted,
  leaveHeader,
  obeyTurn,
  type Header,
  type Nesting,
  type SpokenReading,
} from "./spoken-reading.ts";

/** Where a mark may begin. */
const NOTABLE = /[<[◁＜]/g;
const MAX_HEADER_CHARS = 200;
/** Longer than any phrase that ends something hidden. */
const PHRASE_CHARS = 60;

/** One step; false where more text is needed. */
export function stepHidden(reading: SpokenReading, isEnd: boolean): boolean {
  const { mode, rest } = reading;
  if (mode.kind === "until") return stepToPhrase(reading, mode.phrase, isEnd);
  NOTABLE.lastIndex = 0;
  const index = NOTABLE.exec(rest)?.index ?? rest.length;
  if (mode.kind === "header" && endsByItself(reading, mode, index)) return true;
  if (index > 0) {
    advance(reading, index);
    return true;
  }
  const read = readMark(rest, 0);
  if (read === "partial" && !isEnd) return false;
  if (read === undefined || read === "partial") {
    advance(reading, 1);
    return true;
  }
  const { mark, end } = read;
  if (mode.kind === "thought") {
    const quoted = isQuoted(reading, end, isEnd);
    const isWord = quoted === false ? isMention(reading, mark, end, isEnd) : quoted;
    if (isWord === undefined) return false;
    if (isWord) {
      advance(reading, end);
      // If no other mark ends the thought, this one did.
      if (quoted === false && mark.kind === "thought-close") reading.candidate = "";
      return true;
    }
  }
  obey(reading, mark, end);
  drop(reading, end);
  return true;
}

function stepToPhrase(reading: SpokenReading, phrase: RegExp, isEnd: boolean): boolean {
  const { rest } = reading;
  const found = phrase.exec(rest);
  if (found === null || (found.index + found[0].length === rest.length && !isEnd)) {
    const kept = found === null ? PHRASE_CHARS : rest.length - found.index;
    drop(reading, Math.max(0, rest.length - (isEnd ? 0 : kept)));
    return false;
  }
  reading.mode = { kind: "spoken" };
  drop(reading, found.index + found[0].length);
  return true;
}

/** Leaves a header that ends without a mark: a role with its line, any other where it grows too long for one. */
function endsByItself(reading: SpokenReading, header: Header, index: number): boolean {
  const line = header.of === "role" ? reading.rest.slice(0, index).indexOf("\n") : -1;
  if (line !== -1 && (header.text + reading.rest.slice(0, line)).trim() !== "") {
    header.text += reading.rest.slice(0, line);
    drop(reading, line + 1);
    leaveHeader(reading, header);
    return true;
  }
  if (header.text.length <= MAX_HEADER_CHARS) return false;
  leaveHeader(reading, header);
  return true;
}

function obey(reading: SpokenReading, mark: ModelMark, end: number): void {
  const { mode } = reading;
  if (mode.kind === "thought") obeyInThought(reading, mode, mark);
  else if (mode.kind === "tool") obeyInTool(reading, mode, mark);
  else if (mode.kind === "header") obeyInHeader(reading, mode, mark, end);
  else obeyTurn(reading, mark);
}

function obeyInThought(reading: SpokenReading, thought: Nesting<string>, mark: ModelMark): void {
  if (mark.kind === "thought-open") {
    thought.depth++;
    reading.candidate = undefined;
  } else if (mark.kind === "thought-close" && mark.name === thought.closes) {
    thought.depth--;
    reading.candidate = thought.depth === 0 ? undefined : "";
    if (thought.depth === 0) reading.mode = { kind: "spoken" };
  } else if (mark.kind === "answer-open" && mark.isToken) {
    reading.hasAnswerMark = true;
    reading.candidate = undefined;
    reading.mode = { kind: "spoken" };
  } else if (mark.kind === "answer-open" && (reading.last === "\n" || reading.last === "")) {
    reading.hasAnswerMark = true;
    reading.candidate = "";
  } else obeyTurn(reading, mark);
}

function obeyInTool(reading: SpokenReading, tool: Nesting<string | undefined>, mark: ModelMark): void {
  if (mark.kind === "tool-open" && mark.closes === tool.closes) tool.depth++;
  else if (mark.kind === "tool-close" && mark.name === tool.closes) {
    tool.depth--;
    if (tool.depth === 0) reading.mode = { kind: "spoken" };
  } else obeyTurn(reading, mark);
}

function obeyInHeader(reading: SpokenReading, header: Header, mark: ModelMark, end: number): void {
  if (mark.kind === "token") return;
  leaveHeader(reading, header);
  if (mark.kind === "header-end" || obeyTurn(reading, mark)) return;
  if (reading.mode.kind === "spoken") obeyInSpeech(reading, mark, end);
}
