/** What of a model's text is its answer, while it streams in: no thought, no call of a tool, no loop. */
import { createUnwrapper } from "../answer/tidy/unwrap-reply.ts";
import { createAnswerBeginning, type AnswerBeginningOptions, type AnswerPiece } from "./answer-beginning.ts";
import { createPlainCitations } from "./plain-citations.ts";
import { createRepetitionGuard } from "./repetition-guard.ts";
import { createSpokenText } from "./spoken-text.ts";
import type { SpokenEvent } from "./spoken-words.ts";

export interface AnswerText {
  /** Takes the next piece and returns what may be shown. */
  push(text: string): AnswerPiece;
  /**
   * Returns what was held back.
   *
   * @param isCut Whether the text was cut off by its limit.
   */
  end(isCut: boolean): AnswerPiece;
  /** The model says the same again and again: what was returned ends where that began. */
  readonly repeatsItself: boolean;
  /** The text begins within a thought. */
  readonly omitsOpening: boolean;
  /** The text so far ends within a thought. */
  readonly isThinking: boolean;
  /** For the log, where there was no answer: what there was in its place. */
  readonly nature: "a thought" | "a call of a tool" | "no text";
}

export function createAnswerText(options: AnswerBeginningOptions): AnswerText {
  const spoken = createSpokenText();
  const beginning = createAnswerBeginning(options);
  let guard = createRepetitionGuard();
  let citations = createPlainCitations();
  let unwrapper = createUnwrapper();
  // Before the beginning is held: a loop has to end there too, and a citation begins an answer.
  const prepared = (events: readonly SpokenEvent[]): SpokenEvent[] =>
    events.flatMap((event): SpokenEvent[] => {
      if (event.type === "text") return [{ type: "text", text: citations.push(guard.push(event.text)) }];
      const rest = citations.push(guard.end(false)) + citations.end();
      guard = createRepetitionGuard();
      citations = createPlainCitations();
      return [{ type: "text", text: rest }, event];
    });
  const unwrapped = (piece: AnswerPiece): AnswerPiece => {
    if (piece.isRestart) unwrapper = createUnwrapper();
    return { ...piece, text: unwrapper.push(piece.text) };
  };
  return {
    push: (text) => unwrapped(beginning.push(prepared(spoken.push(text)))),
    end(isCut) {
      const events = prepared(spoken.end());
      const last = citations.push(guard.end(isCut)) + citations.end();
      const piece = unwrapped(beginning.push([...events, { type: "text", text: last }]));
      const rest = unwrapped(beginning.end(isCut));
      const text = (rest.isRestart ? "" : piece.text) + rest.text + unwrapper.end();
      return { text, isRestart: piece.isRestart || rest.isRestart };
    },
    get repeatsItself() {
      return guard.repeatsItself;
    },
    get omitsOpening() {
      return beginning.omitsOpening;
    },
    get isThinking() {
      return spoken.isThinking;
    },
    get nature() {
      if (spoken.hasToolCall) return "a call of a tool";
      return spoken.hasThought || beginning.isThought ? "a thought" : "no text";
    },
  };
}
