import type { Passage } from "../generation-provider.ts";
import type { Evidence, PartEvidence } from "./find-evidence.ts";

/** What a part brings beyond the places that one question has. */
const PASSAGES_PER_FURTHER_PART = 3;

export interface FoundPart {
  question: string;
  /** {@link import("../split/question-parts.ts").QuestionPart} */
  asked?: string | undefined;
  evidence: Evidence;
}

/**
 * One list of what was found for a question as a whole and for each of its parts: by turns the best of each that is
 * not there yet, so that no part is left without its share by one that finds more.
 *
 * @param places how many passages stand where an answer without a model is made of them.
 */
export function mergeEvidence(whole: Evidence, parts: readonly FoundPart[], places: number): Evidence {
  const lists = [...parts.map(({ evidence }) => evidence.passages), whole.passages];
  const extra = PASSAGES_PER_FURTHER_PART * (parts.length - 1);
  const count = Math.max(places, ...lists.map(({ length }) => length)) + extra;
  const passages = byTurns(lists, count);
  return {
    passages,
    // Whoever chooses among all by the whole question would leave out what only one part needs.
    further: [],
    terms: whole.terms,
    corrections: whole.corrections,
    ...(whole.isByMeaning !== undefined && { isByMeaning: whole.isByMeaning }),
    // One part is answered though another is not.
    confidence: Math.max(whole.confidence, ...parts.map(({ evidence }) => evidence.confidence)),
    parts: parts.map(({ question, asked, evidence }): PartEvidence => ({
      question,
      asked,
      terms: evidence.terms,
      ordinals: evidence.passages.map(({ ordinal }) => ordinal),
      confidence: evidence.confidence,
      ...(evidence.sections !== undefined && { sections: evidence.sections }),
      ...(evidence.pointsBack !== undefined && { pointsBack: evidence.pointsBack }),
    })),
  };
}

/** Numbered anew; the score of a passage is the best that it has in any list. */
function byTurns(lists: readonly (readonly Passage[])[], count: number): Passage[] {
  const merged = new Map<number, Passage>();
  const longest = Math.max(...lists.map(({ length }) => length));
  for (let rank = 0; rank < longest; rank++) {
    for (const list of lists) {
      const passage = list[rank];
      if (passage === undefined) continue;
      const known = merged.get(passage.ordinal);
      if (known === undefined) {
        if (merged.size < count) merged.set(passage.ordinal, passage);
      } else if (passage.source.score > known.source.score) {
        const { relativeScore, source } = passage;
        merged.set(passage.ordinal, {
          ...known,
          relativeScore,
          source: { ...known.source, score: source.score },
        });
      }
    }
  }
  return [...merged.values()].map((passage, index) => ({
    ...passage,
    source: { ...passage.source, position: index + 1 },
  }));
}
