/**
 * Keeps the conversation that an element shows, and the ones before it. Loads before it saves, merges what other tabs
 * wrote, and begins anew after a rest. Knows no element: clock, ids and storages are given to it.
 */
import type { ChatFailure } from "../chat-failure.ts";
import { isAnswering, type ChatState, type Turn } from "../chat-state.ts";
import type { WrittenThread } from "../keep-first.ts";
import { MAX_TURNS } from "../storage-keys.ts";
import { agreedOn, mergeTurns, sameTurns, type Agreed } from "./merge-turns.ts";
import { lastChangeMs, readThread, type Thread } from "./thread.ts";
import type { ThreadStorage } from "./thread-storage.ts";

/** A turn of another tab that is not answered after this long never will be: that tab was closed. */
const FOREIGN_ANSWER_MS = 2 * 60_000;

export interface KeptConversationOptions {
  threads: ThreadStorage;
  /** Milliseconds since 1970. */
  now: () => number;
  newId: () => string;
  /** A conversation in which nothing happened for this long is over; default one hour. */
  restMs: () => number;
  /** Conversations that are kept beside each other; default 10. */
  maxThreads: () => number;
}

const NONE: Agreed = new Map();

export class KeptConversation {
  readonly #options: KeptConversationOptions;
  #threadId: string | undefined;
  #title: string | undefined;
  /** What is in the entry, as far as this tab shows it. */
  #agreed: Agreed = NONE;
  #json: string | null = null;
  /** The entry has turns that are another tab's, and not shown here. */
  #hasForeign = false;
  #saved: readonly Turn[] = [];

  /** @param written what is being kept already. */
  constructor(options: KeptConversationOptions, written?: WrittenThread) {
    this.#options = options;
    if (!written || written.json === null) return;
    this.#threadId = written.id;
    this.#json = written.json;
    this.#saved = written.turns;
    this.#agree(written.turns.slice(-MAX_TURNS), written.turns);
  }

  /** The conversation that is being kept; undefined before its first question. */
  get threadId(): string | undefined {
    return this.#threadId;
  }

  /**
   * What is shown after a page was loaded, or consent was given: what was kept, with what was asked since. A
   * conversation that rested too long stays in the history.
   *
   * @param own what is shown now.
   */
  load(own: ChatState): ChatState {
    const { threads, now, restMs } = this.#options;
    threads.takeOverFormer();
    const tab = threads.readTab();
    const kept = tab ? threads.read(tab.threadId ?? "") : threads.list().find(({ ended }) => !ended);
    const draft = own.draft || (tab?.draft ?? "");
    const isRunning = kept?.turns.some(({ id }) => id === tab?.runningId) === true;
    if (!kept || (!isRunning && now() - kept.changedAtMs > restMs())) return { ...own, draft };
    const shown = this.#shown(kept.turns, tab?.runningId);
    this.#follow(kept, shown);
    const turns = mergeTurns(own.turns, shown, NONE);
    if (sameTurns(turns, kept.turns)) this.#saved = turns;
    return { turns, draft, conversationId: own.conversationId ?? kept.conversationId };
  }

  /**
   * Keeps a state as it is now.
   *
   * @returns the turns to show, where another tab wrote some; undefined else.
   * @throws what the browser throws where there is no room. What was kept before stays then.
   */
  save(state: ChatState): readonly Turn[] | undefined {
    const { threads, newId } = this.#options;
    if (state.turns.length === 0) this.end();
    else this.#threadId ??= newId();
    threads.writeTab({
      threadId: this.#threadId,
      draft: state.draft,
      runningId: state.turns.findLast(isAnswering)?.id,
    });
    if (state.turns.length === 0 || state.turns === this.#saved) return undefined;
    const id = this.#threadId!;
    const raw = threads.raw(id);
    // Where the entry is gone it was cleared from outside: what is shown here is kept again.
    const isForeign = raw !== null && (raw !== this.#json || this.#hasForeign);
    const stored = isForeign ? readThread(id, raw) : undefined;
    const merged = stored ? mergeTurns(state.turns, stored.turns, this.#agreed) : state.turns;
    const isNew = raw === null;
    const { json, turns } = threads.write({
      id,
      title: stored ? stored.title : this.#title,
      conversationId: state.conversationId,
      turns: merged,
      changedAtMs: lastChangeMs(merged),
    });
    if (isNew) this.#prune();
    this.#json = json;
    this.#title = stored ? stored.title : this.#title;
    const shown = stored ? this.#shown(merged, undefined, state.turns) : state.turns;
    this.#agree(turns, shown);
    this.#saved = state.turns;
    return sameTurns(shown, state.turns) ? undefined : shown;
  }

  /** What is shown after another tab wrote; undefined where that is no other. */
  changedOutside(key: string | null, own: ChatState): ChatState | undefined {
    const { threads } = this.#options;
    const id = this.#threadId;
    if (id === undefined || (key !== null && threads.idOf(key) !== id)) return undefined;
    const raw = threads.raw(id);
    if (raw === this.#json) return undefined;
    const stored = readThread(id, raw);
    if (!stored) {
      if (raw !== null) return undefined;
      this.#forget();
      return { turns: [], draft: own.draft };
    }
    const turns = this.#shown(mergeTurns(own.turns, stored.turns, this.#agreed), undefined, own.turns);
    this.#json = raw;
    this.#title = stored.title;
    this.#agree(stored.turns, turns);
    return sameTurns(turns, own.turns) ? undefined : { ...own, turns };
  }

  /** Whether nothing has happened for so long that the next question begins anew. */
  hasRested(state: ChatState): boolean {
    const { now, restMs } = this.#options;
    const running = state.turns.some(isAnswering);
    return state.turns.length > 0 && !running && now() - lastChangeMs(state.turns) > restMs();
  }

  /** Ends the conversation: it goes to the history, and the next question begins another. */
  end(): void {
    const { threads, maxThreads } = this.#options;
    const thread = this.#threadId === undefined ? undefined : threads.read(this.#threadId);
    if (thread && maxThreads() <= 1) threads.remove(thread.id);
    else if (thread) {
      try {
        threads.write({ ...thread, ended: true });
      } catch {
        // It was there before, and needs hardly more room.
      }
    }
    this.#forget();
  }

  /** Leads back to a kept conversation. @returns what is shown; undefined where it is gone. */
  open(id: string, draft: string): ChatState | undefined {
    const thread = this.#options.threads.read(id);
    if (!thread) return undefined;
    this.end();
    const turns = this.#shown(thread.turns);
    this.#follow(thread, turns);
    this.#saved = turns;
    return { turns, conversationId: thread.conversationId, draft };
  }

  /** Removes all that is kept. */
  removeAll(): void {
    this.#options.threads.removeAll();
    this.#forget();
  }

  #follow(thread: Thread, shown: readonly Turn[]): void {
    this.#threadId = thread.id;
    this.#title = thread.title;
    this.#json = this.#options.threads.raw(thread.id);
    this.#saved = [];
    this.#agree(thread.turns, shown);
  }

  #forget(): void {
    this.#threadId = this.#title = undefined;
    this.#agreed = NONE;
    this.#json = null;
    this.#saved = [];
  }

  /** Turns that are in the entry and not shown here are another tab's: that they are missing here means nothing. */
  #agree(stored: readonly Turn[], shown: readonly Turn[]): void {
    const ids = new Set(shown.map(({ id }) => id));
    const common = stored.filter(({ id }) => ids.has(id));
    this.#hasForeign = common.length < stored.length;
    this.#agreed = agreedOn(common);
  }

  /** Without what another tab is being answered; with what no tab waits for any more as it was left. */
  #shown(turns: readonly Turn[], runningId?: string, own: readonly Turn[] = []): readonly Turn[] {
    const isOwn = ({ id }: Turn): boolean => id === runningId || own.some((turn) => turn.id === id);
    const nowMs = this.#options.now();
    return turns
      .filter((turn) => !isAnswering(turn) || isOwn(turn) || nowMs - turn.askedAtMs > FOREIGN_ANSWER_MS)
      .map((turn) => (!isAnswering(turn) || isOwn(turn) ? turn : cutOff(turn)));
  }

  #prune(): void {
    const { threads, maxThreads } = this.#options;
    const others = threads.list().filter(({ id }) => id !== this.#threadId);
    for (const { id } of others.slice(Math.max(0, maxThreads() - 1))) threads.remove(id);
  }
}

/** The page was left in the middle of this answer: it is not complete and must not look so. */
function cutOff(turn: Turn): Turn {
  const failure: ChatFailure = { code: "page-left", retryable: true };
  return Object.freeze({ ...turn, status: "failed" as const, failure });
}
