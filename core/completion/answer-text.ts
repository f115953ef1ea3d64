/** What of a model's text is its answer, while it streams in: no thought, no call of a tool, no loop. */
import { createAnswerBeginning, type AnswerBeginningOptions, type AnswerPiece } from "./answer-beginning.ts";
import { createRepetitionGuard } from "./repetition-guard.ts";
import { createSpokenText, type SpokenEvent } from "./spoken-text.ts";

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
  // Before the beginning is held: a loop has to end there too.
  const withoutLoops = (events: readonly SpokenEvent[]): SpokenEvent[] =>
    events.flatMap((event): SpokenEvent[] => {
      if (event.type === "text") return [{ type: "text", text: guard.push(event.text) }];
      const rest = guard.end(false);
      guard = createRepetitionGuard();
      return [{ type: "text", text: rest }, event];
    });
  return {
    push: (text) => beginning.push(withoutLoops(spoken.push(text))),
    end(isCut) {
      const events = withoutLoops(spoken.end());
      const piece = beginning.push([...events, { type: "text", text: guard.end(isCut) }]);
      const rest = beginning.end(isCut);
      return rest.isRestart ? rest : { ...piece, text: piece.text + rest.text };
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
