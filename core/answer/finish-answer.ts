/** What follows an answer that was written: questions to go on with, the cache, the end. */
import type { ChatEvent, ChatRequest, Source } from "../protocol.ts";
import { FOLLOW_UPS_PER_ANSWER, followUpQuestions } from "../suggestions/follow-up-questions.ts";
import type { AnswerDependencies } from "./answer-dependencies.ts";
import { dependsOnDay } from "./cache/depends-on-day.ts";
import { likeliest } from "./find/likeliest.ts";
import { usesEmbeddings } from "./find/look-up.ts";
import { phrasesFor } from "./phrases.ts";
import { suggest } from "./ready-replies.ts";
import type { SearchQuery } from "./find/search-query.ts";
import type { UnderstoodQuestion } from "./understand/understand-question.ts";
import type { VerifiedAnswer } from "./verify/verify-answer.ts";
import type { WrittenAnswer } from "./write/write-answer.ts";

/** Looked up besides in a conversation, where some may have been asked already. Each costs a lookup. */
const SPARE_FOLLOW_UPS = 2;

export interface FinishedAnswer {
  written: VerifiedAnswer;
  search: SearchQuery;
  confidence: number;
  /** The search went by meaning too. */
  hasSimilarities: boolean;
  /** A reranker was asked for the order of the passages, and gave none. */
  isUnranked: boolean;
  /** Undefined: the answer is not kept. */
  cacheKey: string | undefined;
  signal: AbortSignal;
}

export async function* finishAnswer(
  { written, search, confidence, hasSimilarities, isUnranked, cacheKey, signal }: FinishedAnswer,
  request: ChatRequest,
  { locale, language }: UnderstoodQuestion,
  dependencies: AnswerDependencies,
): AsyncGenerator<ChatEvent, void, undefined> {
  const { corpus, cache, confidenceThreshold } = dependencies;
  const { citedPositions, citations, groundedness, furtherPositions = [] } = written;
  const further =
    furtherPositions.length > 0
      ? { label: phrasesFor(locale).further, positions: [...furtherPositions] }
      : undefined;
  const followUps = await followUpQuestions({
    corpus,
    question: search.query,
    passages: written.passages,
    citedPositions,
    locale,
    confidenceThreshold,
    limit: FOLLOW_UPS_PER_ANSWER + Math.min(SPARE_FOLLOW_UPS, request.history?.length ?? 0),
  });
  signal.throwIfAborted();
  yield* suggest(followUps, request, dependencies);
  // What a model failed to do this time it may do for the next visitor.
  const isBestPossible =
    (search.languageNote === undefined || dependencies.translator === undefined) &&
    (hasSimilarities || !usesEmbeddings(dependencies)) &&
    !isUnranked &&
    !written.isUnverified;
  if (cacheKey !== undefined && cache !== undefined && isBestPossible && isCacheable(written)) {
    const { mode, text, finishReason } = written;
    const { question } = request;
    const today = mode === "generative" ? dependencies.today?.() : undefined;
    const isOfToday = today !== undefined && dependsOnDay({ question, text, language });
    const kept = {
      mode,
      text,
      sources: toldSources(written),
      citedPositions,
      citations,
      confidence,
      groundedness,
      ...(further !== undefined && { further }),
      followUps,
      ...(isOfToday && { onlyOn: today }),
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
    ...(further !== undefined && { further }),
  };
}

/** Those that its visitor was told of. */
function toldSources({ mode, passages, citedPositions }: WrittenAnswer): Source[] {
  const sources = passages.map(({ source }) => source);
  if (mode !== "generative") return sources;
  const first = likeliest(passages).map(({ source }) => source);
  const cited = sources.filter(({ position }) => citedPositions.includes(position));
  return [...new Set([...first, ...cited])];
}

/** Only a whole answer of the provider that was meant to write it, with a citation, is worth keeping. */
function isCacheable(written: WrittenAnswer): written is WrittenAnswer & { finishReason: "stop" } {
  return written.finishReason === "stop" && written.citedPositions.length > 0 && !written.isStandIn;
}
