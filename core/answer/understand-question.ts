/**
 * What a visitor wants, before anything is looked up: whether it is a question at all, what it means in its
 * conversation, and in which language it is.
 */
import type { Corpus } from "../corpus/corpus.ts";
import { dialogueToolsOf } from "../dialogue/dialogue-tools.ts";
import { standaloneQuestion, type StandaloneQuestion } from "../dialogue/standalone-question.ts";
import { detectLanguage, SURE_CERTAINTY } from "../language/detect-language.ts";
import type { ChatRequest } from "../protocol.ts";
import { routeQuestion } from "../routing/route-question.ts";
import type { Route } from "../routing/route.ts";
import { baseLanguage } from "../search/languages.ts";
import { hasPhrases, SPOKEN_LANGUAGES } from "./phrases.ts";

export interface UnderstoodQuestion {
  route: Route;
  /** Readable by itself, in the visitor's language. */
  standalone: StandaloneQuestion;
  /** The language of the question, where that can be told for sure. */
  language: string | undefined;
  /** Language of the assistant's own words: the question's, else the page's, else the corpus's. */
  locale: string;
}

export function understandQuestion(request: ChatRequest, corpus: Corpus): UnderstoodQuestion {
  const { question, history = [] } = request;
  const detected = detectLanguage(question, { candidates: [...corpus.languages, ...SPOKEN_LANGUAGES] });
  const language =
    detected !== undefined && detected.certainty >= SURE_CERTAINTY ? detected.language : undefined;
  const route = routeQuestion(question, { locale: language ?? request.locale ?? corpus.manifest.language });
  // To answer a greeting in the language that it is probably in can do no harm.
  const spoken = route.kind === "search" ? language : detected?.language;
  const locale =
    [spoken, request.locale].find((tag) => tag !== undefined && hasPhrases(tag)) ??
    baseLanguage(corpus.manifest.language);
  const isSelfContained = history.length === 0 || route.kind === "careful";
  const standalone = isSelfContained
    ? { query: question, isFollowUp: false, carried: [] }
    : standaloneQuestion(question, history, dialogueToolsOf(corpus, language ?? baseLanguage(locale)));
  return { route: routeInConversation(route, standalone), standalone, language, locale };
}

/** "And why?" is small talk by itself, and a question after an answer. */
function routeInConversation(route: Route, { isFollowUp }: StandaloneQuestion): Route {
  if (route.kind !== "conversation" || route.isCertain || !isFollowUp) return route;
  return { kind: "search", looksOffTopic: false };
}
