import { GenerationError, type GenerationFailure } from "../../core/answer/generation-provider.ts";

/** A longer wait than this is no use to a visitor, and often a mistake of the server. */
const MAX_RETRY_AFTER_MS = 60 * 60 * 1000;

/** What a vendor's code looks like. Anything else in its place may be words: of the server, or of the prompt. */
const VENDOR_CODE = /^[\w.-]{1,60}$/;

/** What the SDK's errors carry. Read by shape: some are thrown by code that only looks like the SDK. */
interface VendorError {
  status?: unknown;
  headers?: unknown;
  code?: unknown;
  type?: unknown;
}

/**
 * The reason of anything that the SDK throws. Details name what failed by the vendor's codes only, and only
 * where they look like codes: all other words of the server may repeat the prompt or parts of the key.
 *
 * @param hasBegun Whether the response had begun: what breaks later is a broken stream.
 * @param nowMs Epoch milliseconds, for dates in `retry-after`.
 */
export function toGenerationError(error: unknown, hasBegun: boolean, nowMs: number): GenerationError {
  if (error instanceof GenerationError) return error;
  return new GenerationError(toFailure(error, hasBegun, nowMs), error);
}

function toFailure(error: unknown, hasBegun: boolean, nowMs: number): GenerationFailure {
  const { status, headers, code, type } = (
    typeof error === "object" && error !== null ? error : {}
  ) as VendorError;
  const codes = [code, type].filter((word) => typeof word === "string" && VENDOR_CODE.test(word));
  const detail = [...new Set(codes)].join(", ");
  if (typeof status !== "number") {
    const name = error instanceof Error ? error.name : typeof error;
    const what = detail === "" ? name : `${name}: ${detail}`;
    return hasBegun
      ? { reason: "provider-stream-broken", detail: what }
      : { reason: "provider-unreachable", detail: what };
  }
  if (status === 401 || status === 403) return { reason: "provider-unauthorized", status };
  if (status === 429) {
    const retryAfterMs = headers instanceof Headers ? readRetryAfterMs(headers, nowMs) : undefined;
    return { reason: "provider-rate-limited", status, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  }
  if (status >= 500 || status === 408 || status === 409) {
    const what = detail === "" ? "" : `: ${detail}`;
    return { reason: "provider-unreachable", detail: `HTTP ${status}${what}` };
  }
  if (status >= 300 && status < 400) {
    const fix = "a redirect, which is not followed: OPENAI_BASE_URL must name the server itself";
    return { reason: "provider-rejected", status, detail: fix };
  }
  return { reason: "provider-rejected", status, detail: detail === "" ? "no error code" : detail };
}

/** `retry-after-ms`, else `retry-after` in seconds or as a date; undefined for anything else. */
function readRetryAfterMs(headers: Headers, nowMs: number): number | undefined {
  const milliseconds = readPositive(headers.get("retry-after-ms"));
  if (milliseconds !== undefined) return Math.min(milliseconds, MAX_RETRY_AFTER_MS);
  const text = headers.get("retry-after");
  const seconds = readPositive(text);
  if (seconds !== undefined) return Math.min(seconds * 1000, MAX_RETRY_AFTER_MS);
  const untilMs = text === null ? NaN : Date.parse(text) - nowMs;
  return Number.isNaN(untilMs) ? undefined : Math.min(Math.max(untilMs, 0), MAX_RETRY_AFTER_MS);
}

function readPositive(text: string | null): number | undefined {
  return text !== null && /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
}
