import type { ChatEvent, SearchResponse } from "../../core/protocol.ts";
import { SERVICE_LIMITS } from "../../core/protocol.ts";
import { readChatEvents } from "../../core/sse-client.ts";
import { CliError } from "../cli-error.ts";
import { endpointUrl, errorMessage, failureOf } from "../endpoint.ts";
import { AnswerFailure, collectAnswer } from "./collect-answer.ts";
import type { EvaluationTarget } from "./target.ts";

export interface EndpointTargetOptions {
  /** Address of the Worker. */
  endpoint: string;
  site: string;
  /** Requests that may be under way at once. */
  concurrency: number;
  fetch: typeof globalThis.fetch;
  /** Resolves after so many milliseconds; rejects once the signal is aborted. */
  delay: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Called when the Worker asks to wait for so many milliseconds. */
  onWait?: (milliseconds: number) => void;
}

/** A Worker under a rate limit is asked again for as long as a limit of a minute takes, and a little more. */
const MAX_ATTEMPTS = 6;

/** Where the Worker does not say how long to wait, the first wait; each further one is twice as long. */
const FIRST_WAIT_MS = 1000;

/** What a Worker asks to wait at most is a minute; a longer wish is not granted. */
const MAX_WAIT_MS = 90_000;

/** Failures that pass by themselves. */
const RETRIED_STATUSES: ReadonlySet<number> = new Set([408, 429, 502, 503, 504]);

/** Asks a running Worker as a visitor's page would, at the pace that it allows. */
export function createEndpointTarget(options: EndpointTargetOptions): EvaluationTarget {
  const { endpoint, site, concurrency } = options;
  const searchUrl = endpointUrl(endpoint, "/v1/search");
  const chatUrl = endpointUrl(endpoint, "/v1/chat");
  let version: string | undefined;
  /** While the Worker asks for patience, no other request is sent either. */
  let pause: Promise<void> | undefined;

  const attempt = async <T>(request: () => Promise<T>, signal: AbortSignal): Promise<T> => {
    for (let count = 1; ; count++) {
      await pause;
      try {
        return await request();
      } catch (error) {
        if (signal.aborted || !(error instanceof AnswerFailure)) throw error;
        if (!error.retryable || count === MAX_ATTEMPTS) throw error;
        const wait = error.retryAfterMs ?? FIRST_WAIT_MS * 2 ** (count - 1);
        const waitMs = Math.min(wait, MAX_WAIT_MS);
        const waiting = options.delay(waitMs, signal);
        if (error.retryAfterMs === undefined) await waiting;
        else {
          options.onWait?.(waitMs);
          pause = waiting.finally(() => (pause = undefined));
          await pause;
        }
      }
    }
  };

  const send = async (url: URL, init: RequestInit): Promise<Response> => {
    let response: Response;
    try {
      response = await options.fetch(url, init);
    } catch (error) {
      if (init.signal?.aborted === true) throw error;
      throw new AnswerFailure(new CliError("endpoint-unreachable", url.origin, failureOf(error)).message, {
        retryable: true,
      });
    }
    if (response.ok) return response;
    const message = new CliError("endpoint-refused", String(response.status), await errorMessage(response))
      .message;
    throw new AnswerFailure(message, {
      retryable: RETRIED_STATUSES.has(response.status),
      retryAfterMs: retryAfterOf(response),
    });
  };

  return {
    kind: "endpoint",
    name: searchUrl.origin,
    threshold: undefined,
    concurrency,
    corpusVersion: () => version,
    search: (query, signal) =>
      attempt(async () => {
        const url = new URL(searchUrl);
        const limit = String(SERVICE_LIMITS.searchMaxResults);
        url.search = new URLSearchParams({ q: query, site, limit }).toString();
        const response = await send(url, { signal });
        const { results, corpusVersion } = (await response.json()) as SearchResponse;
        version = corpusVersion;
        return results.map((result) => result.url);
      }, signal),
    ask: ({ text, history }, signal) =>
      attempt(async () => {
        const response = await send(chatUrl, {
          method: "POST",
          headers: { "content-type": "application/json", "accept": "text/event-stream" },
          body: JSON.stringify({ question: text, site, ...(history.length > 0 && { history }) }),
          signal,
        });
        if (response.body === null) throw new AnswerFailure("The answer has no body.");
        return collectAnswer(eventsOf(response.body, signal));
      }, signal),
  };
}

async function* eventsOf(body: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<ChatEvent> {
  try {
    for await (const { event } of readChatEvents(body)) yield event;
  } catch (error) {
    if (signal.aborted || !(error instanceof TypeError)) throw error;
    throw new AnswerFailure("The connection broke in the middle of an answer.", { retryable: true });
  }
}

/** `Retry-After` in seconds, as the Worker sends it. */
function retryAfterOf(response: Response): number | undefined {
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
