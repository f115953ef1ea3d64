/** What is kept for one element, and all that can be done with it. */
import type { ChatState } from "../chat-state.ts";
import type { ConversationKeeperOptions } from "../conversation-keeper.ts";
import type { WrittenThread } from "../keep-first.ts";
import { KeptConversation } from "./kept-conversation.ts";
import { threadTitle, type Thread } from "./thread.ts";
import { ThreadStorage } from "./thread-storage.ts";

export interface Keeping {
  readonly kept: KeptConversation;
  readonly threads: ThreadStorage;
  /** What a thread is called in a list. */
  titleOf(thread: Thread): string;
  /** Shows what was kept, where that may be. */
  restore(): void;
  /** Never throws. */
  keep(state: ChatState): void;
  /** After a rest: ends what is shown, which stays in the history. */
  startAnewAfterRest(): void;
  /** What another tab wrote. */
  storageChanged(event: StorageEvent): void;
}

/** @param written what was kept before this was loaded. */
export function openKeeping(
  instance: string,
  options: ConversationKeeperOptions,
  written?: WrittenThread,
): Keeping {
  const { mayKeep, area, adopt, onRoom } = options;
  const threads = new ThreadStorage(instance, area, () => sessionStorage);
  const kept = new KeptConversation({ ...options, threads }, written);
  let hasRoom = true;
  return {
    kept,
    threads,
    titleOf: threadTitle,
    restore() {
      if (mayKeep()) adopt((current) => kept.load(current));
    },
    keep(state) {
      if (!mayKeep()) return;
      const before = hasRoom;
      try {
        const turns = kept.save(state);
        hasRoom = true;
        if (turns) adopt((current) => ({ ...current, turns }));
      } catch {
        hasRoom = false;
      }
      if (hasRoom !== before) onRoom(hasRoom);
    },
    startAnewAfterRest() {
      if (mayKeep())
        adopt((current) => (kept.hasRested(current) ? { turns: [], draft: current.draft } : undefined));
    },
    storageChanged({ key, storageArea }) {
      if (!mayKeep() || storageArea !== area()) return;
      adopt((current) => kept.changedOutside(key, current));
    },
  };
}
