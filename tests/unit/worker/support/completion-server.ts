/** Streams of chat completions for tests, as a server would send them. */

export interface ChunkFields {
  content?: unknown;
  finish?: string | null;
  delta?: Record<string, unknown>;
  usage?: { prompt_tokens: number; completion_tokens: number } | null;
  choices?: unknown[];
}

/** One `chat.completion.chunk` as an SSE event. */
export function chunk({ content, finish = null, delta, usage, choices }: ChunkFields): string {
  return data(
    JSON.stringify({
      id: "chatcmpl-1",
      object: "chat.completion.chunk",
      created: 1,
      model: "m",
      choices: choices ?? [
        { index: 0, delta: { ...(content !== undefined && { content }), ...delta }, finish_reason: finish },
      ],
      ...(usage !== undefined && { usage }),
    }),
  );
}

export const data = (text: string): string => `data: ${text}\n\n`;
export const DONE = data("[DONE]");

/** A response whose body is the given pieces; a promise among them is waited for, or what a function promises once it is its turn; an error breaks the stream. */
export function streamOf(
  pieces: (string | Promise<unknown> | (() => Promise<unknown>) | Error)[],
  init: ResponseInit = { headers: { "content-type": "text/event-stream" } },
): { response: Response; wasCancelled: () => boolean } {
  let cancelled = false;
  const rest = [...pieces];
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (;;) {
        const piece = rest.shift();
        if (piece === undefined) return controller.close();
        if (piece instanceof Error) return controller.error(piece);
        if (typeof piece !== "string") {
          await (typeof piece === "function" ? piece() : piece);
          continue;
        }
        return controller.enqueue(new TextEncoder().encode(piece));
      }
    },
    cancel() {
      cancelled = true;
    },
  });
  return { response: new Response(body, init), wasCancelled: () => cancelled };
}

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** A `fetch` that answers from a list, one entry per call, and records the calls. An error is thrown. */
export function answering(...answers: (Response | Error | Promise<Response>)[]): {
  fetch: Fetch;
  calls: {
    url: string;
    body: Record<string, unknown>;
    signal: AbortSignal | null | undefined;
    redirect: RequestInit["redirect"] | undefined;
  }[];
} {
  const calls: ReturnType<typeof answering>["calls"] = [];
  return {
    calls,
    fetch: async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      const text = typeof init?.body === "string" ? init.body : "{}";
      const body = JSON.parse(text) as Record<string, unknown>;
      calls.push({ url, body, signal: init?.signal, redirect: init?.redirect });
      const answer = answers.shift();
      if (answer === undefined) throw new Error("The test answers no further call.");
      if (answer instanceof Error) throw answer;
      const never = new Promise<never>((_, reject) => {
        init?.signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
      });
      return Promise.race([answer, never]);
    },
  };
}
