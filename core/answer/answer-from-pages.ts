/**
 * An answer out of the pages, step by step: what is searched for, what the corpus has on it, which passages are
 * taken, whether they are worth asking anybody, the writing, what follows it.
 */
import type { ChatEvent, ChatRequest } from "../protocol.ts";
import type { AnswerDependencies } from "./answer-dependencies.ts";
import { choosePassages } from "./find/choose-passages.ts";
import type { Evidence } from "./find/find-evidence.ts";
import { lookUp, similaritiesFor } from "./find/look-up.ts";
import { finishAnswer } from "./finish-answer.ts";
import type { GenerationRequest, Passage } from "./generation-provider.ts";
import { isRefusedUnasked } from "./judge/gate.ts";
import { prefaceOf } from "./preface.ts";
import { converse, refuse } from "./ready-replies.ts";
import { searchQuery, type SearchQuery } from "./understand/search-query.ts";
import type { UnderstoodQuestion } from "./understand/understand-question.ts";
import { withSourcesFirst } from "./write/with-sources-first.ts";
import { writeWithFallback } from "./write/write-with-fallback.ts";

/** Pages near a question that is refused. */
const SOURCES_PER_REFUSAL = 3;

export async function* answerFromPages(
  request: ChatRequest,
  understood: UnderstoodQuestion,
  dependencies: AnswerDependencies,
  { cacheKey, signal }: { cacheKey: string | undefined; signal: AbortSignal },
): AsyncGenerator<ChatEvent, void, undefined> {
  const search = yield* settleQuery(request, understood, dependencies, signal);

  // Evidence.
  const similarities = await similaritiesFor(search.query, dependencies, signal);
  const evidence = await lookUp({ query: search.query, request, understood, similarities }, dependencies);
  signal.throwIfAborted();

  // Passages.
  const passages = choosePassages(evidence, dependencies);

  // Gate.
  if (isRefusedUnasked(evidence, passages, dependencies)) {
    yield* refuseUnasked(passages, evidence, search, understood, dependencies);
    return;
  }

  // Writing, with its checks.
  const { provider } = dependencies;
  const { confidence } = evidence;
  const isGenerative = provider.mode === "generative";
  const generation = generationOf(passages, evidence, search, request, understood, dependencies);
  const writing = writeWithFallback(generation, {
    provider,
    signal,
    preface: prefaceOf(evidence, search, { locale: understood.locale, isGenerative }),
    unsupported: dependencies.unsupportedSentences,
    onFailure: dependencies.onFailure,
  });
  const sources = passages.map(({ source }) => source);
  const written = yield* withSourcesFirst(writing, sources, { isGenerative });
  if (written.finishReason === "refused") {
    yield* refuse(sources, understood.locale, confidence, search.languageNote);
    return;
  }

  // What follows it.
  const hasSimilarities = similarities !== undefined;
  yield* finishAnswer(
    { written, search, confidence, hasSimilarities, cacheKey, signal },
    request,
    understood,
    dependencies,
  );
}

/** What is being searched, for whoever waits. */
export function searching(
  query: string,
  { question }: ChatRequest,
  { corpus }: AnswerDependencies,
): ChatEvent {
  const count = corpus.manifest.documentCount;
  return { type: "stage", stage: "searching", count, ...(query !== question && { query }) };
}

async function* settleQuery(
  request: ChatRequest,
  understood: UnderstoodQuestion,
  dependencies: AnswerDependencies,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent, SearchQuery, undefined> {
  yield searching(understood.standalone.query, request, dependencies);
  const { question, history = [] } = request;
  const search = await searchQuery(question, history, understood, dependencies, signal);
  // A model understood it differently.
  if (search.query !== understood.standalone.query) yield searching(search.query, request, dependencies);
  return search;
}

function* refuseUnasked(
  passages: readonly Passage[],
  { confidence }: Evidence,
  { languageNote }: SearchQuery,
  understood: UnderstoodQuestion,
  dependencies: AnswerDependencies,
): Generator<ChatEvent> {
  const { route, locale } = understood;
  if (route.kind === "search" && route.looksOffTopic) {
    yield* converse(route, understood, dependencies, { finishReason: "refused", confidence });
    return;
  }
  const nearest = passages.slice(0, SOURCES_PER_REFUSAL).map(({ source }) => source);
  if (nearest.length > 0) yield { type: "sources-available", sources: nearest };
  yield* refuse(nearest, locale, confidence, languageNote);
}

function generationOf(
  passages: readonly Passage[],
  { terms, confidence }: Evidence,
  search: SearchQuery,
  { question, history = [] }: ChatRequest,
  { locale }: UnderstoodQuestion,
  { corpus, provider, style }: AnswerDependencies,
): GenerationRequest {
  return {
    // A model is asked what the visitor asked; sentences are chosen by the words of the pages.
    question: provider.mode === "generative" ? question : search.query,
    standaloneQuestion: search.standaloneQuestion,
    history,
    passages,
    terms,
    termsOf: corpus.retriever.terms,
    weightOf: corpus.retriever.weightOf,
    confidence,
    style,
    locale,
  };
}
