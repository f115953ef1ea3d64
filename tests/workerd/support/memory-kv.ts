/**
 * A KV namespace in memory that keeps the platform's rules, which the local emulation does not all do: keys of
 * at most 512 bytes, lifetimes of at least 60 seconds, one write per second and key. Time is moved by hand.
 */
export interface MemoryKv {
  namespace: KVNamespace;
  advanceTime: (ms: number) => void;
  /** Every later call fails. */
  breakDown: () => void;
  /** Every later read never ends. */
  hang: () => void;
  /** Writes past the rules. */
  plant: (key: string, value: string) => void;
  keys: () => string[];
}

/** Keys that a list has at most. */
const LIST_PAGE = 1000;

interface Entry {
  bytes: Uint8Array;
  expiresAtMs: number;
  writtenAtMs: number;
}

export function createMemoryKv(): MemoryKv {
  const entries = new Map<string, Entry>();
  let nowMs = Date.UTC(2026, 10, 21);
  let broken = false;
  let hanging = false;

  const checkKey = (key: string): void => {
    const { length } = new TextEncoder().encode(key);
    if (length === 0 || length > 512) throw new Error(`KV: a key of ${length} bytes`);
    if (broken) throw new Error("KV: 500 Internal Server Error");
  };
  const namespace = {
    async get(key: string, options?: string | { type?: string; cacheTtl?: number }) {
      checkKey(key);
      if (hanging) await new Promise(() => undefined);
      const { type, cacheTtl = 60 } = typeof options === "object" ? options : { type: options };
      if (cacheTtl < 30) throw new Error("KV: cacheTtl must be at least 30");
      const entry = entries.get(key);
      if (entry === undefined || entry.expiresAtMs <= nowMs) return null;
      if (type === "arrayBuffer") return entry.bytes.slice().buffer;
      return new TextDecoder().decode(entry.bytes);
    },
    async list({ prefix = "", cursor }: { prefix?: string; cursor?: string | null }) {
      checkKey(prefix);
      // By bytes, which for our keys is by characters.
      const names = [...entries.keys()].filter((key) => key.startsWith(prefix)).sort();
      const from = Number(cursor ?? 0);
      const keys = names.slice(from, from + LIST_PAGE).map((name) => ({ name }));
      const isLast = from + LIST_PAGE >= names.length;
      return isLast
        ? { keys, list_complete: true }
        : { keys, list_complete: false, cursor: String(from + LIST_PAGE) };
    },
    async put(key: string, value: string | Uint8Array, options: { expirationTtl?: number } = {}) {
      checkKey(key);
      const { expirationTtl = Infinity } = options;
      if (expirationTtl < 60) throw new Error("KV: 400 expiration_ttl must be at least 60");
      const earlier = entries.get(key);
      if (earlier !== undefined && nowMs - earlier.writtenAtMs < 1000)
        throw new Error("KV: 429 Too Many Requests");
      const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
      entries.set(key, { bytes, expiresAtMs: nowMs + expirationTtl * 1000, writtenAtMs: nowMs });
    },
  };
  return {
    namespace: namespace as unknown as KVNamespace,
    advanceTime: (ms) => {
      nowMs += ms;
    },
    breakDown: () => {
      broken = true;
    },
    hang: () => {
      hanging = true;
    },
    plant: (key, value) => {
      entries.set(key, { bytes: new TextEncoder().encode(value), expiresAtMs: Infinity, writtenAtMs: 0 });
    },
    keys: () => [...entries.keys()],
  };
}
