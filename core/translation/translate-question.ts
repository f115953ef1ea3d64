/**
 * A question in another language than the corpus is translated, so that it can be searched for. The answer is
 * still to the question as it was asked.
 */
import { stripInvisible } from "../text/strip-invisible.ts";
import { DeadlineError, startTimer, withinDeadline, type StartTimer } from "../within-deadline.ts";
import { isKeepable, translationCacheKey, type TranslationCache } from "./translation-cache.ts";
import { MIN_TRANSLATION_QUALITY, translationQuality, type TranslationCheck } from "./translation-quality.ts";
import type { QuestionTranslator, TranslationRequest } from "./question-translator.ts";

export type TranslationFailure =
  | { reason: "translation-timeout"; deadlineMs: number }
  /** The model returned something that is no good translation of the question. */
  | { reason: "translation-rejected"; quality: number }
  /** The adapter threw; `detail` is the name of the error. */
  | { reason: "translation-failed"; detail: string };

export interface TranslateOptions {
  translator: QuestionTranslator;
  /** Absent: nothing is kept. */
  cache?: TranslationCache | undefined;
  /** Terms of a question and whether the corpus holds them: `retriever.retrieve(text, { limit: 1 }).terms`. */
  queryTermsOf: TranslationCheck["queryTermsOf"];
  /** How long a visitor may wait for it; default {@link TRANSLATION_DEADLINE_MS}. */
  deadlineMs?: number | undefined;
  startTimer?: StartTimer | undefined;
  signal: AbortSignal;
  onFailure?: ((failure: TranslationFailure) => void) | undefined;
  /** Runs work that may outlast the question: writing to the cache. */
  runInBackground?: ((work: Promise<unknown>) => void) | undefined;
}

export interface TranslatedQuestion {
  /** What to search for: the translation, or the question itself where there is none to trust. */
  query: string;
  /** 0 to 1; 0 where the question was not translated. */
  quality: number;
  isTranslated: boolean;
}

/** A small model translates a question within it; without a translation little would be found anyway. */
const TRANSLATION_DEADLINE_MS = 2_000;

/**
 * Translates a question within a deadline, from the cache where it was translated before. Whatever goes wrong,
 * the question itself is returned, and `onFailure` told why.
 *
 * @throws the signal's reason once the signal is aborted.
 */
export async function translateQuestion(
  request: TranslationRequest,
  options: TranslateOptions,
): Promise<TranslatedQuestion> {
  const { translator, cache, queryTermsOf, signal, onFailure, runInBackground } = options;
  const { deadlineMs = TRANSLATION_DEADLINE_MS } = options;
  const untranslated: TranslatedQuestion = { query: request.question, quality: 0, isTranslated: false };
  const qualityOf = (translation: string): number =>
    translationQuality({ question: request.question, translation, to: request.to, queryTermsOf });
  signal.throwIfAborted();

  const key =
    cache === undefined || !isKeepable(request.question)
      ? undefined
      : await translationCacheKey(request, translator.model);
  const cached = key === undefined ? undefined : await cache?.get(key);
  signal.throwIfAborted();
  if (cached !== undefined) {
    // The corpus may have changed since: what it knows is looked at anew.
    const quality = qualityOf(cached);
    return quality < MIN_TRANSLATION_QUALITY ? untranslated : { query: cached, quality, isTranslated: true };
  }

  let translation: string | undefined;
  try {
    translation = await withinDeadline((inner) => translator.translate(request, { signal: inner }), {
      deadlineMs,
      start: options.startTimer ?? startTimer,
      signal,
    });
  } catch (error) {
    signal.throwIfAborted();
    onFailure?.(
      error instanceof DeadlineError
        ? { reason: "translation-timeout", deadlineMs }
        : { reason: "translation-failed", detail: error instanceof Error ? error.name : typeof error },
    );
    return untranslated;
  }
  if (translation === undefined) return untranslated;
  const query = withoutQuotes(translation);
  const quality = qualityOf(query);
  if (quality < MIN_TRANSLATION_QUALITY) {
    onFailure?.({ reason: "translation-rejected", quality });
    return untranslated;
  }
  if (key !== undefined && cache !== undefined) {
    const work = cache.put(key, query);
    runInBackground?.(work);
  }
  return { query, quality, isTranslated: true };
}

/** Models like to put what they were asked for in quotation marks. */
function withoutQuotes(text: string): string {
  return stripInvisible(text)
    .trim()
    .replace(/^["“„«'‘](.*)["”“»'’]$/su, "$1")
    .trim();
}
