import { describe, expect, test } from "vitest";
import { GenerationError } from "../../../core/answer/generation-provider.ts";
import { createChatCompletion } from "../../../worker/generation/chat-completion.ts";
import { createOpenAiProvider } from "../../../worker/generation/openai-provider.ts";
import { rejectedField } from "../../../worker/generation/rejected-field.ts";
import type { RequestOptions } from "../../../worker/generation/request-fields.ts";
import { createServerHabits } from "../../../worker/generation/server-habits.ts";
import { collect, generationRequest } from "../../contracts/generation-provider.ts";
import { DONE, answering, chunk, streamOf, type Fetch } from "./support/completion-server.ts";

const request = await generationRequest("Who founded Lumen?");
const { signal } = new AbortController();

const answer = (): Response =>
  streamOf([chunk({ content: "All of it [1]." }), chunk({ finish: "stop" }), DONE]).response;
const line = (): Response =>
  Response.json({ choices: [{ message: { content: "One line." }, finish_reason: "stop" }] });
const refusal = (error: unknown, status = 400): Response => Response.json(error, { status });
const openAiRefusal = (param: string): Response =>
  refusal({ error: { message: `Unsupported parameter: '${param}'.`, param, code: "unsupported_parameter" } });

function provider(fetch: Fetch, requestOptions: RequestOptions = {}, baseUrl = "https://models.example/v1") {
  return createOpenAiProvider({
    apiKey: "k",
    baseUrl,
    model: "m-1",
    firstTokenTimeoutMs: 8_000,
    idleTimeoutMs: 4_000,
    requestOptions,
    fetch,
    newFenceMark: () => "fence-1",
  });
}

/** The fields of a request beside its prompt. */
function fieldsOf(call: { body: Record<string, unknown> } | undefined): Record<string, unknown> {
  const { model: _model, messages: _messages, stream: _stream, ...rest } = call?.body ?? {};
  return rest;
}

const DEFAULTS = { temperature: 0.2, stream_options: { include_usage: true }, max_tokens: 1_200 };

describe("options of a request", () => {
  test.each<[string, RequestOptions, Record<string, unknown>]>([
    ["none", {}, DEFAULTS],
    ["a temperature", { temperature: 0.7 }, { ...DEFAULTS, temperature: 0.7 }],
    ["no temperature", { temperature: null }, { stream_options: { include_usage: true }, max_tokens: 1_200 }],
    ["a limit", { max_tokens: 4_000 }, { ...DEFAULTS, max_tokens: 4_000 }],
    [
      "a limit by its other name",
      { max_completion_tokens: 4_000 },
      { temperature: 0.2, stream_options: { include_usage: true }, max_completion_tokens: 4_000 },
    ],
    [
      "fields that only the server knows",
      { seed: 7, reasoning: { enabled: false }, stream_options: null },
      { temperature: 0.2, max_tokens: 1_200, seed: 7, reasoning: { enabled: false } },
    ],
  ])("%s", async (_, options, fields) => {
    const { fetch, calls } = answering(answer());
    await collect(provider(fetch, options).generate(request, { signal }));
    expect(fieldsOf(calls[0])).toEqual(fields);
    expect(calls[0]?.body).toMatchObject({ model: "m-1", stream: true });
  });

  test("that steer the model hold for its short tasks too, those of answers do not", async () => {
    const { fetch, calls } = answering(line(), line());
    const options = { temperature: 0.9, max_tokens: 4_000, stop: ["##"], reasoning_effort: "low" };
    const ask = (requestOptions: RequestOptions) =>
      createChatCompletion({
        apiKey: "k",
        baseUrl: "https://models.example/v1",
        model: "m-1",
        requestOptions,
        fetch,
      })({ system: "s", user: "u", maxTokens: 50 }, { signal });
    await ask(options);
    expect(fieldsOf(calls[0])).toEqual({ temperature: 0, max_tokens: 50, reasoning_effort: "low" });
    await ask({ temperature: null });
    expect(fieldsOf(calls[1])).toEqual({ max_tokens: 50 });
  });

  test("are part of what tells one provider's answers from another's", () => {
    const { fetch } = answering();
    expect(provider(fetch, { temperature: 1 }).settings).not.toBe(provider(fetch).settings);
  });
});

describe("a field that the server refuses", () => {
  test("is left out at once, and from then on by all that ask the server", async () => {
    const habits = createServerHabits();
    const { fetch, calls } = answering(openAiRefusal("temperature"), answer(), answer(), line());
    const shared = { apiKey: "k", baseUrl: "https://models.example/v1", model: "m-1", fetch, habits };
    const asked = createOpenAiProvider({
      ...shared,
      firstTokenTimeoutMs: 8_000,
      idleTimeoutMs: 4_000,
      newFenceMark: () => "fence-1",
    });
    for (const _ of [1, 2]) {
      const events = await collect(asked.generate(request, { signal }));
      expect(events.at(-1)).toMatchObject({ type: "end", finishReason: "stop" });
    }
    const complete = createChatCompletion(shared);
    expect(await complete({ system: "s", user: "u", maxTokens: 50 }, { signal })).toBe("One line.");
    expect(calls.map(({ body }) => "temperature" in body)).toEqual([true, false, false, false]);
  });

  test("may be several, one after another; the limit goes by its other name first", async () => {
    const { fetch, calls } = answering(
      openAiRefusal("temperature"),
      openAiRefusal("max_tokens"),
      refusal(
        { detail: [{ type: "extra_forbidden", loc: ["body", "stream_options"], msg: "Extra inputs" }] },
        422,
      ),
      answer(),
    );
    await collect(provider(fetch).generate(request, { signal }));
    expect(fieldsOf(calls[3])).toEqual({ max_completion_tokens: 1_200 });
  });

  test("is not sought without end, and a refusal of another kind is none", async () => {
    const many = answering(
      ...["temperature", "max_tokens", "max_completion_tokens", "stream_options"].map(openAiRefusal),
    );
    await expect(collect(provider(many.fetch).generate(request, { signal }))).rejects.toMatchObject({
      failure: { reason: "provider-rejected", status: 400, detail: "unsupported_parameter" },
    });
    expect(many.calls).toHaveLength(4);
    const other = answering(refusal({ error: { message: "Your temperament does not suit us." } }));
    await expect(collect(provider(other.fetch).generate(request, { signal }))).rejects.toBeInstanceOf(
      GenerationError,
    );
    expect(other.calls).toHaveLength(1);
  });
});

describe("the field that a refusal names", () => {
  const sent = ["model", "messages", "stream", "temperature", "stream_options", "max_tokens", "stop", "seed"];
  test.each<[unknown, string | undefined]>([
    [{ error: { message: "No.", param: "stream_options.include_usage" } }, "stream_options"],
    [{ error: { message: "'temperature' does not support 0.2 with this model." } }, "temperature"],
    [{ error: "Unrecognized request argument supplied: stream_options" }, "stream_options"],
    [{ object: "error", message: "max_tokens is too large: 1200." }, "max_tokens"],
    [{ detail: [{ loc: ["body", "seed"], msg: "Extra inputs are not permitted" }] }, "seed"],
    [{ detail: "Unknown field: stream_options" }, "stream_options"],
    [{ message: "Unknown key 'stop'" }, "stop"],
    ["plain words on temperature", "temperature"],
    [{ error: { message: "Please stop asking." } }, undefined],
    [{ error: { message: "max_tokens_per_day is spent" } }, undefined],
    [{ error: { message: "messages: too long", param: "messages" } }, undefined],
    [{ error: { message: "The model does not exist", param: "model" } }, undefined],
    [{ error: { message: 5, param: {} }, detail: "" }, undefined],
    [null, undefined],
  ])("%j", (body, name) => {
    expect(rejectedField(typeof body === "string" ? body : JSON.stringify(body), sent)).toBe(name);
  });
});
