import { ERROR_STATUS, type ErrorCode } from "./protocol.ts";

/**
 * The events of the element that are counted, each with the kinds it comes in. A kind is one of these words and never
 * anything that a visitor or a page wrote: counts can be kept for long and shown to anyone.
 */
export const EVENT_KINDS = {
  "assistant-open": [],
  "assistant-close": [],
  "assistant-question": [],
  "assistant-answer-start": ["generative", "extractive", "conversation"],
  "assistant-answer-end": ["stop", "length", "refused", "stopped"],
  "assistant-stop": [],
  "assistant-error": [
    ...(Object.keys(ERROR_STATUS) as ErrorCode[]),
    "offline",
    "unreachable",
    "timeout",
    "stream-truncated",
    "bad-response",
  ],
  "assistant-source-click": [],
  "assistant-link-click": [],
  "assistant-copy": ["answer", "code"],
  "assistant-feedback": ["up", "down"],
  "assistant-starter-click": [],
  "assistant-follow-up-click": [],
  "assistant-clear": [],
} as const satisfies Record<string, readonly string[]>;
