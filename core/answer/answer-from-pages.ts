/**
 * An answer out of the pages, step by step: what is searched for, what the corpus has on it, which passages are
 * taken, whether they are worth asking anybody, the writing, what follows it.
 */
import type { ChatEvent, ChatEventOf, ChatRequest } from "../protocol.ts";
import type { AnswerDependencies } from "./answer-dependencies.ts";
import { choosePassages } from "./find/choose-passages.ts";
import type { Evidence } from "./find/find-evidence.ts";
import { likeliest, SOURCES_PER_ANSWER } from "./find/likeliest.ts";
import { similaritiesFor } from "./find/look-up.ts";
import { lookUpParts } from "./find/look-up-parts.ts";
import { rerankEvidence } from "./find/rerank-evidence.ts";
import { finishAnswer } from "./finish-answer.ts";
import type { GenerationRequest, Passage } from "./generation-provider.ts";
import { correctionDoubt } from "./judge/correction-doubt.ts";
import { judgeEvidence, mayBeQuoted } from "./judge/gate.ts";
import { isNearPages } from "./judge/near-pages.ts";
import { prefaceOf } from "./preface.ts";
import { nearestPlaces } from "./quote/nearest-places.ts";
import { quoteNearest } from "./quote/quote-nearest.ts";
import { converse, refuse, tellCleaned, type Nearest } from "./ready-replies.ts";
import { withCorrections } from "./understand/clean/clean-question.ts";
import { searchQuery, type SearchQuery } from "./find/search-query.ts";
import type { UnderstoodQuestion } from "./understand/understand-question.ts";
import { verifyAnswer } from "./verify/verify-answer.ts";
import { expectedLanguage, type ExpectedLanguageInput } from "./write/answer-language.ts";
import { inLanguage } from "./write/in-language.ts";
import { stopLoops } from "./write/stop-loops.ts";
import { withSourcesFirst } from "./write/with-sources-first.ts";
import { writeWithFallback } from "./write/write-with-fallback.ts";

export async function* answerFromPages(
  request: ChatRequest,
  understood: UnderstoodQuestion,
  dependencies: AnswerDependencies,
  { cacheKey, signal }: { cacheKey: string | undefined; signal: AbortSignal },
): AsyncGenerator<ChatEvent, void, undefined> {
  const search = yield* settleQuery(request, understood, dependencies, signal);

  // Evidence.
  const similarities = await similaritiesFor(search.query, dependencies, signal);
  const asked = { query: search.query, request, understood, similarities };
  const found = await lookUpParts(asked, search.parts, dependencies, signal);
  const evidence = yield* rerankEvidence(found, search.query, dependencies, signal);
  signal.throwIfAborted();
  const { terms, corrections } = evidence;
  const cleaned = withCorrections(understood.cleaned, corrections, correctionDoubt(terms, corrections));
  yield* tellCleaned(cleaned, dependencies);

  // Passages.
  const chosen = await choosePassages(evidence, request, understood, dependencies);
  const { passages } = chosen;
  signal.throwIfAborted();

  // Gate.
  const nearest = ({ isRead = false } = {}): Nearest => {
    const { terms: termsOf } = dependencies.corpus.retriever;
    // The same list where it can be: its sentences are ranked already.
    const near = passages.length > SOURCES_PER_ANSWER ? likeliest(passages) : passages;
    const asked = { question: search.query, passages: near, terms, termsOf };
    const { sections } = evidence;
    const isQuoted = !isRead && isNearPages({ evidence, passages: near, termsOf });
    const quoted = isQuoted ? quoteNearest({ ...asked, sections, locale: understood.locale }) : undefined;
    return quoted ?? { sources: nearestPlaces(asked) };
  };
  const { confidence } = evidence;
  const isUntranslated = search.languageNote !== undefined;
  const verdict = judgeEvidence({ evidence, chosen, route: understood.route, isUntranslated }, dependencies);
  if (verdict === "off-topic") {
    yield* converse(understood.route, understood, dependencies, { finishReason: "refused", confidence });
    return;
  }
  if (verdict === "refuse") {
    yield* refuse(nearest(), understood.locale, confidence, search.languageNote);
    return;
  }

  // Writing, with its checks.
  const isGenerative = dependencies.provider.mode === "generative";
  const expected = expectedLanguage(languageWishes(request, understood, dependencies));
  const provider = inLanguage(stopLoops(dependencies.provider), { ...dependencies, expected });
  const generation = {
    ...generationOf(passages, evidence, search, request, understood, dependencies),
    questionLanguage: expected.isSure ? expected.language : undefined,
  };
  const writing = writeWithFallback(generation, {
    provider,
    signal,
    preface: prefaceOf(evidence, search, { locale: understood.locale, isGenerative }),
    unsupported: dependencies.unsupportedSentences,
    standIn: mayBeQuoted(confidence, dependencies) ? likeliest(passages) : undefined,
    onFailure: dependencies.onFailure,
    onModelRefused: dependencies.onModelRefused,
  });
  const written = yield* withSourcesFirst(writing, passages, { isGenerative });
  if (written.finishReason === "refused") {
    // A model that read the passages says that they do not answer.
    yield* refuse(
      nearest({ isRead: written.refusedBy !== undefined }),
      understood.locale,
      confidence,
      search.languageNote,
    );
    return;
  }

  const verified = yield* verifyAnswer(written, understood.locale, dependencies, signal);

  // What follows it.
  const hasSimilarities = similarities !== undefined;
  const { isUnranked } = evidence;
  yield* finishAnswer(
    {
      written: verified,
      search,
      confidence,
      hasSimilarities,
      isUnranked,
      // The next visitor may have more luck.
      cacheKey: provider.isForeign() ? undefined : cacheKey,
      signal,
    },
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
): ChatEventOf<"stage"> {
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
  const search = await searchQuery(request, understood, dependencies, signal);
  // A model understood it differently.
  if (search.query !== understood.standalone.query) yield searching(search.query, request, dependencies);
  const parts = search.parts.length;
  for (const [index, { question: part }] of search.parts.entries()) {
    yield { ...searching(part, request, dependencies), part: index + 1, parts };
  }
  return search;
}

/** Whoever may ask for a language: the question, what the visitor said before, the owner. */
function languageWishes(
  { question, locale: pageLocale, history = [] }: ChatRequest,
  { language, locale }: UnderstoodQuestion,
  { style }: AnswerDependencies,
): ExpectedLanguageInput {
  const turns = history.filter(({ role }) => role === "visitor").map(({ text }) => text);
  const wishes = [...turns, style?.instructions ?? "", style?.voice ?? ""];
  return { question, language, locale, pageLocale, wishes };
}

function generationOf(
  passages: readonly Passage[],
  { terms, confidence, parts, sections }: Evidence,
  search: SearchQuery,
  { question, history = [] }: ChatRequest,
  { locale }: UnderstoodQuestion,
  { corpus, provider, style, today, confidenceThreshold }: AnswerDependencies,
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
    ...(sections !== undefined && { sections }),
    style,
    locale,
    today: today?.(),
    // Of a translated question the parts are in the language of the pages: nobody asked them so.
    ...(search.standaloneQuestion === search.query && {
      parts: parts?.map((part) => ({
        ...part,
        isAnswered: mayBeQuoted(part.confidence, { confidenceThreshold }),
      })),
    }),
  };
}
