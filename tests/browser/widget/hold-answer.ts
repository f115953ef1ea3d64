import { event } from "./mount-assistant.ts";

/** An answer that a test writes piece by piece. */
export interface HeldAnswer {
  readonly respond: () => Response;
  /** Sends `text-delta`s. */
  write(...texts: string[]): void;
  send(type: string, data: object): void;
  /** Ends the body, with or without a terminal event before it. */
  close(): void;
}

export function holdAnswer(first: string): HeldAnswer {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const enqueue = (text: string): void => controller!.enqueue(new TextEncoder().encode(text));
  return {
    respond: () =>
      new Response(
        new ReadableStream<Uint8Array>({
          start(its) {
            controller = its;
            enqueue(first);
          },
        }),
        { headers: { "content-type": "text/event-stream" } },
      ),
    write: (...texts) => texts.forEach((text) => enqueue(event("text-delta", { text }))),
    send: (type, data) => enqueue(event(type, data)),
    close: () => controller!.close(),
  };
}
