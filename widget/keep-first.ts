/**
 * Keeps a conversation where it is the only one that anybody knows of: there is nothing to merge with and nothing to
 * come back to. Everything else is `continuity/`, which takes over from here.
 */
import type { ChatState, Turn } from "./chat-state.ts";
import { isAnswering } from "./chat-state.ts";
import { MAX_ENTRY_CHARS, MAX_TURNS, tabKey, threadPrefix } from "./storage-keys.ts";

/** What was written last. */
export interface WrittenThread {
  readonly id: string;
  readonly json: string | null;
  readonly turns: readonly Turn[];
}

export interface KeepFirstOptions {
  instance: string;
  /** Where conversations are kept. */
  area: Storage;
  now: number;
  /** As it was written last; an id and nothing else before that. */
  before: WrittenThread;
}

/** @returns what was written; undefined where it takes more than this. */
export function keepFirst(state: ChatState, options: KeepFirstOptions): WrittenThread | undefined {
  const { instance, area, now, before } = options;
  const { turns, conversationId, draft } = state;
  const key = threadPrefix(instance) + before.id;
  if (area.getItem(key) !== before.json || (turns.length === 0 && before.json !== null)) return undefined;
  const threadId = turns.length > 0 ? before.id : undefined;
  const runningId = turns.findLast(isAnswering)?.id;
  sessionStorage.setItem(tabKey(instance), JSON.stringify({ threadId, draft, runningId }));
  if (turns === before.turns || turns.length === 0) return before;
  const kept = turns.slice(-MAX_TURNS);
  const json = JSON.stringify({ conversationId, turns: kept, changedAtMs: now });
  if (json.length > MAX_ENTRY_CHARS) return undefined;
  area.setItem(key, json);
  return { id: before.id, json, turns };
}
