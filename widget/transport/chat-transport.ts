import type { ChatRequest } from "../../core/protocol.ts";
import type { ReceivedChatEvent } from "../../core/sse-client.ts";

/**
 * Where answers come from. `ask` and `resume` yield the events of one answer and end after the terminal one. They
 * throw a `ChatError` for everything that goes wrong, and the signal's reason once the signal is aborted.
 */
export interface ChatTransport {
  ask(request: ChatRequest, options: { signal: AbortSignal }): AsyncIterable<ReceivedChatEvent>;
  /** Reads on in an answer after an event. A server that does not keep answers fails with `not-found`. */
  resume(
    answerId: string,
    options: { signal: AbortSignal; lastEventId: string },
  ): AsyncIterable<ReceivedChatEvent>;
  /** Ends an answer at its source, so that nobody pays for what nobody reads. Never fails. */
  stop: (answerId: string) => void;
}
