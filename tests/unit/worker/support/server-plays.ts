/**
 * What servers that call themselves compatible send for one answer, each as one of them does it: bodies of completions,
 * in the pieces that they come in. All words are our own; the shapes are those that the servers' documentation and
 * their users' reports show.
 */
export interface ServerPlay {
  name: string;
  pieces: readonly string[];
  /** Default `text/event-stream`. */
  contentType?: string;
  /** Default 200. */
  status?: number;
  /** What a request with a higher limit than the usual gets. */
  raised?: readonly string[];
  /** What comes of it. Default `answer`: the model's answer and nothing else, with nothing taken back. */
  outcome?: "answer" | "cut" | "quoted" | "restarted" | "refused";
}

export const FOUNDED = "Ada Marsh founded Lumen in 2019 [1].";
const PARTS = ["Ada Marsh ", "founded Lumen", " in 2019 [1]", "."];

const json = (value: unknown): string => JSON.stringify(value);
const data = (value: unknown): string => `data: ${typeof value === "string" ? value : json(value)}\n\n`;
const DONE = data("[DONE]");

/** One chunk: what stands in its choice, and beside it. */
const choice = (inside: object, beside: object = {}): string =>
  data({
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1_700_000_000,
    model: "m-1",
    choices: [{ index: 0, ...inside }],
    ...beside,
  });
const delta = (fields: object, inside: object = {}, beside: object = {}): string =>
  choice({ delta: fields, finish_reason: null, ...inside }, beside);
const say = (content: string): string => delta({ content });
const end = (finish_reason: unknown = "stop", beside: object = {}): string =>
  choice({ delta: {}, finish_reason }, beside);
const SAID = PARTS.map(say);
const USAGE = { prompt_tokens: 900, completion_tokens: 20, total_tokens: 920 };
const usage = data({ object: "chat.completion.chunk", choices: [], usage: USAGE });
const SAFE = { hate: { filtered: false, severity: "safe" }, violence: { filtered: false, severity: "safe" } };
const THOUGHT = "SECRET thought: the year was 1999 [1], I guess.";

export const SERVER_PLAYS: readonly ServerPlay[] = [
  {
    name: "Azure: results of filters before, between and after",
    pieces: [
      data({
        id: "",
        object: "",
        created: 0,
        model: "",
        choices: [],
        prompt_filter_results: [{ prompt_index: 0, content_filter_results: SAFE }],
      }),
      delta({ role: "assistant", content: "", refusal: null }, { content_filter_results: {} }),
      ...PARTS.map((content) => delta({ content }, { content_filter_results: SAFE, logprobs: null })),
      data({
        id: "",
        object: "",
        created: 0,
        model: "",
        choices: [
          {
            index: 0,
            finish_reason: null,
            content_filter_results: SAFE,
            content_filter_offsets: { check_offset: 44, start_offset: 44, end_offset: 198 },
          },
        ],
        usage: null,
      }),
      choice({ delta: null, finish_reason: null, content_filter_results: SAFE }),
      end("stop", { content_filter_results: {} }),
      usage,
      DONE,
    ],
  },
  {
    name: "Azure: stopped by its filter behind a cited sentence",
    pieces: [
      ...SAID,
      say(" The first release followed in March 2020 [1]. She has also"),
      say(" written about many other things than those, and"),
      choice({
        delta: {},
        finish_reason: "content_filter",
        content_filter_results: { violence: { filtered: true, severity: "high" } },
      }),
      DONE,
    ],
    outcome: "cut",
  },
  {
    name: "Azure: stopped by its filter before any word",
    pieces: [delta({ role: "assistant" }), end("content_filter"), DONE],
    outcome: "refused",
  },
  {
    name: "OpenRouter: comments, native reasons, reasoning with details",
    pieces: [
      ": OPENROUTER PROCESSING\n\n",
      ": OPENROUTER PROCESSING\n\n",
      delta(
        {
          role: "assistant",
          content: "",
          reasoning: THOUGHT,
          reasoning_details: [{ type: "reasoning.text", text: THOUGHT, index: 0 }],
        },
        { native_finish_reason: null },
        { provider: "Acme" },
      ),
      ...PARTS.map((content) =>
        delta(
          { role: "assistant", content },
          { native_finish_reason: null, logprobs: null },
          { provider: "Acme" },
        ),
      ),
      choice(
        { delta: { role: "assistant", content: "" }, finish_reason: "stop", native_finish_reason: "STOP" },
        { usage: { ...USAGE, cost: 0.0001, is_byok: false } },
      ),
      DONE,
    ],
  },
  {
    name: "OpenRouter: an error in mid-stream",
    pieces: [
      ...SAID,
      say(" And then"),
      data({
        id: "gen-1",
        object: "chat.completion.chunk",
        error: {
          code: 502,
          message: "SECRET upstream",
          metadata: { provider_name: "Acme", error_type: "provider_unavailable" },
        },
        choices: [{ index: 0, delta: { content: "" }, finish_reason: "error" }],
      }),
    ],
    outcome: "quoted",
  },
  {
    name: "OpenRouter: an error in place of an answer, with the status 200",
    pieces: [
      ": OPENROUTER PROCESSING\n\n",
      data({ error: { code: 429, message: "SECRET limit" }, choices: [] }),
    ],
    outcome: "quoted",
  },
  {
    name: "Groq: its own usage, and channels of reasoning",
    pieces: [
      delta(
        { role: "assistant", content: null, channel: "analysis", reasoning: THOUGHT },
        {},
        { x_groq: { id: "req_1" } },
      ),
      ...PARTS.map((content) => delta({ content, channel: "final" })),
      end("stop", { x_groq: { id: "req_1", usage: { ...USAGE, queue_time: 0.02 } } }),
      DONE,
    ],
  },
  {
    name: "DeepSeek: reasoning in its field, null contents, keep-alives",
    pieces: [
      ": keep-alive\n\n",
      delta({ role: "assistant", content: null, reasoning_content: "" }),
      delta({ content: null, reasoning_content: THOUGHT }),
      ...PARTS.map((content) => delta({ content, reasoning_content: null })),
      delta({ content: "", reasoning_content: null }, { finish_reason: "stop" }, { usage: USAGE }),
      DONE,
    ],
  },
  {
    name: "DeepSeek: out of resources in mid-answer",
    pieces: [...SAID, say(" She lives"), end("insufficient_system_resource"), DONE],
    outcome: "quoted",
  },
  {
    name: "Mistral: contents as lists, thoughts among them",
    pieces: [
      delta({ role: "assistant", content: "" }),
      delta({ content: [{ type: "thinking", thinking: [{ type: "text", text: THOUGHT }], closed: true }] }),
      delta({ content: [{ type: "text", text: "Ada Marsh " }] }),
      ...PARTS.slice(1).map((content) => delta({ content })),
      end("stop", { usage: USAGE }),
      DONE,
    ],
  },
  {
    name: "Mistral: references among its texts",
    pieces: [
      delta({
        content: [
          { type: "text", text: "Ada Marsh founded Lumen in 2019 [1]" },
          { type: "reference", reference_ids: [0] },
          { type: "text", text: "." },
        ],
      }),
      end(),
      DONE,
    ],
  },
  {
    name: "Perplexity: a delta and the message so far in each chunk",
    pieces: [
      ...PARTS.map((content, at) =>
        choice(
          {
            finish_reason: null,
            message: { role: "assistant", content: PARTS.slice(0, at + 1).join("") },
            delta: { role: "assistant", content },
          },
          {
            citations: ["https://elsewhere.example/SECRET"],
            search_results: [{ title: "SECRET" }],
            usage: USAGE,
          },
        ),
      ),
      choice(
        {
          finish_reason: "stop",
          message: { role: "assistant", content: FOUNDED },
          delta: { role: "assistant", content: "" },
        },
        { object: "chat.completion.done" },
      ),
    ],
  },
  {
    name: "Workers AI: its own shape, padded",
    pieces: [
      ...PARTS.map((response) => data({ response, p: "abcdefgh" })),
      data({ response: "", usage: USAGE }),
      DONE,
    ],
  },
  {
    name: "Workers AI: numbers as numbers, and no tools called",
    pieces: [
      data({ response: "Ada Marsh founded Lumen in ", tool_calls: [] }),
      data({ response: 2019 }),
      data({ response: " [" }),
      data({ response: 1 }),
      data({ response: "]." }),
      data({ response: null, tool_calls: [], usage: USAGE }),
      DONE,
    ],
  },
  {
    name: "Workers AI: the result of its API as one document",
    pieces: [json({ result: { response: FOUNDED, usage: USAGE }, success: true, errors: [], messages: [] })],
    contentType: "application/json",
  },
  {
    name: "Workers AI: an error of its API, with the status 200",
    pieces: [
      json({
        result: null,
        success: false,
        errors: [{ code: 3040, message: "SECRET capacity" }],
        messages: [],
      }),
    ],
    contentType: "application/json",
    outcome: "quoted",
  },
  {
    name: "Anthropic: events of its own",
    pieces: [
      [
        "message_start",
        {
          message: {
            id: "msg_1",
            role: "assistant",
            content: [],
            stop_reason: null,
            usage: { input_tokens: 900, output_tokens: 1 },
          },
        },
      ],
      ["content_block_start", { index: 0, content_block: { type: "thinking", thinking: "", signature: "" } }],
      ["content_block_delta", { index: 0, delta: { type: "thinking_delta", thinking: THOUGHT } }],
      ["content_block_delta", { index: 0, delta: { type: "signature_delta", signature: "SECRET" } }],
      ["content_block_stop", { index: 0 }],
      ["ping", {}],
      ["content_block_start", { index: 1, content_block: { type: "text", text: "" } }],
      ...PARTS.map((text) => ["content_block_delta", { index: 1, delta: { type: "text_delta", text } }]),
      ["content_block_stop", { index: 1 }],
      [
        "message_delta",
        { delta: { stop_reason: "end_turn", stop_sequence: null }, usage: { output_tokens: 20 } },
      ],
      ["message_stop", {}],
    ].map(([type, fields]) => `event: ${String(type)}\n${data({ type, ...(fields as object) })}`),
  },
  {
    name: "Anthropic: its message as one document",
    pieces: [
      json({
        id: "msg_1",
        type: "message",
        role: "assistant",
        content: [
          { type: "thinking", thinking: THOUGHT, signature: "x" },
          { type: "text", text: FOUNDED },
        ],
        stop_reason: "end_turn",
        usage: { input_tokens: 900, output_tokens: 20 },
      }),
    ],
    contentType: "application/json",
  },
  {
    name: "Anthropic: overloaded in mid-stream",
    pieces: [
      ...PARTS.map(
        (text) =>
          `event: content_block_delta\n${data({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text } })}`,
      ),
      `event: error\n${data({ type: "error", error: { type: "overloaded_error", message: "SECRET" } })}`,
    ],
    outcome: "quoted",
  },
  {
    name: "OpenAI's newer API: events of its own",
    pieces: [
      ["response.created", { response: { status: "in_progress", output: [] } }],
      ["response.reasoning_summary_text.delta", { delta: THOUGHT }],
      ...PARTS.map((text) => ["response.output_text.delta", { output_index: 1, delta: text }]),
      ["response.output_text.done", { output_index: 1, text: FOUNDED }],
      [
        "response.completed",
        { response: { status: "completed", usage: { input_tokens: 900, output_tokens: 20 } } },
      ],
    ].map(([type, fields]) => `event: ${String(type)}\n${data({ type, ...(fields as object) })}`),
  },
  {
    name: "Gemini: signatures of thoughts, and thoughts as text",
    pieces: [
      delta({
        role: "assistant",
        content: `<thought>${THOUGHT}`,
        extra_content: { google: { thought: true } },
      }),
      delta({ role: "assistant", content: "</thought>Ada Marsh founded" }),
      delta({
        role: "assistant",
        content: " Lumen in 2019 [1].",
        extra_content: { google: { thought_signature: "SECRET" } },
      }),
      choice({ delta: { role: "assistant" }, finish_reason: "stop" }, { usage: USAGE }),
      DONE,
    ],
  },
  {
    name: "Gemini: all tokens spent on thoughts",
    pieces: [
      choice(
        { delta: { role: "assistant" }, finish_reason: "length" },
        { usage: { prompt_tokens: 900, completion_tokens: 0, total_tokens: 2_100 } },
      ),
      DONE,
    ],
    raised: [...SAID, end(), DONE],
  },
  {
    name: "Gemini: its own API's chunks",
    pieces: [
      data({
        candidates: [{ content: { parts: [{ text: THOUGHT, thought: true }], role: "model" }, index: 0 }],
      }),
      ...PARTS.map((text) =>
        data({ candidates: [{ content: { parts: [{ text }], role: "model" }, index: 0 }] }),
      ),
      data({
        candidates: [{ content: { parts: [{ text: "" }], role: "model" }, finishReason: "STOP", index: 0 }],
        usageMetadata: { promptTokenCount: 900, candidatesTokenCount: 20 },
      }),
    ],
  },
  {
    name: "Ollama: an empty reason in each chunk",
    pieces: [
      ...PARTS.map((content) => delta({ role: "assistant", content }, { finish_reason: "" })),
      end("stop"),
      DONE,
    ],
  },
  {
    name: "Ollama: lines of its own with thoughts",
    pieces: [
      { message: { role: "assistant", content: "", thinking: THOUGHT }, done: false },
      ...PARTS.map((content) => ({ message: { role: "assistant", content }, done: false })),
      {
        message: { role: "assistant", content: "" },
        done_reason: "stop",
        done: true,
        prompt_eval_count: 900,
        eval_count: 20,
      },
    ].map((line) => `${json({ model: "m-1", created_at: "2025-01-01T00:00:00Z", ...line })}\n`),
    contentType: "application/x-ndjson",
  },
  {
    name: "Ollama: its runner stops in mid-answer",
    pieces: [
      ...SAID,
      say(" She"),
      data({
        error: {
          message: "SECRET: model runner has unexpectedly stopped",
          type: "api_error",
          param: null,
          code: null,
        },
      }),
    ],
    outcome: "quoted",
  },
  {
    name: "LM Studio: an error event in place of an answer",
    pieces: [`event: error\n${data({ error: { message: "SECRET: the context is too short" } })}`],
    outcome: "quoted",
  },
  {
    name: "LM Studio: statistics, and whole thoughts in the text",
    pieces: [
      say("<think>\n"),
      say(THOUGHT),
      say("\n</think>\n\n"),
      ...SAID,
      end("stop", { stats: {}, system_fingerprint: "m-1" }),
      DONE,
    ],
  },
  {
    name: "vLLM: a thought with only its closing mark, line by line",
    pieces: [
      say("Okay, the user asks who founded it. "),
      say(`${THOUGHT} `),
      say("So Ada Marsh.\n</think>"),
      say("\n\n"),
      ...SAID,
      choice({ delta: { content: "" }, finish_reason: "stop", stop_reason: null, token_ids: null }),
      DONE,
    ],
  },
  {
    name: "vLLM: thoughts before its parser, null in its field",
    pieces: [
      delta({ role: "assistant", content: "", reasoning_content: null }, {}, { prompt_token_ids: null }),
      delta({ content: `<think>${THOUGHT}`, reasoning_content: null }),
      delta({ content: "</think>", reasoning_content: null }),
      ...SAID,
      end(),
      DONE,
    ],
  },
  {
    name: "vLLM: an error as a choice-less chunk",
    pieces: [
      ...SAID,
      say(" It"),
      data({ object: "error", message: "SECRET", type: "InternalServerError", param: null, code: 500 }),
      DONE,
    ],
    outcome: "quoted",
  },
  {
    name: "SGLang: matched stops, null deltas",
    pieces: [
      delta({ role: "assistant", content: "", reasoning_content: null, tool_calls: null }),
      ...SAID,
      choice({ delta: { content: null }, finish_reason: "stop", matched_stop: 151_645 }),
      DONE,
    ],
  },
  {
    name: "llama.cpp: its own completions",
    pieces: [
      ...PARTS.map((content) => data({ index: 0, content, tokens: [1], stop: false })),
      data({
        index: 0,
        content: "",
        stop: true,
        stop_type: "eos",
        tokens_predicted: 20,
        tokens_evaluated: 900,
      }),
    ],
  },
  {
    name: "llama.cpp: timings in its last chunk, null first",
    pieces: [
      delta({ role: "assistant", content: null }),
      ...SAID,
      end("stop", { timings: { predicted_n: 20 } }),
      DONE,
    ],
  },
  {
    name: "TGI: reasons of its own, and its own error",
    pieces: [...SAID, end("eos_token"), DONE],
  },
  {
    name: "TGI: generation failed",
    pieces: [
      ...SAID,
      say(" She"),
      `event:error\ndata:${json({ error: "SECRET: Request failed during generation", error_type: "incomplete_generation" })}\n\n`,
    ],
    outcome: "quoted",
  },
  {
    name: "MiniMax: all of it once more in the last chunk",
    pieces: [
      ...SAID,
      data({
        object: "chat.completion",
        choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content: FOUNDED } }],
        usage: USAGE,
        base_resp: { status_code: 0, status_msg: "" },
      }),
    ],
  },
  {
    name: "MiniMax: its status tells of the error",
    pieces: [
      json({ id: "1", choices: null, base_resp: { status_code: 1008, status_msg: "SECRET balance" } }),
    ],
    contentType: "application/json",
    outcome: "quoted",
  },
  {
    name: "DashScope: each chunk with all of the text so far",
    pieces: [...PARTS.map((_, at) => say(PARTS.slice(0, at + 1).join(""))), end(), DONE],
  },
  {
    name: "LiteLLM: the reason with each chunk",
    pieces: [...PARTS.map((content) => delta({ content }, { finish_reason: "stop" })), DONE],
  },
  {
    name: "LiteLLM: an empty object last, and done twice",
    pieces: [
      delta({ role: "assistant", content: PARTS[0] }),
      ...SAID.slice(1),
      choice({ delta: {}, finish_reason: "stop" }),
      data({}),
      DONE,
      DONE,
      say(" SECRET"),
    ],
  },
  {
    name: "Bedrock behind a proxy: thoughts between tags, end_turn",
    pieces: [say("<thinking> "), say(THOUGHT), say("</thinking>\n\n"), ...SAID, end("end_turn"), DONE],
  },
  {
    name: "Cohere: a reason of its own",
    pieces: [...SAID, end("COMPLETE"), DONE],
  },
  {
    name: "gpt-oss: its channels in the text",
    pieces: [
      say("<|channel|>analysis<|mess"),
      say(`age|>${THOUGHT}<|end|>`),
      say("<|start|>assistant<|channel|>final<|message|>"),
      ...SAID,
      say("<|return|>"),
      end(),
      DONE,
    ],
  },
  {
    name: "gpt-oss: citations in its own brackets",
    pieces: [say("Ada Marsh founded Lumen in 2019 "), say("【1"), say("†L1-L2】"), say("."), end(), DONE],
  },
  ...[
    ["in its own words", ["I'm sorry, but the provided context ", "does not mention who founded Lumen."]],
    ["citing what it read", ["It is not clear from the passages ", "who founded Lumen [1", "][2]."]],
    ["behind its thoughts", ["<think>SECRET</think>", "Leider liegen mir dazu ", "keine Informationen vor."]],
  ].map(([name, texts]) => ({
    name: `a model that refuses ${String(name)}`,
    pieces: [...[texts].flat(2).map((text) => say(String(text))), end(), DONE],
    outcome: "refused" as const,
  })),
  {
    name: "a vendor's refusal in a field of its own",
    pieces: [
      delta({ role: "assistant", content: null, refusal: "" }),
      delta({ refusal: "SECRET: I can't" }),
      delta({ refusal: " help." }),
      end(),
      DONE,
    ],
    outcome: "refused",
  },
  {
    name: "an answer in a fence of Markdown",
    pieces: [say("```markdown\n"), ...SAID, say("\n```"), end(), DONE],
  },
  {
    name: "a call of a tool that nobody offered, behind the answer",
    pieces: [
      ...SAID,
      delta({
        tool_calls: [{ index: 0, id: "1", function: { name: "search", arguments: '{"q":"SECRET"}' } }],
      }),
      end("tool_calls"),
      DONE,
    ],
  },
  {
    name: "a call of a tool alone",
    pieces: [
      delta({
        content: null,
        tool_calls: [{ index: 0, id: "1", function: { name: "search", arguments: "{}" } }],
      }),
      end("tool_calls"),
      DONE,
    ],
    outcome: "quoted",
  },
  {
    name: "a page in front of the server",
    pieces: ["<!doctype html><html><title>SECRET login</title></html>"],
    contentType: "text/html",
    outcome: "quoted",
  },
  {
    name: "a proxy that cuts the connection in mid-sentence",
    pieces: [...SAID, say(" She also wrote")],
    outcome: "quoted",
  },
  {
    name: "another choice between its chunks",
    pieces: [
      SAID[0] ?? "",
      data({ choices: [{ index: 1, delta: { content: "SECRET" }, finish_reason: null }] }),
      ...SAID.slice(1),
      data({ choices: [{ index: 1, delta: {}, finish_reason: "length" }] }),
      end(),
      DONE,
    ],
  },
  {
    name: "a thought that cites like an answer, and its closing mark in mid-stream",
    outcome: "restarted",
    pieces: [
      say("Lumen was founded in 1999 [1]. That was in the spring, "),
      say("as SECRET pages say [1]."),
      say("\n</think>\n\n"),
      ...SAID,
      end(),
      DONE,
    ],
  },
  {
    name: "a thought that goes on to the limit",
    pieces: [say("<think>"), say(THOUGHT.repeat(3)), end("length"), DONE],
    raised: [say("<think>"), say(THOUGHT), say("</think>\n"), ...SAID, end(), DONE],
  },
];
