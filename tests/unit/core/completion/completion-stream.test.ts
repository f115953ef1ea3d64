import { describe, expect, test } from "vitest";
import { GenerationError } from "../../../../core/answer/generation-provider.ts";
import { readCompletionStream, type CompletionEvent } from "../../../../core/completion/completion-stream.ts";

function bodyOf(pieces: readonly Uint8Array[]): {
  body: ReadableStream<Uint8Array>;
  wasCancelled: () => boolean;
} {
  let cancelled = false;
  const rest = [...pieces];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = rest.shift();
      if (piece === undefined) controller.close();
      else controller.enqueue(piece);
    },
    cancel() {
      cancelled = true;
    },
  });
  return { body, wasCancelled: () => cancelled };
}

/** Text and ends of a body, as one line. */
async function read(pieces: readonly Uint8Array[]): Promise<string> {
  let line = "";
  const show = (event: CompletionEvent): string =>
    event === "done" ? "|done" : event.text + (event.finish === undefined ? "" : `|${event.finish.kind}`);
  try {
    for await (const event of readCompletionStream(bodyOf(pieces).body)) line += show(event);
  } catch (error) {
    if (!(error instanceof GenerationError)) throw error;
    line += `|${error.failure.reason}`;
  }
  return line;
}

const delta = (content: string, finish: string | null = null): string =>
  JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason: finish }] });

const BODIES: [string, string, string][] = [
  [
    "events",
    `data: ${delta("Größe ")}\n\ndata: ${delta("🫖", "stop")}\n\ndata: [DONE]\n\n`,
    "Größe 🫖|stop|done",
  ],
  [
    "events with CR and LF and comments",
    `\uFEFF: hi\r\n\r\ndata: ${delta("Größe")}\r\n\r\ndata: : x\r\n\r\ndata:[DONE]`,
    "Größe|done",
  ],
  [
    "events over several lines",
    `data: {"choices":[\ndata: {"delta":{"content":"é"}}]}\n\ndata: [DONE]\n\n`,
    "é|done",
  ],
  ["lines of JSON", `${delta("Gr")}\n\n${delta("öße", "STOP")}\r\n`, "Größe|stop"],
  ["one document", JSON.stringify({ choices: [{ message: { content: "Größe" } }] }), "Größe|done"],
  [
    "a document over several lines",
    JSON.stringify({ choices: [{ message: { content: "Größe" } }] }, null, 1),
    "Größe|done",
  ],
  [
    "a broken chunk",
    `data: ${delta("a")}\n\ndata: {"choices":[{"delta":{"content":"ü\n\ndata: [DONE]\n\n`,
    "|provider-stream-broken",
  ],
  ["a cut", `data: ${delta("Größe")}\n\ndata: {"choices":[{"delta":{"cont`, "|provider-stream-broken"],
  ["nothing", "", ""],
];

describe("the body of a completion", () => {
  test.each(BODIES)("is read the same wherever it is cut: %s", async (_, text, expected) => {
    const bytes = new TextEncoder().encode(text);
    expect(await read([bytes])).toBe(expected);
    expect(await read(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toBe(expected);
    for (let cut = 1; cut < bytes.length; cut++)
      expect(await read([bytes.slice(0, cut), bytes.slice(cut)]), `cut at ${cut}`).toBe(expected);
  });

  test("gives each chunk on as soon as its line is there", async () => {
    const events = readCompletionStream(
      new ReadableStream({
        start(controller) {
          // The stream stays open, and its event is not even ended.
          const first = "A sentence that is long enough to be told from another.";
          controller.enqueue(new TextEncoder().encode(`data: ${delta(first)}\n`));
        },
      }),
    );
    expect((await events.next()).value).toMatchObject({
      text: expect.stringContaining("A sentence") as string,
    });
    await events.return();
  });

  test("is left when its reader leaves", async () => {
    const bytes = new TextEncoder().encode(`data: ${delta("One sentence of some length.")}\n\n`);
    const { body, wasCancelled } = bodyOf([bytes, bytes, bytes]);
    for await (const event of readCompletionStream(body)) {
      expect(event).not.toBe("done");
      break;
    }
    await expect.poll(wasCancelled).toBe(true);
  });

  test("may be missing", async () => {
    expect(await read([])).toBe("");
    expect((await readCompletionStream(null).next()).done).toBe(true);
  });

  test("tells usage in every spelling", async () => {
    const usages = [
      { usage: { prompt_tokens: 3, completion_tokens: 2 } },
      { usage: { input_tokens: 3, output_tokens: 2 } },
      { prompt_eval_count: 3, eval_count: 2 },
    ];
    for (const usage of usages) {
      const bytes = new TextEncoder().encode(`data: ${JSON.stringify({ choices: [], ...usage })}\n\n`);
      expect((await readCompletionStream(bodyOf([bytes]).body).next()).value).toMatchObject({
        usage: { inputTokens: 3, outputTokens: 2 },
      });
    }
  });
});
