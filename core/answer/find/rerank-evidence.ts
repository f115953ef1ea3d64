/**
 * Lets a reranker choose among what was found, where one is at hand and a model will read it. Quotations stay with
 * the order of the search: their weights were fitted to it. So does the confidence, and with it who is refused.
 */
import type { ChatEvent } from "../../protocol.ts";
import { MAX_CANDIDATES } from "../../rerank/candidate-ranker.ts";
import type { Passage } from "../generation-provider.ts";
import type { FindDependencies } from "./find-dependencies.ts";
import type { Evidence } from "./find-evidence.ts";

export interface RerankedEvidence extends Evidence {
  /** A reranker was asked, and its order is not here: it failed, or was not waited for. */
  isUnranked: boolean;
}

/** Passages that are found for a reranker to choose from; undefined where it is not asked. */
export function candidatesToRerank({ ranker, provider }: FindDependencies): number | undefined {
  return ranker === undefined || provider.mode !== "generative" ? undefined : MAX_CANDIDATES;
}

/**
 * The same evidence with its passages, as many as there were, chosen anew from all candidates.
 *
 * @throws the signal's reason once the signal is aborted.
 */
export async function* rerankEvidence(
  evidence: Evidence,
  query: string,
  dependencies: FindDependencies,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent, RerankedEvidence, undefined> {
  const { passages, further, parts = [] } = evidence;
  const { ranker } = dependencies;
  const candidates = [...passages, ...further];
  const isAsked = ranker !== undefined && candidatesToRerank(dependencies) !== undefined;
  // By the whole question, what only one part of it needs would go behind what fits all of it a little.
  if (!isAsked || parts.length > 1 || candidates.length < 2) return { ...evidence, isUnranked: false };
  yield { type: "stage", stage: "reading", step: "reranking", count: candidates.length };
  const chunks = candidates.map(({ chunk }) => chunk);
  const order = await ranker.rank(query, chunks, { signal });
  // Without its choice a model reads what it reads where no reranker is asked.
  if (order === undefined) return { ...evidence, passages: candidates, further: [], isUnranked: true };
  const ranked = inOrder(candidates, order);
  return {
    ...evidence,
    passages: ranked.slice(0, passages.length),
    further: ranked.slice(passages.length),
    isUnranked: false,
  };
}

/** Each place keeps its score: a reranker's own are on no scale that anything here knows. */
function inOrder(candidates: readonly Passage[], order: readonly number[]): Passage[] {
  const scores = candidates.map(({ relativeScore }) => relativeScore).sort((a, b) => b - a);
  return order.flatMap((place, index) => {
    const passage = candidates[place];
    const relativeScore = scores[index] ?? 0;
    if (passage === undefined) return [];
    const score = Math.round(relativeScore * 1000) / 1000;
    return [{ ...passage, relativeScore, source: { ...passage.source, position: index + 1, score } }];
  });
}
