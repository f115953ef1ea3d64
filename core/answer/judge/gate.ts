import type { Route } from "../../routing/route.ts";
import type { AnswerDependencies } from "../answer-dependencies.ts";
import type { ChosenPassages } from "../find/choose-passages.ts";
import type { Evidence } from "../find/find-evidence.ts";

/**
 * Below it not even a model is asked: hardly a word of the question is in the passages. A model reads what the
 * confidence only guesses at, and says itself that the pages do not answer.
 */
export const DEFAULT_MODEL_CONFIDENCE_THRESHOLD = 0.05;

/** `off-topic`: what is asked for is not a matter of this site, and is told so. */
export type Verdict = "write" | "refuse" | "off-topic";

/**
 * Whether a question is refused without anybody being asked.
 *
 * Quotations need a confidence. A model that sees the whole site needs none: a small site shares few words with its
 * visitors, and what looks like another matter ("do you play music on Fridays") may well be one of a restaurant's. On
 * larger sites it needs hardly any, so that only what has nothing to do with the pages costs no model.
 */
export function judgeEvidence(
  { confidence }: Pick<Evidence, "confidence">,
  { passages, isWholeSite }: ChosenPassages,
  route: Route,
  dependencies: Pick<AnswerDependencies, "provider" | "confidenceThreshold" | "modelConfidenceThreshold">,
): Verdict {
  const isAsked =
    dependencies.provider.mode === "generative"
      ? isWholeSite || confidence >= modelThreshold(dependencies)
      : mayBeQuoted(confidence, dependencies);
  if (isAsked && passages.length > 0) return "write";
  return route.kind === "search" && route.looksOffTopic ? "off-topic" : "refuse";
}

/** Whether an answer without a model may be made of what was found. */
export function mayBeQuoted(
  confidence: number,
  { confidenceThreshold }: Pick<AnswerDependencies, "confidenceThreshold">,
): boolean {
  // What is no number, of an index that was damaged before it was hashed, is no confidence either.
  return confidence >= confidenceThreshold;
}

/** Who quotes at any confidence asks a model at any. */
function modelThreshold({
  modelConfidenceThreshold,
  confidenceThreshold,
}: Pick<AnswerDependencies, "confidenceThreshold" | "modelConfidenceThreshold">): number {
  return modelConfidenceThreshold ?? Math.min(DEFAULT_MODEL_CONFIDENCE_THRESHOLD, confidenceThreshold);
}
