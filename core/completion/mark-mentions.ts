/**
 * Whether a mark that looks like a tag is one, or a word of the sentence that it stands in: answers speak of
 * `List<Thought>`, and of what `<think>` is for. Servers look for the opening mark of a thought at the beginning of the
 * text alone; models that think again in the middle of an answer do so at the beginning of a line, or between two
 * sentences. In the middle of one it is a word.
 *
 * @see https://docs.vllm.ai/en/latest/features/reasoning_outputs.html
 * @see https://docs.claude.com/en/docs/build-with-claude/extended-thinking#interleaved-thinking
 */
import type { ModelMark } from "./model-marks.ts";

export interface MarkPlace {
  mark: ModelMark;
  /** The mark as it is written. */
  written: string;
  /** What stands before it on its line, back to the last mark that was taken out: the last {@link LINE_CHARS}. */
  line: string;
  /** What stands between it and the last opening mark on its line that was a word. */
  sinceMention: string | undefined;
  /** It stands within a thought. */
  isThinking: boolean;
  /** Nothing has been said before it. */
  isFirst: boolean;
}

export const LINE_CHARS = 60;
/** What tells of a mark stands within so many characters behind it. */
export const AFTER_CHARS = 3;

const TAG = /^(?:<[^<>|｜]+>|\[\/?(?:THINK|THINKING|REASONING)\])$/;
/** A line, or a sentence in it, begins here. */
const SENTENCE_START =
  /(?:^|(?:[!?。！？]|(?<!\.)\.)["'”’»)*_]{0,3}(?:\[\d{1,3}\]){0,6}|\[\d{1,3}\])\s{0,8}$/;
/** What a model says before it stops to think, though no sentence ends there. */
const LEADS_OVER = /[:…]\s{0,3}$|\.{3}\s{0,3}$/;
/** The sentence goes on behind the mark. */
const GOES_ON = /^(?: [\p{Ll}\d(]|[,;:)]|\.(?!\.))/u;
/** As of a generic type. */
const BEHIND_NAME = /[\p{L}\p{N}_]$/u;
/** Of struck words at the start of a text, so many characters are looked at. */
const MAX_STRUCK_CHARS = 200;

/**
 * @param after {@link AFTER_CHARS} of what follows, as far as they are there.
 * @param isEnd Nothing more is to come.
 * @returns undefined while that cannot be told.
 */
export function isMarkMention(place: MarkPlace, after: string, isEnd: boolean): boolean | undefined {
  const { mark, written, line, sinceMention, isThinking, isFirst } = place;
  if (!TAG.test(written)) return false;
  const isOpen = after.length < AFTER_CHARS && !isEnd;
  const isBetweenSentences = SENTENCE_START.test(line);
  const isWithin = !isBetweenSentences && line.endsWith(" ");
  const isType = BEHIND_NAME.test(line) && /[A-Z]/.test(written);
  switch (mark.kind) {
    case "thought-open":
      if (isThinking ? isType : !isFirst && !isBetweenSentences && !LEADS_OVER.test(line)) return true;
      if (!isThinking && isFirst) return false;
      return isOpen ? undefined : GOES_ON.test(after) && (!isThinking || isWithin);
    case "thought-close":
      if (!isThinking && sinceMention !== undefined && !isBetweenSentences) {
        if (!/\p{L}/u.test(sinceMention)) return true;
        return isOpen ? undefined : !/^[ \t]*\n/.test(after);
      }
      return isOpen ? undefined : isWithin && GOES_ON.test(after);
    case "tool-open":
    case "tool-close":
      if (isOpen) return undefined;
      return (isType && !/^\s*[{\n]/.test(after)) || (isWithin && GOES_ON.test(after));
    default:
      return false;
  }
}

/**
 * Whether `<s>` at the start of a text begins words that are struck, and is not the token that begins a text.
 *
 * @param text What follows it.
 * @returns undefined while that cannot be told.
 */
export function beginsStruckWords(text: string, isEnd: boolean): boolean | undefined {
  const [, inner = "", closing, after = ""] =
    /^([^<\n]*)(<\/s>)?([^]*)$/i.exec(text.slice(0, MAX_STRUCK_CHARS)) ?? [];
  if (closing === undefined) {
    const mayClose = /^(?:<(?:\/s?)?)?$/i.test(after) && text.length < MAX_STRUCK_CHARS;
    return mayClose && !isEnd ? undefined : false;
  }
  if (after.length < 2 && !isEnd && text.length < MAX_STRUCK_CHARS) return undefined;
  return !SENTENCE_START.test(inner) && /^ ?[\p{L}\p{N}\p{Sc}([,.;:]/u.test(after);
}
