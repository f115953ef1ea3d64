/**
 * What can go wrong with a request, as tagged reasons with data inside, and the one place that turns a reason
 * into what a visitor may see. The reason goes to the log; the visitor gets a code and a sentence of ours.
 */
import { CorpusError } from "../core/corpus/open-corpus.ts";
import { ERROR_STATUS, type ChatEventOf, type ErrorBody, type ErrorCode } from "../core/protocol.ts";
import { describeError } from "./log.ts";

export type RequestFailure =
  | { reason: "invalid-fields"; fields: Record<string, string[]> }
  | { reason: "body-not-json" }
  | { reason: "body-not-utf8" }
  | { reason: "body-too-deep"; maxDepth: number }
  | { reason: "body-too-large"; maxBytes: number }
  | { reason: "body-too-slow"; timeoutMs: number }
  | { reason: "body-unreadable" }
  | { reason: "content-type-not-json" }
  | { reason: "content-encoding-not-supported" }
  | { reason: "origin-not-allowed" }
  | { reason: "rate-limited"; retryAfterSeconds: number }
  | { reason: "route-not-found" }
  | { reason: "method-not-allowed"; allowed: string }
  | { reason: "site-unknown" }
  | { reason: "corpus-not-published"; site: string }
  | { reason: "corpus-unreadable"; detail: string }
  | { reason: "answer-too-slow"; maxStreamMs: number }
  | { reason: "feedback-not-stored"; detail: string }
  | { reason: "events-not-counted"; detail: string }
  | { reason: "misconfigured"; variable: string; detail: string }
  | { reason: "unexpected"; detail: string };

/** Thrown anywhere in the handling of a request; the app answers with what {@link describeFailure} makes of it. */
export class RequestError extends Error {
  readonly failure: RequestFailure;
  constructor(failure: RequestFailure, cause?: unknown) {
    super(failure.reason, { cause });
    this.name = "RequestError";
    this.failure = failure;
  }
}

/** The reason of anything that was thrown. Whatever nobody has foreseen is `unexpected`. */
export function failureOf(error: unknown): RequestFailure {
  if (error instanceof RequestError) return error.failure;
  if (error instanceof CorpusError) return { reason: "corpus-unreadable", detail: error.message };
  return { reason: "unexpected", detail: describeError(error) };
}

/** A failure as HTTP tells it. */
export interface PublicError {
  code: ErrorCode;
  status: number;
  message: string;
  fields?: Record<string, string[]>;
  headers?: Record<string, string>;
}

/** Maps every reason to its public form. Nothing that a visitor or another server wrote is repeated. */
export function describeFailure(failure: RequestFailure): PublicError {
  switch (failure.reason) {
    case "invalid-fields":
      return { ...as("invalid-request", "Some fields are not valid. See `fields`."), fields: failure.fields };
    case "body-not-json":
      return as("invalid-request", "The body is not valid JSON.");
    case "body-not-utf8":
      return as("invalid-request", "The body is not valid UTF-8.");
    case "body-too-deep":
      return as("invalid-request", `The body is nested deeper than ${failure.maxDepth} levels.`);
    case "body-unreadable":
      return as("invalid-request", "The body could not be read to its end.");
    case "body-too-slow":
      // The contract has no code of its own for this; the status says what HTTP has to say.
      return {
        ...as("invalid-request", `The body did not arrive within ${failure.timeoutMs / 1000} seconds.`),
        status: 408,
      };
    case "body-too-large":
      return as("too-large", `The body is larger than ${failure.maxBytes} bytes.`);
    case "content-type-not-json":
      return as("unsupported-media-type", "Send the body as `content-type: application/json` in UTF-8.");
    case "content-encoding-not-supported":
      return as("unsupported-media-type", "Send the body without a content-encoding.");
    case "origin-not-allowed":
      return as(
        "origin-not-allowed",
        "This origin may not use this site's assistant. Its owner can add it to ALLOWED_ORIGINS.",
      );
    case "rate-limited":
      return {
        ...as("rate-limited", "Too many requests from here. Wait a minute, then try again."),
        headers: { "retry-after": String(failure.retryAfterSeconds) },
      };
    case "route-not-found":
      return as("not-found", "There is nothing at this address.");
    case "method-not-allowed":
      // The contract has no code of its own for this; the status and `Allow` say what HTTP has to say.
      return {
        ...as("invalid-request", `This address answers ${failure.allowed} only.`),
        status: 405,
        headers: { allow: failure.allowed },
      };
    case "site-unknown":
      return as(
        "not-found",
        "There is no such site here. Its owner can publish one with `npx assistant-chat publish --site ...`.",
      );
    case "corpus-not-published":
      return as(
        "unavailable",
        "This site has no content to answer from yet. `/v1/health` says how to publish it.",
      );
    case "corpus-unreadable":
      return as("unavailable", "This site's content cannot be read at the moment. Try again in a minute.");
    case "answer-too-slow":
      return as("unavailable", "The answer took too long. Try again.");
    case "feedback-not-stored":
      return as("unavailable", "Feedback cannot be kept at the moment. Try again later.");
    case "events-not-counted":
      return as("unavailable", "Events cannot be counted at the moment.");
    case "misconfigured":
      return as("unavailable", "The assistant is not set up correctly. `/v1/health` says what to mend.");
    case "unexpected":
      return as("internal", "Something went wrong here. Try again.");
  }
}

/** The JSON body of an error, as the contract has it. */
export function errorBody(error: PublicError, requestId: string): ErrorBody {
  const { code, message, fields } = error;
  return { error: { code, message, requestId, ...(fields === undefined ? {} : { fields }) } };
}

/** The `error` event of a failure that came up after the stream had begun. */
export function errorEvent({ code, message }: PublicError): ChatEventOf<"error"> {
  return { type: "error", code, message, retryable: code === "unavailable" || code === "internal" };
}

function as(code: ErrorCode, message: string): PublicError {
  return { code, status: ERROR_STATUS[code], message };
}
