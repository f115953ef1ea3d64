import { describe, expect, it } from "vitest";
import { runCli } from "./support/fake-process.ts";

const endpoint = ["--endpoint", "https://worker.example", "--site", "docs"];
const source = { position: 1, title: "T", section: "S", url: "/t/#s", excerpt: "E", score: 1 };

function stream(...events: [type: string, data: object][]): Response {
  const text = events
    .map(([type, data], index) => `id: ${index + 1}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`)
    .join("");
  return new Response(text, { headers: { "content-type": "text/event-stream" } });
}

function answering(response: Response | Error) {
  const requests: { url: string; body: unknown }[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    const body = typeof init?.body === "string" ? (JSON.parse(init.body) as unknown) : undefined;
    requests.push({ url: input instanceof Request ? input.url : String(input), body });
    return response instanceof Error ? Promise.reject(response) : Promise.resolve(response);
  };
  return { requests, dependencies: { fetch } };
}

const start = [
  "answer-start",
  { answerId: "a", conversationId: "c", corpusVersion: "v", mode: "generative" },
] as [string, object];
const end = ["answer-end", { finishReason: "stop", citedPositions: [1], confidence: 1, cached: false }] as [
  string,
  object,
];

describe("an endpoint", () => {
  it("is searched with the query, the site and the limit", async () => {
    const body = {
      query: "x",
      corpusVersion: "v",
      total: 1,
      results: [{ title: "T", url: "/t/", excerpt: "E", score: 1 }],
    };
    const { requests, dependencies } = answering(Response.json(body));
    const { stdout } = await runCli(["search", "x & y", "--limit", "3", "--json", ...endpoint], {
      dependencies,
    });
    expect(JSON.parse(stdout)).toEqual(body);
    expect(requests[0]?.url).toBe("https://worker.example/v1/search?q=x+%26+y&site=docs&limit=3");
  });

  it("is asked over SSE; a pipe gets the finished text, without what was discarded", async () => {
    const { requests, dependencies } = answering(
      stream(
        start,
        ["stage", { stage: "searching", count: 3 }],
        ["sources-available", { sources: [source, { ...source, position: 2 }] }],
        ["text-delta", { text: "Wrong" }],
        ["answer-reset", { reason: "provider-failed" }],
        ["text-delta", { text: "Right " }],
        ["unheard-of", {}],
        ["text-delta", { text: "answer [1]." }],
        end,
      ),
    );
    const { exitCode, stdout, stderr } = await runCli(["ask", "Why?", ...endpoint], { dependencies });
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      "Right answer [1].\n\nSources\n  [1] T › S\n      /t/#s\n\nSee also\n  [2] T › S\n      /t/#s\n",
    );
    expect(stderr).toBe("");
    expect(requests[0]).toEqual({
      url: "https://worker.example/v1/chat",
      body: { question: "Why?", site: "docs" },
    });
  });

  it("streams to a terminal, with the stage while it waits", async () => {
    const { dependencies } = answering(
      stream(start, ["stage", { stage: "reading", count: 4 }], ["text-delta", { text: "Yes [1]." }], end),
    );
    const { stdout, stderr } = await runCli(["ask", "Why?", ...endpoint], { dependencies, isTTY: true });
    expect(stdout).toContain("Yes \u001B[36m[1]\u001B[39m.");
    expect(stderr).toContain("Reading (4) …");
  });

  it.each([
    [
      "an error event",
      stream(start, ["error", { code: "unavailable", message: "No model today.", retryable: true }]),
      /No model today/,
    ],
    ["a stream without an end", stream(start, ["text-delta", { text: "Half" }]), /broke off.*Ask again/],
    [
      "an error body",
      Response.json(
        {
          error: {
            code: "invalid-request",
            message: "Bad.",
            requestId: "r",
            fields: { question: ["must not be empty"] },
          },
        },
        { status: 400 },
      ),
      /answered 400: Bad\. question must not be empty/,
    ],
    [
      "a proxy's page",
      new Response("<html>", { status: 502 }),
      /answered 502: it is not an assistant-chat Worker/,
    ],
    [
      "no answer at all",
      Object.assign(new TypeError("fetch failed"), { cause: { code: "ECONNREFUSED" } }),
      /does not answer \(ECONNREFUSED\)/,
    ],
  ])("fails clearly on %s", async (_, response, message) => {
    const { dependencies } = answering(response);
    const { exitCode, stderr } = await runCli(["ask", "Why?", ...endpoint], { dependencies });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(message);
  });
});
