/** Reads a request's JSON body within bounds, and fails with a reason for each way it can be wrong. */
import * as z from "zod";
import { fieldErrors } from "../core/protocol-schema.ts";
import { RequestError } from "./errors.ts";
import { TimeLimitError, withTimeLimit } from "./time-limit.ts";

export interface JsonBodyLimits {
  /** Counted on what arrives; `content-length` is only what a client says. */
  maxBytes: number;
  /** Levels of objects and lists. */
  maxDepth: number;
  /** From the first byte to the last. */
  timeoutMs: number;
}

/**
 * The body, checked by a schema.
 *
 * @throws RequestError `content-type-not-json`, `content-encoding-not-supported`, `body-too-large`,
 *   `body-too-slow`, `body-unreadable`, `body-not-utf8`, `body-too-deep`, `body-not-json` or `invalid-fields`.
 */
export async function readJsonBody<T>(
  request: Request,
  schema: z.ZodType<T>,
  limits: JsonBodyLimits,
): Promise<T> {
  if (!isJsonType(request.headers.get("content-type") ?? "")) {
    throw new RequestError({ reason: "content-type-not-json" });
  }
  const encoding = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "";
  if (encoding !== "" && encoding !== "identity") {
    // Nothing is unpacked here, so nothing can unpack into gigabytes.
    throw new RequestError({ reason: "content-encoding-not-supported" });
  }
  const text = decodeUtf8(await readBytes(request, limits));
  if (nestingDepth(text) > limits.maxDepth) {
    throw new RequestError({ reason: "body-too-deep", maxDepth: limits.maxDepth });
  }
  return parseFields(schema, parseJson(text));
}

/** Checks a value by a schema. @throws RequestError `invalid-fields`, with a sentence per field. */
export function parseFields<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new RequestError({ reason: "invalid-fields", fields: fieldErrors(result.error) });
}

/**
 * The deepest level of objects and lists in a JSON text, found without parsing it, so that a text made to
 * exhaust a parser is never parsed. For a text that is not JSON the number means nothing.
 */
export function nestingDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charCodeAt(i);
    if (inString) {
      if (character === BACKSLASH) i += 1;
      else if (character === QUOTE) inString = false;
    } else if (character === QUOTE) inString = true;
    else if (character === OPEN_OBJECT || character === OPEN_LIST) deepest = Math.max(deepest, ++depth);
    else if (character === CLOSE_OBJECT || character === CLOSE_LIST) depth -= 1;
  }
  return deepest;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** `application/json`, alone or with `charset=utf-8`. Forms cannot send it without a preflight. */
function isJsonType(contentType: string): boolean {
  return /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?;?\s*$/i.test(contentType.trim());
}

async function readBytes(request: Request, { maxBytes, timeoutMs }: JsonBodyLimits): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  if (request.body === null) return new Uint8Array();
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  try {
    return await withTimeLimit(readToEnd(reader, maxBytes), timeoutMs, "the body");
  } catch (error) {
    // Not waited for: a body that does not arrive may not be quick to end either.
    void reader.cancel().catch(() => undefined);
    if (error instanceof RequestError) throw error;
    if (error instanceof TimeLimitError)
      throw new RequestError({ reason: "body-too-slow", timeoutMs }, error);
    throw new RequestError({ reason: "body-unreadable" }, error);
  }
}

async function readToEnd(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > maxBytes) throw tooLarge(maxBytes);
    pieces.push(value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.byteLength;
  }
  return bytes;
}

function tooLarge(maxBytes: number): RequestError {
  return new RequestError({ reason: "body-too-large", maxBytes });
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch (error) {
    throw new RequestError({ reason: "body-not-utf8" }, error);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new RequestError({ reason: "body-not-json" }, error);
  }
}
