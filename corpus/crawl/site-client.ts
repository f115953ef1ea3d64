/**
 * Asks a site for its pages as a guest does: not faster than it is welcome, following redirects as far as they stay on
 * the site, and trying again what may be mended by waiting. The one place of the crawler that makes requests.
 */
import PQueue from "p-queue";
import { BodyTooLargeError, unpackBody } from "./decode-body.ts";
import type { HttpAnswer, HttpGet } from "./http-get.ts";
import {
  failureOfError,
  failureOfStatus,
  isPassing,
  TimedOutError,
  TIMEOUT_MS,
  type HttpFailure,
} from "./http-failure.ts";
import { createPacer, type Pacer } from "./pacer.ts";

export interface SiteClientOptions {
  httpGet: HttpGet;
  /** Epoch milliseconds. */
  now: () => number;
  delay: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  userAgent: string;
  allowPrivate: boolean;
  /** Requests that are under way at a time. */
  concurrency: number;
  /** Between the beginnings of two requests. */
  intervalMs: number;
  signal: AbortSignal;
}

export interface SiteRequest {
  url: string;
  /** How much of a body of this media type is read, packed and unpacked; undefined where it is not read at all. */
  maxBytes: (mediaType: string, url: string) => number | undefined;
  /** Of the copy that is there already. */
  etag?: string | undefined;
  lastModified?: string | undefined;
  /** Whether a redirect may be followed; the reason where it may not. */
  refuse?: (url: string) => HttpFailure | undefined;
}

export type SiteAnswer =
  | { kind: "body"; url: string; headers: Readonly<Record<string, string>>; bytes: Buffer }
  | { kind: "not-modified"; url: string; headers: Readonly<Record<string, string>> }
  | { kind: "failed"; url: string; failure: HttpFailure };

export interface SiteClient {
  /** Never rejects but for an aborted signal. */
  get: (request: SiteRequest) => Promise<SiteAnswer>;
  /** Makes it slower: what robots.txt asks for. */
  slowDown: (intervalMs: number) => void;
  /** True once the site has failed so often that it is not asked any more. */
  readonly hasGivenUp: boolean;
}

const MAX_REDIRECTS = 10;
const MAX_TRIES = 3;
/** The first pause before another try; doubled for each further one. */
const FIRST_RETRY_MS = 1_000;
/** Who asks to come back later than this is asked in the next run. */
const MAX_RETRY_AFTER_MS = 120_000;
/** So many addresses in a row that failed after all tries: the site is down, or does not want guests. */
const MAX_FAILED_IN_A_ROW = 10;
/** The bodies of redirects and errors are read to keep the connection, if they are small. */
const MAX_DISCARDED_BYTES = 64 * 1024;

const ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.7";

export function createSiteClient(options: SiteClientOptions): SiteClient {
  const { now, delay, signal } = options;
  const queue = new PQueue({ concurrency: options.concurrency });
  let pacer: Pacer = createPacer({ intervalMs: options.intervalMs, now, delay });
  let intervalMs = options.intervalMs;
  let failedInARow = 0;

  const getOnce = async (request: SiteRequest): Promise<SiteAnswer & { retryAfterMs?: number }> => {
    let { url } = request;
    const seen = new Set([url]);
    for (;;) {
      await pacer.turn(signal);
      const answer = await exchange(url, request, options);
      if (answer.redirectTo === undefined) return answer;
      const { redirectTo } = answer;
      if (seen.has(redirectTo) || seen.size > MAX_REDIRECTS) {
        const detail = seen.has(redirectTo)
          ? `redirects in a circle: ${[...seen, redirectTo].map((address) => new URL(address).pathname).join(" → ")}`
          : `redirects more than ${MAX_REDIRECTS} times`;
        return { kind: "failed", url, failure: { kind: "redirect-loop", detail } };
      }
      const refused = request.refuse?.(redirectTo);
      if (refused !== undefined) return { kind: "failed", url: redirectTo, failure: refused };
      seen.add(redirectTo);
      url = redirectTo;
    }
  };

  const getWithRetries = async (request: SiteRequest): Promise<SiteAnswer> => {
    for (let tries = 1; ; tries++) {
      if (failedInARow >= MAX_FAILED_IN_A_ROW) {
        const detail = "not asked: the site has stopped answering";
        return { kind: "failed", url: request.url, failure: { kind: "not-asked", detail } };
      }
      const answer = await getOnce(request);
      if (answer.kind !== "failed" || !isPassing(answer.failure)) {
        failedInARow = 0;
        return answer;
      }
      const pauseMs = answer.retryAfterMs ?? FIRST_RETRY_MS * 2 ** (tries - 1);
      if (tries >= MAX_TRIES || pauseMs > MAX_RETRY_AFTER_MS) {
        failedInARow = pauseMs > MAX_RETRY_AFTER_MS ? MAX_FAILED_IN_A_ROW : failedInARow + 1;
        return answer;
      }
      // A server that names a time means all requests; an error may be that of one page.
      if (answer.retryAfterMs !== undefined || answer.failure.status === 429) pacer.pause(pauseMs);
      else await delay(pauseMs, signal);
    }
  };

  return {
    get: (request) => queue.add(() => getWithRetries(request)),
    slowDown(slowerMs) {
      if (slowerMs <= intervalMs) return;
      intervalMs = slowerMs;
      pacer = createPacer({ intervalMs, now, delay });
    },
    get hasGivenUp() {
      return failedInARow >= MAX_FAILED_IN_A_ROW;
    },
  };
}

type Exchange = (SiteAnswer & { retryAfterMs?: number; redirectTo?: undefined }) | { redirectTo: string };

/** One request and its answer. */
async function exchange(url: string, request: SiteRequest, options: SiteClientOptions): Promise<Exchange> {
  const { signal, delay, now, httpGet } = options;
  const cut = new AbortController();
  const onAbort = (): void => cut.abort(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  const within = async <T>(what: "answer" | "body", work: Promise<T>): Promise<T> => {
    const timer = new AbortController();
    delay(TIMEOUT_MS[what], timer.signal).then(
      () => cut.abort(new TimedOutError(what, TIMEOUT_MS[what])),
      () => {},
    );
    const cancelled = new Promise<never>((_, reject) => {
      cut.signal.addEventListener("abort", () => reject(cut.signal.reason as Error), { once: true });
    });
    cancelled.catch(() => {});
    try {
      return await Promise.race([work, cancelled]);
    } finally {
      timer.abort();
    }
  };
  let answer: HttpAnswer | undefined;
  try {
    answer = await within(
      "answer",
      httpGet({
        url,
        headers: requestHeaders(request, options.userAgent),
        allowPrivate: options.allowPrivate,
        signal: cut.signal,
      }),
    );
    const { status, headers } = answer;
    if (status === 200 || status === 203) {
      const mediaType = mediaTypeOf(headers["content-type"]);
      const maxBytes = request.maxBytes(mediaType, url);
      if (maxBytes === undefined) {
        answer.close();
        const detail = mediaType === "" ? "of no kind that is read" : `${mediaType} is not read`;
        return { kind: "failed", url, failure: { kind: "other-type", detail, status } };
      }
      const packed = await within("body", readBody(answer, maxBytes));
      const bytes = unpackBody(packed, headers["content-encoding"], maxBytes);
      return { kind: "body", url, headers, bytes };
    }
    if (status === 304) {
      // It has no body, whatever its headers say of the length of one.
      for await (const part of answer.body) void part;
      return { kind: "not-modified", url, headers };
    }
    await within("body", readBody(answer, MAX_DISCARDED_BYTES)).catch((error: unknown) => {
      if (!(error instanceof BodyTooLargeError)) throw error;
    });
    const { location } = headers;
    if ([301, 302, 303, 307, 308].includes(status) && location !== undefined && URL.canParse(location, url)) {
      const target = new URL(location, url);
      target.hash = "";
      return { redirectTo: target.href };
    }
    const retryAfterMs =
      status === 429 || status === 503 ? readRetryAfter(headers["retry-after"], now()) : undefined;
    return {
      kind: "failed",
      url,
      failure: failureOfStatus(status),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    };
  } catch (error) {
    answer?.close();
    signal.throwIfAborted();
    const reason: unknown = cut.signal.aborted ? cut.signal.reason : error;
    return { kind: "failed", url, failure: failureOfError(reason) };
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

function requestHeaders({ etag, lastModified }: SiteRequest, userAgent: string): Record<string, string> {
  return {
    "user-agent": userAgent,
    "accept": ACCEPT,
    "accept-encoding": "gzip, deflate, br",
    ...(etag !== undefined && { "if-none-match": etag }),
    ...(lastModified !== undefined && { "if-modified-since": lastModified }),
  };
}

/** @throws BodyTooLargeError as soon as more comes than is read. */
async function readBody(answer: HttpAnswer, maxBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = Number(answer.headers["content-length"] ?? 0);
  if (length > maxBytes) {
    answer.close();
    throw new BodyTooLargeError(maxBytes);
  }
  length = 0;
  for await (const part of answer.body) {
    length += part.length;
    if (length > maxBytes) {
      answer.close();
      throw new BodyTooLargeError(maxBytes);
    }
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}

/** In lower case, without parameters; "" where there is none. */
export function mediaTypeOf(contentType: string | undefined): string {
  return (contentType ?? "").split(/[;,]/, 1)[0]?.trim().toLowerCase() ?? "";
}

/** Seconds, or a date. @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
export function readRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
