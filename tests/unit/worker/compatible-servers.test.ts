/** What servers send that call themselves compatible, and what a visitor gets of it. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { GenerationError, type GenerationRequest } from "../../../core/answer/generation-provider.ts";
import { createOpenAiProvider } from "../../../worker/generation/openai-provider.ts";
import {
  createServerHabits,
  HELD_ANSWERS,
  type ServerHabits,
} from "../../../worker/generation/server-habits.ts";
import { generationRequest } from "../../contracts/generation-provider.ts";
import { CORPORA_FOLDER, hasCorpus, readCases, readJsonLines } from "../../support/corpora.ts";
import { DONE, chunk, data } from "./support/completion-server.ts";

const request: GenerationRequest = await generationRequest("Who founded Lumen?");
const { signal } = new AbortController();

interface Outcome {
  text: string;
  /** The finish reason, or the reason of the failure. */
  end: string;
  /** How often all text so far was taken back. */
  restarts?: number;
}

/** Asks a server that sends these bytes in pieces. */
async function ask(
  pieces: Uint8Array[],
  {
    habits = createServerHabits(),
    contentType = "text/event-stream",
  }: { habits?: ServerHabits; contentType?: string } = {},
): Promise<Outcome> {
  const rest = [...pieces];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = rest.shift();
      if (piece === undefined) controller.close();
      else controller.enqueue(piece);
    },
  });
  const provider = createOpenAiProvider({
    apiKey: "k",
    baseUrl: "https://models.example/v1",
    model: "m-1",
    firstTokenTimeoutMs: 8_000,
    idleTimeoutMs: 4_000,
    habits,
    fetch: () => Promise.resolve(new Response(body, { headers: { "content-type": contentType } })),
    newFenceMark: () => "fence-1",
  });
  let text = "";
  let restarts = 0;
  const outcome = (end: string): Outcome => ({ text, end, ...(restarts > 0 && { restarts }) });
  try {
    for await (const event of provider.generate(request, { signal })) {
      if (event.type === "text-delta") text += event.text;
      if (event.type === "end") return outcome(event.finishReason);
      if (event.type !== "restart") continue;
      text = "";
      restarts++;
    }
  } catch (error) {
    if (error instanceof GenerationError) return outcome(error.failure.reason);
    throw error;
  }
  throw new Error("The provider ended without an end.");
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function piecesOf(bytes: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.slice(index * size, (index + 1) * size),
  );
}

/** The outcome of a body, which has to be the same byte by byte and cut in two at some places. */
async function outcomeOf(body: string, contentType?: string, maxCuts = 4): Promise<Outcome> {
  const bytes = bytesOf(body);
  const options = contentType === undefined ? {} : { contentType };
  const whole = await ask([bytes], options);
  // Byte by byte where that is quickly done, and never along the borders of characters.
  const size = bytes.length < 3_000 ? 1 : bytes.length < 30_000 ? 7 : 61;
  expect(await ask(piecesOf(bytes, size), options)).toEqual(whole);
  const step = Math.max(1, Math.ceil(bytes.length / maxCuts));
  for (let cut = 1; cut < bytes.length; cut += step) {
    expect(await ask([bytes.slice(0, cut), bytes.slice(cut)], options), `cut at ${cut}`).toEqual(whole);
  }
  return whole;
}

const json = (value: unknown): string => JSON.stringify(value);
const say = (content: string): string => chunk({ content });
const END = chunk({ finish: "stop" });
const ANSWER = "All of it [1].";
const message = (content: unknown, rest: object = {}) => ({
  choices: [{ index: 0, message: { role: "assistant", content }, ...rest }],
});

describe("the end of an answer", () => {
  test.each([
    "STOP",
    "Stop",
    "eos",
    "end_turn",
    "EOS_TOKEN",
    "completed",
    "stop_sequence",
    "whatever",
    "FINISH_REASON_STOP",
  ])("%s is one", async (finish) => {
    expect(await outcomeOf(say(ANSWER) + chunk({ finish }) + DONE)).toEqual({ text: ANSWER, end: "stop" });
  });
  test.each([
    "LENGTH",
    "MAX_TOKENS",
    "max_output_tokens",
    "model_length",
    "token_limit_reached",
    "truncated",
  ])("%s is one by its limit", async (finish) => {
    expect(await outcomeOf(say(ANSWER) + chunk({ finish }))).toEqual({ text: ANSWER, end: "length" });
  });
  test.each(["SAFETY", "content_filter", "CONTENT_FILTERED", "RECITATION", "guardrail_intervened"])(
    "%s is a refusal",
    async (finish) => {
      expect((await outcomeOf(chunk({ content: "All" }) + chunk({ finish }))).end).toBe("refused");
    },
  );
  test.each(["error", "abort", "insufficient_system_resource", "network_error"])(
    "%s is none",
    async (finish) => {
      expect((await outcomeOf(say(ANSWER) + chunk({ finish }))).end).toBe("provider-stream-broken");
    },
  );

  test.each<[string, string, Outcome]>([
    ["[DONE] alone", say(ANSWER) + DONE, { text: ANSWER, end: "stop" }],
    ["[DONE] without a space or a line end", say(ANSWER) + "data:[DONE]", { text: ANSWER, end: "stop" }],
    [
      "a call of a tool after text",
      say(ANSWER) + chunk({ finish: "tool_calls" }),
      { text: ANSWER, end: "stop" },
    ],
    [
      "a null text for none, then [DONE]",
      say(ANSWER) + chunk({ finish: "null" }) + DONE,
      { text: ANSWER, end: "stop" },
    ],
    ["a closed connection after a whole, cited sentence", say(ANSWER), { text: ANSWER, end: "stop" }],
    [
      "an object",
      say(ANSWER) + data(json({ choices: [{ delta: {}, finish_reason: { type: "stop" } }] })),
      { text: ANSWER, end: "stop" },
    ],
  ])("%s", async (_, body, expected) => {
    expect(await outcomeOf(body)).toEqual(expected);
  });

  test("a closed connection in mid-sentence is none, nor is one where the server marks its ends elsewhere", async () => {
    expect((await outcomeOf(say("All of it [1] and"))).end).toBe("provider-stream-broken");
    const habits = createServerHabits();
    expect((await ask([bytesOf(say(ANSWER) + END)], { habits })).end).toBe("stop");
    expect((await ask([bytesOf(say(ANSWER))], { habits })).end).toBe("provider-stream-broken");
  });
});

describe("another shape than a stream of deltas", () => {
  const stop = { finish_reason: "stop" };
  test.each<[string, string, string?]>([
    ["a whole document", json(message(ANSWER, stop)), "application/json"],
    ["a whole document, called a stream", json(message(ANSWER, stop))],
    [
      "a whole document over many lines",
      JSON.stringify(message(ANSWER, stop), null, 2),
      "application/json; charset=utf-8",
    ],
    ["a whole document without a finish reason", json(message(ANSWER)), "application/json"],
    [
      "a whole document with parts",
      json(
        message([
          { type: "text", text: "All of " },
          { type: "text", text: "it [1]." },
        ]),
      ),
      "application/json",
    ],
    ["a whole document with a thought", json(message(`<think>Hm [1].</think>${ANSWER}`)), "application/json"],
    [
      "a whole document with the end of a thought",
      json(message(`Hm [1].\n</think>\n\n${ANSWER}`)),
      "application/json",
    ],
    ["one event with a whole message", data(json(message(ANSWER, stop))) + DONE],
    ["messages in place of deltas", data(json(message("All of "))) + data(json(message("it [1]."))) + DONE],
    [
      "messages that grow",
      ["All", "All of", "All of it", "All of it [1]."].map((text) => data(json(message(text)))).join("") +
        DONE,
    ],
    ["deltas that grow", ["All", "All of", "All of it", "All of it [1]."].map(say).join("") + END],
    ["deltas, and all of it once more", say("All of ") + say("it [1].") + data(json(message(ANSWER, stop)))],
    [
      "legacy completions",
      data(json({ choices: [{ index: 0, text: "All of " }] })) +
        data(json({ choices: [{ text: "it [1].", finish_reason: "stop" }] })),
    ],
    [
      "lines of JSON",
      ["All of ", "it [1]."]
        .map((text) => json({ choices: [{ delta: { content: text } }] }) + "\n")
        .join("") + json({ choices: [{ delta: {}, finish_reason: "stop" }] }),
      "application/x-ndjson",
    ],
    [
      "Ollama's lines",
      [
        { message: { content: "All of " }, done: false },
        { message: { content: "it [1]." }, done: false },
        { message: { content: "" }, done: true, done_reason: "stop" },
      ]
        .map((line) => json(line) + "\n")
        .join(""),
      "application/x-ndjson",
    ],
    [
      "a list of chunks",
      json([
        { choices: [{ delta: { content: "All of " } }] },
        { choices: [{ delta: { content: "it [1]." }, finish_reason: "stop" }] },
      ]),
      "application/json",
    ],
    [
      "choices out of order",
      data(
        json({
          choices: [
            { index: 1, delta: { content: "SECOND" } },
            { index: 0, delta: { content: ANSWER } },
          ],
        }),
      ) + END,
    ],
    [
      "other choices between",
      say("All of ") +
        data(json({ choices: [{ index: 1, delta: { content: "SECOND" }, finish_reason: "stop" }] })) +
        say("it [1].") +
        END,
    ],
    ["indexes as texts", data(json({ choices: [{ index: "0", delta: { content: ANSWER } }] })) + END],
    ["no index", data(json({ choices: [{ delta: { content: ANSWER } }] })) + END],
    [
      "no choices, and usage alone",
      data(json({ choices: [] })) +
        say(ANSWER) +
        END +
        data(json({ choices: [], usage: { prompt_tokens: 1, completion_tokens: 1 } })) +
        DONE,
    ],
    [
      "roles again and again, and null",
      chunk({ delta: { role: "assistant", content: null } }) +
        chunk({ delta: { role: "assistant", content: "All of " } }) +
        chunk({ delta: { role: "assistant", content: "it [1]." } }) +
        END,
    ],
  ])("%s", async (_, body, contentType) => {
    expect(await outcomeOf(body, contentType)).toEqual({ text: ANSWER, end: "stop" });
  });
});

describe("the lines of a stream", () => {
  const lines = say("All of ") + say("it [1].") + END + DONE;
  test.each<[string, string]>([
    ["comments", `: keep-alive\n\n${lines}`],
    ["comments as data", data(": keep-alive") + data("OPENROUTER PROCESSING") + data("ping") + lines],
    ["empty data", `data:\n\ndata\n\ndata: \n\n${lines}`],
    ["no space after the colon", lines.replaceAll("data: ", "data:")],
    ["CR and LF", lines.replaceAll("\n", "\r\n")],
    ["CR alone", lines.replaceAll("\n", "\r")],
    ["a byte order mark", `\uFEFF${lines}`],
    ["no empty lines between", lines.replaceAll("\n\n", "\n")],
    ["no line end at the end", lines.trimEnd()],
    ["names, ids and retries", lines.replaceAll("data: ", "id: 1\nevent: message\nretry: 5\ndata: ")],
    ["documents over two data lines", lines.replaceAll('"choices"', '\ndata: "choices"')],
    [
      "numbers that JSON does not know",
      lines.replaceAll('"index":0', '"index":0,"logprobs":NaN,"p":-Infinity'),
    ],
    ["other kinds of chunks", data('{"object":"ping"}') + data("[]") + data("null") + data("5") + lines],
    ["a broken chunk without text", data('{"usage":{"prompt_tokens":') + lines],
    ["an error that is none", lines.replaceAll('"choices"', '"error":null,"choices"')],
  ])("%s", async (_, body) => {
    expect(await outcomeOf(body)).toEqual({ text: ANSWER, end: "stop" });
  });

  test("control characters within texts are read as what they are", async () => {
    const body = say("All of it [1].\nMore [1].").replaceAll(String.raw`\n`, "\t") + END;
    expect(await outcomeOf(body)).toEqual({ text: "All of it [1].\tMore [1].", end: "stop" });
  });

  test.each<[string, string]>([
    [
      "a chunk with text that is broken",
      say("All of ") + data('{"choices":[{"delta":{"content":"it') + END + DONE,
    ],
    [
      "an error in mid-stream",
      say("All of it [1].") + data(json({ error: { message: "SECRET", code: "overloaded" } })) + END,
    ],
    ["an error as a text", say("All of it [1].") + data(json({ error: "SECRET" }))],
    ["an error event", say("All of it [1].") + `event: error\n${data(json({ message: "SECRET" }))}`],
    ["an error object", data(json({ object: "error", message: "SECRET", code: 500 }))],
    ["an error document", json({ error: { code: 429, message: "SECRET" } })],
    ["a page", "<!doctype html><title>data: Welcome</title>"],
    ["a line without end", `data: {"choices":[{"delta":{"content":"${"x".repeat(1_100_000)}`],
  ])("%s is a failure", async (_, body) => {
    expect((await ask([bytesOf(body)])).end).toBe("provider-stream-broken");
  });
});

describe("what is no answer in the text", () => {
  test.each<[string, string[]]>([
    ["a thought", ["<think>\nHm, 99 [1]?\n</think>\n\n", ANSWER]],
    ["a thought in pieces", ["<", "th", "ink>Hm", "</thi", "nk>", "All of it", " [1]."]],
    ["the end of a thought", ["The visitor wants X. I guess 99 euros.\n", "</think>\n\n", ANSWER]],
    [
      "the end of a thought that cites",
      ["Okay, the user asks for X. Passage [1] says 99 euros. ", "So 99 [1].</think>", ANSWER],
    ],
    [
      "channels",
      [
        "<|channel|>analysis<|message|>Hm [1].<|end|>",
        "<|start|>assistant<|channel|>final<|message|>",
        ANSWER,
        "<|return|>",
      ],
    ],
    ["a call of a tool", ['<tool_call>{"name":"x"}</tool_call>', ANSWER]],
    ["the end of the turn", [ANSWER, "<|im_end|>"]],
  ])("%s never comes through", async (_, pieces) => {
    expect(await outcomeOf(pieces.map(say).join("") + END)).toEqual({ text: ANSWER, end: "stop" });
  });

  test("marks in code are words of an answer", async () => {
    const text = "It thinks between `<think>` and `</think>`, and ends with `<|im_end|>` [1].";
    expect(await outcomeOf(say(text) + END)).toEqual({ text, end: "stop" });
  });

  describe("a thought that speaks and cites like an answer, with a closing mark alone,", () => {
    const thought =
      "The plan costs 99 euros a month [1]. It is meant for larger teams of ten and more people.";
    const piecesOfThought = [say(thought), say("\n</think>\n\n"), say(ANSWER), END].map(bytesOf);

    test("is taken back for the answer, and the next answers are held", async () => {
      const habits = createServerHabits();
      expect(await ask(piecesOfThought, { habits })).toEqual({ text: ANSWER, end: "stop", restarts: 1 });
      expect(await ask(piecesOfThought, { habits })).toEqual({ text: ANSWER, end: "stop" });
    });

    test("holds no more than the next answers, if none of them begins so", async () => {
      const habits = createServerHabits();
      await ask(piecesOfThought, { habits });
      const clean = [say(ANSWER), say(" More."), END].map(bytesOf);
      for (let held = 0; held < HELD_ANSWERS; held++) await ask(clean, { habits });
      expect((await ask(piecesOfThought, { habits })).restarts).toBe(1);
    });

    test("is taken back whatever follows", async () => {
      const body = [say(thought), say("</think>"), say("That is not on our pages."), END].map(bytesOf);
      expect(await ask(body)).toEqual({ text: "That is not on our pages.", end: "stop", restarts: 1 });
      const filtered = [say(thought), say("</think>All of"), chunk({ finish: "content_filter" })].map(
        bytesOf,
      );
      expect(await ask(filtered)).toEqual({ text: "", end: "refused", restarts: 1 });
    });
  });

  test("a model that repeats itself is cut where it begins to", async () => {
    const loop = Array.from({ length: 80 }, () => say("It is dark by default [1]. "));
    expect(await outcomeOf([say("You set it yourself [1]. "), ...loop].join(""), undefined, 4)).toEqual({
      text: "You set it yourself [1]. It is dark by default [1].",
      end: "length",
    });
  });

  test("an answer that is cut while it thinks again is cut", async () => {
    expect(await outcomeOf(say(`${ANSWER} <think>And`) + END)).toEqual({ text: ANSWER, end: "length" });
  });
});

interface StreamCase {
  name: string;
  chunks?: string[];
  contentType?: string;
  body?: string;
  expected: string;
}
const CASES = readCases<StreamCase[]>("stream/cases.json") ?? [];

describe.skipIf(CASES.length === 0)("cases of streams", () => {
  test.each(CASES)("$name", async ({ chunks = [], body = chunks
      .map(data)
      .join(""), contentType, expected }) => {
    const { text, end } = await outcomeOf(body, contentType);
    expect(end).toBe("stop");
    expect(text).toBe(expected === "the answer, stop" ? ANSWER : expected);
  });
});

describe.skipIf(!hasCorpus("provider-streams"))("recorded streams of providers", () => {
  const names = hasCorpus("provider-streams") ? readdirSync(join(CORPORA_FOLDER, "provider-streams")) : [];

  test.each(names)("%s gives the same text wherever it is cut", async (name) => {
    const lines = readJsonLines<{ choices?: { delta?: { content?: unknown } }[] }>(
      join("provider-streams", name),
    );
    const { text, end } = await outcomeOf(
      lines.map((line) => data(json(line))).join("") + DONE,
      undefined,
      12,
    );
    if (name.includes("tool-call")) return;
    expect(end).toMatch(/^(?:stop|length)$/);
    const sent = lines.map(({ choices }) => choices?.[0]?.delta?.content);
    if (sent.every((content) => typeof content !== "object" || content === null))
      expect(text).toBe(sent.join("").trim());
  });
});
