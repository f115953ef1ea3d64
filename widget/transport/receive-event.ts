/** What each event of an answer does to its turn. */
import type { ChatEvent, ChatEventOf } from "../../core/protocol.ts";
import { failureOf } from "../chat-failure.ts";
import type { Turn } from "../chat-state.ts";

/**
 * The turn after an event. Pure.
 *
 * @param eventId its number, where it has one.
 * @param atMs when it came; milliseconds since 1970.
 */
export function receiveEvent(
  before: Turn,
  event: ChatEvent,
  eventId: string | undefined,
  atMs: number,
): Turn {
  const turn = eventId === undefined ? before : { ...before, lastEventId: eventId };
  switch (event.type) {
    case "answer-start":
      return { ...turn, answerId: event.answerId, mode: event.mode };
    case "stage":
      return {
        ...turn,
        stage: { stage: event.stage, count: event.count },
        query: searchedFor(event, turn.query),
      };
    case "question-cleaned":
      return turn;
    case "sources-available":
      return { ...turn, sources: event.sources };
    case "text-delta":
      return { ...turn, status: "streaming", text: turn.text + event.text };
    case "marks-available":
      return { ...turn, text: event.text };
    case "answer-reset":
      return { ...turn, status: "waiting", text: "" };
    case "follow-ups-available":
      return { ...turn, followUps: event.questions.slice(0, 3) };
    case "answer-end":
      return {
        ...turn,
        status: event.finishReason === "stopped" ? "stopped" : "complete",
        finishReason: event.finishReason,
        prepared: event.prepared,
        citedPositions: event.citedPositions,
        citations: event.citations ?? [],
        further: event.further,
        stage: undefined,
        endedAtMs: atMs,
      };
    case "error":
      return {
        ...turn,
        status: "failed",
        failure: { ...failureOf(event.code, event.retryAfterMs), retryable: event.retryable },
        stage: undefined,
        endedAtMs: atMs,
      };
  }
}

/** The things that a question asks come one after another, and stand beside one another. */
function searchedFor(
  { query, part = 1 }: ChatEventOf<"stage">,
  before: string | undefined,
): string | undefined {
  return query && before && part > 1 ? `${before} · ${query}` : (query ?? before);
}
