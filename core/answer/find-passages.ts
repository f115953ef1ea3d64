import type { Corpus } from "../corpus/corpus.ts";
import { excerptOf } from "../passage-text.ts";
import type { ChatRequest } from "../protocol.ts";
import type { QueryTerm } from "../search/retriever.ts";
import { SECTION_SEPARATOR, roundScore } from "../search/search-corpus.ts";
import { selectDiverse } from "../search/select-diverse.ts";
import type { Passage } from "./generation-provider.ts";
import { questionType } from "./question-type.ts";

/** Chunks of one page among the sources of an answer: steps often span sections, but one page is one view. */
const CHUNKS_PER_DOCUMENT = 3;

/** Chunks that are ranked for each source that is kept. */
const CANDIDATES_PER_SOURCE = 6;

/** Retrieves the passages of an answer, numbered from 1 in the order of their rank. */
export async function findPassages(
  corpus: Corpus,
  { question, filters }: Pick<ChatRequest, "question" | "filters">,
  limit: number,
): Promise<{ passages: Passage[]; terms: QueryTerm[] }> {
  const { ranked, terms } = corpus.retriever.retrieve(question, {
    limit: limit * CANDIDATES_PER_SOURCE,
    filters,
    prefersLeads: questionType(question) === "definition",
  });
  const selected = selectDiverse(ranked, {
    limit,
    perDocument: CHUNKS_PER_DOCUMENT,
    documentOf: (ordinal) => corpus.documentOf(ordinal).url,
  });
  const chunks = await corpus.readChunks(selected.map(({ ordinal }) => ordinal));
  const best = selected[0]?.score ?? 1;
  const passages = chunks.map((chunk, index): Passage => {
    const relativeScore = (selected[index]?.score ?? 0) / best;
    return {
      chunk,
      relativeScore,
      source: {
        position: index + 1,
        title: chunk.title,
        ...(chunk.headingPath.length > 0 && { section: chunk.headingPath.join(SECTION_SEPARATOR) }),
        url: chunk.url,
        excerpt: excerptOf(chunk.blocks),
        score: roundScore(relativeScore),
      },
    };
  });
  return { passages, terms };
}
