import type { ChatEvent, ChatRequest } from "../../core/protocol.ts";

/**
 * Where answers come from. `ask` yields the events of one answer and ends after the terminal one. It throws a
 * `ChatError` for everything that goes wrong, and the signal's reason once the signal is aborted.
 */
export interface ChatTransport {
  ask(request: ChatRequest, options: { signal: AbortSignal }): AsyncIterable<ChatEvent>;
}
