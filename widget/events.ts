/** The events of the element, typed. All bubble and cross shadow roots; none carries what a visitor wrote,
 * except `assistant-question`, which a page may want to stop. */
import type { AnswerMode, FinishReason } from "../core/protocol.ts";
import type { FailureCode } from "./chat-failure.ts";
import type { Rating } from "./chat-state.ts";
import type { Diagnostic } from "./diagnostics/describe-problem.ts";

export interface AssistantEventDetails {
  "assistant-ready": { version: string };
  "assistant-open": undefined;
  "assistant-close": undefined;
  "assistant-question": { text: string };
  "assistant-answer-start": { answerId: string; mode: AnswerMode };
  "assistant-answer-end": {
    finishReason: FinishReason;
    citedPositions: readonly number[];
    /** Milliseconds from the question to the end of the answer. */
    latency: number;
    /** The same, with its unit in its name. */
    latencyMs: number;
  };
  "assistant-stop": undefined;
  "assistant-error": { code: FailureCode };
  "assistant-source-click": { url: string; position: number };
  "assistant-link-click": { url: string };
  "assistant-copy": { what: "answer" | "code" };
  "assistant-feedback": { answerId: string; rating: Rating };
  "assistant-starter-click": { index: number };
  "assistant-follow-up-click": { index: number };
  "assistant-clear": undefined;
  "assistant-diagnostic": Diagnostic;
}

export type AssistantEventName = keyof AssistantEventDetails;

export class AssistantEvent<N extends AssistantEventName> extends CustomEvent<AssistantEventDetails[N]> {
  constructor(name: N, detail: AssistantEventDetails[N]) {
    super(name, {
      detail: Object.freeze(detail) as AssistantEventDetails[N],
      bubbles: true,
      composed: true,
      cancelable: name === "assistant-question",
    });
  }
}

/** Fires an event on the element. @returns false when a listener prevented it. */
export type Emit = <N extends AssistantEventName>(
  name: N,
  ...detail: AssistantEventDetails[N] extends undefined ? [] : [AssistantEventDetails[N]]
) => boolean;

type AssistantEventMap = { [N in AssistantEventName]: AssistantEvent<N> };

declare global {
  interface GlobalEventHandlersEventMap extends AssistantEventMap {}
}
