import { describe, expect, test } from "vitest";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../../core/answer/answer-question.ts";
import { readConfig } from "../../../worker/config/config.ts";
import type { ConfigVars } from "../../../worker/config/config-vars.ts";
import { ConfigError } from "../../../worker/config/read-value.ts";

describe("readConfig", () => {
  test("needs nothing: extractive answers, kept for a day, for pages on this machine", () => {
    expect(readConfig({})).toEqual({
      sites: new Map(),
      defaultSite: undefined,
      allowedOrigins: undefined,
      openAi: undefined,
      answerStyles: new Map(),
      promptPassagesMaxTokens: 12_000,
      timeZone: "UTC",
      unsupportedSentences: "mark",
      embedding: undefined,
      answerCacheTtlSeconds: 86_400,
      confidenceThreshold: DEFAULT_CONFIDENCE_THRESHOLD,
      modelConfidenceThreshold: undefined,
    });
  });

  test("takes an empty text as not set", () => {
    const names: (keyof ConfigVars)[] = [
      "SITES",
      "DEFAULT_SITE",
      "ALLOWED_ORIGINS",
      "OPENAI_API_KEY",
      "OPENAI_BASE_URL",
      "OPENAI_MODEL",
      "PROVIDER_FIRST_TOKEN_TIMEOUT_MS",
      "PROVIDER_IDLE_TIMEOUT_MS",
      "PROVIDER_REASONING_TIMEOUT_MS",
      "PROVIDER_REQUEST_OPTIONS",
      "ANSWER_STYLES",
      "PROMPT_PASSAGES_MAX_TOKENS",
      "UNSUPPORTED_SENTENCES",
      "EMBEDDING_MODEL",
      "EMBEDDING_DIMENSIONS",
      "RERANK_URL",
      "RERANK_MODEL",
      "RERANK_API_KEY",
      "RERANK_DEADLINE_MS",
      "VERIFY_MODEL",
      "VERIFY_DEADLINE_MS",
      "ANSWER_CACHE_TTL_SECONDS",
      "TIME_ZONE",
      "CONFIDENCE_THRESHOLD",
    ];
    expect(readConfig(Object.fromEntries(names.map((name) => [name, ""])))).toEqual(readConfig({}));
  });

  test("reads every variable, as text, as number and as table", () => {
    const config = readConfig({
      SITES: { docs: { assistantName: "Docs", starters: ["How?"] } },
      ALLOWED_ORIGINS: '{"docs":["https://example.com","https://*.example.dev"]}',
      OPENAI_API_KEY: " sk-1 ",
      OPENAI_BASE_URL: "http://127.0.0.1:11434/v1",
      OPENAI_MODEL: "llama",
      PROVIDER_FIRST_TOKEN_TIMEOUT_MS: "8000",
      PROVIDER_IDLE_TIMEOUT_MS: 5000,
      PROVIDER_REASONING_TIMEOUT_MS: "30000",
      PROVIDER_REQUEST_OPTIONS:
        '{"temperature":0,"top_p":null,"stop":["##"],"chat_template_kwargs":{"a":true}}',
      ANSWER_STYLES: '{"docs":{"voice":"Dry.","disclaimer":"No advice."}}',
      PROMPT_PASSAGES_MAX_TOKENS: "8000",
      UNSUPPORTED_SENTENCES: "drop",
      EMBEDDING_MODEL: "text-embedding-3-small",
      EMBEDDING_DIMENSIONS: "512",
      ANSWER_CACHE_TTL_SECONDS: "60",
      TIME_ZONE: "Pacific/Auckland",
      CONFIDENCE_THRESHOLD: 0,
    });
    expect(config.timeZone).toBe("Pacific/Auckland");
    expect(config.answerStyles.get("docs")).toEqual({ voice: "Dry.", disclaimer: "No advice." });
    expect(config.promptPassagesMaxTokens).toBe(8_000);
    expect(config.unsupportedSentences).toBe("drop");
    expect(config.embedding).toEqual({ model: "text-embedding-3-small", dimensions: 512 });
    expect(config.sites.get("docs")).toEqual({ assistantName: "Docs", starters: ["How?"] });
    expect(config.allowedOrigins?.get("docs")).toHaveLength(2);
    expect(config.openAi).toEqual({
      apiKey: "sk-1",
      baseUrl: "http://127.0.0.1:11434/v1",
      model: "llama",
      firstTokenTimeoutMs: 8000,
      idleTimeoutMs: 5000,
      reasoningTimeoutMs: 30_000,
      requestOptions: { temperature: 0, top_p: null, stop: ["##"], chat_template_kwargs: { a: true } },
    });
    expect(config.answerCacheTtlSeconds).toBe(60);
    expect(config.confidenceThreshold).toBe(0);
  });

  test("uses OpenAI itself where only the key is set", () => {
    expect(readConfig({ OPENAI_API_KEY: "sk-1" }).openAi).toMatchObject({
      baseUrl: "https://api.openai.com/v1",
      model: "gpt-4.1-mini",
    });
  });

  test.each([
    ["SITES", { SITES: "{" }, "is not valid JSON"],
    ["SITES", { SITES: "[]" }, "is not valid"],
    ["SITES", { SITES: '{"Docs":{}}' }, "lower-case"],
    ["SITES", { SITES: '{"docs":{"colour":"red"}}' }, "docs"],
    ["SITES", { SITES: '{"docs":{"starters":"How?"}}' }, "docs.starters"],
    ["SITES", { SITES: 5 }, "is not valid"],
    ["ALLOWED_ORIGINS", { ALLOWED_ORIGINS: "https://example.com" }, "is not valid JSON"],
    ["ALLOWED_ORIGINS", { ALLOWED_ORIGINS: '{"docs":"https://example.com"}' }, "must be a list of origins"],
    ["ALLOWED_ORIGINS", { ALLOWED_ORIGINS: '{"docs":["example.com"]}' }, '"example.com"'],
    ["ALLOWED_ORIGINS", { ALLOWED_ORIGINS: '{"docs":["*"]}' }, "https://*.example.com"],
    ["OPENAI_API_KEY", { OPENAI_API_KEY: 5 }, "is not a text"],
    ["OPENAI_API_KEY", { OPENAI_BASE_URL: "http://localhost:1/v1" }, "wrangler secret put OPENAI_API_KEY"],
    ["OPENAI_API_KEY", { OPENAI_MODEL: "gpt-4.1" }, "remove OPENAI_MODEL"],
    ["OPENAI_BASE_URL", { OPENAI_API_KEY: "k", OPENAI_BASE_URL: "api.openai.com" }, "is not an http(s) URL"],
    [
      "OPENAI_BASE_URL",
      { OPENAI_API_KEY: "k", OPENAI_BASE_URL: "file:///etc/passwd" },
      "is not an http(s) URL",
    ],
    ["PROVIDER_FIRST_TOKEN_TIMEOUT_MS", { PROVIDER_FIRST_TOKEN_TIMEOUT_MS: "0" }, "1000 to 60000"],
    ["PROVIDER_IDLE_TIMEOUT_MS", { PROVIDER_IDLE_TIMEOUT_MS: "fast" }, "1000 to 60000"],
    [
      "PROVIDER_REASONING_TIMEOUT_MS",
      { OPENAI_API_KEY: "k", PROVIDER_REASONING_TIMEOUT_MS: "120000" },
      "5000 to 110000",
    ],
    ["PROVIDER_REQUEST_OPTIONS", { PROVIDER_REQUEST_OPTIONS: "temperature=0" }, "is not valid JSON"],
    ["PROVIDER_REQUEST_OPTIONS", { PROVIDER_REQUEST_OPTIONS: "[1]" }, "is not valid"],
    ["PROVIDER_REQUEST_OPTIONS", { PROVIDER_REQUEST_OPTIONS: '{"model":"x"}' }, "OPENAI_MODEL names"],
    ["PROVIDER_REQUEST_OPTIONS", { PROVIDER_REQUEST_OPTIONS: '{"messages":[]}' }, "has messages, which"],
    ["PROVIDER_REQUEST_OPTIONS", { PROVIDER_REQUEST_OPTIONS: '{"stream":false}' }, "always streamed"],
    ["PROVIDER_REQUEST_OPTIONS", { PROVIDER_REQUEST_OPTIONS: '{"tools":[]}' }, "without tools"],
    ["PROVIDER_REQUEST_OPTIONS", { PROVIDER_REQUEST_OPTIONS: '{"temperature":3}' }, "temperature: must be a"],
    [
      "PROVIDER_REQUEST_OPTIONS",
      { PROVIDER_REQUEST_OPTIONS: '{"temperature":"low"}' },
      "from 0 to 2, or null",
    ],
    ["PROVIDER_REQUEST_OPTIONS", { PROVIDER_REQUEST_OPTIONS: '{"max_tokens":1.5}' }, "whole number"],
    ["PROVIDER_REQUEST_OPTIONS", { PROVIDER_REQUEST_OPTIONS: '{"stop":[""]}' }, "stop"],
    ["PROVIDER_REQUEST_OPTIONS", { PROVIDER_REQUEST_OPTIONS: '{"top p":1}' }, "no field of a request"],
    [
      "PROVIDER_REQUEST_OPTIONS",
      { PROVIDER_REQUEST_OPTIONS: { note: "x".repeat(5_000) } },
      "4000 characters",
    ],
    [
      "PROVIDER_REQUEST_OPTIONS",
      { PROVIDER_REQUEST_OPTIONS: { max_tokens: 100, max_completion_tokens: 100 } },
      "They are one",
    ],
    ["ANSWER_STYLES", { ANSWER_STYLES: '{"docs":{"tone":"x"}}' }, "docs"],
    ["ANSWER_STYLES", { ANSWER_STYLES: { docs: { voice: "x".repeat(301) } } }, "at most 300 characters"],
    ["ANSWER_STYLES", { ANSWER_STYLES: "friendly" }, "is not valid JSON"],
    ["PROMPT_PASSAGES_MAX_TOKENS", { PROMPT_PASSAGES_MAX_TOKENS: "10" }, "500 to 100000"],
    ["UNSUPPORTED_SENTENCES", { UNSUPPORTED_SENTENCES: "hide" }, "keep, mark, drop"],
    ["EMBEDDING_MODEL", { EMBEDDING_MODEL: "text-embedding-3-small" }, "OPENAI_API_KEY is not set"],
    ["EMBEDDING_DIMENSIONS", { OPENAI_API_KEY: "k", EMBEDDING_MODEL: "mine" }, "is not known"],
    ["EMBEDDING_DIMENSIONS", { EMBEDDING_DIMENSIONS: "5000" }, "64 to 1536"],
    ["RERANK_URL", { RERANK_MODEL: "rerank-v3.5" }, "is not set although RERANK_MODEL is"],
    ["RERANK_URL", { RERANK_API_KEY: "rk-secret" }, "is not set although RERANK_API_KEY is"],
    ["RERANK_URL", { RERANK_URL: "api.jina.ai/v1/rerank" }, "https://api.jina.ai/v1/rerank"],
    ["RERANK_URL", { RERANK_URL: "https://api.jina.ai" }, "Write it whole"],
    ["RERANK_URL", { RERANK_URL: "file:///etc/rerank" }, "Write it whole"],
    ["RERANK_URL", { RERANK_URL: "https://a.example/rerank", RERANK_MODEL: "@cf/a/b" }, "Remove one"],
    ["VERIFY_MODEL", { VERIFY_MODEL: "gpt-4.1-nano" }, "Set OPENAI_API_KEY"],
    ["VERIFY_DEADLINE_MS", { VERIFY_DEADLINE_MS: "forever" }, "500 to 20000"],
    ["RERANK_DEADLINE_MS", { RERANK_DEADLINE_MS: "0" }, "50 to 10000"],
    ["ANSWER_CACHE_TTL_SECONDS", { ANSWER_CACHE_TTL_SECONDS: "59" }, "below 60"],
    ["ANSWER_CACHE_TTL_SECONDS", { ANSWER_CACHE_TTL_SECONDS: "-1" }, "0 to 2592000"],
    ["TIME_ZONE", { TIME_ZONE: "Vienna" }, '"Vienna"'],
    ["TIME_ZONE", { TIME_ZONE: 1 }, "is not a text"],
    ["CONFIDENCE_THRESHOLD", { CONFIDENCE_THRESHOLD: "1.1" }, "0 to 1"],
    ["CONFIDENCE_THRESHOLD", { CONFIDENCE_THRESHOLD: "NaN" }, "0 to 1"],
    ["CONFIDENCE_THRESHOLD", { CONFIDENCE_THRESHOLD: true }, "0 to 1"],
    ["MODEL_CONFIDENCE_THRESHOLD", { MODEL_CONFIDENCE_THRESHOLD: "5%" }, "0 to 1"],
  ])("names %s in %j and says what is wrong", (variable, vars, words) => {
    expect(() => readConfig(vars)).toThrow(ConfigError);
    try {
      readConfig(vars);
    } catch (error) {
      expect((error as ConfigError).variable).toBe(variable);
      expect((error as ConfigError).message.startsWith(`${variable} `)).toBe(true);
      expect((error as ConfigError).message).toContain(words);
    }
  });

  test("knows the length of known models' vectors, and needs no key for those of Workers AI", () => {
    expect(readConfig({ EMBEDDING_MODEL: "@cf/baai/bge-small-en-v1.5" }).embedding).toEqual({
      model: "@cf/baai/bge-small-en-v1.5",
      dimensions: 384,
    });
    const vars = { OPENAI_API_KEY: "k", EMBEDDING_MODEL: "text-embedding-3-small" };
    expect(readConfig(vars).embedding?.dimensions).toBe(256);
  });

  test("knows a reranker by its address, by its name at Workers AI, or not at all", () => {
    expect(readConfig({}).rerank).toBeUndefined();
    expect(readConfig({ RERANK_URL: "http://127.0.0.1:8080/rerank" }).rerank).toEqual({
      kind: "server",
      url: "http://127.0.0.1:8080/rerank",
      deadlineMs: 800,
    });
    const vars = { RERANK_MODEL: "@cf/baai/bge-reranker-base", RERANK_DEADLINE_MS: "1500" };
    expect(readConfig(vars).rerank).toEqual({
      kind: "workers-ai",
      model: "@cf/baai/bge-reranker-base",
      deadlineMs: 1500,
    });
  });

  test("lets a model verify where it is named, and only then", () => {
    expect(readConfig({ OPENAI_API_KEY: "k" }).verification).toBeUndefined();
    const vars = { OPENAI_API_KEY: "k", VERIFY_MODEL: "small", VERIFY_DEADLINE_MS: "6000" };
    expect(readConfig(vars).verification).toEqual({ model: "small", deadlineMs: 6000 });
  });

  test("never repeats the key", () => {
    expect(() => readConfig({ OPENAI_API_KEY: "sk-secret", OPENAI_BASE_URL: "nowhere" })).toThrow(
      /^(?!.*sk-secret)/,
    );
  });
});
