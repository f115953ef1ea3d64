/** Reads one streamed completion to its end, and passes on what of it is the answer. */
import { GenerationError, type GenerationEvent } from "../../core/answer/generation-provider.ts";
import type { AnswerPiece } from "../../core/completion/answer-beginning.ts";
import { createAnswerText, type AnswerText } from "../../core/completion/answer-text.ts";
import type { ModelFinish } from "../../core/completion/completion-chunk.ts";
import type { CompletionEvent } from "../../core/completion/completion-stream.ts";
import type { Usage } from "../../core/protocol.ts";
import { PROVIDER_USAGE_WAIT_MS } from "../constants.ts";

/** A completion that was read to its end. */
export interface ReadAnswer {
  /** All text of the answer, what is left included. */
  text: string;
  /** What was not passed on: whether it may be is for the end to say. */
  rest: AnswerPiece;
  finish: ModelFinish | undefined;
  /** The server has said that nothing follows. */
  isDone: boolean;
  refuses: boolean;
  /** The text went through this. */
  answer: AnswerText;
  usage: Pick<Usage, "inputTokens" | "outputTokens"> | undefined;
}

export interface ReadAnswerOptions {
  /** Positions that the answer may cite. */
  positions: ReadonlySet<number>;
  /** Nothing is passed on before the end. */
  isHeldWhole: boolean;
  idleTimeoutMs: number;
  signal: AbortSignal;
  /** The next part, or a rejection once its time is over. */
  within: <T>(work: Promise<T>, timeoutMs: number) => Promise<T>;
  /** Told of the first words of the answer. */
  onWords: () => void;
}

/** Thoughts included: some 100,000 tokens. Beyond it a server ignores its limit. */
const MAX_COMPLETION_CHARS = 400_000;

/**
 * @param first What the first part was.
 * @throws GenerationError, or the signal's reason.
 */
export async function* readAnswer(
  first: IteratorResult<CompletionEvent>,
  parts: AsyncIterator<CompletionEvent>,
  { positions, isHeldWhole, idleTimeoutMs, signal, within, onWords }: ReadAnswerOptions,
): AsyncGenerator<GenerationEvent, ReadAnswer, undefined> {
  const answer = createAnswerText({ positions, isHeldWhole });
  let text = "";
  let chars = 0;
  let refuses = false;
  let finish: ModelFinish | undefined;
  let usage: ReadAnswer["usage"];
  let result = first;
  while (result.done !== true && result.value !== "done" && !answer.repeatsItself) {
    signal.throwIfAborted();
    const part = result.value;
    chars += part.text.length;
    if (chars > MAX_COMPLETION_CHARS)
      throw new GenerationError({ reason: "provider-stream-broken", detail: "a text without end" });
    refuses ||= part.refuses;
    finish ??= part.finish;
    usage = part.usage ?? usage;
    const piece = answer.push(part.text);
    if (piece.isRestart) {
      text = "";
      yield { type: "restart" };
    }
    if (piece.text !== "") {
      text += piece.text;
      onWords();
      yield { type: "text-delta", text: piece.text };
    }
    if (finish === undefined) {
      result = await within(parts.next(), idleTimeoutMs);
    } else {
      // The answer is whole; only usage figures may still come, and they are not worth an error.
      const last = await within(parts.next(), PROVIDER_USAGE_WAIT_MS).catch(() => undefined);
      if (last === undefined) break;
      result = last;
    }
  }
  signal.throwIfAborted();
  const isDone = result.done !== true && result.value === "done";
  const rest = answer.end(finish?.kind === "length" || answer.repeatsItself);
  return {
    text: (rest.isRestart ? "" : text) + rest.text,
    rest,
    finish,
    isDone,
    refuses,
    answer,
    usage,
  };
}
