import type { KeyValueStorage } from "../../../widget/continuity/thread-storage.ts";

/** A browser's storage, as full as a test wants it. */
export function memoryStorage(roomChars = Number.POSITIVE_INFINITY) {
  const values = new Map<string, string>();
  const storage: KeyValueStorage & { values: Map<string, string>; roomChars: number } = {
    values,
    roomChars,
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem(key, value) {
      if (value.length > this.roomChars) throw new DOMException("full", "QuotaExceededError");
      values.set(key, value);
    },
    removeItem: (key) => void values.delete(key),
  };
  return storage;
}
