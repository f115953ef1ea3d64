/**
 * Server-sent events of one answer: events in, bytes out.
 *
 * The stream is driven by its reader: each pull writes the events that are there already, a few at most, so a
 * slow reader slows the events down and nothing piles up. What is there already goes out together: a write costs
 * more than the frame in it, and a quoted answer is there as a whole. Nothing is held back for what has to be
 * waited for. One rule makes the heartbeats: whenever nothing was written for a while, a comment is.
 * That shows the first byte at once, keeps proxies from closing the connection, and, since a platform notices
 * that a visitor has left only when it writes to them, stops the model soon after they left.
 *
 * Whatever happens inside, a reader that stays gets exactly one terminal event.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
import { isTerminalEvent, type ChatEvent, type ChatEventOf } from "../core/protocol.ts";

/** A comment line, which readers ignore. */
export const HEARTBEAT_FRAME = ":\n\n";

/** Events of one write at most: more than a quoted answer has. */
export const MAX_EVENTS_AT_ONCE = 16;

/**
 * An event that is not there after so many turns of the queue of promises waits for something: a store, a model,
 * a timer. One that does not has some thirty to go, through all the generators that it comes from.
 */
const READY_TURNS = 100;

/** Why a stream had to end without a terminal event from its events. */
export type StreamProblem =
  | { reason: "events-failed"; error: unknown }
  | { reason: "events-ended-early" }
  | { reason: "time-exceeded"; maxStreamMs: number };

export interface ChatStreamOptions {
  /** Silence after which a heartbeat is written. */
  heartbeatMs: number;
  /** After this the events are aborted and the answer ends with an error. */
  maxStreamMs: number;
  /** Aborted when the visitor leaves, if the platform says so. Cancelling the stream has the same effect. */
  signal?: AbortSignal | undefined;
  /** Makes the terminal event of a problem. Called at most once, and not for a visitor who left. */
  toErrorEvent: (problem: StreamProblem) => ChatEventOf<"error">;
}

export interface ChatStream {
  body: ReadableStream<Uint8Array>;
  /** Resolves once the events have come to rest: ended, aborted or given up. Never rejects. */
  finished: Promise<void>;
}

/**
 * One event as a frame. The payload is one line of JSON, so no text of an answer can end a line, start a
 * field or open another event.
 *
 * @param sequence Number of the event within its answer, from 1.
 */
export function encodeChatEvent(event: ChatEvent, sequence: number): string {
  const { type, ...data } = event;
  return `id: ${sequence}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}

/**
 * Starts an answer and returns its bytes.
 *
 * @param startEvents Called once; its signal is aborted when the visitor leaves, when time is up, and after the
 *   terminal event.
 */
export function streamChatEvents(
  startEvents: (signal: AbortSignal) => AsyncIterable<ChatEvent>,
  options: ChatStreamOptions,
): ChatStream {
  const encoder = new TextEncoder();
  const abort = new AbortController();
  const finished = Promise.withResolvers<void>();
  let sequence = 0;
  let closed = false;
  /** Frames that go out with the next write. */
  let frames = "";
  let events: AsyncIterator<ChatEvent> | undefined;
  let nextEvent: Promise<IteratorResult<ChatEvent>> | undefined;
  /** Ends the wait for an event. */
  let endWait: (() => void) | undefined;
  let stream: ReadableStreamDefaultController<Uint8Array>;

  /** Ends everything but the stream itself. Safe to call again. */
  const settle = (): void => {
    if (closed) return;
    closed = true;
    clearTimeout(deadline);
    endWait?.();
    options.signal?.removeEventListener("abort", leave);
    abort.abort(new DOMException("The answer is over.", "AbortError"));
    // Not awaited: events that ignore their signal must not hold up the visitor.
    const returned = Promise.resolve(events?.return?.()).then(
      () => undefined,
      () => undefined,
    );
    void returned.then(finished.resolve);
  };
  const leave = (): void => {
    if (closed) return;
    settle();
    stream.error(new DOMException("The visitor left.", "AbortError"));
  };
  const flush = (): void => {
    if (frames === "") return;
    stream.enqueue(encoder.encode(frames));
    frames = "";
  };
  const write = (event: ChatEvent): void => {
    // Encoded before it is counted: an event that cannot be encoded takes no number.
    frames += encodeChatEvent(event, sequence + 1);
    sequence += 1;
    if (isTerminalEvent(event)) {
      flush();
      settle();
      stream.close();
    }
  };
  const fail = (problem: StreamProblem): void => {
    if (!closed) write(options.toErrorEvent(problem));
  };
  const deadline = setTimeout(
    () => fail({ reason: "time-exceeded", maxStreamMs: options.maxStreamMs }),
    options.maxStreamMs,
  );
  /** The event, or undefined after the time of a heartbeat and once the stream is settled. */
  const waitFor = async <T>(promise: Promise<T>): Promise<T | undefined> => {
    const silence = Promise.withResolvers<undefined>();
    endWait = () => silence.resolve(undefined);
    const timer = setTimeout(endWait, options.heartbeatMs);
    try {
      return await Promise.race([promise, silence.promise]);
    } finally {
      clearTimeout(timer);
      endWait = undefined;
    }
  };

  const writeNext = async (): Promise<void> => {
    try {
      events ??= startEvents(abort.signal)[Symbol.asyncIterator]();
      for (let count = 0; count < MAX_EVENTS_AT_ONCE; count++) {
        nextEvent ??= events.next();
        let result = await readyOrNothing(nextEvent);
        if (result === undefined && frames !== "" && !closed) break;
        result ??= closed ? undefined : await waitFor(nextEvent);
        if (closed) return;
        if (result === undefined) {
          frames = HEARTBEAT_FRAME;
          break;
        }
        nextEvent = undefined;
        if (result.done === true) fail({ reason: "events-ended-early" });
        else write(result.value);
        if (closed) return;
      }
      flush();
    } catch (error) {
      fail({ reason: "events-failed", error });
    }
  };

  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        stream = controller;
        controller.enqueue(encoder.encode(HEARTBEAT_FRAME));
      },
      pull: writeNext,
      cancel: settle,
    },
    // Nothing is made ahead of the reader: events wait for room, not in memory.
    { highWaterMark: 0 },
  );
  if (options.signal?.aborted === true) leave();
  else options.signal?.addEventListener("abort", leave, { once: true });
  return { body, finished: finished.promise };
}

/** The promise's value where nothing has to be waited for, else undefined. */
async function readyOrNothing<T>(promise: Promise<T>): Promise<T | undefined> {
  let isSettled = false;
  const settle = (): void => {
    isSettled = true;
  };
  promise.then(settle, settle);
  const turn = Promise.resolve();
  for (let count = 0; count < READY_TURNS && !isSettled; count++) await turn;
  return isSettled ? promise : undefined;
}
