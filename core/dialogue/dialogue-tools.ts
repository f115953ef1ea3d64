import type { Corpus } from "../corpus/corpus.ts";
import type { DialogueTools } from "./standalone-question.ts";

/** Chunks that are looked at to see whether a page on the topic answers as well as the best page of all. */
const NEAR_CHUNKS = 10;

/**
 * What the rules ask of an index.
 *
 * @param language BCP 47, of the question.
 */
export function dialogueToolsOf(
  corpus: Pick<Corpus, "retriever" | "documentOf">,
  language: string,
): DialogueTools {
  const { retriever, documentOf } = corpus;
  return {
    language,
    weigh: (text) => retriever.retrieve(text, { limit: 1 }).terms,
    near: (text) => {
      const { ranked } = retriever.retrieve(text, { limit: NEAR_CHUNKS });
      const best = ranked[0]?.score ?? 0;
      return ranked.map(({ ordinal, score }) => {
        const { url, title } = documentOf(ordinal);
        return { page: url, title, share: best > 0 ? score / best : 0 };
      });
    },
  };
}
