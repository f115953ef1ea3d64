import { sha256Hex } from "../corpus/hash.ts";
import { TRANSLATION_PROMPT_VERSION, type TranslationRequest } from "./question-translator.ts";

/**
 * Keeps translations by an opaque key. Best effort: `get` resolves undefined on any failure and `put` swallows
 * its own, so that a question never waits for, or dies of, its cache.
 */
export interface TranslationCache {
  get(key: string): Promise<string | undefined>;
  put(key: string, translation: string): Promise<void>;
}

/** A hash over all that a translation depends on, each part preceded by its length. */
export function translationCacheKey(
  { question, from, to }: TranslationRequest,
  model: string,
): Promise<string> {
  const text = question.normalize("NFC").replace(/\s+/g, " ").trim();
  const parts = [TRANSLATION_PROMPT_VERSION, model, from ?? "", to, text];
  return sha256Hex(parts.map((part) => `${part.length}:${part}`).join(""));
}

/** Longer questions tell of somebody's own affair, and nobody asks them again in the same words. */
const MAX_KEPT_CHARS = 200;

/** An address of mail, or so many digits as a telephone, a card or an account has. */
const PERSONAL = /@|\d(?:[ ./-]?\d){5}/;

/** Whether the translation of a question may be kept: not where the question may tell who asked it. */
export function isKeepable(question: string): boolean {
  return question.length <= MAX_KEPT_CHARS && !PERSONAL.test(question);
}
