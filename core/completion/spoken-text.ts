/**
 * Parts what a model says from what it thinks, from calls of tools and from the marks of its template, while its text
 * streams in. Only what it says comes out; the outcome does not depend on where the stream was cut.
 *
 * - Between the marks of a thought nothing is said, however deep they are nested. A thought that is never closed
 *   goes on to the end of the text.
 * - Marks that are quoted, in code spans, fences or between quotation marks, are words of an answer about them. A
 *   thought that quotes its own closing mark goes on.
 * - So are tags in the middle of a sentence or behind a name, such as `List<Thought>`: a model begins a thought where a
 *   text, a line or a sentence begins. The tokens of templates are told by their form, wherever they stand.
 * - A closing mark without its opening says that all before it was thought (some templates write the opening mark
 *   themselves): it is told as `thought-ended`, and the reader decides what becomes of what was said.
 * - What follows the end of the model's turn belongs to nobody.
 *
 * Everything is looked at a bounded number of times, so that the work grows with the text alone.
 */
import { AFTER_CHARS, beginsStruckWords, isMarkMention, LINE_CHARS } from "./mark-mentions.ts";
import { readMark, type ModelMark } from "./model-marks.ts";
import { createQuotedCode } from "./quoted-code.ts";

export type SpokenEvent =
  | { type: "text"; text: string }
  /** What was said before was thought. */
  | { type: "thought-ended" };

export interface SpokenText {
  /** Takes the next piece and returns what is said by it. */
  push(text: string): SpokenEvent[];
  /** Returns what was held back. */
  end(): SpokenEvent[];
  /** Whether marks of a thought have been met, open or closed. */
  readonly hasThought: boolean;
  /** Whether a tool was called in the text. */
  readonly hasToolCall: boolean;
  /** Whether the text has so far ended within a thought. */
  readonly isThinking: boolean;
}

type Mode =
  | { kind: "spoken" }
  | { kind: "thought"; depth: number; closes: string }
  /** A channel that is not the final one: it ends with the turn. */
  | { kind: "channel" }
  | { kind: "tool"; depth: number; closes: string | undefined }
  | { kind: "header"; of: "role" | "channel"; text: string }
  /** Hidden up to a phrase, mark and all. */
  | { kind: "until"; phrase: RegExp }
  | { kind: "muted" };

/** Where something may begin that is no plain text. */
const NOTABLE = /[`~<[◁＜]/g;
const NOTABLE_HIDDEN = /[<[◁＜]/g;
/** A code span that does not close within this is looked at as text. */
const MAX_SPAN_CHARS = 400;
const MAX_HEADER_CHARS = 200;
/** Longer than any phrase that ends something hidden. */
const PHRASE_CHARS = 60;

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

/** Thoughts that begin without a mark, at the very start of a text: how they begin, and what ends them. */
const BEGINNINGS: readonly { start: RegExp; words: readonly string[]; phrase: RegExp }[] = [
  // Harmony, once a server has taken its tokens out of the text.
  {
    start: /^analysis(?=[\p{Lu}\d"“'‘(])/u,
    words: ["analysis"],
    phrase: /assistant\s{0,2}(?:commentary\s{0,2}assistant\s{0,2})?final\s?/,
  },
  {
    start: /^here(?:'s| is) my (?:thought|thinking|reasoning) process:/i,
    words: ["here is my thought process", "here's my thought process", "here is my thinking process"],
    phrase: /here(?:'s| is) my (?:response|answer):?/i,
  },
];
/** Fences by which some models part a thought or a call. */
const HIDDEN_FENCE = /^(?:tool_code|tool_calls?|tool_use|thinking|thoughts?|think|reasoning)$/i;
/** The beginnings of marks that a cut at the end of the text leaves behind. */
const STUMP = /^(?:<\/?(?:th|think|tho|thou|reas|tool_|func|\||｜)|\[\/?(?:TH|TO|IN)|◁)/;

export function createSpokenText(): SpokenText {
  const code = createQuotedCode();
  let mode: Mode = { kind: "spoken" };
  let rest = "";
  /** The character before `rest`, whatever became of it. */
  let last = "";
  /** The end of the line so far; a mark that was taken out is the beginning of one. */
  let line = "";
  /** What this line says behind the last opening tag that was a word. */
  let sinceMention: string | undefined;
  let events: SpokenEvent[] = [];
  let hasSaid = false;
  /** White space that is said once something follows. */
  let space = "";
  /** White space before each of the marks that were taken out since. */
  let gaps: string[] = [];
  let isAtStart = true;
  let hasThought = false;
  let hasToolCall = false;
  let hasAnswerMark = false;
  let openBorders = 0;
  /** What follows a closing mark while a thought is open: the answer, if no other closing mark comes. */
  let candidate: string | undefined;

  const say = (text: string): void => {
    const words = text.trimStart();
    const lead = text.slice(0, text.length - words.length);
    if (words === "") {
      space += lead;
      return;
    }
    const body = words.trimEnd();
    // Where something was taken out between two gaps, one of them remains.
    const said = (hasSaid ? largestGap([...gaps, space + lead]) : "") + body;
    gaps = [];
    space = words.slice(body.length);
    hasSaid = true;
    const before = events.at(-1);
    if (before?.type === "text") before.text += said;
    else events.push({ type: "text", text: said });
  };

  /** Moves on to an index; what lies before it is said where the mode lets it. */
  const advance = (end: number): void => {
    const text = rest.slice(0, end);
    if (text === "") return;
    last = text.at(-1) ?? last;
    if (sinceMention !== undefined) {
      sinceMention += text;
      if (text.includes("\n") || sinceMention.length > LINE_CHARS) sinceMention = undefined;
    }
    line = (line + text).slice(-LINE_CHARS).split("\n").at(-1) ?? "";
    rest = rest.slice(end);
    if (text.trim() !== "") isAtStart = false;
    if (mode.kind === "spoken") say(text);
    else if (mode.kind === "header") mode.text += text;
    else if (mode.kind === "thought" && candidate !== undefined) candidate += text;
  };
  const drop = (end: number): void => {
    if (space !== "") gaps.push(space);
    space = "";
    last = rest.charAt(end - 1);
    line = "";
    sinceMention = undefined;
    rest = rest.slice(end);
    isAtStart = false;
  };

  const isQuoted = (before: string, end: number, isEnd: boolean): boolean | undefined => {
    const closing = QUOTES[before];
    if (closing === undefined) return false;
    if (end >= rest.length && !isEnd) return undefined;
    return rest.charAt(end) === closing;
  };

  const isMention = (mark: ModelMark, end: number, isEnd: boolean): boolean | undefined =>
    isMarkMention(
      {
        mark,
        written: rest.slice(0, end),
        line,
        sinceMention,
        isThinking: mode.kind === "thought",
        isFirst: !hasSaid,
      },
      rest.slice(end, end + AFTER_CHARS),
      isEnd,
    );

  const isSpeaking = (): boolean => mode.kind === "spoken";
  const enterHeader = (of: "role" | "channel"): void => {
    mode = { kind: "header", of, text: "" };
  };
  const leaveHeader = (header: { of: "role" | "channel"; text: string }): void => {
    const text = header.text.trim();
    if (header.of === "role") mode = ASSISTANT.test(text) ? { kind: "spoken" } : { kind: "muted" };
    else if (/^final\b/i.test(text)) mode = { kind: "spoken" };
    else {
      mode = { kind: "channel" };
      hasThought = true;
    }
  };

  /** What a mark of the template does, in every mode; false where it does nothing. */
  const obeyTurn = (mark: ModelMark): boolean => {
    if (mark.kind === "turn-end") mode = { kind: "muted" };
    else if (mark.kind === "role-open") enterHeader("role");
    else if (mark.kind === "channel-open") enterHeader("channel");
    else if (mark.kind === "role") mode = mark.isAssistant ? { kind: "spoken" } : { kind: "muted" };
    else return false;
    return true;
  };

  /** @returns whether the mark is a word of the answer. */
  const obeyInSpeech = (mark: ModelMark, end: number): boolean => {
    if (obeyTurn(mark)) return false;
    switch (mark.kind) {
      case "thought-open":
        hasThought = true;
        candidate = undefined;
        mode = { kind: "thought", depth: 1, closes: mark.closes };
        return false;
      case "thought-close": {
        if (mark.name === "details") return true;
        hasThought = true;
        events.push({ type: "thought-ended" });
        hasSaid = false;
        return false;
      }
      case "tool-open":
        hasToolCall = true;
        mode = { kind: "tool", depth: 1, closes: mark.closes };
        return false;
      case "answer-open":
      case "answer-close":
        // In the middle of a text it is a word of it, such as the name of an element.
        if (mark.kind === "answer-open" && (mark.isToken || isAtStart || hasThought)) hasAnswerMark = true;
        return !hasAnswerMark;
      case "border":
        if (!mark.isClosing) {
          const isWord = !isAtStart || beginsStruckWords(rest.slice(end), true) === true;
          if (isWord) openBorders++;
          return isWord;
        }
        if (openBorders === 0) return false;
        openBorders--;
        return true;
      default:
        return false;
    }
  };

  const obeyInThought = (thought: { depth: number; closes: string }, mark: ModelMark): void => {
    if (mark.kind === "thought-open") {
      thought.depth++;
      candidate = undefined;
    } else if (mark.kind === "thought-close" && mark.name === thought.closes) {
      thought.depth--;
      candidate = thought.depth === 0 ? undefined : "";
      if (thought.depth === 0) mode = { kind: "spoken" };
    } else if (mark.kind === "answer-open" && mark.isToken) {
      hasAnswerMark = true;
      candidate = undefined;
      mode = { kind: "spoken" };
    } else if (mark.kind === "answer-open" && (last === "\n" || last === "")) {
      hasAnswerMark = true;
      candidate = "";
    } else obeyTurn(mark);
  };

  const obeyInTool = (tool: { depth: number; closes: string | undefined }, mark: ModelMark): void => {
    if (mark.kind === "tool-open" && mark.closes === tool.closes) tool.depth++;
    else if (mark.kind === "tool-close" && mark.name === tool.closes) {
      tool.depth--;
      if (tool.depth === 0) mode = { kind: "spoken" };
    } else obeyTurn(mark);
  };

  /** Whether the span that is open closes before its paragraph ends; undefined while that cannot be told. */
  const spanCloses = (from: number, isEnd: boolean): boolean | undefined => {
    const border = /`+|\n[ \t]*\n/g;
    const text = rest.slice(from, from + MAX_SPAN_CHARS);
    for (const match of text.matchAll(border)) {
      if (!match[0].startsWith("`")) return false;
      const isOpen = match.index + match[0].length === text.length && from + text.length === rest.length;
      if (isOpen && !isEnd) return undefined;
      if (match[0].length === code.span) return true;
    }
    return isEnd || text.length === MAX_SPAN_CHARS ? false : undefined;
  };

  /** One step in what is said; false where more text is needed. */
  const stepInSpeech = (isEnd: boolean): boolean => {
    NOTABLE.lastIndex = 0;
    const index = NOTABLE.exec(rest)?.index ?? rest.length;
    if (index > 0) {
      code.pass(rest.slice(0, index));
      advance(index);
      return true;
    }
    const character = rest.charAt(0);
    if (character === "`" || character === "~") {
      const run = code.takeRun(rest, 0, isEnd);
      if (run === undefined) return false;
      if (run.info !== undefined && HIDDEN_FENCE.test(run.info)) {
        if (/^tool/i.test(run.info)) hasToolCall = true;
        else hasThought = true;
        mode = {
          kind: "until",
          phrase: new RegExp(`\\n[ \\t]{0,8}${character}{${run.end},}[ \\t]{0,8}(?=\\n|$)`),
        };
        drop(run.end);
      } else advance(run.end);
      return true;
    }
    const read = code.isFenced ? undefined : readMark(rest, 0);
    if (read === "partial" && !isEnd) return false;
    if (read === "partial" && STUMP.test(rest)) {
      drop(rest.length);
      return true;
    }
    const end = read === undefined || read === "partial" ? 1 : read.end;
    let mentioned = false;
    if (read !== undefined && read !== "partial") {
      const inSpan = code.span === undefined ? false : spanCloses(end, isEnd);
      const inQuotes = inSpan === false ? isQuoted(last, end, isEnd) : inSpan;
      if (inQuotes === undefined) return false;
      if (!inQuotes) {
        // What stands around the mark decides what it is: some characters more may have to be there.
        const isWord = isMention(read.mark, end, isEnd);
        if (isWord === undefined) return false;
        const isBorder = read.mark.kind === "border" && !read.mark.isClosing && isAtStart;
        if (isBorder && beginsStruckWords(rest.slice(end), isEnd) === undefined) return false;
        if (code.span !== undefined) code.leaveSpan();
        if (isWord && read.mark.kind === "thought-open") mentioned = true;
        if (!isWord && !obeyInSpeech(read.mark, end)) {
          drop(end);
          return true;
        }
      }
    }
    code.pass(rest.slice(0, end));
    advance(end);
    if (mentioned) sinceMention = "";
    return true;
  };

  const stepHidden = (isEnd: boolean): boolean => {
    if (mode.kind === "until") {
      const found = mode.phrase.exec(rest);
      if (found === null || (found.index + found[0].length === rest.length && !isEnd)) {
        const kept = found === null ? PHRASE_CHARS : rest.length - found.index;
        drop(Math.max(0, rest.length - (isEnd ? 0 : kept)));
        return false;
      }
      mode = { kind: "spoken" };
      drop(found.index + found[0].length);
      return true;
    }
    NOTABLE_HIDDEN.lastIndex = 0;
    const index = NOTABLE_HIDDEN.exec(rest)?.index ?? rest.length;
    if (mode.kind === "header") {
      const line = mode.of === "role" ? rest.slice(0, index).indexOf("\n") : -1;
      if (line !== -1 && (mode.text + rest.slice(0, line)).trim() !== "") {
        const header = mode;
        header.text += rest.slice(0, line);
        drop(line + 1);
        leaveHeader(header);
        return true;
      }
      if (mode.text.length > MAX_HEADER_CHARS) {
        leaveHeader(mode);
        return true;
      }
    }
    if (index > 0) {
      advance(index);
      return true;
    }
    const read = readMark(rest, 0);
    if (read === "partial" && !isEnd) return false;
    if (read === undefined || read === "partial") {
      advance(1);
      return true;
    }
    const quoted = mode.kind === "thought" ? isQuoted(last, read.end, isEnd) : false;
    if (quoted === undefined) return false;
    if (quoted) {
      advance(read.end);
      return true;
    }
    const { mark } = read;
    if (mode.kind === "thought") {
      const isWord = isMention(mark, read.end, isEnd);
      if (isWord === undefined) return false;
      if (isWord) {
        // If no other mark ends the thought, this one did.
        advance(read.end);
        if (mark.kind === "thought-close") candidate = "";
        return true;
      }
    }
    if (mode.kind === "thought") obeyInThought(mode, mark);
    else if (mode.kind === "tool") obeyInTool(mode, mark);
    else if (mode.kind === "header") {
      const header = mode;
      if (mark.kind === "header-end") leaveHeader(header);
      else if (mark.kind !== "token") {
        leaveHeader(header);
        if (!obeyTurn(mark) && isSpeaking()) obeyInSpeech(mark, read.end);
      }
    } else obeyTurn(mark);
    drop(read.end);
    return true;
  };

  /** Thoughts without a mark; false where more text is needed. */
  const readBeginning = (isEnd: boolean): boolean => {
    const begun = rest.trimStart();
    if (begun === "" && !isEnd) return false;
    for (const { start, words, phrase } of BEGINNINGS) {
      if (start.test(begun)) {
        hasThought = true;
        mode = { kind: "until", phrase };
        isAtStart = false;
        return true;
      }
      const lower = begun.toLowerCase();
      if (!isEnd && words.some((word) => word.startsWith(lower) || lower === `${word}:`)) return false;
    }
    return true;
  };

  const read = (isEnd: boolean): SpokenEvent[] => {
    events = [];
    if (isAtStart && mode.kind === "spoken" && last === "" && !readBeginning(isEnd)) return [];
    while (rest !== "") {
      if (!(mode.kind === "spoken" ? stepInSpeech(isEnd) : stepHidden(isEnd))) break;
    }
    return events;
  };

  return {
    push(text) {
      rest += text;
      return read(false);
    },
    end() {
      const ended = read(true);
      if (mode.kind !== "thought" || candidate === undefined || candidate.trim() === "") return ended;
      // The last closing mark ended the thought after all: one of its opening marks was only spoken of.
      const inner = createSpokenText();
      return [...ended, ...inner.push(candidate), ...inner.end()];
    },
    get hasThought() {
      return hasThought;
    },
    get hasToolCall() {
      return hasToolCall;
    },
    get isThinking() {
      return mode.kind === "thought" || mode.kind === "channel" || mode.kind === "until";
    },
  };
}

function largestGap(gaps: readonly string[]): string {
  const lines = (gap: string): number => gap.split("\n").length;
  return gaps.reduce((best, gap) =>
    lines(gap) > lines(best) || (lines(gap) === lines(best) && gap.length > best.length) ? gap : best,
  );
}
