import {
  buildTranslationPrompt,
  TRANSLATION_MAX_TOKENS,
  type QuestionTranslator,
} from "../../core/translation/question-translator.ts";
import type { Complete } from "./chat-completion.ts";

/** Questions translated by the model that writes the answers. */
export function createModelQuestionTranslator(
  complete: Complete,
  model: string,
  newFenceMark: () => string,
): QuestionTranslator {
  return {
    model,
    translate: (request, options) =>
      complete(
        { ...buildTranslationPrompt(request, newFenceMark()), maxTokens: TRANSLATION_MAX_TOKENS },
        options,
      ),
  };
}
