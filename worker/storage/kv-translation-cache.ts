import type { TranslationCache } from "../../core/translation/translation-cache.ts";
import { ANSWER_CACHE_WAIT_MS, MAX_REMEMBERED_TRANSLATIONS, MAX_TRANSLATION_CHARS } from "../constants.ts";
import { describeError, type Log } from "../log.ts";
import { withTimeLimit } from "../time-limit.ts";

/** What is needed of a KV namespace to keep translations. */
export interface TranslationNamespace {
  get(key: string, type: "text"): Promise<string | null>;
  put(key: string, value: string, options: { expirationTtl: number }): Promise<void>;
}

/** Keys in the namespace `ANSWERS`. */
export const translationKey = (key: string): string => `translation/${key}`;

export interface KvTranslationCacheOptions {
  /** Lifetime of a translation, at least 60. */
  ttlSeconds: number;
  log: Log;
  /** Longest wait of `get`. */
  waitMs?: number;
}

/**
 * Keeps translated questions in KV, and the last ones in the isolate. Nothing that KV does can fail or hold up a
 * question: an error, a slow read and a value that is no translation all count as a miss, and are logged.
 */
export function createKvTranslationCache(
  namespace: TranslationNamespace,
  { ttlSeconds, log, waitMs = ANSWER_CACHE_WAIT_MS }: KvTranslationCacheOptions,
): TranslationCache {
  const remembered = new Map<string, string>();
  const remember = (key: string, translation: string): void => {
    remembered.delete(key);
    remembered.set(key, translation);
    const oldest = remembered.keys().next();
    if (remembered.size > MAX_REMEMBERED_TRANSLATIONS && oldest.done === false)
      remembered.delete(oldest.value);
  };
  return {
    async get(key) {
      const known = remembered.get(key);
      if (known !== undefined) return known;
      try {
        const text = await withTimeLimit(
          namespace.get(translationKey(key), "text"),
          waitMs,
          "the translation cache",
        );
        if (text === null || text === "" || text.length > MAX_TRANSLATION_CHARS) return undefined;
        remember(key, text);
        return text;
      } catch (error) {
        log({ level: "warn", event: "translation-cache-read-failed", detail: describeError(error) });
        return undefined;
      }
    },
    async put(key, translation) {
      remember(key, translation);
      try {
        await namespace.put(translationKey(key), translation, { expirationTtl: ttlSeconds });
      } catch (error) {
        log({ level: "warn", event: "translation-cache-write-failed", detail: describeError(error) });
      }
    },
  };
}
