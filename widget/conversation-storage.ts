/**
 * Keeps a conversation in the browser. Everything read back is checked field by field: another script, an
 * older version or a visitor may have written anything there.
 */
import type { Citation, Source } from "../core/protocol.ts";
import { isAnswering, type ChatState, type Turn } from "./chat-state.ts";
import { safeUrl } from "./safe-url.ts";

/** Turns that are kept: a conversation that is longer than this begins to cost every page load. */
const MAX_TURNS = 30;

/** Larger entries are not read: browsers share about 5 MB between all scripts of a site. */
const MAX_STORED_CHARS = 1024 * 1024;

export interface ConversationStorage {
  /** The conversation as it was saved; undefined for none, and for one that cannot be trusted. */
  load(): ChatState | undefined;
  /** Never throws: a full or forbidden storage keeps nothing. */
  save(state: ChatState): void;
  remove(): void;
}

/** The part of `Storage` that is needed. */
export type KeyValueStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** For `persist="none"`, and before consent. */
export const NO_STORAGE: ConversationStorage = {
  load: () => undefined,
  save: () => undefined,
  remove: () => undefined,
};

/** @param storage a function, since reading `window.sessionStorage` itself throws in a sandboxed frame. */
export function createConversationStorage(storage: () => KeyValueStorage, key: string): ConversationStorage {
  const attempt = <T>(run: (store: KeyValueStorage) => T): T | undefined => {
    try {
      return run(storage());
    } catch {
      return undefined;
    }
  };
  return {
    load: () => attempt((store) => parseState(store.getItem(key))),
    save(state) {
      const turns = state.turns.slice(-MAX_TURNS);
      attempt((store) => {
        if (turns.length === 0 && state.draft === "") store.removeItem(key);
        else store.setItem(key, JSON.stringify({ ...state, turns }));
      });
    },
    remove: () => attempt((store) => store.removeItem(key)),
  };
}

/** Reads a stored state; undefined for anything that is not one. */
export function parseState(json: string | null): ChatState | undefined {
  if (json === null || json.length > MAX_STORED_CHARS) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || !Array.isArray(value["turns"])) return undefined;
  return Object.freeze({
    turns: Object.freeze(
      value["turns"]
        .slice(-MAX_TURNS)
        .map(parseTurn)
        .filter((turn) => turn !== undefined),
    ),
    conversationId: optionalText(value["conversationId"]),
    draft: optionalText(value["draft"]) ?? "",
  });
}

function parseTurn(value: unknown): Turn | undefined {
  if (!isRecord(value)) return undefined;
  const { id, question, status, text, askedAtMs } = value;
  if (typeof id !== "string" || typeof question !== "string" || typeof text !== "string") return undefined;
  const failure = isRecord(value["failure"]) ? (value["failure"] as unknown as Turn["failure"]) : undefined;
  const turn: Turn = {
    id,
    question,
    status: ["waiting", "streaming", "stopped", "failed"].includes(status as string)
      ? (status as Turn["status"])
      : "complete",
    text,
    sources: listOf(value["sources"], parseSource),
    citedPositions: listOf(value["citedPositions"], (item) => (typeof item === "number" ? item : undefined)),
    citations: listOf(value["citations"], parseCitation),
    // Whoever shows it checks it.
    further: value["further"] as Turn["further"],
    followUps: listOf(value["followUps"], optionalText),
    answerId: optionalText(value["answerId"]),
    finishReason: optionalText(value["finishReason"]) as Turn["finishReason"],
    prepared: value["prepared"] === true,
    rating: value["rating"] === "up" || value["rating"] === "down" ? value["rating"] : undefined,
    askedAtMs: typeof askedAtMs === "number" ? askedAtMs : 0,
    failure,
  };
  // The page was left in the middle of this answer: it is not complete and must not look so.
  return Object.freeze(
    isAnswering(turn)
      ? { ...turn, status: "failed", failure: { code: "stream-truncated", retryable: true } }
      : turn,
  );
}

function parseCitation(value: unknown): Citation | undefined {
  if (!isRecord(value)) return undefined;
  const { position, url, section } = value;
  if (typeof position !== "number" || typeof url !== "string" || safeUrl(url) === undefined) return undefined;
  return { position, url, ...(typeof section === "string" ? { section } : {}) };
}

function parseSource(value: unknown): Source | undefined {
  if (!isRecord(value)) return undefined;
  const { position, title, section, url, excerpt, score } = value;
  if (typeof position !== "number" || typeof title !== "string" || typeof url !== "string") return undefined;
  if (safeUrl(url) === undefined) return undefined;
  return {
    position,
    title,
    url,
    excerpt: optionalText(excerpt) ?? "",
    score: typeof score === "number" ? score : 0,
    ...(typeof section === "string" ? { section } : {}),
  };
}

function listOf<T>(value: unknown, parse: (item: unknown) => T | undefined): T[] {
  return Array.isArray(value) ? value.map(parse).filter((item) => item !== undefined) : [];
}

function optionalText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
