/**
 * The path of one question: understand it, look up the cache, retrieve, decide whether the evidence suffices, let
 * a provider write, check every citation, and tell it all as the events of the protocol. Knows no transport, no
 * store and no vendor, so that the Worker and the CLI answer alike.
 */
import type { ChatEvent, ChatRequest, Source } from "../protocol.ts";
import { FOLLOW_UPS_PER_ANSWER, followUpQuestions } from "../suggestions/follow-up-questions.ts";
import type { CachedAnswer } from "./cache/answer-cache.ts";
import { answerCacheKey } from "./cache/answer-cache-key.ts";
import type { AnswerDependencies } from "./answer-dependencies.ts";
import { findEvidence, type Evidence } from "./find/find-evidence.ts";
import { fitPassages } from "./find/fit-passages.ts";
import type { GenerationRequest } from "./generation-provider.ts";
import { prefaceOf } from "./preface.ts";
import { converse, refuse, replay, suggest } from "./ready-replies.ts";
import { searchQuery } from "./understand/search-query.ts";
import { understandQuestion, type UnderstoodQuestion } from "./understand/understand-question.ts";
import type { WrittenAnswer } from "./write/write-answer.ts";
import { writeWithFallback } from "./write/write-with-fallback.ts";

export type { AnswerDependencies } from "./answer-dependencies.ts";

/**
 * Between refusing what the pages answer and answering what they do not: of the questions about public documentation
 * that it answers rightly it keeps nine in ten, and of those without an answer it refuses two in three; of the
 * others most are told with a reservation (`node tests/training/documentation-confidence.ts --dry-run`).
 */
export const DEFAULT_CONFIDENCE_THRESHOLD = 0.3;

/** Sources of one answer. The widget shows four and "more"; a model gets all. */
const SOURCES_PER_ANSWER = 6;

/** Pages near a question that is refused. */
const SOURCES_PER_REFUSAL = 3;

/** Looked up besides in a conversation, where some may have been asked already. Each costs a lookup. */
const SPARE_FOLLOW_UPS = 2;

/**
 * What only learned weights take for small talk is looked up first, and answered where the pages are as sure as
 * this: "do you allow dogs" is a question to a hotel.
 */
const SMALL_TALK_MAX_CONFIDENCE = 0.85;

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
  const understood = understandQuestion(request, corpus);
  const { route } = understood;
  const start = (mode: CachedAnswer["mode"] | "conversation"): ChatEvent => ({
    type: "answer-start",
    answerId: newId(),
    conversationId: request.conversationId ?? newId(),
    corpusVersion: corpus.manifest.corpusVersion,
    mode,
  });
  if (route.kind === "careful" || (route.kind === "conversation" && route.isCertain)) {
    yield start("conversation");
    yield* converse(route, understood, dependencies);
    return;
  }
  if (route.kind === "conversation") {
    // Only the pages can tell whether it is a question to them.
    const { confidence } = await evidenceFor(request.question, request, understood, dependencies, undefined);
    signal.throwIfAborted();
    if (confidence < SMALL_TALK_MAX_CONFIDENCE) {
      yield start("conversation");
      yield* converse(route, understood, dependencies);
      return;
    }
  }

  const cacheKey = await cacheKeyOf(request, understood, dependencies);
  const cached = cacheKey === undefined ? undefined : await cache?.get(cacheKey);
  signal.throwIfAborted();
  yield start(cached?.mode ?? provider.mode);
  if (cached !== undefined) {
    const { query } = understood.standalone;
    if (query !== request.question) yield searching(query, request, dependencies);
    yield* replay(cached, request, dependencies);
    return;
  }
  yield* answerFromPages(request, understood, dependencies, { cacheKey, signal });
}

async function* answerFromPages(
  request: ChatRequest,
  understood: UnderstoodQuestion,
  dependencies: AnswerDependencies,
  { cacheKey, signal }: { cacheKey: string | undefined; signal: AbortSignal },
): AsyncGenerator<ChatEvent, void, undefined> {
  const { corpus, provider, cache, confidenceThreshold } = dependencies;
  const { locale, route } = understood;
  const history = request.history ?? [];
  yield searching(understood.standalone.query, request, dependencies);
  const search = await searchQuery(request.question, history, understood, dependencies, signal);
  // A model understood it differently.
  if (search.query !== understood.standalone.query) yield searching(search.query, request, dependencies);

  const similarities = await similaritiesFor(search.query, dependencies, signal);
  const evidence = await evidenceFor(search.query, request, understood, dependencies, similarities);
  const { terms, confidence } = evidence;
  const passages =
    provider.mode === "generative"
      ? fitPassages(evidence.passages, dependencies.promptPassagesMaxTokens)
      : evidence.passages;
  signal.throwIfAborted();

  // What is no number, of an index that was damaged before it was hashed, is no confidence either.
  if (!(confidence >= confidenceThreshold) || passages.length === 0) {
    if (route.kind === "search" && route.looksOffTopic) {
      yield* converse(route, understood, dependencies, { finishReason: "refused", confidence });
      return;
    }
    const nearest = passages.slice(0, SOURCES_PER_REFUSAL).map(({ source }) => source);
    if (nearest.length > 0) yield { type: "sources-available", sources: nearest };
    yield* refuse(nearest, locale, confidence, search.languageNote);
    return;
  }

  const isGenerative = provider.mode === "generative";
  const generation: GenerationRequest = {
    // A model is asked what the visitor asked; sentences are chosen by the words of the pages.
    question: isGenerative ? request.question : search.query,
    standaloneQuestion: search.standaloneQuestion,
    history,
    passages,
    terms,
    termsOf: corpus.retriever.terms,
    weightOf: corpus.retriever.weightOf,
    confidence,
    style: dependencies.style,
    locale,
  };
  const writing = writeWithFallback(generation, {
    provider,
    signal,
    preface: prefaceOf(evidence, search, { locale, isGenerative }),
    unsupported: dependencies.unsupportedSentences,
    onFailure: dependencies.onFailure,
  });
  const sources = passages.map(({ source }) => source);
  const written = yield* withSourcesFirst(writing, sources, { isGenerative });
  if (written.finishReason === "refused") {
    yield* refuse(sources, locale, confidence, search.languageNote);
    return;
  }
  const { citedPositions, citations, groundedness, usage } = written;
  const followUps = await followUpQuestions({
    corpus,
    question: search.query,
    passages: written.passages,
    citedPositions,
    locale,
    confidenceThreshold,
    limit: FOLLOW_UPS_PER_ANSWER + Math.min(SPARE_FOLLOW_UPS, history.length),
  });
  signal.throwIfAborted();
  yield* suggest(followUps, request, dependencies);
  // What a model failed to do this time it may do for the next visitor.
  const isBestPossible =
    (search.languageNote === undefined || dependencies.translator === undefined) &&
    (similarities !== undefined || !usesEmbeddings(dependencies));
  if (cacheKey !== undefined && cache !== undefined && isBestPossible && isCacheable(written)) {
    const { mode, text, finishReason } = written;
    const kept = {
      mode,
      text,
      sources: written.passages.map(({ source }) => source),
      citedPositions,
      citations,
      confidence,
      groundedness,
      followUps,
      finishReason,
    };
    const work = cache.put(cacheKey, kept);
    dependencies.runInBackground?.(work);
  }
  yield {
    type: "answer-end",
    finishReason: written.finishReason,
    citedPositions,
    citations,
    confidence,
    cached: false,
    ...(groundedness !== undefined && { groundedness }),
    ...(usage !== undefined && { usage }),
  };
}

/**
 * Tells the sources before the text. Quotations are chosen before the first word, and their sources are the places
 * that they stand at; a model cites the passages as they are.
 */
async function* withSourcesFirst(
  writing: ReturnType<typeof writeWithFallback>,
  sources: readonly Source[],
  { isGenerative }: { isGenerative: boolean },
): ReturnType<typeof writeWithFallback> {
  try {
    const first = isGenerative ? undefined : await writing.next();
    const begun = first?.done === false ? first.value : undefined;
    const hasOwn = begun?.type === "sources-available";
    yield hasOwn ? begun : { type: "sources-available", sources: [...sources] };
    yield { type: "stage", stage: "reading", count: sources.length };
    yield { type: "stage", stage: "writing" };
    if (first?.done === true) return first.value;
    if (begun !== undefined && !hasOwn) yield begun;
    return yield* writing;
  } finally {
    await writing.return(undefined as never);
  }
}

function searching(query: string, { question }: ChatRequest, { corpus }: AnswerDependencies): ChatEvent {
  const count = corpus.manifest.documentCount;
  return { type: "stage", stage: "searching", count, ...(query !== question && { query }) };
}

/** A model reads the conversation: what it writes then is nobody else's answer. Quotations depend on the question alone. */
async function cacheKeyOf(
  { filters, history = [] }: ChatRequest,
  { standalone, locale }: UnderstoodQuestion,
  { corpus, provider, cache, style, unsupportedSentences }: AnswerDependencies,
): Promise<string | undefined> {
  if (cache === undefined || (history.length > 0 && provider.mode === "generative")) return undefined;
  return answerCacheKey({
    manifest: corpus.manifest,
    provider,
    locale,
    question: standalone.query,
    filters,
    style,
    unsupportedSentences,
  });
}

function evidenceFor(
  query: string,
  { filters }: ChatRequest,
  { language }: UnderstoodQuestion,
  { corpus, confidenceThreshold }: AnswerDependencies,
  similarities: Float32Array | undefined,
): Promise<Evidence> {
  return findEvidence({
    corpus,
    query,
    filters,
    preferredLanguage: language,
    similarities,
    limit: SOURCES_PER_ANSWER,
    confidenceThreshold,
  });
}

/** Vectors of two models do not compare. */
function usesEmbeddings({ corpus, queryEmbedder }: AnswerDependencies): boolean {
  const { vectors } = corpus.manifest;
  return (
    vectors !== undefined &&
    queryEmbedder?.model === vectors.model &&
    queryEmbedder.dimensions === vectors.dimensions
  );
}

async function similaritiesFor(
  query: string,
  dependencies: AnswerDependencies,
  signal: AbortSignal,
): Promise<Float32Array | undefined> {
  if (!usesEmbeddings(dependencies)) return undefined;
  const [vector, chunkVectors] = await Promise.all([
    dependencies.queryEmbedder?.embed(query, { signal }),
    dependencies.corpus.readVectors(),
  ]);
  return vector === undefined ? undefined : chunkVectors?.similarities(vector);
}

/** Only a whole answer of the provider that was meant to write it, with a citation, is worth keeping. */
function isCacheable(written: WrittenAnswer): written is WrittenAnswer & { finishReason: "stop" } {
  return written.finishReason === "stop" && written.citedPositions.length > 0 && !written.isStandIn;
}
