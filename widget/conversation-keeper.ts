/**
 * Whether the conversation may be kept, and whether one was. What that takes beyond writing it down is loaded when it
 * is needed: most panels are opened by somebody who has never asked here.
 */
import { EMPTY_STATE, type ChatState } from "./chat-state.ts";
import type { Keeping } from "./continuity/main.ts";
import { keepFirst, type WrittenThread } from "./keep-first.ts";
import { loadContinuity } from "./load-continuity.ts";
import { formerKey, tabKey, threadPrefix } from "./storage-keys.ts";

export interface ConversationKeeperOptions {
  /** See `instanceName`. Read anew with each call, since the page may change the site. */
  instance: () => string;
  /** Whether anything may be kept now. */
  mayKeep: () => boolean;
  /** Where conversations are kept; throws where that is forbidden. */
  area: () => Storage;
  /** Milliseconds since 1970. */
  now: () => number;
  newId: () => string;
  /** A conversation in which nothing happened for this long is over. */
  restMs: () => number;
  /** Conversations that are kept beside each other. */
  maxThreads: () => number;
  /** Changes what is shown. */
  adopt: (change: (current: ChatState) => ChatState | undefined) => void;
  /** Told whether there was room for what was kept last. */
  onRoom: (hasRoom: boolean) => void;
}

export interface ConversationKeeper {
  /** Whether anything is kept, and may be. */
  isKeeping(): boolean;
  /** Keeps a state, at once where it can, so that it may be called while the page is being left. Never throws. */
  keep(state: ChatState): void;
  /** What is kept, and all that can be done with it. Rejects where its file does not load. */
  open(): Promise<Keeping>;
}

export function createConversationKeeper(options: ConversationKeeperOptions): ConversationKeeper {
  const { mayKeep, area, now, newId } = options;
  let keeping: Keeping | undefined;
  let instance = "";
  /** What was kept without `keeping`. */
  let written: WrittenThread | undefined;

  function isAnythingKept(): boolean {
    if (instance !== options.instance()) {
      instance = options.instance();
      keeping = written = undefined;
    }
    if (keeping ?? written) return true;
    try {
      if (sessionStorage.getItem(tabKey(instance)) ?? area().getItem(formerKey(instance))) return true;
      return Object.keys(area()).some((key) => key.startsWith(threadPrefix(instance)));
    } catch {
      return false;
    }
  }

  async function open(): Promise<Keeping> {
    isAnythingKept();
    const { openKeeping } = await loadContinuity();
    return (keeping ??= openKeeping(instance, options, written));
  }

  /** @returns whether that was all it takes. */
  function writeFirst(state: ChatState): boolean {
    try {
      if (!isAnythingKept()) {
        if (state.turns.length === 0 && state.draft === "") return true;
        written = { id: newId(), json: null, turns: EMPTY_STATE.turns };
      }
      const after = written && keepFirst(state, { instance, area: area(), now: now(), before: written });
      written = after ?? written;
      return after !== undefined;
    } catch {
      return false;
    }
  }

  return {
    isKeeping: () => mayKeep() && isAnythingKept(),
    keep(state) {
      if (!mayKeep()) return;
      if (isAnythingKept() && keeping) keeping.keep(state);
      // Without its file the next change tries again.
      else if (!writeFirst(state))
        open().then(
          (opened) => opened.keep(state),
          () => undefined,
        );
    },
    open,
  };
}
