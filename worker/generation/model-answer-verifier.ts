import {
  buildVerifyPrompt,
  VERIFY_MAX_LINES,
  VERIFY_MAX_TOKENS,
  type AnswerVerifier,
} from "../../core/answer/verify/answer-verifier.ts";
import { readVerdicts } from "../../core/answer/verify/read-verdicts.ts";
import type { Complete } from "./chat-completion.ts";

/** Answers verified by a model behind chat completions. */
export function createModelAnswerVerifier(
  complete: Complete,
  model: string,
  newFenceMark: () => string,
): AnswerVerifier {
  return {
    model,
    async verify(request, options) {
      const prompt = buildVerifyPrompt(request, newFenceMark());
      const reply = await complete(
        { ...prompt, maxTokens: VERIFY_MAX_TOKENS, maxLines: VERIFY_MAX_LINES },
        options,
      );
      return readVerdicts(reply ?? "", request.statements.length);
    },
  };
}
