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
import { stepHidden } from "./read-hidden.ts";
import { stepInSpeech } from "./read-speech.ts";
import { createSpokenReading } from "./spoken-reading.ts";
import type { SpokenEvent } from "./spoken-words.ts";
import { readUnmarkedThought } from "./unmarked-thought.ts";

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

export function createSpokenText(): SpokenText {
  const reading = createSpokenReading();

  /** Thoughts without a mark; false where more text is needed. */
  const readBeginning = (isEnd: boolean): boolean => {
    const unmarked = readUnmarkedThought(reading.rest.trimStart());
    if (unmarked === "partial") return isEnd;
    if (unmarked !== undefined) {
      reading.hasThought = true;
      reading.mode = { kind: "until", phrase: unmarked.phrase };
      reading.isAtStart = false;
    }
    return true;
  };

  const read = (isEnd: boolean): SpokenEvent[] => {
    const isFirst = reading.isAtStart && reading.mode.kind === "spoken" && reading.last === "";
    if (isFirst && !readBeginning(isEnd)) return [];
    while (reading.rest !== "") {
      const step = reading.mode.kind === "spoken" ? stepInSpeech : stepHidden;
      if (!step(reading, isEnd)) break;
    }
    return reading.words.take();
  };

  return {
    push(text) {
      reading.rest += text;
      return read(false);
    },
    end() {
      const ended = read(true);
      const { mode, candidate } = reading;
      if (mode.kind !== "thought" || candidate === undefined || candidate.trim() === "") return ended;
      // The last closing mark ended the thought after all: one of its opening marks was only spoken of.
      const inner = createSpokenText();
      return [...ended, ...inner.push(candidate), ...inner.end()];
    },
    get hasThought() {
      return reading.hasThought;
    },
    get hasToolCall() {
      return reading.hasToolCall;
    },
    get isThinking() {
      return /^(?:thought|channel|until)$/.test(reading.mode.kind);
    },
  };
}
