/** From an understood question to what is searched for: by models where there are any, each within its deadline. */
import { dialogueToolsOf } from "../../dialogue/dialogue-tools.ts";
import { rewriteByModel, type RewrittenQuestion } from "../../dialogue/question-rewriter.ts";
import { baseLanguage } from "../../language/base-language.ts";
import type { DialogueTools } from "../../dialogue/standalone-question.ts";
import { languageNote } from "../../language/language-note.ts";
import type { ChatRequest } from "../../protocol.ts";
import { translateQuestion } from "../../translation/translate-question.ts";
import { startTimer as platformTimer } from "../../within-deadline.ts";
import type { FindDependencies } from "./find-dependencies.ts";
import { isShownWhole } from "./choose-passages.ts";
import type { GenerationProvider } from "../generation-provider.ts";
import { comparisonSides } from "../split/comparison-sides.ts";
import { questionParts, type QuestionPart } from "../split/question-parts.ts";
import type { UnderstoodQuestion } from "../understand/understand-question.ts";

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

/** What was carried over from the conversation is searched for; what is shown is what the visitor asked. */
function inOwnWords(parts: readonly QuestionPart[], own: readonly QuestionPart[]): readonly QuestionPart[] {
  if (parts.length !== own.length) return parts;
  return parts.map((part, index): QuestionPart => {
    const { asked, question } = own[index] ?? part;
    const shown = asked ?? question;
    return shown === part.question ? part : { ...part, asked: shown };
  });
}

/** A question of so many words tells a story, or asks more than the rules see. */
const LONG_QUESTION_WORDS = 30;

/**
 * Whether a model is asked what a question asks: a plain one is not kept waiting for it, and a site that is shown whole
 * needs no parts.
 */
async function isWorthSplitting(
  request: ChatRequest,
  understood: UnderstoodQuestion,
  partsOf: (text: string, spoken: string) => readonly QuestionPart[],
  dependencies: FindDependencies,
): Promise<boolean> {
  const { standalone, language, locale } = understood;
  if (dependencies.provider.mode !== "generative" || standalone.isFollowUp) return false;
  const isHard =
    standalone.query.split(/\s+/).length >= LONG_QUESTION_WORDS ||
    partsOf(standalone.query, language ?? baseLanguage(locale)).length > 1;
  return isHard && !(await isShownWhole(request, understood, dependencies));
}

export async function searchQuery(
  request: ChatRequest,
  understood: UnderstoodQuestion,
  dependencies: FindDependencies,
  signal: AbortSignal,
): Promise<SearchQuery> {
  const { history = [] } = request;
  const { question } = understood.cleaned;
  const { corpus, provider, rewriter, translator, translationCache, onFailure, runInBackground } =
    dependencies;
  const { retriever, languages, manifest } = corpus;
  const { language, locale } = understood;
  const partsOf = (text: string, spoken: string): readonly QuestionPart[] =>
    partsToLookUp(text, dialogueToolsOf(corpus, spoken), provider.mode);
  const startTimer = dependencies.startTimer ?? platformTimer;
  const rewritten: RewrittenQuestion =
    rewriter === undefined
      ? understood.standalone
      : await rewriteByModel(question, history, understood.standalone, {
          rewriter,
          mayAskSeveral: await isWorthSplitting(request, understood, partsOf, dependencies),
          termsOf: retriever.terms,
          startTimer,
          signal,
          ...(onFailure !== undefined && { onFailure }),
        });
  const { query } = rewritten;
  const told = rewritten.parts?.map((part): QuestionPart => ({ question: part, query: part }));
  const spoken = language ?? baseLanguage(locale);
  if (language === undefined || languages.has(language)) {
    const parts = told ?? inOwnWords(partsOf(query, spoken), partsOf(question, spoken));
    return { query, standaloneQuestion: query, languageNote: undefined, parts };
  }
  const translated =
    translator === undefined
      ? undefined
      : await translateQuestion(
          // Questions that follow one another are told apart in any language.
          { question: rewritten.parts?.join(" ") ?? query, from: language, to: manifest.language },
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
  return { query, standaloneQuestion: query, languageNote: note, parts: told ?? partsOf(query, spoken) };
}
