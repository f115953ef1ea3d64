/** From an understood question to what is searched for: by models where there are any, each within its deadline. */
import { dialogueToolsOf } from "../../dialogue/dialogue-tools.ts";
import { rewriteByModel } from "../../dialogue/question-rewriter.ts";
import { baseLanguage } from "../../language/base-language.ts";
import type { DialogueTools } from "../../dialogue/standalone-question.ts";
import { languageNote } from "../../language/language-note.ts";
import type { HistoryTurn } from "../../protocol.ts";
import { translateQuestion } from "../../translation/translate-question.ts";
import { startTimer as platformTimer } from "../../within-deadline.ts";
import type { AnswerDependencies } from "../answer-dependencies.ts";
import type { GenerationProvider } from "../generation-provider.ts";
import { comparisonSides } from "../split/comparison-sides.ts";
import { questionParts, type QuestionPart } from "../split/question-parts.ts";
import type { UnderstoodQuestion } from "./understand-question.ts";

export interface SearchQuery {
  /** What is searched for. */
  query: string;
  /** The question as a visitor would ask it without the conversation, in the visitor's language. */
  standaloneQuestion: string;
  /** Says that the pages are in another language and the question could not be translated. */
  languageNote: string | undefined;
  /** What it asks, where that are several things: each is looked up. */
  parts: readonly QuestionPart[];
}

/** Sides of a comparison are quoted where they are found together: only a model is shown more of each. */
function partsToLookUp(
  text: string,
  tools: DialogueTools,
  mode: GenerationProvider["mode"],
): readonly QuestionPart[] {
  const parts = questionParts(text, tools);
  return parts.length > 0 || mode !== "generative" ? parts : comparisonSides(text);
}

export async function searchQuery(
  question: string,
  history: readonly HistoryTurn[],
  understood: UnderstoodQuestion,
  dependencies: AnswerDependencies,
  signal: AbortSignal,
): Promise<SearchQuery> {
  const { corpus, provider, rewriter, translator, translationCache, onFailure, runInBackground } =
    dependencies;
  const { retriever, languages, manifest } = corpus;
  const { language, locale } = understood;
  const partsOf = (text: string, spoken: string): readonly QuestionPart[] =>
    partsToLookUp(text, dialogueToolsOf(corpus, spoken), provider.mode);
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
    const parts = partsOf(query, language ?? baseLanguage(locale));
    return { query, standaloneQuestion: query, languageNote: undefined, parts };
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
    const parts = partsOf(translated.query, manifest.language);
    return { query: translated.query, standaloneQuestion: query, languageNote: undefined, parts };
  }
  const note = languageNote({ questionLanguage: language, corpusLanguages: [...languages], locale });
  return { query, standaloneQuestion: query, languageNote: note, parts: partsOf(query, language) };
}
