/**
 * The one way in for a question: what is no question is answered at once, what was answered ahead of time or before is
 * told again, and for all else the pages are asked. Told as the events of the protocol. Knows no transport, no store and
 * no vendor, so that the Worker and the CLI answer alike.
 */
import type { ChatEvent, ChatEventOf, ChatRequest, Usage } from "../protocol.ts";
import type { AnswerDependencies } from "./answer-dependencies.ts";
import { answerFromPages, searching } from "./answer-from-pages.ts";
import type { CachedAnswer } from "./cache/answer-cache.ts";
import { answerCacheKey } from "./cache/answer-cache-key.ts";
import { countCalls } from "./count-calls.ts";
import { DEFAULT_PASSAGES_MAX_TOKENS } from "./find/fit-passages.ts";
import { lookUp } from "./find/look-up.ts";
import { findPrepared, type FoundPrepared } from "./prepared/find-prepared.ts";
import { servePrepared } from "./serve-prepared.ts";
import { converse, replay, tellCleaned } from "./ready-replies.ts";
import { understandQuestion, type UnderstoodQuestion } from "./understand/understand-question.ts";

export type { AnswerDependencies } from "./answer-dependencies.ts";

/**
 * Between refusing what the pages answer and answering what they do not: of the questions about public documentation
 * that it answers rightly it keeps nine in ten, and of those without an answer it refuses two in three; of the
 * others most are told with a reservation (`node tests/training/documentation-confidence.ts --dry-run`).
 */
export const DEFAULT_CONFIDENCE_THRESHOLD = 0.3;

/**
 * What only learned weights take for small talk is looked up first, and answered where the pages are as sure as
 * this: "do you allow dogs" is a question to a hotel. What names a thing is theirs where they answer at all.
 */
const SMALL_TALK_MAX_CONFIDENCE = 0.85;

/**
 * On a small site nearly everything is asked of whoever runs it: what only faintly sounds like small talk is none where its
 * pages are as sure as this, and is refused with the nearest of them rather than answered with chit-chat.
 */
const FAINT_TALK_MAX_CONFIDENCE = 0.1;

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
  const { dependencies: counted, usage } = countCalls(dependencies);
  try {
    for await (const event of answer(request, counted, signal)) {
      if (signal.aborted) return;
      yield event.type === "answer-end" ? withUsage(event, usage()) : event;
    }
  } catch (error) {
    if (signal.aborted) return;
    throw error;
  }
}

/** Whatever came of it is paid, a refusal too. */
function withUsage(end: ChatEventOf<"answer-end">, usage: Usage | undefined): ChatEvent {
  return usage === undefined ? end : { ...end, usage };
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
  // Where no way to a person is set up, the pages may name one.
  const isForPages =
    route.kind === "conversation" && route.topic === "person" && dependencies.contact === undefined;
  if (route.kind === "careful" || (route.kind === "conversation" && route.isCertain && !isForPages)) {
    yield start("conversation");
    yield* converse(route, understood, dependencies);
    return;
  }
  if (route.kind === "conversation") {
    // Only the pages can tell whether it is a question to them.
    const { confidence, namesMatter, sections } = await lookUp(
      { query: understood.cleaned.question, request, understood },
      dependencies,
    );
    signal.throwIfAborted();
    const isOfPages =
      route.isFaint === true && sections !== undefined
        ? FAINT_TALK_MAX_CONFIDENCE
        : route.namesAThing === true
          ? dependencies.confidenceThreshold
          : SMALL_TALK_MAX_CONFIDENCE;
    if (confidence < isOfPages && namesMatter !== true) {
      yield start("conversation");
      yield* converse(route, understood, dependencies);
      return;
    }
  }

  const prepared = await preparedFor(request, understood, dependencies);
  signal.throwIfAborted();
  if (prepared !== undefined) {
    yield start("generative");
    yield* tellCleaned(understood.cleaned, dependencies);
    yield searching(understood.cleaned.question, request, dependencies);
    yield* servePrepared(prepared, request, understood, dependencies);
    return;
  }

  const cacheKey = await cacheKeyOf(request, understood, dependencies);
  const kept = cacheKey === undefined ? undefined : await cache?.get(cacheKey);
  const cached = kept?.onlyOn === undefined || kept.onlyOn === dependencies.today?.() ? kept : undefined;
  signal.throwIfAborted();
  yield start(cached?.mode ?? provider.mode);
  if (cached !== undefined) {
    yield* tellCleaned(understood.cleaned, dependencies);
    const { query } = understood.standalone;
    if (query !== request.question) yield searching(query, request, dependencies);
    yield* replay(cached, request, dependencies);
    return;
  }
  yield* answerFromPages(request, understood, dependencies, { cacheKey, signal });
}

/** A question that goes on with the conversation may mean something else than it says. */
async function preparedFor(
  { filters }: ChatRequest,
  { cleaned: { question }, standalone, route, language }: UnderstoodQuestion,
  { corpus }: AnswerDependencies,
): Promise<FoundPrepared | undefined> {
  const standsAlone = !standalone.isFollowUp && standalone.query === question;
  if (!standsAlone || (route.kind === "search" && route.looksOffTopic)) return undefined;
  return findPrepared(corpus, { question, filters, language });
}

/** A model reads the conversation: what it writes then is nobody else's answer. Quotations depend on the question alone. */
async function cacheKeyOf(
  { filters, history = [] }: ChatRequest,
  { standalone, locale }: UnderstoodQuestion,
  {
    corpus,
    provider,
    cache,
    style,
    unsupportedSentences,
    promptPassagesMaxTokens,
    ranker,
    verifier,
  }: AnswerDependencies,
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
    ...(provider.mode === "generative" && {
      promptPassagesMaxTokens: promptPassagesMaxTokens ?? DEFAULT_PASSAGES_MAX_TOKENS,
      verifyModel: verifier?.model,
      // A server that names no model reranks all the same.
      rerankModel: ranker && (ranker.model || "unnamed"),
    }),
  });
}
