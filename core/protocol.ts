/**
 * The wire protocol between the widget, the CLI and the Worker, version 1.
 *
 * This file imports nothing and uses no platform global, so that it type-checks in the browser, in workerd
 * and in Node, and costs the widget only the constants that it names. Unknown events and unknown fields are
 * ignored by readers: that is how the protocol grows.
 */

/** What the boundary accepts. Each bound exists to keep one request cheap and one conversation bounded. */
export const LIMITS = {
  /** Characters in one question. */
  questionMaxChars: 5000,
  /** Turns of history that are used; older ones are dropped, not refused. */
  historyMaxTurns: 20,
  /** Characters of one history turn that are used. */
  historyTurnMaxChars: 5000,
  /** Starter questions that are shown. */
  startersMax: 6,
} as const;

/** Bounds that the widget never comes near, and does not carry. */
export const SERVICE_LIMITS = {
  /** Bytes of a request body: a full history and a question of maximum length, at 3 bytes each, are 315 KB. */
  bodyMaxBytes: 512 * 1024,
  /** Results of one search. */
  searchMaxResults: 50,
  /** Characters of a feedback comment. */
  feedbackCommentMaxChars: 2000,
  /** Events of one request: the element sends what came together within two seconds. */
  eventsMaxCount: 50,
  /** Bytes of a request that counts events: 50 of the longest are 4 KB. */
  eventsBodyMaxBytes: 8 * 1024,
} as const;

export type HistoryRole = "visitor" | "assistant";

/** One earlier turn, as plain text. */
export interface HistoryTurn {
  role: HistoryRole;
  text: string;
}

/** Restricts retrieval. Absent fields do not restrict. */
export interface SearchFilters {
  /** Only documents whose URL path begins with this. */
  pathPrefix?: string | undefined;
  /** Only documents in this BCP 47 language. */
  language?: string | undefined;
  /** Only passages of pages or sections whose heading has these words. */
  section?: string | undefined;
  /** ISO 8601 date. Only documents that say that they were changed then or later. */
  updatedSince?: string | undefined;
}

/** The body of `POST /v1/chat`. */
export interface ChatRequest {
  /** 1 to 5000 characters. */
  question: string;
  /** Tenant and corpus; absent, or `default`: the default site of the deployment. */
  site?: string | undefined;
  conversationId?: string | undefined;
  /** Oldest first; the last 20 are used. */
  history?: HistoryTurn[] | undefined;
  /** BCP 47. */
  locale?: string | undefined;
  page?: { url: string; title: string } | undefined;
  filters?: SearchFilters | undefined;
}

/** A passage as it is shown to the reader. `position` joins it to the `[n]` markers of the answer. */
export interface Source {
  /** From 1. */
  position: number;
  /** Title of the document. */
  title: string;
  /** Heading path within the document, joined by " › "; absent for the lead. */
  section?: string;
  /**
   * From the index, never from a model: absolute, or root-relative to the site. Of what is quoted, the heading that
   * it stands under with a text fragment (`#anchor:~:text=…`).
   */
  url: string;
  /** Plain text, at most about 300 characters. */
  excerpt: string;
  /** 0 to 1, comparable within one answer. */
  score: number;
}

/** Where one `[n]` of an answer leads: the heading that the cited words stand under. */
export interface Citation {
  /** Of the source. */
  position: number;
  /** With the heading's anchor where its id is sure, and a text fragment for the cited words where they are. */
  url: string;
  /** As in {@link Source}: of the cited words. */
  section?: string;
}

/** Sources beside those that an answer cites, where the answer may stand too. */
export interface FurtherPlaces {
  /** What is said above them, in the language of the assistant's own words. */
  label: string;
  /** Of the sources, likeliest first; one or two. The excerpt of each is the sentence that fits the question best. */
  positions: number[];
}

export type AnswerMode = "generative" | "extractive" | "conversation";
export type AnswerStage = "searching" | "reading" | "writing" | "verifying";
export type FinishReason = "stop" | "length" | "refused" | "stopped";

/** What a model was asked for on the way to an answer. */
export type ModelPurpose = "rewriting" | "translating" | "splitting" | "reranking" | "writing" | "verifying";

/** One request to a model. Tokens are there where the server told them. */
export interface ModelCall {
  purpose: ModelPurpose;
  provider: string;
  model: string;
  inputTokens?: number;
  outputTokens?: number;
}

/** Tokens and money of one answer: sums over all its requests to models, as far as they were told. */
export interface Usage {
  inputTokens: number;
  outputTokens: number;
  costUsd?: number;
  /** Of the model that wrote; where none did, of the first that was asked. */
  provider: string;
  model: string;
  /** In the order in which they were sent; those that failed or were given up too. */
  calls?: ModelCall[];
}

/** Codes of the `error` event and of the JSON error body; the HTTP status is in {@link ERROR_STATUS}. */
export const ERROR_STATUS = {
  "invalid-request": 400,
  "unauthorized": 401,
  "origin-not-allowed": 403,
  "not-found": 404,
  "too-large": 413,
  "unsupported-media-type": 415,
  "rate-limited": 429,
  "budget-exhausted": 429,
  "unavailable": 503,
  "internal": 500,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** The JSON body of every HTTP error. */
export interface ErrorBody {
  error: {
    code: ErrorCode;
    /** One plain sentence that may be shown to a visitor, with the fix where there is one. */
    message: string;
    requestId: string;
    /** Which fields are wrong, and why. */
    fields?: Record<string, string[]>;
  };
}

/** One thing that was taken from a question before it was looked up. */
export interface TakenFromQuestion {
  kind:
    /** Control, zero-width and directional characters, stacks of accents. */
    | "invisible"
    | "markup"
    /** Earlier mails, header lines, signatures. */
    | "mail"
    | "repeated"
    /** Keys that were hit at random, pictures, laughter, heaps of marks. */
    | "noise"
    /** Greetings, thanks, farewells. */
    | "courtesy"
    /** "I was wondering if you could tell me". */
    | "filler"
    /** A word that no page has, looked up as another. */
    | "typing-error";
  /** As it stood there, at most 120 characters of it. */
  text: string;
  /** What stands in its place; absent where nothing does. */
  to?: string;
}

/** The payload of each event of an answer, by event type. */
export interface ChatEventData {
  /** `resumable`: the server keeps the answer under its id, so that it can be read on (`GET`) and ended (`DELETE`). */
  "answer-start": {
    answerId: string;
    conversationId: string;
    corpusVersion: string;
    mode: AnswerMode;
    resumable?: boolean;
  };
  /**
   * `count` is the number of pages (searching) or passages (reading). `query` is what is searched for, where that
   * is not the question itself: a follow-up with what it left out, a translation, or one of several things that it
   * asks. Each of these is looked up and has a stage of its own: `part` is its number, from 1, of `parts`. `step` says
   * more of the stage: a reranker reads the passages before a model does.
   */
  "stage": {
    stage: AnswerStage;
    step?: "reranking";
    count?: number;
    query?: string;
    part?: number;
    parts?: number;
  };
  /**
   * What was taken from the question, `original`, before it was looked up, as `question`: `certainty`, 0 to 1, says how sure
   * it is that it means the same. Where it is not sure enough, `isUsed` is false and the question was looked up as it was
   * written. Not sent where nothing was taken.
   */
  "question-cleaned": {
    original: string;
    question: string;
    taken: TakenFromQuestion[];
    certainty: number;
    isUsed: boolean;
  };
  "sources-available": { sources: Source[] };
  /** Markdown. Citations are `[n]`, and n is always one of the positions sent before. */
  "text-delta": { text: string };
  /**
   * What belongs into the text that was shown: marks behind sentences that a model, asked again, did not find in the
   * pages. `at` is a place in all text since the last reset, in UTF-16 code units; `text` of the event is all of it
   * with its marks.
   */
  "marks-available": { marks: { at: number; text: string }[]; text: string };
  /** What was shown so far is discarded. `restarted`: it was no answer, and the model's own follows. */
  "answer-reset": { reason: "provider-failed" | "refused" | "restarted" };
  "follow-ups-available": { questions: string[] };
  "answer-end": {
    finishReason: FinishReason;
    citedPositions: number[];
    /**
     * One for each `[n]` of the text, in the order of their appearance: a source may be cited for words under several
     * of its headings. Absent where nothing is cited, and of an answer that was kept by an older version.
     */
    citations?: Citation[];
    /** Places to offer below a quoted answer, closed. Absent where there are none. */
    further?: FurtherPlaces;
    /** 0 to 1: how sure retrieval is that the sources answer the question. */
    confidence: number;
    cached: boolean;
    /** True of an answer that was written when the corpus was built, for a question that asks the same. Else absent. */
    prepared?: boolean;
    /** 0 to 1: share of the sentences that the passages they cite support. Absent where nothing is stated. */
    groundedness?: number;
    /** Absent where no model was asked. */
    usage?: Usage;
  };
  "error": { code: ErrorCode; message: string; retryable: boolean; retryAfterMs?: number };
}

export type ChatEventType = keyof ChatEventData;

/** One event of an answer. Exactly one terminal event (`answer-end` or `error`) closes it. */
export type ChatEvent = { [T in ChatEventType]: { type: T } & ChatEventData[T] }[ChatEventType];

export type ChatEventOf<T extends ChatEventType> = Extract<ChatEvent, { type: T }>;

const CHAT_EVENT_TYPES: ReadonlySet<string> = new Set<ChatEventType>([
  "answer-start",
  "stage",
  "question-cleaned",
  "sources-available",
  "text-delta",
  "marks-available",
  "answer-reset",
  "follow-ups-available",
  "answer-end",
  "error",
]);

export function isTerminalEvent(event: ChatEvent): boolean {
  return event.type === "answer-end" || event.type === "error";
}

/**
 * Turns one SSE message into a {@link ChatEvent}.
 *
 * @returns undefined for a type this version does not know and for data that is not a JSON object: both are
 *   skipped, as the protocol asks. Fields are not checked further: the Worker is the one that writes them.
 */
export function decodeChatEvent(type: string, data: string): ChatEvent | undefined {
  if (!CHAT_EVENT_TYPES.has(type)) return undefined;
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    return { ...value, type } as ChatEvent;
  } catch {
    return undefined;
  }
}

/** One result of `GET /v1/search`. */
export interface SearchResult {
  title: string;
  section?: string;
  url: string;
  excerpt: string;
  score: number;
}

export interface SearchResponse {
  query: string;
  corpusVersion: string;
  /** Chunks that match at all; `results` holds the best of them. */
  total: number;
  /** Words that no page has, and what was searched for instead; absent where there are none. */
  corrections?: { from: string; to: string }[];
  results: SearchResult[];
}

export interface HealthResponse {
  status: "ok" | "degraded" | "down";
  version: string;
  corpusVersion: string | null;
  /** What is wrong and how to mend it; absent when all is well. */
  message?: string;
}

export const FEEDBACK_RATINGS = ["up", "down"] as const;
export const FEEDBACK_REASONS = [
  "wrong",
  "incomplete",
  "outdated",
  "off-topic",
  "hard-to-read",
  "other",
] as const;

/** The body of `POST /v1/feedback`. */
export interface FeedbackRequest {
  answerId: string;
  rating: (typeof FEEDBACK_RATINGS)[number];
  site?: string | undefined;
  reasons?: (typeof FEEDBACK_REASONS)[number][] | undefined;
  comment?: string | undefined;
}

/** One thing that happened: the name of the element's event, and of which kind it was. */
export interface CountedEvent {
  name: string;
  kind?: string | undefined;
}

/** The body of `POST /v1/events`. Names and kinds that this version does not know are not counted. */
export interface EventsRequest {
  site?: string | undefined;
  /** 1 to 50. */
  events: CountedEvent[];
}

/** What of a site's settings the launcher shows; the loader carries it to the page. */
export type LauncherSettings = Pick<SiteConfig, "launcherLabel" | "position" | "accent">;

/** What an owner may set for the element from the server; attributes on the page win. */
export interface SiteConfig {
  site: string;
  assistantName?: string | undefined;
  /** The way to a person: an address of a page, a mail address or a telephone number. */
  contact?: string | undefined;
  greeting?: string | undefined;
  placeholder?: string | undefined;
  disclaimer?: string | undefined;
  launcherLabel?: string | undefined;
  starters?: string[] | undefined;
  accent?: string | undefined;
  theme?: "auto" | "light" | "dark" | undefined;
  position?: string | undefined;
  /** A conversation in which nothing happened for this long is over; 0 for never, default 60. */
  conversationTimeoutMinutes?: number | undefined;
  /** Conversations that a browser keeps for its visitor, the one that is shown included; default 10. */
  maxConversations?: number | undefined;
}
