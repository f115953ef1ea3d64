import { decodeChatEvent, type ChatEvent } from "./protocol.ts";
import { createSseParser } from "./sse-parser.ts";

/** A single event larger than this is an attack or a mistake: the reader gives up instead of growing. */
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
 * Leaving the loop early cancels the stream. Throws what reading throws, and RangeError for an event without end.
 */
export async function* readChatEvents(
  bytes: ReadableStream<Uint8Array>,
): AsyncGenerator<ReceivedChatEvent, void, undefined> {
  const decoder = new TextDecoder();
  const parser = createSseParser(MAX_EVENT_CHARS);
  const reader = bytes.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      for (const { id, event: type, data } of parser.push(decoder.decode(value, { stream: true }))) {
        const event = decodeChatEvent(type, data);
        if (event !== undefined) yield { id, event };
      }
    }
  } finally {
    // Also when the caller stops reading: the connection must not stay open behind it.
    await reader.cancel().catch(() => undefined);
  }
}
