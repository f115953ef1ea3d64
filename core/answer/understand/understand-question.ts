/**
 * What a visitor wants, before anything is looked up: whether it is a question at all, what it means in its
 * conversation, and in which language it is.
 */
import type { Corpus } from "../../corpus/corpus.ts";
import { dialogueToolsOf } from "../../dialogue/dialogue-tools.ts";
import { standaloneQuestion, type StandaloneQuestion } from "../../dialogue/standalone-question.ts";
import { detectLanguage, SURE_CERTAINTY } from "../../language/detect-language.ts";
import type { ChatRequest, HistoryTurn } from "../../protocol.ts";
import { carefulTopic } from "../../routing/careful-topics.ts";
import { fillerWords } from "../../search/filler-words.ts";
import { routeQuestion } from "../../routing/route-question.ts";
import type { Route } from "../../routing/route.ts";
import { plainWords } from "../../routing/utterance.ts";
import { baseLanguage } from "../../language/base-language.ts";
import { hasPhrases, SPOKEN_LANGUAGES } from "../phrases.ts";
import { cleanQuestion, untouched, type CleanedQuestion } from "./clean/clean-question.ts";

export interface UnderstoodQuestion {
  route: Route;
  /** What the visitor wrote, without what only stands around it. */
  cleaned: CleanedQuestion;
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
  const asked = language ?? request.locale ?? corpus.manifest.language;
  const fillers = fillerWords(asked);
  const written = routeQuestion(question, { locale: asked });
  const cleaned = isDecided(written)
    ? untouched(question)
    : cleanQuestion(question, {
        language: asked,
        isKnown: (word) => holdsWord(corpus, word),
        isTelling: (word) => corpus.retriever.terms(word).length > 0 && !fillers.has(word),
      });
  // Courtesy around a question does not decide what it is.
  const route = cleaned.question === question ? written : routeQuestion(cleaned.question, { locale: asked });
  // A greeting is short: that it is probably in a language is enough to answer in it.
  const isProbable = detected !== undefined && detected.certainty >= PROBABLE_CERTAINTY;
  const courtesy = route.kind === "conversation" ? route.language : undefined;
  const spoken =
    route.kind === "search" ? language : (courtesy ?? (isProbable ? detected.language : undefined));
  const locale =
    [spoken, request.locale].find((tag) => tag !== undefined && hasPhrases(tag)) ??
    baseLanguage(corpus.manifest.language);
  const isSelfContained = history.length === 0 || route.kind === "careful";
  const standalone = isSelfContained
    ? { query: cleaned.question, isFollowUp: false, carried: [] }
    : standaloneQuestion(
        cleaned.question,
        withoutCourtesies(history, asked),
        dialogueToolsOf(corpus, language ?? baseLanguage(locale)),
      );
  return { route: routeInConversation(route, standalone, request), cleaned, standalone, language, locale };
}

/** What was said beside the matter, and what was replied to it, names nothing that "it" may stand for. */
function withoutCourtesies(history: readonly HistoryTurn[], locale: string): HistoryTurn[] {
  let isBeside = false;
  return history.filter(({ role, text }) => {
    if (role === "visitor") {
      const route = routeQuestion(text, { locale });
      isBeside = route.kind === "conversation" && route.isCertain;
    }
    return !isBeside;
  });
}

/** Whether a page has a word as it is, no other one that resembles it. */
function holdsWord({ retriever }: Corpus, word: string): boolean {
  const { terms, corrections } = retriever.retrieve(word, { limit: 1 });
  return corrections.length === 0 && terms.some(({ known }) => known);
}

/** Nothing is looked up for it, whatever stands around it. */
function isDecided(route: Route): boolean {
  return route.kind === "careful" || (route.kind === "conversation" && route.isCertain);
}

/** Of a greeting's language. */
const PROBABLE_CERTAINTY = 0.5;

/** What follows on distress in so few words goes on with it: "how do I do it?". */
const GOING_ON_MAX_WORDS = 6;

function routeInConversation(
  route: Route,
  { isFollowUp, query }: StandaloneQuestion,
  { question, history = [] }: ChatRequest,
): Route {
  if (isDecided(route)) return route;
  const before = history.findLast(({ role }) => role === "visitor")?.text ?? "";
  const isGoingOn = isFollowUp || plainWords(question).length <= GOING_ON_MAX_WORDS;
  const topic = carefulTopic(plainWords(query)) ?? (isGoingOn ? carefulTopic(plainWords(before)) : undefined);
  // An insult is over when the next question comes; distress is not.
  if (topic !== undefined && topic !== "abuse") return { kind: "careful", topic };
  // "And why?" is small talk by itself, and a question after an answer.
  return route.kind === "conversation" && isFollowUp ? { kind: "search", looksOffTopic: false } : route;
}
