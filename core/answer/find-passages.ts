import type { Corpus } from "../corpus/corpus.ts";
import type { ChatRequest } from "../protocol.ts";
import { describeChunk, findChunks } from "../search/find-chunks.ts";
import type { Retrieval } from "../search/retriever.ts";
import type { Passage } from "./generation-provider.ts";
import { questionType } from "./question-type.ts";

/** Passages of one page: steps often span sections, but one page is one view. */
const PASSAGES_PER_DOCUMENT = 3;

export interface PassageQuery extends Pick<ChatRequest, "question" | "filters"> {
  /** {@link import("../search/retriever.ts").RetrieveOptions} */
  similarities?: Float32Array | undefined;
}

export interface FoundPassages extends Omit<Retrieval, "ranked"> {
  passages: Passage[];
}

/** Retrieves the passages of an answer, numbered from 1 in the order of their rank. */
export async function findPassages(
  corpus: Corpus,
  { question, filters, similarities }: PassageQuery,
  limit: number,
): Promise<FoundPassages> {
  const { found, ...retrieval } = await findChunks(corpus, question, {
    limit,
    perDocument: PASSAGES_PER_DOCUMENT,
    filters,
    similarities,
    prefersLeads: questionType(question) === "definition",
  });
  const passages = found.map((chunk, index): Passage => ({
    ...chunk,
    source: { position: index + 1, ...describeChunk(chunk) },
  }));
  return { ...retrieval, passages };
}
