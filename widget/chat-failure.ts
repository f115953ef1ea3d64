import type { ErrorCode } from "../core/protocol.ts";

/** Why there is no answer: the codes of the protocol, and what can go wrong on the way. */
export type FailureCode =
  | ErrorCode
  | "offline"
  | "unreachable"
  | "timeout"
  | "stream-truncated"
  /** The visitor left the page in mid-answer, and it could not be read on. No fault of anybody's. */
  | "page-left"
  | "bad-response";

export interface ChatFailure {
  code: FailureCode;
  /** Whether asking again can help. */
  retryable: boolean;
  retryAfterMs?: number | undefined;
}

/** What a transport throws. Carries no message of the server's: what is shown comes from the strings. */
export class ChatError extends Error {
  readonly failure: ChatFailure;

  constructor(failure: ChatFailure, cause?: unknown) {
    super(failure.code, { cause });
    this.name = "ChatError";
    this.failure = failure;
  }
}

/** The connection was lost: the answer itself may go on without it. */
const BREAKS: readonly FailureCode[] = ["offline", "unreachable", "timeout", "stream-truncated", "page-left"];

export function isBreak({ code }: ChatFailure): boolean {
  return BREAKS.includes(code);
}

/** What anything that was thrown stands for. */
export function failureFrom(error: unknown): ChatFailure {
  return error instanceof ChatError ? error.failure : failureOf("internal");
}

/** Asking the same again cannot help. */
const FINAL_CODES: readonly string[] = [
  "invalid-request",
  "unauthorized",
  "origin-not-allowed",
  "not-found",
  "too-large",
  "unsupported-media-type",
  "budget-exhausted",
] satisfies ErrorCode[];
const RETRYABLE_CODES: readonly string[] = ["rate-limited", "unavailable", "internal"] satisfies ErrorCode[];

/** A failure with what its code says about trying again. An unknown code of a later server is `internal`. */
export function failureOf(code: string, retryAfterMs?: number): ChatFailure {
  const final = FINAL_CODES.includes(code);
  const known = final || RETRYABLE_CODES.includes(code) ? (code as ErrorCode) : "internal";
  return { code: known, retryable: !final, retryAfterMs };
}
