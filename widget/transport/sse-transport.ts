/** Answers over `/v1/chat` as server-sent events. `EventSource` cannot post, so this reads a fetch body. */
import { isTerminalEvent } from "../../core/protocol.ts";
import { readChatEvents, type ReceivedChatEvent } from "../../core/sse-client.ts";
import { ChatError, failureOf, type FailureCode } from "../chat-failure.ts";
import type { Schedule } from "../chat-store.ts";
import type { ChatTransport } from "./chat-transport.ts";

/** Without a byte for this long the connection counts as dead; the server sends a heartbeat every few seconds. */
export const IDLE_TIMEOUT_MS = 20_000;

export interface SseTransportOptions {
  /** Absolute URL of `/v1/chat`. */
  url: string;
  fetch: typeof fetch;
  schedule: Schedule;
  /** Whether the browser knows that it has no network. */
  isOffline?: () => boolean;
  idleTimeoutMs?: number;
}

export function createSseTransport(options: SseTransportOptions): ChatTransport {
  const { url, fetch, schedule, isOffline = () => false, idleTimeoutMs = IDLE_TIMEOUT_MS } = options;

  async function* read(
    address: string,
    init: RequestInit,
    signal: AbortSignal,
  ): AsyncGenerator<ReceivedChatEvent, void, undefined> {
    if (isOffline()) throw failed("offline");
    const idle = new AbortController();
    let begun = false;
    let cancelTimer: (() => void) | undefined;
    const restartTimer = (): void => {
      cancelTimer?.();
      cancelTimer = schedule(() => idle.abort(failed("timeout")), idleTimeoutMs);
    };
    restartTimer();
    try {
      const response = await fetch(address, { ...init, signal: AbortSignal.any([signal, idle.signal]) });
      restartTimer();
      const body = await checkedBody(response);
      begun = true;
      for await (const received of readChatEvents(body.pipeThrough(watchBytes(restartTimer)))) {
        signal.throwIfAborted();
        yield received;
        if (isTerminalEvent(received.event)) return;
      }
      throw failed("stream-truncated");
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ChatError) throw error;
      if (idle.signal.aborted) throw idle.signal.reason;
      throw failed(isOffline() ? "offline" : begun ? "stream-truncated" : "unreachable", error);
    } finally {
      cancelTimer?.();
    }
  }

  const at = (answerId: string): string => `${url}/${encodeURIComponent(answerId)}`;
  return {
    ask: (request, { signal }) =>
      read(
        url,
        {
          method: "POST",
          headers: { "content-type": "application/json", "accept": "text/event-stream" },
          body: JSON.stringify(request),
        },
        signal,
      ),
    resume: (answerId, { signal, lastEventId }) =>
      read(
        at(answerId),
        { headers: { "accept": "text/event-stream", "last-event-id": lastEventId } },
        signal,
      ),
    stop(answerId) {
      // Outlives the page. Whether it arrived makes no difference to the visitor.
      fetch(at(answerId), { method: "DELETE", keepalive: true }).catch(() => undefined);
    },
  };
}

/** The body of an event stream. Anything else becomes the failure that it stands for. */
async function checkedBody(response: Response): Promise<ReadableStream<Uint8Array>> {
  const type = response.headers.get("content-type") ?? "";
  if (response.ok && type.startsWith("text/event-stream") && response.body) return response.body;
  if (response.ok) throw failed("bad-response");
  const retryAfterMs = readRetryAfter(response.headers.get("retry-after"));
  const body = (await response.json().catch(() => undefined)) as { error?: { code?: unknown } } | undefined;
  const code = body?.error?.code;
  // A proxy in between answers with a page of its own: then only the status speaks.
  const fallback =
    response.status === 429 ? "rate-limited" : response.status >= 500 ? "unavailable" : "internal";
  throw new ChatError(failureOf(typeof code === "string" ? code : fallback, retryAfterMs));
}

/** Seconds, as this project's Worker says it. A date counts from a clock that is not the visitor's. */
function readRetryAfter(value: string | null): number | undefined {
  const seconds = Number(value);
  return seconds > 0 && seconds < Number.POSITIVE_INFINITY ? seconds * 1000 : undefined;
}

function watchBytes(onBytes: () => void): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(bytes, controller) {
      onBytes();
      controller.enqueue(bytes);
    },
  });
}

function failed(code: FailureCode, cause?: unknown): ChatError {
  return new ChatError({ code, retryable: true }, cause);
}
