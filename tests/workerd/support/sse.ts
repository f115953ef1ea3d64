import { readChatEvents, type ReceivedChatEvent } from "../../../core/sse-client.ts";

/** The whole text of a stream. */
export async function readText(body: ReadableStream<Uint8Array> | null): Promise<string> {
  return body === null ? "" : new Response(body).text();
}

/** All events of a response, as the widget reads them. */
export async function readEvents(response: Response): Promise<ReceivedChatEvent[]> {
  const events: ReceivedChatEvent[] = [];
  if (response.body === null) return events;
  for await (const received of readChatEvents(response.body)) events.push(received);
  return events;
}

/** Frames without heartbeats. */
export function framesOf(text: string): string[] {
  return text.split("\n\n").filter((frame) => frame !== "" && !frame.startsWith(":"));
}
