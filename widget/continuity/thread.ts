/** A kept conversation as text, and back. */
import type { Turn } from "../chat-state.ts";
import { MAX_ENTRY_CHARS, MAX_TURNS } from "../storage-keys.ts";
import { isRecord, listOf, optionalNumber, optionalText, parseTurn } from "./parse-turn.ts";

const MAX_TITLE_CHARS = 120;

/** One conversation. */
export interface Thread {
  readonly id: string;
  /** As the visitor called it; else its first question stands for it. */
  readonly title?: string | undefined;
  readonly conversationId?: string | undefined;
  readonly turns: readonly Turn[];
  /** When it was last asked or answered in; milliseconds since 1970. */
  readonly changedAtMs: number;
  /** A new one was begun after it: only the history leads back to it. */
  readonly ended?: boolean | undefined;
}

/** What a thread is called in a list. */
export function threadTitle({ title, turns }: Thread): string {
  return (title ?? turns[0]?.question ?? "").slice(0, MAX_TITLE_CHARS);
}

/** The time of the last thing that happened in these turns. */
export function lastChangeMs(turns: readonly Turn[]): number {
  return Math.max(0, ...turns.map(({ askedAtMs, endedAtMs = 0 }) => Math.max(askedAtMs, endedAtMs)));
}

/**
 * The entry of a thread, with its newest turns as far as there is room for them.
 *
 * @throws RangeError where the newest turn alone is too long.
 */
export function writeThread(thread: Thread): { json: string; turns: readonly Turn[] } {
  for (let kept = MAX_TURNS; kept > 0; kept = Math.floor(kept / 2)) {
    const turns = thread.turns.slice(-kept);
    const json = JSON.stringify({ ...thread, turns });
    if (json.length <= MAX_ENTRY_CHARS) return { json, turns };
  }
  throw new RangeError("The answer is too long to be kept.");
}

/** Reads an entry; undefined for none, and for what is not one or holds nothing. */
export function readThread(id: string, json: string | null): Thread | undefined {
  if (json === null || json.length > MAX_ENTRY_CHARS) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const turns = listOf(value["turns"], parseTurn).slice(-MAX_TURNS);
  if (turns.length === 0) return undefined;
  return Object.freeze({
    id,
    title: optionalText(value["title"]),
    conversationId: optionalText(value["conversationId"]),
    turns: Object.freeze(turns),
    changedAtMs: optionalNumber(value["changedAtMs"]) ?? lastChangeMs(turns),
    ended: value["ended"] === true,
  });
}
