import { citedSources } from "../../core/citation/cited-sources.ts";
import type { AnswerMode, ChatEvent, Source } from "../../core/protocol.ts";
import type { GivenAnswer } from "./target.ts";

/** An answer that did not come to its end; the message says why. */
export class AnswerFailure extends Error {
  readonly retryAfterMs: number | undefined;
  /** Trying again may help. */
  readonly retryable: boolean;
  constructor(message: string, { retryable = false, retryAfterMs = undefined as number | undefined } = {}) {
    super(message);
    this.name = "AnswerFailure";
    this.retryable = retryable;
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * Gathers the events of one answer.
 *
 * @throws AnswerFailure for an `error` event, and for a stream that ends without a terminal event.
 */
export async function collectAnswer(events: AsyncIterable<ChatEvent>): Promise<GivenAnswer> {
  let mode: AnswerMode = "extractive";
  let text = "";
  let sources: Source[] = [];
  for await (const event of events) {
    switch (event.type) {
      case "answer-start":
        mode = event.mode;
        break;
      case "sources-available":
        sources = event.sources;
        break;
      case "text-delta":
        text += event.text;
        break;
      case "marks-available":
        ({ text } = event);
        break;
      case "answer-reset":
        text = "";
        break;
      case "answer-end": {
        const { finishReason, citedPositions, citations, further, confidence, groundedness, usage } = event;
        return {
          mode,
          text,
          sources: citedSources(sources, citations),
          citedPositions,
          offeredPositions: further?.positions,
          finishReason,
          confidence,
          groundedness,
          usage,
        };
      }
      case "error":
        throw new AnswerFailure(event.message, {
          retryable: event.retryable,
          retryAfterMs: event.retryAfterMs,
        });
      default:
        break;
    }
  }
  throw new AnswerFailure("The answer broke off before its end.", { retryable: true });
}
