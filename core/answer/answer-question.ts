/**
 * The path of one question: look up the cache, retrieve, decide whether the evidence suffices, let a provider
 * write, check every citation, and tell it all as the events of the protocol. Knows no transport, no store
 * and no vendor, so that the Worker and the CLI answer alike.
 */
import type { Corpus } from "../corpus/corpus.ts";
import type { ChatEvent, ChatRequest, Usage } from "../protocol.ts";
import { baseLanguage } from "../search/languages.ts";
import type { AnswerCache, CachedAnswer } from "./answer-cache.ts";
import { answerCacheKey } from "./answer-cache-key.ts";
import { answerConfidence } from "./confidence.ts";
import { createExtractiveProvider } from "./extractive-provider.ts";
import { findPassages } from "./find-passages.ts";
import { fitPassages } from "./fit-passages.ts";
import {
  GenerationError,
  type GenerationFailure,
  type GenerationProvider,
  type GenerationRequest,
} from "./generation-provider.ts";
import { hasPhrases, phrasesFor } from "./phrases.ts";
import { rankSentences } from "./select-sentences.ts";
import { writeAnswer, type WrittenAnswer } from "./write-answer.ts";

export interface AnswerDependencies {
  corpus: Corpus;
  /** Writes the answer. When it fails, the extractive answer takes over. */
  provider: GenerationProvider;
  /** Absent: nothing is cached. */
  cache?: AnswerCache;
  /** Below this confidence (0 to 1) the question is refused. */
  confidenceThreshold: number;
  newId: () => string;
  /** Called with what went wrong inside; nothing of it reaches the visitor. */
  onFailure?: (failure: GenerationFailure) => void;
  /** Runs work that may outlast the answer (cache writes). */
  runInBackground?: (work: Promise<unknown>) => void;
}

/** Below it, three questions in four that a corpus cannot answer are refused, and one answerable in thirty. */
export const DEFAULT_CONFIDENCE_THRESHOLD = 0.3;

/** Sources of one answer. The widget shows four and "more"; a model gets all. */
const SOURCES_PER_ANSWER = 6;

/** Pages near a question that is refused. */
const SOURCES_PER_REFUSAL = 3;

/**
 * Yields the events of one answer, ending in exactly one terminal event.
 *
 * Once the signal is aborted the generator ends without a further event. Failures of the provider, whatever they
 * are, end in an extractive answer with a note; failures of the corpus are thrown, before or after `answer-start`, and the
 * caller makes them the terminal `error` event.
 */
export async function* answerQuestion(
  request: ChatRequest,
  dependencies: AnswerDependencies,
  { signal }: { signal: AbortSignal },
): AsyncGenerator<ChatEvent, void, undefined> {
  try {
    for await (const event of answer(request, dependencies, signal)) {
      if (signal.aborted) return;
      yield event;
    }
  } catch (error) {
    if (signal.aborted) return;
    throw error;
  }
}

async function* answer(
  request: ChatRequest,
  dependencies: AnswerDependencies,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent, void, undefined> {
  const { corpus, provider, cache, newId } = dependencies;
  const { manifest, retriever } = corpus;
  const locale = answerLocale(request.locale, manifest.language);
  const history = request.history ?? [];

  // An answer that follows earlier turns is nobody else's answer.
  const cacheKey =
    cache === undefined || history.length > 0
      ? undefined
      : await answerCacheKey({
          manifest,
          provider,
          locale,
          question: request.question,
          filters: request.filters,
        });
  const cached = cacheKey === undefined ? undefined : await cache?.get(cacheKey);
  signal.throwIfAborted();

  yield {
    type: "answer-start",
    answerId: newId(),
    conversationId: request.conversationId ?? newId(),
    corpusVersion: manifest.corpusVersion,
    mode: cached?.mode ?? provider.mode,
  };
  if (cached !== undefined) {
    yield* replay(cached);
    return;
  }

  yield { type: "stage", stage: "searching", count: manifest.documentCount };
  const { passages: foundPassages, terms } = await findPassages(corpus, request, SOURCES_PER_ANSWER);
  const passages = provider.mode === "generative" ? fitPassages(foundPassages) : foundPassages;
  signal.throwIfAborted();
  const generation: GenerationRequest = {
    question: request.question,
    history,
    passages,
    terms,
    termsOf: retriever.terms,
    locale,
  };
  const sentences = rankSentences(generation);
  const confidence = answerConfidence({ terms, passages, sentences, termsOf: retriever.terms });

  if (confidence < dependencies.confidenceThreshold || passages.length === 0) {
    const nearest = passages.slice(0, SOURCES_PER_REFUSAL).map(({ source }) => source);
    if (nearest.length > 0) yield { type: "sources-available", sources: nearest };
    yield* refuse(nearest.length > 0, locale, confidence);
    return;
  }

  const sources = passages.map(({ source }) => source);
  yield { type: "sources-available", sources };
  yield { type: "stage", stage: "reading", count: passages.length };
  yield { type: "stage", stage: "writing" };
  const written = yield* writeWithFallback(generation, dependencies, signal);
  if (written.finishReason === "refused") {
    yield* refuse(true, locale, confidence);
    return;
  }
  if (cacheKey !== undefined && cache !== undefined && isCacheable(written)) {
    const { mode, text, citedPositions, finishReason } = written;
    const work = cache.put(cacheKey, { mode, text, sources, citedPositions, confidence, finishReason });
    dependencies.runInBackground?.(work);
  }
  yield {
    type: "answer-end",
    finishReason: written.finishReason,
    citedPositions: written.citedPositions,
    confidence,
    cached: false,
    ...(written.usage !== undefined && { usage: written.usage }),
  };
}

/** Only a whole answer of the provider that was meant to write it, with a citation, is worth keeping. */
function isCacheable(written: WrittenAnswer): written is WrittenAnswer & { finishReason: "stop" } {
  return written.finishReason === "stop" && written.citedPositions.length > 0 && !written.isStandIn;
}

/**
 * Lets the provider write; where it fails or cites nothing, what was shown is taken back and the extractive
 * answer stands in, after a sentence that says so. Two answers are never spliced, and neither are half an
 * answer and a refusal.
 */
async function* writeWithFallback(
  generation: GenerationRequest,
  { provider, onFailure }: AnswerDependencies,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent, WrittenAnswer, undefined> {
  let hasShown = false;
  let usage: Usage | undefined;
  try {
    const written = yield* watch(writeAnswer(generation, { provider, signal }), () => (hasShown = true));
    if (written.finishReason === "refused") {
      if (hasShown) yield { type: "answer-reset", reason: "refused" };
      return written;
    }
    if (written.citedPositions.length > 0) return written;
    usage = written.usage;
    onFailure?.({ reason: "answer-uncited", ...(usage !== undefined && { usage }) });
  } catch (error) {
    if (signal.aborted) throw error;
    onFailure?.(
      error instanceof GenerationError
        ? error.failure
        : { reason: "provider-faulty", detail: error instanceof Error ? error.name : typeof error },
    );
  }
  if (hasShown) yield { type: "answer-reset", reason: "provider-failed" };
  const note = `${phrasesFor(generation.locale).writingUnavailable}\n\n`;
  yield { type: "text-delta", text: note };
  const written = yield* writeAnswer(generation, { provider: createExtractiveProvider(), signal });
  // What an answer cost that was not shown is paid all the same.
  return { ...written, text: note + written.text, isStandIn: true, ...(usage !== undefined && { usage }) };
}

/** Passes a generator's values on and tells of each. */
async function* watch<T, R>(
  generator: AsyncGenerator<T, R, undefined>,
  onValue: () => void,
): AsyncGenerator<T, R, undefined> {
  try {
    for (;;) {
      const next = await generator.next();
      if (next.done === true) return next.value;
      onValue();
      yield next.value;
    }
  } finally {
    await generator.return(undefined as R);
  }
}

function* refuse(hasPages: boolean, locale: string, confidence: number): Generator<ChatEvent> {
  const phrases = phrasesFor(locale);
  yield { type: "text-delta", text: hasPages ? phrases.refusalWithPages : phrases.refusalWithoutPages };
  yield { type: "answer-end", finishReason: "refused", citedPositions: [], confidence, cached: false };
}

function* replay({
  sources,
  text,
  finishReason,
  citedPositions,
  confidence,
}: CachedAnswer): Generator<ChatEvent> {
  yield { type: "sources-available", sources };
  yield { type: "text-delta", text };
  yield { type: "answer-end", finishReason, citedPositions, confidence, cached: true };
}

/** The visitor's language where the assistant speaks it, else the corpus's. */
function answerLocale(requested: string | undefined, corpusLanguage: string): string {
  if (requested !== undefined && hasPhrases(requested)) return requested;
  return baseLanguage(corpusLanguage);
}
