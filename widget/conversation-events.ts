/** What the page is told of a conversation: each action of the store as the event that stands for it. */
import type { ChatAction, ChatState } from "./chat-state.ts";
import type { Emit } from "./events.ts";

export interface ConversationEventsOptions {
  emit: Emit;
  /** An answer is complete. */
  onAnswer: () => void;
}

/** For `observe` of the store. */
export function createConversationEvents({ emit, onAnswer }: ConversationEventsOptions) {
  return (action: ChatAction, state: ChatState): void => {
    if (action.type !== "receive" && action.type !== "fail" && action.type !== "stop") return;
    const turn = state.turns.find(({ id }) => id === action.turnId);
    if (!turn) return;
    if (action.type === "stop") emit("assistant-stop");
    if (action.type === "receive" && action.event.type === "answer-start") {
      emit("assistant-answer-start", { answerId: action.event.answerId, mode: action.event.mode });
    } else if (turn.status === "failed") {
      emit("assistant-error", { code: turn.failure?.code ?? "internal" });
    } else if (turn.endedAtMs !== undefined && turn.finishReason) {
      if (action.type === "receive") onAnswer();
      const latencyMs = Math.max(0, turn.endedAtMs - turn.askedAtMs);
      emit("assistant-answer-end", {
        finishReason: turn.finishReason,
        citedPositions: turn.citedPositions,
        latency: latencyMs,
        latencyMs,
      });
    }
  };
}
