import { describe, expect, it } from "vitest";
import type { EvaluationReport } from "../../../../corpus/evaluate/report.ts";
import { runCli } from "../support/fake-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const ENDPOINT = ["--endpoint", "https://worker.example", "--site", "docs"];

function stream(text: string, cited = [1]): Response {
  const source = { position: 1, title: "Billing", url: "/billing/#invoice", excerpt: "", score: 1 };
  const events: [string, object][] = [
    ["answer-start", { answerId: "a", conversationId: "c", corpusVersion: "v1", mode: "extractive" }],
    ["sources-available", { sources: [source] }],
    ["text-delta", { text: "Wrong" }],
    ["answer-reset", { reason: "provider-failed" }],
    ["text-delta", { text }],
    ["answer-end", { finishReason: "stop", citedPositions: cited, confidence: 0.7, cached: false }],
  ];
  const body = events.map(([type, data]) => `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`).join("");
  return new Response(body);
}

const found = (): Response =>
  Response.json({
    query: "",
    corpusVersion: "v1",
    total: 1,
    results: [{ title: "Billing", url: "/billing/#invoice", excerpt: "", score: 1 }],
  });

const limited = (): Response =>
  Response.json(
    { error: { code: "rate-limited", message: "Too many.", requestId: "r" } },
    { status: 429, headers: { "retry-after": "30" } },
  );

type Answering = (path: string, count: number) => Response | Error;

async function evaluate(answering: Answering, questionCount = 1, args: string[] = [], isTTY = false) {
  const questions = Array.from({ length: questionCount }, (_, index) =>
    JSON.stringify({
      id: `q${index}`,
      question: `Can I pay ${index}?`,
      urls: ["/billing/"],
      facts: ["30 days"],
      ...(index === 1 && { history: [{ role: "visitor", text: "Hello" }] }),
    }),
  );
  const cwd = await temporaryFolder({ "q.jsonl": questions.join("\n") });
  const requests: { path: string; body: unknown }[] = [];
  const waits: number[] = [];
  let underWay = 0;
  let most = 0;
  const counts = new Map<string, number>();
  const result = await runCli(["eval", "q.jsonl", ...ENDPOINT, ...args, ...(isTTY ? [] : ["--json"])], {
    cwd,
    isTTY,
    dependencies: {
      fetch: async (input, init) => {
        const { pathname } = new URL(input instanceof Request ? input.url : String(input));
        requests.push({
          path: pathname,
          body: typeof init?.body === "string" ? JSON.parse(init.body) : null,
        });
        const count = (counts.get(pathname) ?? 0) + 1;
        counts.set(pathname, count);
        most = Math.max(most, ++underWay);
        await Promise.resolve();
        underWay--;
        const response = answering(pathname, count);
        if (response instanceof Error) throw response;
        return response;
      },
      delay: (milliseconds) => {
        waits.push(milliseconds);
        return Promise.resolve();
      },
    },
  });
  return { ...result, requests, waits, most, report: () => JSON.parse(result.stdout) as EvaluationReport };
}

const fine: Answering = (path) => (path === "/v1/search" ? found() : stream("You have 30 days. [1]"));

describe("eval on an endpoint", () => {
  it("searches and asks as a page would, with the history of a follow-up", async () => {
    const { report, requests, exitCode } = await evaluate(fine, 2, ["--concurrency", "1"]);
    expect(exitCode).toBe(0);
    expect(report()).toMatchObject({
      target: { kind: "endpoint", name: "https://worker.example", corpusVersion: "v1", threshold: null },
      counts: { questions: 2, passed: 2 },
      measures: { ndcgAt10: 1, citationHitRate: 1, factShare: 1, sentenceHitRateAt1: null },
    });
    expect(report().results[0]?.answer).toBe("You have 30 days. [1]");
    const bodies = requests.filter(({ path }) => path === "/v1/chat").map(({ body }) => body);
    expect(bodies).toEqual([
      { question: "Can I pay 0?", site: "docs" },
      { question: "Can I pay 1?", site: "docs", history: [{ role: "visitor", text: "Hello" }] },
    ]);
    // A search knows no history, so a follow-up is not searched.
    expect(requests.filter(({ path }) => path === "/v1/search")).toHaveLength(1);
  });

  it("has no more under way than it may", async () => {
    expect((await evaluate(fine, 20)).most).toBe(4);
    expect((await evaluate(fine, 20, ["--concurrency", "1"])).most).toBe(1);
  });

  it("waits as long as the Worker asks, then goes on", async () => {
    const { report, waits } = await evaluate((path, count) =>
      path === "/v1/chat" && count <= 2 ? limited() : fine(path, count),
    );
    expect(report().counts).toMatchObject({ passed: 1, errors: 0 });
    expect(waits).toEqual([30_000, 30_000]);
  });

  it("says on a terminal what it waits for", async () => {
    const { stderr } = await evaluate(
      (path, count) => (path === "/v1/chat" && count === 1 ? limited() : fine(path, count)),
      1,
      [],
      true,
    );
    expect(stderr).toContain("rate limit is reached: waiting 30.0 s");
  });

  it("tries again after a failure that passes by itself, waiting longer each time", async () => {
    const { report, waits } = await evaluate((path, count) => {
      if (path === "/v1/search") return found();
      if (count === 1) return new Response("<html>", { status: 502 });
      if (count === 2) return new TypeError("fetch failed");
      if (count === 3) return new Response("event: text-delta\ndata: {}\n\n");
      return stream("You have 30 days. [1]");
    });
    expect(report().counts.passed).toBe(1);
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it("fails as a whole where not even the first question can be asked", async () => {
    const unreachable = Object.assign(new TypeError("fetch failed"), { cause: { code: "ECONNREFUSED" } });
    const { exitCode, stderr, stdout, waits } = await evaluate(() => unreachable, 3);
    expect(exitCode).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/does not answer \(ECONNREFUSED\)/);
    expect(waits.length).toBeLessThan(30);
  });

  it("goes on after a question that fails, names it, and does not call that a success", async () => {
    const { exitCode, report } = await evaluate(
      (path, count) =>
        path === "/v1/chat" && count > 1
          ? Response.json(
              { error: { code: "invalid-request", message: "Bad question.", requestId: "r" } },
              { status: 400 },
            )
          : fine(path, count),
      2,
      ["--concurrency", "1"],
    );
    expect(exitCode).toBe(1);
    expect(report().counts).toMatchObject({ passed: 1, errors: 1 });
    expect(report().results[1]).toMatchObject({
      problems: ["failed"],
      failure: "The endpoint answered 400: Bad question.",
    });
  });

  it("ends without a report where it is asked to stop", async () => {
    const cwd = await temporaryFolder({ "q.jsonl": '{"question": "One?"}\n{"question": "Two?"}' });
    let stop = (): void => undefined;
    const { exitCode, stdout, stderr } = await runCli(["eval", "q.jsonl", ...ENDPOINT], {
      cwd,
      onStart: (listener) => (stop = listener),
      dependencies: {
        fetch: (_, init) => {
          stop();
          return Promise.reject(init?.signal?.reason as Error);
        },
      },
    });
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 1, stdout: "", stderr: "" });
  });
});
