/** From an understood question to what is searched for: by models where there are any, each within its deadline. */
import { rewriteByModel } from "../../dialogue/question-rewriter.ts";
import { languageNote } from "../../language/language-note.ts";
import type { HistoryTurn } from "../../protocol.ts";
import { translateQuestion } from "../../translation/translate-question.ts";
import { startTimer as platformTimer } from "../../within-deadline.ts";
import type { AnswerDependencies } from "../answer-dependencies.ts";
import type { UnderstoodQuestion } from "./understand-question.ts";

export interface SearchQuery {
  /** What is searched for. */
  query: string;
  /** The question as a visitor would ask it without the conversation, in the visitor's language. */
  standaloneQuestion: string;
  /** Says that the pages are in another language and the question could not be translated. */
  languageNote: string | undefined;
}

export async function searchQuery(
  question: string,
  history: readonly HistoryTurn[],
  understood: UnderstoodQuestion,
  dependencies: AnswerDependencies,
  signal: AbortSignal,
): Promise<SearchQuery> {
  const { corpus, rewriter, translator, translationCache, onFailure, runInBackground } = dependencies;
  const { retriever, languages, manifest } = corpus;
  const { language, locale } = understood;
  const startTimer = dependencies.startTimer ?? platformTimer;
  const { query } =
    rewriter === undefined
      ? understood.standalone
      : await rewriteByModel(question, history, understood.standalone, {
          rewriter,
          termsOf: retriever.terms,
          startTimer,
          signal,
          ...(onFailure !== undefined && { onFailure }),
        });
  if (language === undefined || languages.has(language)) {
    return { query, standaloneQuestion: query, languageNote: undefined };
  }
  const translated =
    translator === undefined
      ? undefined
      : await translateQuestion(
          { question: query, from: language, to: manifest.language },
          {
            translator,
            cache: translationCache,
            queryTermsOf: (text) => retriever.retrieve(text, { limit: 1 }).terms,
            startTimer,
            signal,
            onFailure,
            runInBackground,
          },
        );
  if (translated?.isTranslated === true) {
    return { query: translated.query, standaloneQuestion: query, languageNote: undefined };
  }
  const note = languageNote({ questionLanguage: language, corpusLanguages: [...languages], locale });
  return { query, standaloneQuestion: query, languageNote: note };
}
