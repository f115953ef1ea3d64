/** Asks the corpus: by words and, where it has vectors of the same model, by meaning. */
import type { ChatRequest } from "../../protocol.ts";
import type { UnderstoodQuestion } from "../understand/understand-question.ts";
import type { FindDependencies } from "./find-dependencies.ts";
import { findEvidence, type Evidence } from "./find-evidence.ts";
import { candidatesToRerank } from "./rerank-evidence.ts";
import { SOURCES_PER_ANSWER } from "./likeliest.ts";

/**
 * A model finds the right one among so many; people would not look. With the rest of their sections they fill the
 * prompt on most sites (`node tests/retrieval/prompt-passages.ts`).
 */
const CANDIDATES_FOR_MODEL = 30;

/** The same where a reranker chooses them of more. */
const RERANKED_FOR_MODEL = 20;

export interface LookUp {
  query: string;
  request: ChatRequest;
  understood: UnderstoodQuestion;
  /** Of {@link similaritiesFor}. */
  similarities?: Float32Array | undefined;
}

export function lookUp(
  { query, request, understood, similarities }: LookUp,
  dependencies: FindDependencies,
): Promise<Evidence> {
  const { corpus, provider, confidenceThreshold } = dependencies;
  const rerankable = candidatesToRerank(dependencies);
  const forModel = rerankable === undefined ? CANDIDATES_FOR_MODEL : RERANKED_FOR_MODEL;
  return findEvidence({
    corpus,
    query,
    filters: request.filters,
    preferredLanguage: understood.language,
    similarities,
    limit: SOURCES_PER_ANSWER,
    candidates: provider.mode === "generative" ? forModel : undefined,
    rerankable,
    confidenceThreshold,
  });
}

/** Vectors of two models do not compare. */
export function usesEmbeddings({ corpus, queryEmbedder }: FindDependencies): boolean {
  const { vectors } = corpus.manifest;
  return (
    vectors !== undefined &&
    queryEmbedder?.model === vectors.model &&
    queryEmbedder.dimensions === vectors.dimensions
  );
}

/** By chunk ordinal; undefined where the search goes by words alone. */
export async function similaritiesFor(
  query: string,
  dependencies: FindDependencies,
  signal: AbortSignal,
): Promise<Float32Array | undefined> {
  if (!usesEmbeddings(dependencies)) return undefined;
  const [vector, chunkVectors] = await Promise.all([
    dependencies.queryEmbedder?.embed(query, { signal }),
    dependencies.corpus.readVectors(),
  ]);
  return vector === undefined ? undefined : chunkVectors?.similarities(vector);
}
