/** Looks up a question of several parts: all of it, and each part by itself. */
import { startTimer as platformTimer, withinDeadline } from "../../within-deadline.ts";
import type { QuestionPart } from "../split/question-parts.ts";
import type { FindDependencies } from "./find-dependencies.ts";
import type { Evidence } from "./find-evidence.ts";
import { SOURCES_PER_ANSWER } from "./likeliest.ts";
import { lookUp, similaritiesFor, type LookUp } from "./look-up.ts";
import { mergeEvidence, type FoundPart } from "./merge-evidence.ts";

/** How long the parts may take together. What the whole question finds is at hand then. */
export const PARTS_DEADLINE_MS = 2_000;

/**
 * @param parts at most {@link import("../../dialogue/max-question-parts.ts").MAX_QUESTION_PARTS}; none for a question of one.
 * @throws the signal's reason once the signal is aborted.
 */
export async function lookUpParts(
  asked: LookUp,
  parts: readonly QuestionPart[],
  dependencies: FindDependencies,
  signal: AbortSignal,
): Promise<Evidence> {
  const whole = await lookUp(asked, dependencies);
  if (parts.length < 2) return whole;
  signal.throwIfAborted();
  const lookUpPart = async (
    { question, asked: said, query }: QuestionPart,
    inner: AbortSignal,
  ): Promise<FoundPart> => {
    const similarities = await similaritiesFor(query, dependencies, inner);
    const evidence = await lookUp({ ...asked, query, similarities }, dependencies);
    // What it points at was put in its place before it was looked up.
    const isNamed = said !== undefined || !query.endsWith(question);
    return {
      question,
      asked: said,
      evidence: evidence.pointsBack === false && isNamed ? { ...evidence, pointsBack: true } : evidence,
    };
  };
  try {
    const found = await withinDeadline((inner) => Promise.all(parts.map((part) => lookUpPart(part, inner))), {
      deadlineMs: PARTS_DEADLINE_MS,
      start: dependencies.startTimer ?? platformTimer,
      signal,
    });
    const isQuoted = dependencies.provider.mode !== "generative";
    return isQuoted && isOneMatter(whole, found, dependencies)
      ? whole
      : mergeEvidence(whole, found, SOURCES_PER_ANSWER);
  } catch {
    // Late, or not to be read: what was found for all of it answers too.
    signal.throwIfAborted();
    return whole;
  }
}

/**
 * Whether quotations answer all of it at once: the same section comes first for it and for each part, or no part is
 * surer by itself ("How do I zip a folder and send it to somebody?"), or all but one ask more of what that one names.
 */
function isOneMatter(
  whole: Evidence,
  parts: readonly FoundPart[],
  { confidenceThreshold }: Pick<FindDependencies, "confidenceThreshold">,
): boolean {
  if (!(whole.confidence >= confidenceThreshold)) return false;
  const all = parts.map(({ evidence }) => evidence);
  const [first] = whole.passages;
  return (
    all.every(({ passages }) => passages[0]?.ordinal === first?.ordinal) ||
    all.every(({ confidence }) => confidence <= whole.confidence) ||
    all.slice(1).every(({ pointsBack }) => pointsBack === true)
  );
}
