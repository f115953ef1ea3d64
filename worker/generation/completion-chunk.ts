/**
 * Reads one chunk of a streamed chat completion. Servers that call themselves compatible differ in what they
 * send, so a chunk is taken as unknown data: whatever is not recognised is left out, never an error.
 *
 * @see https://platform.openai.com/docs/api-reference/chat-streaming
 */

/** Why a model stopped, as far as an answer is concerned. */
export type ModelFinish =
  | { kind: "stop" | "length" | "refused" }
  /** Something that is no end of an answer: a tool call, a fault of the server. */
  | { kind: "other"; detail: string };

export interface CompletionPart {
  text: string;
  /** The model declines, in words of its own that are not shown. */
  refuses: boolean;
  finish: ModelFinish | undefined;
  usage: { inputTokens: number; outputTokens: number } | undefined;
}

/** By what servers in the field send. */
const FINISHES: Record<string, Exclude<ModelFinish["kind"], "other">> = {
  stop: "stop",
  eos: "stop",
  end_turn: "stop",
  stop_sequence: "stop",
  length: "length",
  max_tokens: "length",
  model_length: "length",
  content_filter: "refused",
};

const FINISH_NAME = /^[\w.-]{1,40}$/;

export function readCompletionChunk(chunk: unknown): CompletionPart {
  return readPart(chunk, "delta");
}

/** Reads a chat completion that was not streamed, as carefully. */
export function readCompletion(completion: unknown): CompletionPart {
  return readPart(completion, "message");
}

function readPart(chunk: unknown, name: "delta" | "message"): CompletionPart {
  const choices = field(chunk, "choices");
  const choice: unknown = Array.isArray(choices) ? choices[0] : undefined;
  const delta = field(choice, name);
  const refusal = field(delta, "refusal");
  return {
    // Reasoning stands in fields of its own and is not part of an answer; tool calls are nothing we asked for.
    text: contentText(field(delta, "content")),
    refuses: typeof refusal === "string" && refusal !== "",
    finish: readFinish(field(choice, "finish_reason")),
    usage: readUsage(field(chunk, "usage")),
  };
}

/** A text, or a list of typed parts of which only texts belong to the answer. */
function contentText(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((part: unknown) => (field(part, "type") === "text" ? field(part, "text") : ""))
    .filter((text) => typeof text === "string")
    .join("");
}

function readFinish(reason: unknown): ModelFinish | undefined {
  if (typeof reason !== "string" || reason === "") return undefined;
  const kind = Object.hasOwn(FINISHES, reason) ? FINISHES[reason] : undefined;
  if (kind !== undefined) return { kind };
  // The detail reaches the log, where words of the server have no place.
  const name = FINISH_NAME.test(reason) ? reason : "of no known form";
  return { kind: "other", detail: `finish reason ${name}` };
}

function readUsage(usage: unknown): CompletionPart["usage"] {
  const inputTokens = field(usage, "prompt_tokens");
  const outputTokens = field(usage, "completion_tokens");
  return isCount(inputTokens) && isCount(outputTokens) ? { inputTokens, outputTokens } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
