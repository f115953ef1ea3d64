import { describe, expect, test } from "vitest";
import { estimateTokens } from "../../../../core/text/estimate-tokens.ts";
import {
  createCandidateRanker,
  MAX_CANDIDATES,
  type Candidate,
  type CandidateRankFailure,
} from "../../../../core/rerank/candidate-ranker.ts";
import { RerankError, type Reranker } from "../../../../core/rerank/reranker.ts";
import type { StartTimer } from "../../../../core/within-deadline.ts";

const { signal } = new AbortController();

function subject(rerank: Reranker["rerank"], startTimer?: StartTimer, deadlineMs?: number) {
  const failures: CandidateRankFailure[] = [];
  const asked: { query: string; texts: readonly string[] }[] = [];
  const ranker = createCandidateRanker({
    reranker: {
      name: "test",
      model: "m-1",
      rerank: (query, texts, options) => {
        asked.push({ query, texts });
        return rerank(query, texts, options);
      },
    },
    onFailure: (failure) => failures.push(failure),
    startTimer,
    deadlineMs,
  });
  return { ranker, failures, asked };
}

function candidate(text: string, headingPath: string[] = []): Candidate {
  return { title: "Plans", headingPath, blocks: [{ kind: "paragraph", text }] };
}
const candidates = (count: number): Candidate[] =>
  Array.from({ length: count }, (_, place) => candidate(`Text ${place}`));

describe("candidates in a better order", () => {
  test("are read under what they stand under, and put where both orders have them", async () => {
    const { ranker, asked } = subject((_, texts) => Promise.resolve(texts.map((_text, place) => place)));
    const order = await ranker.rank("cost?", [candidate("One."), candidate("Two.", ["Team", "Price"])], {
      signal,
    });
    expect(asked).toEqual([{ query: "cost?", texts: ["Plans\nOne.", "Plans › Team › Price\nTwo."] }]);
    expect(order).toEqual([0, 1]);
    const three = await ranker.rank("cost?", candidates(9), { signal });
    expect(three?.indexOf(8)).toBe(1);
  });

  test("are few and short, however many and long they are", async () => {
    const { ranker, asked } = subject((_, texts) => Promise.resolve(texts.map((_text, place) => -place)));
    const long = candidate("A word and `code()` – 日本語 of a page. ".repeat(500));
    const all = [long, ...candidates(49)];
    expect(await ranker.rank("why ".repeat(2_000), all, { signal })).toEqual([...all.keys()]);
    expect(asked[0]?.texts).toHaveLength(MAX_CANDIDATES);
    const [text = ""] = asked[0]?.texts ?? [];
    // What most models read of a question and a text together.
    expect(estimateTokens(text) + estimateTokens(asked[0]?.query ?? "")).toBeLessThan(512 / 1.2);
  });

  test.each<[string, number, string]>([
    ["one candidate", 1, "cost?"],
    ["none", 0, "cost?"],
    ["no question", 5, " "],
  ])("are not asked for with %s", async (_, count, query) => {
    const { ranker, asked } = subject(() => Promise.resolve([1]));
    expect(await ranker.rank(query, candidates(count), { signal })).toBeUndefined();
    expect(asked).toEqual([]);
  });
});

describe("a reranker that fails", () => {
  test("is not waited for longer than its deadline", async () => {
    let elapse = (): void => undefined;
    const delays: number[] = [];
    const timer: StartTimer = (onElapsed, delayMs) => {
      delays.push(delayMs);
      elapse = onElapsed;
      return () => undefined;
    };
    let inner: AbortSignal | undefined;
    const hang: Reranker["rerank"] = (_query, _texts, options) => {
      inner = options.signal;
      return new Promise(() => undefined);
    };
    const { ranker, failures } = subject(hang, timer);
    const pending = ranker.rank("cost?", candidates(5), { signal });
    elapse();
    expect(await pending).toBeUndefined();
    expect(inner?.aborted).toBe(true);
    expect(failures).toEqual([{ reason: "rerank-timeout", deadlineMs: 800 }]);
    const patient = subject(hang, timer, 2_500);
    const second = patient.ranker.rank("cost?", candidates(5), { signal });
    elapse();
    await second;
    expect(delays).toEqual([800, 2_500]);
  });

  test.each<[string, () => Promise<never>, string]>([
    [
      "by its service",
      () => Promise.reject(new RerankError({ reason: "rerank-unreachable", detail: "HTTP 500" })),
      "rerank-unreachable",
    ],
    ["by a fault of its own", () => Promise.reject(new TypeError("rk-secret")), "rerank-faulty"],
    [
      "at once",
      () => {
        throw new Error("rk-secret");
      },
      "rerank-faulty",
    ],
  ])("%s leaves the order as it is, and says why", async (_, rerank, reason) => {
    const { ranker, failures } = subject(rerank);
    expect(await ranker.rank("cost?", candidates(5), { signal })).toBeUndefined();
    expect(failures).toMatchObject([{ reason }]);
    expect(JSON.stringify(failures)).not.toContain("secret");
  });

  test("three times makes twenty questions go without it, then one tries again", async () => {
    let isAway = true;
    const { ranker, asked } = subject((_, texts) =>
      isAway
        ? Promise.reject(new RerankError({ reason: "rerank-rate-limited", status: 429 }))
        : Promise.resolve(texts.map((_text, place) => -place)),
    );
    const rank = () => ranker.rank("cost?", candidates(3), { signal });
    for (let count = 0; count < 23; count++) expect(await rank()).toBeUndefined();
    expect(asked).toHaveLength(3);
    isAway = false;
    expect(await rank()).toEqual([0, 1, 2]);
    expect(await rank()).toEqual([0, 1, 2]);
    expect(asked).toHaveLength(5);
  });

  test("because the visitor left throws the reason and is no failure", async () => {
    const abort = new AbortController();
    const reason = new Error("left");
    const { ranker, failures } = subject(() => new Promise(() => undefined));
    const pending = ranker.rank("cost?", candidates(5), { signal: abort.signal });
    abort.abort(reason);
    await expect(pending).rejects.toBe(reason);
    expect(failures).toEqual([]);
  });
});
