/** A model that spends the limit of its answer on thoughts. */
import { describe, expect, test } from "vitest";
import { GenerationError, type GenerationRequest } from "../../../core/answer/generation-provider.ts";
import { MAX_OUTPUT_TOKENS, MAX_REASONING_OUTPUT_TOKENS } from "../../../worker/constants.ts";
import { createOpenAiProvider } from "../../../worker/generation/openai-provider.ts";
import type { RequestOptions } from "../../../worker/generation/request-fields.ts";
import { createServerHabits } from "../../../worker/generation/server-habits.ts";
import { generationRequest } from "../../contracts/generation-provider.ts";
import { answering, chunk, streamOf } from "./support/completion-server.ts";

const request: GenerationRequest = await generationRequest("Who founded Lumen?");
const { signal } = new AbortController();
const ANSWER = "Ada Marsh founded it [1].";
const usage = { prompt_tokens: 100, completion_tokens: 1_200 };

const spent = (...pieces: string[]): Response =>
  streamOf([...pieces, chunk({ finish: "length", usage })]).response;
const answered = (): Response =>
  streamOf([chunk({ content: ANSWER }), chunk({ finish: "stop", usage })]).response;
const tooHigh = (): Response =>
  Response.json(
    {
      error: { message: "max_tokens is too large: 8000", type: "invalid_request_error", param: "max_tokens" },
    },
    { status: 400 },
  );

/** Asks as often as the model is to answer, and tells what came of each, and with which limits it was asked. */
async function ask(
  responses: Response[],
  {
    times = 1,
    requestOptions,
    tookMs = 0,
  }: { times?: number; requestOptions?: RequestOptions; tookMs?: number } = {},
): Promise<{ outcomes: string[]; limits: unknown[]; outputTokens: number | undefined }> {
  const { fetch, calls } = answering(...responses);
  let nowMs = 0;
  const provider = createOpenAiProvider({
    apiKey: "k",
    baseUrl: "https://models.example/v1",
    model: "m-1",
    firstTokenTimeoutMs: 8_000,
    idleTimeoutMs: 4_000,
    reasoningTimeoutMs: 20_000,
    requestOptions,
    habits: createServerHabits(),
    fetch,
    newFenceMark: () => "fence-1",
    now: () => (nowMs += tookMs),
  });
  const outcomes: string[] = [];
  let outputTokens: number | undefined;
  for (let asked = 0; asked < times; asked++) {
    let text = "";
    try {
      for await (const event of provider.generate(request, { signal })) {
        if (event.type === "text-delta") text += event.text;
        if (event.type === "end") ({ outputTokens } = event.usage ?? { outputTokens: undefined });
      }
      outcomes.push(text);
    } catch (error) {
      if (!(error instanceof GenerationError)) throw error;
      outcomes.push(error.failure.reason);
    }
  }
  return { outcomes, limits: calls.map(({ body }) => body["max_tokens"]), outputTokens };
}

describe("a model that spends its limit on thoughts", () => {
  test.each<[string, string[]]>([
    ["in a field of their own", [chunk({ delta: { reasoning_content: "Hm." } })]],
    ["of which nothing is sent", []],
    ["between marks", [chunk({ content: "<think>Hm, Ada [1]" })]],
    ["without an opening mark", [chunk({ content: "Okay, the user asks who. I should say Ada [1]." })]],
  ])("%s, is asked once more with a higher one, and with that from then on", async (_, pieces) => {
    const { outcomes, limits, outputTokens } = await ask([spent(...pieces), answered(), answered()], {
      times: 2,
    });
    expect(outcomes).toEqual([ANSWER, ANSWER]);
    expect(limits).toEqual([MAX_OUTPUT_TOKENS, MAX_REASONING_OUTPUT_TOKENS, MAX_REASONING_OUTPUT_TOKENS]);
    expect(outputTokens).toBe(1_200);
  });

  test("costs what both attempts cost", async () => {
    expect((await ask([spent(), answered()])).outputTokens).toBe(2_400);
  });

  test("is not asked a third time", async () => {
    const { outcomes, limits } = await ask([spent(), spent()]);
    expect(outcomes).toEqual(["provider-stream-broken"]);
    expect(limits).toEqual([MAX_OUTPUT_TOKENS, MAX_REASONING_OUTPUT_TOKENS]);
  });

  test("keeps to a limit that the owner has set", async () => {
    const requestOptions = { max_tokens: 900 };
    const { outcomes, limits } = await ask([spent()], { requestOptions });
    expect(outcomes).toEqual(["provider-stream-broken"]);
    expect(limits).toEqual([900]);
  });

  test("is not asked again where half of its time is over", async () => {
    expect((await ask([spent()], { tookMs: 11_000 })).limits).toEqual([MAX_OUTPUT_TOKENS]);
  });

  test("keeps its limit at a server that takes no higher one, and is never asked without any", async () => {
    const { outcomes, limits } = await ask([spent(), tooHigh(), spent()], { times: 2 });
    expect(outcomes).toEqual(["provider-stream-broken", "provider-stream-broken"]);
    expect(limits).toEqual([MAX_OUTPUT_TOKENS, MAX_REASONING_OUTPUT_TOKENS, MAX_OUTPUT_TOKENS]);
  });

  test("a long answer that reaches the limit is an answer", async () => {
    const { outcomes, limits } = await ask([spent(chunk({ content: `${ANSWER} And` }))]);
    expect(outcomes).toEqual([`${ANSWER} And`]);
    expect(limits).toEqual([MAX_OUTPUT_TOKENS]);
  });
});
