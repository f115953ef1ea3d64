/** Replies that no provider writes: to what is no question, to what the pages do not answer, and out of the cache. */
import type { ChatEvent, ChatRequest, Citation, Source } from "../protocol.ts";
import { conversationReply } from "../routing/conversation-reply.ts";
import type { Route } from "../routing/route.ts";
import { unaskedQuestions } from "../suggestions/follow-up-questions.ts";
import type { CachedAnswer } from "./cache/answer-cache.ts";
import type { AnswerDependencies } from "./answer-dependencies.ts";
import { phrasesFor } from "./phrases.ts";
import type { CleanedQuestion } from "./understand/clean/clean-question.ts";
import type { UnderstoodQuestion } from "./understand/understand-question.ts";

export function* converse(
  route: Route,
  { locale }: UnderstoodQuestion,
  { corpus, assistantName, contact, starters }: AnswerDependencies,
  { finishReason = "stop", confidence = 1 }: { finishReason?: "stop" | "refused"; confidence?: number } = {},
): Generator<ChatEvent> {
  const suggestions = starters ?? corpus.manifest.starters ?? [];
  const text = conversationReply(route, {
    locale,
    suggestions,
    assistantName,
    contact,
  });
  yield { type: "text-delta", text };
  yield { type: "answer-end", finishReason, citedPositions: [], confidence, cached: false };
}

/** What was taken from a question, for whoever wants to know why it was looked up so; nothing where nothing was. */
export function* tellCleaned(
  cleaned: CleanedQuestion,
  { onQuestionCleaned }: AnswerDependencies,
): Generator<ChatEvent> {
  if (cleaned.taken.length === 0) return;
  onQuestionCleaned?.(cleaned);
  yield { type: "question-cleaned", ...cleaned, taken: [...cleaned.taken] };
}

/** What a refusal shows of the pages. */
export interface Nearest {
  /** What is quoted of them, as Markdown with citations; undefined where they are only named. */
  text?: string;
  /** Those that are quoted, and others beside them. */
  sources: Source[];
  /** One for each `[n]` of the text. */
  citations?: Citation[];
}

/** A plain sentence, and what comes nearest: quoted, or as places. */
export function* refuse(
  { text, sources, citations = [] }: Nearest,
  locale: string,
  confidence: number,
  languageNote: string | undefined,
): Generator<ChatEvent> {
  const phrases = phrasesFor(locale);
  if (sources.length > 0) yield { type: "sources-available", sources };
  const refusal =
    text !== undefined
      ? phrases.refusalWithExcerpts
      : sources.length > 0
        ? phrases.refusalWithPages
        : phrases.refusalWithoutPages;
  const said = [languageNote, refusal, text].filter((part) => part !== undefined);
  yield { type: "text-delta", text: said.join("\n\n") };
  yield {
    type: "answer-end",
    finishReason: "refused",
    citedPositions: [...new Set(citations.map(({ position }) => position))],
    ...(citations.length > 0 && { citations }),
    confidence,
    cached: false,
  };
}

/** What was kept holds for all visitors: what this one has asked already is left out here. */
export function* suggest(
  followUps: readonly string[],
  { history = [] }: ChatRequest,
  { corpus }: AnswerDependencies,
): Generator<ChatEvent> {
  const askedBefore = history.filter(({ role }) => role === "visitor").map(({ text }) => text);
  const questions = unaskedQuestions(followUps, askedBefore, corpus.retriever.terms);
  if (questions.length > 0) yield { type: "follow-ups-available", questions };
}

export function* replay(
  {
    sources,
    text,
    finishReason,
    citedPositions,
    citations,
    confidence,
    groundedness,
    further,
    followUps,
  }: CachedAnswer,
  request: ChatRequest,
  dependencies: AnswerDependencies,
): Generator<ChatEvent> {
  yield { type: "sources-available", sources };
  yield { type: "text-delta", text };
  yield* suggest(followUps, request, dependencies);
  yield {
    type: "answer-end",
    finishReason,
    citedPositions,
    ...(citations !== undefined && { citations }),
    confidence,
    cached: true,
    ...(groundedness !== undefined && { groundedness }),
    ...(further !== undefined && { further }),
  };
}
