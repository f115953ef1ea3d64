import {
  buildRewritePrompt,
  REWRITE_MAX_TOKENS,
  type QuestionRewriter,
} from "../../core/dialogue/question-rewriter.ts";
import type { Complete } from "./chat-completion.ts";

/** Follow-ups rewritten by the model that writes the answers. */
export function createModelQuestionRewriter(
  complete: Complete,
  newFenceMark: () => string,
): QuestionRewriter {
  return {
    rewrite: (question, history, options) =>
      complete(
        { ...buildRewritePrompt(question, history, newFenceMark()), maxTokens: REWRITE_MAX_TOKENS },
        options,
      ),
  };
}
