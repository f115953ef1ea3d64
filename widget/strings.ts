import type { FailureCode } from "./chat-failure.ts";

/** With a space before it: it follows a verb. */
function counted(count: number | undefined, noun: string): string {
  return count === undefined ? "" : ` ${count} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * Every sentence that a visitor can see or hear in the panel, in English. A locale is another value of this
 * type; plurals are functions, so that each language can follow its own rules.
 */
export const ENGLISH = {
  assistantName: "Assistant",
  greeting: "What would you like to know?",
  introduction: "I am an AI. I answer from this site's pages and show my sources.",
  placeholder: "Ask a question",
  disclaimer: "AI can make mistakes. Check the sources.",
  privacy: {
    session:
      "Questions are sent to this site's assistant. This tab keeps the conversation until it is closed.",
    device: "Questions are sent to this site's assistant. This device keeps the conversation.",
    none: "Questions are sent to this site's assistant. This browser keeps nothing of them.",
  },
  send: "Send",
  stop: "Stop",
  close: "Close",
  newConversation: "New conversation",
  expand: "Expand",
  shrink: "Shrink",
  resize: "Resize",
  transcript: "Conversation",
  you: "You asked",
  waiting: "Looking into it",
  searching: (count?: number) => `Searching${counted(count, "page")}`,
  searchedFor: (query: string) => `Searched for: ${query}`,
  reading: (count?: number) => `Reading${counted(count, "passage")}`,
  writing: () => "Writing the answer",
  verifying: () => "Checking the answer",
  answered: "Answer complete.",
  sources: "Sources",
  nearestPages: "Pages that may help",
  source: (position: number, title: string) => `Source ${position}: ${title}`,
  moreSources: (count: number) => `${count} more`,
  followUps: "Suggested questions",
  starters: "Suggested questions",
  code: "Code",
  table: "Table",
  copy: "Copy",
  copied: "Copied",
  copyCode: "Copy code",
  wrapCode: "Wrap",
  helpful: "Helpful",
  notHelpful: "Not helpful",
  thanks: "Thank you.",
  tryAgain: "Try again",
  tryAgainIn: (seconds: number) => `Try again in ${seconds} s`,
  askAgain: "Ask again",
  notKept: "There is no room to keep this conversation. It ends with this page.",
  newText: "New text",
  newAnswer: "New answer",
  stopped: "You stopped this answer.",
  prepared: "Prepared answer.",
  cutShort: "The answer was cut short.",
  offline: "You are offline.",
  charactersLeft: (count: number) => `${counted(count, "character").slice(1)} left`,
  cleared: "New conversation.",
  failures: {
    "offline": "Your question is kept, and asked when you are online again.",
    "unreachable": "The assistant cannot be reached.",
    "timeout": "The answer took too long.",
    "stream-truncated": "The connection broke before the answer was complete.",
    "page-left": "The answer was cut off when the page changed.",
    "bad-response": "The answer could not be read.",
    "invalid-request": "Please word this question differently.",
    "unauthorized": "The assistant is not set up for this site.",
    "origin-not-allowed": "The assistant is not set up for this site.",
    "not-found": "The assistant is not set up for this site.",
    "too-large": "This question is too long.",
    "unsupported-media-type": "The answer could not be read.",
    "rate-limited": "Too many questions. Please wait a moment.",
    "budget-exhausted": "The limit for today is reached.",
    "unavailable": "The assistant is not available at the moment.",
    "internal": "The answer failed.",
  } satisfies Record<FailureCode, string> as Record<FailureCode, string>,
};

export type Strings = typeof ENGLISH;
