/**
 * Reads one chunk of a chat completion, streamed or whole. Servers that call themselves compatible differ in what they
 * send, so a chunk is taken as unknown data: whatever is not recognised is left out, never an error.
 *
 * @see https://platform.openai.com/docs/api-reference/chat-streaming
 * @see https://github.com/ollama/ollama/blob/main/docs/api.md#generate-a-chat-completion
 */
import { field, isObject } from "../read-field.ts";

/** Why a model stopped, as far as an answer is concerned. */
export type ModelFinish =
  | { kind: "stop" | "length" | "refused" }
  /** It asked for a tool: what it said before may still be an answer. */
  | { kind: "tool-call" }
  /** A fault of the server. */
  | { kind: "failed"; detail: string };

export interface CompletionPart {
  text: string;
  /** The text is of a whole message: all of it so far, or, at some servers, its next piece. */
  isMessage: boolean;
  /** The model declines, in words of its own that are not shown. */
  refuses: boolean;
  finish: ModelFinish | undefined;
  usage: { inputTokens: number; outputTokens: number } | undefined;
}

/** An error that was sent in place of a chunk. */
export interface ServerFault {
  /** By what names it, in the server's codes; empty where it has none. */
  codes: string[];
  status: number | undefined;
}

/** In order: the first that fits says it. A word that nobody knows ends an answer like any other. */
const FINISHES: readonly [RegExp, "length" | "refused" | "tool-call" | "failed"][] = [
  [/filter|safety|refus|prohibit|block|guardrail|sensitive|recitation|moderat|spii/, "refused"],
  [/length|max.{0,12}tokens|token.{0,3}limit|truncat|incomplete|context.{0,3}window/, "length"],
  [/tool|function/, "tool-call"],
  [
    /error|fail|abort|cancel|interrupt|unavailable|timeout|timed.?out|network|overload|insufficient|exception/,
    "failed",
  ],
];
/** Texts by which some servers say that they say nothing yet. */
const NO_FINISH = /^(?:null|none|nil|undefined|false|unspecified|finish_reason_unspecified)?$/;
const FINISH_NAME = /^[\w.-]{1,40}$/;
/** What a vendor's code looks like; anything else in its place may be words of the prompt. */
const VENDOR_CODE = /^[\w.-]{1,60}$/;

/** Events, named by their type, whose text is none of an answer, or all of it once more. */
const WORDLESS_EVENT =
  /reason|think|thought|signature|refusal|function|tool|argument|search|annotation|(?:\.|_)(?:done|stop|start|created|in_progress)$/;
const ENDING_EVENT = /^response\.(?:completed|incomplete|failed|cancelled)$/;
const NOTHING: CompletionPart = {
  text: "",
  isMessage: false,
  refuses: false,
  finish: undefined,
  usage: undefined,
};

export function readCompletionChunk(document: unknown): CompletionPart {
  const chunk = unwrapped(document);
  const choice = firstChoice(chunk);
  const named = choice === undefined ? field(chunk, "type") : undefined;
  const type = typeof named === "string" ? named : "";
  if (WORDLESS_EVENT.test(type)) return NOTHING;
  // Without choices it may be a server's own shape: Ollama's messages, or a text that stands by itself.
  const holder = choice ?? chunk;
  const delta = field(holder, "delta");
  const message = field(holder, "message");
  const hasDelta = isObject(delta) && (field(delta, "content") ?? field(delta, "text")) !== undefined;
  const spoken = hasDelta ? delta : (message ?? delta);
  const text =
    contentText(field(spoken, "content")) ||
    contentText(field(spoken, "text")) ||
    contentText(field(field(holder, "content"), "parts")) ||
    contentText(typeof delta === "string" ? delta : undefined) ||
    contentText(field(holder, "text")) ||
    contentText(choice === undefined ? (field(chunk, "response") ?? field(chunk, "content")) : undefined);
  const refusal = field(delta, "refusal") ?? field(message, "refusal");
  const isDone = field(chunk, "done") === true || (choice === undefined && field(chunk, "stop") === true);
  const reason =
    field(choice, "finish_reason") ??
    field(choice, "finishReason") ??
    field(chunk, "done_reason") ??
    field(choice, "stop_reason") ??
    (choice === undefined ? (field(delta, "stop_reason") ?? field(chunk, "stop_reason")) : undefined) ??
    (ENDING_EVENT.test(type) ? field(field(chunk, "response"), "status") : undefined);
  return {
    // Reasoning stands in fields of its own and is not part of an answer; tool calls are nothing we asked for.
    text,
    isMessage: !hasDelta && message !== undefined,
    refuses: typeof refusal === "string" && refusal !== "",
    finish: readFinish(reason) ?? (isDone ? { kind: "stop" } : undefined),
    usage: readUsage(chunk),
  };
}

/** The fault that a chunk tells of; undefined for all that is none. */
export function readServerFault(chunk: unknown): ServerFault | undefined {
  const choice = firstChoice(chunk);
  const error = field(chunk, "error") ?? field(choice, "error");
  const tellsByType = field(chunk, "type") === "error" || field(chunk, "object") === "error";
  if ((error === undefined || error === null || error === false || error === "") && !tellsByType)
    return undefined;
  const holder = isObject(error) ? error : tellsByType ? chunk : undefined;
  const words = [field(holder, "code"), field(holder, "type"), field(holder, "status")];
  const codes = words.filter((word) => typeof word === "string" && VENDOR_CODE.test(word)) as string[];
  const status = [...words, field(chunk, "status_code")].find((word) => isStatus(Number(word)));
  return { codes: [...new Set(codes)], status: status === undefined ? undefined : Number(status) };
}

/** What an API wraps into a result. */
function unwrapped(document: unknown): unknown {
  const result = field(document, "result");
  return isObject(result) && field(document, "choices") === undefined ? result : document;
}

/** The choice of index 0, wherever it stands; one without an index is the first. */
function firstChoice(chunk: unknown): unknown {
  const choices = field(chunk, "choices") ?? field(chunk, "candidates");
  if (!Array.isArray(choices)) return isObject(choices) ? choices : undefined;
  return choices.find((choice: unknown, place) => {
    const index = field(choice, "index");
    return index === undefined || index === null ? place === 0 : Number(index) === 0;
  });
}

/** A text, or a list of typed parts of which only texts belong to the answer. */
function contentText(content: unknown): string {
  if (typeof content === "string") return content;
  // A token that is a number, from a server that parses its own.
  if (typeof content === "number" && Number.isFinite(content)) return String(content);
  const parts: unknown[] = Array.isArray(content) ? content : isObject(content) ? [content] : [];
  return parts
    .map((part) => {
      if (typeof part === "string") return part;
      const type = field(part, "type") ?? "text";
      if (field(part, "thought") === true) return "";
      if (typeof type !== "string" || !/^(?:output_)?text(?:_delta)?$/.test(type)) return "";
      const text = field(part, "text") ?? field(part, "content");
      return isObject(text) ? field(text, "value") : text;
    })
    .filter((text) => typeof text === "string")
    .join("");
}

function readFinish(reason: unknown): ModelFinish | undefined {
  const named = isObject(reason) ? (field(reason, "type") ?? field(reason, "reason")) : reason;
  if (typeof named !== "string") return undefined;
  const word = named.trim().toLowerCase();
  if (NO_FINISH.test(word)) return undefined;
  const kind = FINISHES.find(([pattern]) => pattern.test(word))?.[1] ?? "stop";
  if (kind !== "failed") return { kind };
  // The detail reaches the log, where words of the server have no place.
  const name = FINISH_NAME.test(word) ? word : "of no known form";
  return { kind, detail: `finish reason ${name}` };
}

function readUsage(chunk: unknown): CompletionPart["usage"] {
  const usage = field(chunk, "usage") ?? field(field(chunk, "response"), "usage");
  const inputTokens = field(usage, "prompt_tokens") ?? field(usage, "input_tokens");
  const outputTokens = field(usage, "completion_tokens") ?? field(usage, "output_tokens");
  if (isCount(inputTokens) && isCount(outputTokens)) return { inputTokens, outputTokens };
  const evaluated = field(chunk, "prompt_eval_count");
  const written = field(chunk, "eval_count");
  return isCount(evaluated) && isCount(written)
    ? { inputTokens: evaluated, outputTokens: written }
    : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isStatus(value: number): boolean {
  return Number.isInteger(value) && value >= 400 && value <= 599;
}
