/**
 * Reads the body of a completion, in whatever way a server sends it: as server-sent events, as lines of JSON, or as one
 * JSON document although a stream was asked for. What it is, its first character says: labels are often wrong.
 *
 * - A `data:` line stands for itself where it holds a whole document; else it is joined with those that follow, as the
 *   specification has it. The last line needs no line end, and the last event no empty line.
 * - What is no JSON is a comment, such as `data: : keep-alive`. What begins as a chunk with text and cannot be read is
 *   a hole in the answer, and the stream is broken.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
import { GenerationError } from "../answer/generation-provider.ts";
import {
  readCompletionChunk,
  readServerFault,
  type CompletionPart,
  type ServerFault,
} from "./completion-chunk.ts";
import { createWholeDeltas } from "./whole-deltas.ts";

/** `done`: the server says that nothing follows. */
export type CompletionEvent = Omit<CompletionPart, "isMessage"> | "done";

/** One line, or one document. A chunk has less than a kilobyte, with logprobs some more. */
const MAX_DOCUMENT_CHARS = 1_000_000;

const DONE = /^\[?done\]?$/i;
/** A document that cannot be read may be left out where it has none of these. */
const HOLDS_TEXT = /"(?:content|text|delta|message|response)"/;

export async function* readCompletionStream(
  body: ReadableStream<Uint8Array> | null,
): AsyncGenerator<CompletionEvent, void, undefined> {
  const deltas = createWholeDeltas();
  for await (const document of readDocuments(body)) {
    if (document === "done") {
      const text = deltas.end();
      if (text !== "") yield textPart(text);
      yield "done";
      continue;
    }
    const fault = readServerFault(document);
    if (fault !== undefined) throw faultError(fault);
    const { isMessage, ...part } = readCompletionChunk(document);
    const text = deltas.push(part.text, isMessage) + (part.finish === undefined ? "" : deltas.end());
    yield { ...part, text };
  }
  const text = deltas.end();
  if (text !== "") yield textPart(text);
}

function textPart(text: string): CompletionEvent {
  return { text, refuses: false, finish: undefined, usage: undefined };
}

function faultError({ codes, status }: ServerFault): GenerationError {
  const detail = ["the server sent an error", ...codes, ...(status === undefined ? [] : [`${status}`])];
  return new GenerationError({ reason: "provider-stream-broken", detail: [...new Set(detail)].join(", ") });
}

/** The JSON documents of a body, one after another. */
async function* readDocuments(
  body: ReadableStream<Uint8Array> | null,
): AsyncGenerator<unknown, void, undefined> {
  let kind: "events" | "lines" | "document" | undefined;
  /** Lines that are no document by themselves. */
  let pending = "";
  let documents = 0;
  let eventName = "";
  for await (const line of readLines(body)) {
    if (kind === undefined) {
      if (line.trim() === "") continue;
      kind = /^\s*[{[]/.test(line) ? "lines" : "events";
    }
    if (kind === "events") {
      const data = /^data(?:: ?|$)(.*)$/s.exec(line)?.[1];
      const name = /^event: ?(.*)$/.exec(line)?.[1];
      if (name !== undefined) eventName = name.trim();
      if (line === "") {
        if (pending !== "") yield* readLoose(pending);
        pending = "";
        eventName = "";
      }
      if (data === undefined) continue;
      if (eventName === "error")
        throw faultError(readServerFault({ error: tryParse(data) ?? data }) ?? NO_FAULT);
      if (DONE.test(data.trim())) {
        yield "done";
        continue;
      }
      const document = tryParse(pending + data) ?? (pending === "" ? undefined : tryParse(data));
      if (document !== undefined) {
        pending = "";
        yield document;
      } else if (pending !== "" || /^\s*[{[]/.test(data)) pending = bounded(pending + data);
      continue;
    }
    const document = kind === "lines" ? tryParse(line.replace(/,\s*$/, "")) : undefined;
    if (document === undefined) {
      // The first line of a document that has several.
      if (line.trim() !== "") kind = "document";
      pending = bounded(pending + line + "\n");
    } else {
      documents++;
      yield* Array.isArray(document) ? document : [document];
    }
  }
  if (pending.trim() !== "") yield* readLoose(pending);
  // One document is whole by itself.
  if (kind === "document" || (kind === "lines" && documents === 1)) yield "done";
}

const NO_FAULT: ServerFault = { codes: [], status: undefined };

/** What was left over at the end of an event or a body. */
function* readLoose(text: string): Generator {
  const document = tryParse(text);
  if (document !== undefined) yield* Array.isArray(document) ? (document as unknown[]) : [document];
  else if (HOLDS_TEXT.test(text))
    throw new GenerationError({ reason: "provider-stream-broken", detail: "a chunk that is no JSON" });
}

function bounded(text: string): string {
  if (text.length <= MAX_DOCUMENT_CHARS) return text;
  throw new GenerationError({ reason: "provider-stream-broken", detail: "a chunk that is too large" });
}

async function* readBytes(
  body: ReadableStream<Uint8Array> | null,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever stops reading leaves nothing open; after the end it does nothing.
    reader.cancel().catch(() => undefined);
  }
}

/** Lines as they are completed, and what is left at the end; they end with CR, LF, or both. */
async function* readLines(body: ReadableStream<Uint8Array> | null): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const bytes of readBytes(body)) {
    // What was searched before is not searched again: a line may come in many pieces.
    const from = Math.max(0, rest.length - 1);
    rest += decoder.decode(bytes, { stream: true });
    let start = 0;
    const lineEnd = /\r\n|\n|\r/g;
    lineEnd.lastIndex = from;
    for (let match = lineEnd.exec(rest); match !== null; match = lineEnd.exec(rest)) {
      // A carriage return at the very end may be the first half of a pair.
      if (match[0] === "\r" && match.index === rest.length - 1) break;
      yield rest.slice(start, match.index);
      start = match.index + match[0].length;
    }
    rest = bounded(rest.slice(start));
  }
  rest += decoder.decode();
  if (rest !== "") yield rest.replace(/\r$/, "");
}

/**
 * Parses JSON, and what some servers take for it: numbers that are none, and control characters within texts.
 *
 * @returns undefined for what is no object and no list.
 */
function tryParse(text: string): object | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  const parse = (json: string): object | undefined => {
    try {
      const value: unknown = JSON.parse(json);
      return typeof value === "object" && value !== null ? value : undefined;
    } catch {
      return undefined;
    }
  };
  return parse(text) ?? (/\b(?:NaN|Infinity)\b|[\t\n\r]/.test(text) ? parse(mend(text)) : undefined);
}

function mend(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gs, (found) =>
    found.startsWith('"')
      ? found.replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t")
      : "null",
  );
}
