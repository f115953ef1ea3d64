/** Where a reader of a model's text stands: what it is in the middle of, what lies ahead, and what it has met. */
import { AFTER_CHARS, isMarkMention, LINE_CHARS } from "./mark-mentions.ts";
import type { ModelMark } from "./model-marks.ts";
import { createQuotedCode, type QuotedCode } from "./quoted-code.ts";
import { createSpokenWords, type SpokenWords } from "./spoken-words.ts";

export interface Header {
  kind: "header";
  of: "role" | "channel";
  text: string;
}

/** Of what is nested: how deep, and what ends it. */
export interface Nesting<Name> {
  depth: number;
  closes: Name;
}

export type Mode =
  | { kind: "spoken" }
  | ({ kind: "thought" } & Nesting<string>)
  /** A channel that is not the final one: it ends with the turn. */
  | { kind: "channel" }
  | ({ kind: "tool" } & Nesting<string | undefined>)
  | Header
  /** Hidden up to a phrase, mark and all. */
  | { kind: "until"; phrase: RegExp }
  | { kind: "muted" };

export interface SpokenReading {
  mode: Mode;
  /** What has come in and was not read yet. */
  rest: string;
  /** The character before `rest`, whatever became of it. */
  last: string;
  /** The end of the line so far; a mark that was taken out is the beginning of one. */
  line: string;
  /** What this line says behind the last opening tag that was a word. */
  sinceMention: string | undefined;
  isAtStart: boolean;
  hasThought: boolean;
  hasToolCall: boolean;
  hasAnswerMark: boolean;
  openBorders: number;
  /** What follows a closing mark while a thought is open: the answer, if no other closing mark comes. */
  candidate: string | undefined;
  readonly words: SpokenWords;
  readonly code: QuotedCode;
}

const ASSISTANT = /^(?:assistant|model|chatbot|bot|gpt)?\s*$/i;
const QUOTES: Readonly<Record<string, string>> = {
  "`": "`",
  '"': '"',
  "'": "'",
  "“": "”",
  "„": "“",
  "‘": "’",
  "«": "»",
  "‹": "›",
  "「": "」",
  "『": "』",
};

export function createSpokenReading(): SpokenReading {
  return {
    mode: { kind: "spoken" },
    rest: "",
    last: "",
    line: "",
    sinceMention: undefined,
    isAtStart: true,
    hasThought: false,
    hasToolCall: false,
    hasAnswerMark: false,
    openBorders: 0,
    candidate: undefined,
    words: createSpokenWords(),
    code: createQuotedCode(),
  };
}

/** Moves on to an index; what lies before it is said where the mode lets it. */
export function advance(reading: SpokenReading, end: number): void {
  const text = reading.rest.slice(0, end);
  if (text === "") return;
  const { mode } = reading;
  reading.last = text.at(-1) ?? reading.last;
  if (reading.sinceMention !== undefined) {
    const since = reading.sinceMention + text;
    reading.sinceMention = text.includes("\n") || since.length > LINE_CHARS ? undefined : since;
  }
  reading.line = (reading.line + text).slice(-LINE_CHARS).split("\n").at(-1) ?? "";
  reading.rest = reading.rest.slice(end);
  if (text.trim() !== "") reading.isAtStart = false;
  if (mode.kind === "spoken") reading.words.say(text);
  else if (mode.kind === "header") mode.text += text;
  else if (mode.kind === "thought" && reading.candidate !== undefined) reading.candidate += text;
}

/** Moves on to an index, and nobody hears of what lies before it. */
export function drop(reading: SpokenReading, end: number): void {
  reading.words.leaveGap();
  reading.last = reading.rest.charAt(end - 1);
  reading.line = "";
  reading.sinceMention = undefined;
  reading.rest = reading.rest.slice(end);
  reading.isAtStart = false;
}

/** Whether what lies before an index stands between quotation marks; undefined while that cannot be told. */
export function isQuoted({ last, rest }: SpokenReading, end: number, isEnd: boolean): boolean | undefined {
  const closing = QUOTES[last];
  if (closing === undefined) return false;
  if (end >= rest.length && !isEnd) return undefined;
  return rest.charAt(end) === closing;
}

/** Whether the mark before an index is a word of its sentence; undefined while that cannot be told. */
export function isMention(
  { mode, rest, line, sinceMention, words }: SpokenReading,
  mark: ModelMark,
  end: number,
  isEnd: boolean,
): boolean | undefined {
  const isThinking = mode.kind === "thought";
  const place = {
    mark,
    written: rest.slice(0, end),
    line,
    sinceMention,
    isThinking,
    isFirst: !words.hasSaid,
  };
  return isMarkMention(place, rest.slice(end, end + AFTER_CHARS), isEnd);
}

/** What a mark of the template does, in every mode; false where it does nothing. */
export function obeyTurn(reading: SpokenReading, mark: ModelMark): boolean {
  if (mark.kind === "turn-end") reading.mode = { kind: "muted" };
  else if (mark.kind === "role-open") reading.mode = { kind: "header", of: "role", text: "" };
  else if (mark.kind === "channel-open") reading.mode = { kind: "header", of: "channel", text: "" };
  else if (mark.kind === "role") reading.mode = { kind: mark.isAssistant ? "spoken" : "muted" };
  else return false;
  return true;
}

/** Goes on in the mode that a header tells of. */
export function leaveHeader(reading: SpokenReading, header: Header): void {
  const text = header.text.trim();
  if (header.of === "role") reading.mode = { kind: ASSISTANT.test(text) ? "spoken" : "muted" };
  else if (/^final\b/i.test(text)) reading.mode = { kind: "spoken" };
  else {
    reading.mode = { kind: "channel" };
    reading.hasThought = true;
  }
}
