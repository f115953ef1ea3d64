import type { AnswerDependencies } from "../answer-dependencies.ts";
import type { Evidence } from "../find/find-evidence.ts";
import type { Passage } from "../generation-provider.ts";

/**
 * Whether a question is refused without anybody being asked.
 *
 * @param passages those that an answer would be written from.
 */
export function isRefusedUnasked(
  { confidence }: Evidence,
  passages: readonly Passage[],
  { confidenceThreshold }: AnswerDependencies,
): boolean {
  // What is no number, of an index that was damaged before it was hashed, is no confidence either.
  return !(confidence >= confidenceThreshold) || passages.length === 0;
}
