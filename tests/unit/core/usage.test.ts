import { describe, expect, test } from "vitest";
import { recordModelCalls } from "../../../core/usage/model-calls.ts";

describe("the requests of one answer", () => {
  test("cost nothing where there were none", () => {
    expect(recordModelCalls().usage()).toBeUndefined();
  });

  test("are told in their order with the sums of what their servers told", () => {
    const calls = recordModelCalls();
    calls.of("translating")({ provider: "small.example", model: "s" })({ inputTokens: 30, outputTokens: 5 });
    // A reranker counts what it reads alone.
    calls.of("reranking")({ provider: "rank.example", model: "r" })({ inputTokens: 900 });
    const onTokens = calls.of("writing")({ provider: "large.example", model: "l" });
    expect(calls.usage()).toMatchObject({ inputTokens: 930, outputTokens: 5 });
    onTokens({ inputTokens: 2_000, outputTokens: 100 });
    calls.of("verifying")({ provider: "small.example", model: "s" });
    expect(calls.usage()).toEqual({
      inputTokens: 2_930,
      outputTokens: 105,
      provider: "large.example",
      model: "l",
      calls: [
        { purpose: "translating", provider: "small.example", model: "s", inputTokens: 30, outputTokens: 5 },
        { purpose: "reranking", provider: "rank.example", model: "r", inputTokens: 900 },
        { purpose: "writing", provider: "large.example", model: "l", inputTokens: 2_000, outputTokens: 100 },
        { purpose: "verifying", provider: "small.example", model: "s" },
      ],
    });
  });

  test("name the answer after the first model where none wrote it", () => {
    const calls = recordModelCalls();
    calls.of("reranking")({ provider: "rank.example", model: "r" });
    expect(calls.usage()).toMatchObject({ provider: "rank.example", model: "r", inputTokens: 0 });
  });

  test("stay as they were told when more come later", () => {
    const calls = recordModelCalls();
    calls.of("writing")({ provider: "p", model: "m" });
    const before = calls.usage();
    calls.of("verifying")({ provider: "p", model: "m" });
    expect(before?.calls).toHaveLength(1);
  });
});
