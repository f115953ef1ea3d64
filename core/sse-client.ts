import { EventSourceParserStream } from "eventsource-parser/stream";
import { decodeChatEvent, type ChatEvent } from "./protocol.ts";

/** A single event larger than this is an attack or a mistake: the parser gives up instead of growing. */
const MAX_EVENT_CHARS = 1024 * 1024;

/** A {@link ChatEvent} with the sequence number that its `id:` line gave it. */
export interface ReceivedChatEvent {
  id: string | undefined;
  event: ChatEvent;
}

/**
 * Reads the events of one answer from the bytes of a `text/event-stream` body, whatever the cuts between
 * reads. Unknown events and broken data are skipped.
 *
 * Ends when the bytes end, with or without a terminal event: noticing that none came is the caller's part.
 * Leaving the loop early cancels the stream. Throws what reading throws.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export async function* readChatEvents(
  bytes: ReadableStream<Uint8Array>,
): AsyncGenerator<ReceivedChatEvent, void, undefined> {
  const messages = bytes
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .pipeThrough(new EventSourceParserStream({ maxBufferSize: MAX_EVENT_CHARS }));
  const reader = messages.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const event = decodeChatEvent(value.event ?? "message", value.data);
      if (event !== undefined) yield { id: value.id, event };
    }
  } finally {
    // Also when the caller stops reading: the connection must not stay open behind it.
    await reader.cancel().catch(() => undefined);
  }
}
