/** The kept conversations of one element: an entry for each, so that tabs do not write over one another's. */
import { isAnswering } from "../chat-state.ts";
import { formerKey, tabKey, threadPrefix } from "../storage-keys.ts";
import { isRecord, optionalText } from "./parse-turn.ts";
import { readThread, writeThread, type Thread } from "./thread.ts";

/** The part of `Storage` that is needed. */
export type KeyValueStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** What a tab was at when its page was left. */
export interface TabState {
  readonly threadId?: string | undefined;
  readonly draft: string;
  /** The turn that was being answered for this tab. */
  readonly runningId?: string | undefined;
}

export class ThreadStorage {
  readonly #prefix: string;
  readonly #tabKey: string;
  readonly #formerKey: string;
  readonly #area: () => KeyValueStorage;
  readonly #tabArea: () => KeyValueStorage;

  /**
   * Both areas are functions, since reading `window.sessionStorage` itself throws in a sandboxed frame. No method
   * throws but {@link write}.
   *
   * @param area where conversations are kept.
   * @param tabArea what is this tab's alone.
   */
  constructor(instance: string, area: () => KeyValueStorage, tabArea: () => KeyValueStorage) {
    this.#prefix = threadPrefix(instance);
    this.#tabKey = tabKey(instance);
    this.#formerKey = formerKey(instance);
    this.#area = area;
    this.#tabArea = tabArea;
  }

  /** The id of the thread under a key; undefined for every other key. */
  idOf(key: string | null): string | undefined {
    return key?.startsWith(this.#prefix) ? key.slice(this.#prefix.length) : undefined;
  }

  /** The entry as it stands; null for none. */
  raw(id: string): string | null {
    return attempt(() => this.#area().getItem(this.#prefix + id)) ?? null;
  }

  read(id: string): Thread | undefined {
    return readThread(id, this.raw(id));
  }

  /** All threads, the one that was changed last first. What cannot be read is passed over, and left. */
  list(): Thread[] {
    return this.#ids()
      .map((id) => this.read(id))
      .filter((thread) => thread !== undefined)
      .sort((a, b) => b.changedAtMs - a.changedAtMs);
  }

  /**
   * @returns the turns that are in the entry, and its text.
   * @throws what the browser throws where there is no room, and RangeError for an answer without end.
   */
  write(thread: Thread): { json: string; turns: Thread["turns"] } {
    const entry = writeThread(thread);
    this.#area().setItem(this.#prefix + thread.id, entry.json);
    return entry;
  }

  /** @param title empty for the first question, as before. */
  rename(id: string, title: string): void {
    const thread = this.read(id);
    if (thread) attempt(() => this.write({ ...thread, title: title || undefined }));
  }

  remove(id: string): void {
    attempt(() => this.#area().removeItem(this.#prefix + id));
  }

  /** Removes everything of this element, what cannot be read and what older versions left included. */
  removeAll(): void {
    for (const id of this.#ids()) this.remove(id);
    attempt(() => this.#area().removeItem(this.#formerKey));
    attempt(() => this.#tabArea().removeItem(this.#tabKey));
  }

  readTab(): TabState | undefined {
    const json = attempt(() => this.#tabArea().getItem(this.#tabKey));
    const value: unknown = json && attempt(() => JSON.parse(json) as unknown);
    if (!isRecord(value)) return undefined;
    return {
      threadId: optionalText(value["threadId"]),
      draft: optionalText(value["draft"]) ?? "",
      runningId: optionalText(value["runningId"]),
    };
  }

  writeTab(state: TabState): void {
    const isEmpty = state.threadId === undefined && state.draft === "";
    attempt(() => {
      const area = this.#tabArea();
      if (isEmpty) area.removeItem(this.#tabKey);
      else area.setItem(this.#tabKey, JSON.stringify(state));
    });
  }

  /** Makes a thread of what versions before this one kept. It stays as it is where there is no room for both. */
  takeOverFormer(): void {
    attempt(() => {
      const json = this.#area().getItem(this.#formerKey);
      if (json === null) return;
      const thread = readThread("former", json);
      // Two tabs that do this at once make one thread of it.
      if (thread) this.write({ ...thread, id: thread.turns[0]!.id });
      const draft = optionalText((JSON.parse(json) as { draft?: unknown } | null)?.draft) ?? "";
      if (!this.readTab() && (thread || draft)) {
        const runningId = thread?.turns.findLast(isAnswering)?.id;
        this.writeTab({ draft, threadId: thread?.turns[0]!.id, runningId });
      }
      this.#area().removeItem(this.#formerKey);
    });
  }

  #ids(): string[] {
    const ids = attempt(() => {
      const area = this.#area();
      return Array.from({ length: area.length }, (_, index) => this.idOf(area.key(index)));
    });
    return (ids ?? []).filter((id) => id !== undefined);
  }
}

/** A forbidden storage is an empty one. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
