import { MAX_QUESTION_PARTS } from "../../core/dialogue/max-question-parts.ts";
import {
  buildRewritePrompt,
  REWRITE_MAX_TOKENS,
  type QuestionRewriter,
} from "../../core/dialogue/question-rewriter.ts";
import type { Complete } from "./chat-completion.ts";

/** Follow-ups and questions that ask several things, rewritten by the model that writes the answers. */
export function createModelQuestionRewriter(
  complete: Complete,
  newFenceMark: () => string,
): QuestionRewriter {
  return {
    rewrite: (question, history, options) =>
      complete(
        {
          ...buildRewritePrompt(question, history, newFenceMark()),
          maxTokens: REWRITE_MAX_TOKENS,
          maxLines: MAX_QUESTION_PARTS,
        },
        options,
      ),
  };
}
