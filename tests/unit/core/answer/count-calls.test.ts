import { beforeAll, describe, expect, test } from "vitest";
import { answerQuestion, type AnswerDependencies } from "../../../../core/answer/answer-question.ts";
import { createExtractiveProvider } from "../../../../core/answer/quote/extractive-provider.ts";
import { GenerationError } from "../../../../core/answer/generation-provider.ts";
import type { Corpus } from "../../../../core/corpus/corpus.ts";
import type { ChatRequest, Usage } from "../../../../core/protocol.ts";
import { SKETCHES, openSketch } from "../../../support/corpus.ts";
import { createScriptedProvider } from "../../../support/scripted-provider.ts";

let corpus: Corpus;
beforeAll(async () => {
  corpus = await openSketch(SKETCHES);
});

const WRITER = { provider: "scripted", model: "scripted-1" };
const FOLLOW_UP: ChatRequest = {
  question: "And for teams?",
  history: [
    { role: "visitor", text: "How much does Lumen cost?" },
    { role: "assistant", text: "It is free for one person." },
  ],
};

async function usageOf(
  request: ChatRequest,
  changes: Partial<AnswerDependencies>,
): Promise<Usage | undefined> {
  const dependencies: AnswerDependencies = {
    corpus,
    provider: createExtractiveProvider(),
    confidenceThreshold: 0,
    newId: () => "id",
    ...changes,
  };
  const { signal } = new AbortController();
  for await (const event of answerQuestion(request, dependencies, { signal })) {
    if (event.type === "answer-end") return event.usage;
  }
  throw new Error("no end");
}

describe("the usage of an answer", () => {
  const end = (finishReason: "stop" | "refused") => ({
    type: "end" as const,
    finishReason,
    usage: { inputTokens: 800, outputTokens: 40, ...WRITER },
  });

  test("is none of a quoted one", async () => {
    expect(await usageOf({ question: "How much does it cost?" }, {})).toBeUndefined();
  });

  test("holds what came before the writing", async () => {
    const usage = await usageOf(FOLLOW_UP, {
      provider: createScriptedProvider(["12 euros [1].", end("stop")]),
      rewriter: {
        rewrite: (_question, _history, { onCall }) => {
          onCall?.({ provider: "small.example", model: "s" })({ inputTokens: 120, outputTokens: 9 });
          return Promise.resolve("How much does Lumen cost for teams?");
        },
      },
    });
    expect(usage).toEqual({
      inputTokens: 920,
      outputTokens: 49,
      ...WRITER,
      calls: [
        { purpose: "rewriting", provider: "small.example", model: "s", inputTokens: 120, outputTokens: 9 },
        { purpose: "writing", ...WRITER, inputTokens: 800, outputTokens: 40 },
      ],
    });
  });

  test("is that of a refusal too", async () => {
    const usage = await usageOf(
      { question: "How much does it cost?" },
      { provider: createScriptedProvider([end("refused")]) },
    );
    expect(usage).toMatchObject({ inputTokens: 800, calls: [{ purpose: "writing" }] });
  });

  test("names a request that failed, without figures", async () => {
    const failure = new GenerationError({ reason: "provider-unreachable", detail: "HTTP 500" });
    const usage = await usageOf(
      { question: "How much does it cost?" },
      { provider: createScriptedProvider([failure]) },
    );
    expect(usage).toMatchObject({ inputTokens: 0, calls: [{ purpose: "writing", ...WRITER }] });
  });
});
