import { describe, expect, it } from "vitest";
import {
  answerCacheKey,
  normaliseQuestion,
  type AnswerCacheKeyInput,
} from "../../../core/answer/cache/answer-cache-key.ts";

const input: AnswerCacheKeyInput = {
  manifest: { site: "docs", corpusVersion: "v1" },
  provider: { name: "openai", model: "m" },
  locale: "en",
  question: "How do I install it?",
};

describe("the key of a cached answer", () => {
  it.each<[string, string, string]>([
    ["a capital at the beginning and spaces", "  How  do I\ninstall it ", "how do I install it"],
    ["the question mark", "Why??", "why"],
    ["composed letters", "cafe\u0301", "café"],
  ])("is the same whatever %s", (_name, one, other) => {
    expect(normaliseQuestion(one)).toBe(normaliseQuestion(other));
  });

  it.each([
    ["What is 10²?", "What is 102?"],
    ["What is 5!", "What is 5?"],
    ["getStaticPaths", "getstaticpaths"],
    ["Can PDF manuals be indexed?", "can pdf manuals be indexed?"],
  ])("tells %j from %j", (one, other) => {
    expect(normaliseQuestion(one)).not.toBe(normaliseQuestion(other));
  });

  it("differs where anything differs that the answer depends on", async () => {
    const keys = await Promise.all(
      [
        input,
        { ...input, manifest: { site: "docs2", corpusVersion: "v1" } },
        { ...input, manifest: { site: "docs", corpusVersion: "v2" } },
        { ...input, provider: { name: "openai", model: "n" } },
        { ...input, locale: "de" },
        { ...input, question: "Why?" },
        { ...input, filters: { pathPrefix: "/a" } },
        { ...input, filters: { language: "/a" } },
        { ...input, promptPassagesMaxTokens: 12_000 },
        { ...input, promptPassagesMaxTokens: 1_200 },
      ].map(answerCacheKey),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });

  it("lets no text move from one part into the next", async () => {
    const one = await answerCacheKey({ ...input, manifest: { site: "a", corpusVersion: "b1:c" } });
    const other = await answerCacheKey({ ...input, manifest: { site: "a1:b", corpusVersion: "c" } });
    expect(one).not.toBe(other);
  });

  it("is made of a question that is made to take long", () => {
    // By the square of its length this would outlast the test.
    expect(normaliseQuestion(`a${"…".repeat(400_000)}b`)).not.toBe("");
  });
});
