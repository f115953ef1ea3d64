/** Ranks the few best chunks again, by what costs too much to be asked of all. */
import type { RankedChunk } from "../retriever.ts";
import { LATENT_DIMENSIONS } from "./latent-vectors.ts";
import type { Introductions } from "./introductions.ts";
import type { PackedIndex } from "./open-packed-index.ts";
import type { QuestionTerm } from "./question-terms.ts";
import { CANDIDATE_FEATURE_NAMES, describeCandidates, type CandidateContext } from "./candidate-features.ts";
import { CANDIDATE_WEIGHTS } from "./candidate-weights.ts";
import { ENCODED_CANDIDATE_WEIGHTS } from "./encoded-candidate-weights.ts";
import { byScore } from "./packed-retriever.ts";

/** What two words of a question that stand together in a chunk add at most, as a share of the lesser one's weight. */
const PAIR_WEIGHT = 0.6;

/** Chunks whose mean direction is taken for that of the question. */
const FEEDBACK_CHUNKS = 4;

/** What that direction counts against the words, both as shares of their best. */
const LATENT_SHARE = 0.35;

/** What each feature counts, in the order of their names. */
export type CandidateWeights = Float64Array;

const WORD_WEIGHTS = Float64Array.from(CANDIDATE_FEATURE_NAMES, (name) => CANDIDATE_WEIGHTS[name]);
const ENCODED_WEIGHTS = Float64Array.from(CANDIDATE_FEATURE_NAMES, (name) => ENCODED_CANDIDATE_WEIGHTS[name]);

/** A candidate as it is judged last. */
export interface DescribedCandidate extends RankedChunk {
  /** In the order of `CANDIDATE_FEATURE_NAMES`. */
  features: Float64Array;
}

export interface RerankInput extends Omit<CandidateContext, "terms"> {
  /** In the places of the question. */
  terms: readonly (QuestionTerm | undefined)[];
  /** Whether a chunk holds the term at a place. */
  holds: (chunk: number, place: number) => boolean;
  /** Beginnings of pages that say what the site is, where that is asked: before all others. */
  introductions: Introductions;
  /** Called with the candidates before their features count, for those who learn what they should. */
  observe?: ((candidates: readonly DescribedCandidate[]) => void) | undefined;
  /** Default: what was learned of questions that are compared by words alone, or with encoded chunks. */
  weights?: CandidateWeights | undefined;
}

/** @param candidates best first. @returns the same chunks; scores compare within one question only. */
export function rerankCandidates(candidates: readonly RankedChunk[], input: RerankInput): RankedChunk[] {
  const paired = addPairs(candidates, input);
  const latent = addLatentSimilarity(paired, input.index);
  const weights = input.weights ?? (input.questionVector === undefined ? WORD_WEIGHTS : ENCODED_WEIGHTS);
  const terms = input.terms.filter((term) => term !== undefined);
  const describe = describeCandidates(latent, { ...input, terms });
  if (input.observe !== undefined) {
    const seen = latent.map((candidate) => ({ ...candidate, features: new Float64Array(weights.length) }));
    for (const candidate of seen) describe(candidate, candidate.features);
    input.observe(seen);
  }
  const features = new Float64Array(weights.length);
  const described = latent
    .map((candidate) => {
      describe(candidate, features);
      let sum = 0;
      for (let at = 0; at < weights.length; at++) sum += (weights[at] as number) * (features[at] as number);
      return { ordinal: candidate.ordinal, score: candidate.score * Math.exp(sum) };
    })
    .sort(byScore);
  if (input.introductions.size === 0) return described;
  const best = described[0]?.score ?? 0;
  return described
    .map(({ ordinal, score }) => ({
      ordinal,
      score: score + best * (input.introductions.get(ordinal) ?? 0),
    }))
    .sort(byScore);
}

/**
 * Adds to chunks that have two neighbouring words of the question together. That tells the more, the more of
 * the other candidates have both words apart: where all that have them have them together, it tells nothing.
 */
function addPairs(candidates: readonly RankedChunk[], { index, terms, holds }: RerankInput): RankedChunk[] {
  const bonuses = new Float64Array(candidates.length);
  /** The last place that is no mistyped stop word: those stand between no words of the index either. */
  let placeBefore = 0;
  for (let place = 1; place < terms.length; place++) {
    const [before, after] = [terms[placeBefore], terms[place]];
    const beforeThis = placeBefore;
    if (after !== undefined) placeBefore = place;
    if (before?.entry === undefined || after?.entry === undefined) continue;
    const [a, b] = [before.entry.ordinal, after.entry.ordinal];
    const holding: number[] = [];
    const together: number[] = [];
    candidates.forEach(({ ordinal }, candidate) => {
      if (!holds(ordinal, place) || !holds(ordinal, beforeThis)) return;
      holding.push(candidate);
      if (index.pairs.has(ordinal, a, b)) together.push(candidate);
    });
    const apartShare = 1 - together.length / (holding.length + 1);
    const bonus = PAIR_WEIGHT * apartShare * Math.min(before.weight, after.weight);
    for (const candidate of together) bonuses[candidate] = (bonuses[candidate] as number) + bonus;
  }
  return candidates
    .map(({ ordinal, score }, candidate) => ({ ordinal, score: score + (bonuses[candidate] as number) }))
    .sort(byScore);
}

/** Feedback from the best chunks in the space of latent semantics; scores become shares of the best one. */
function addLatentSimilarity(candidates: readonly RankedChunk[], { latent }: PackedIndex): RankedChunk[] {
  const best = candidates[0]?.score ?? 0;
  if (best === 0) return [...candidates];
  if (latent === undefined) return candidates.map(({ ordinal, score }) => ({ ordinal, score: score / best }));
  const vectors = new Float32Array(candidates.length * LATENT_DIMENSIONS);
  candidates.forEach(({ ordinal }, place) => latent.read(ordinal, vectors, place * LATENT_DIMENSIONS));
  const direction = new Float32Array(LATENT_DIMENSIONS);
  for (let place = 0; place < Math.min(FEEDBACK_CHUNKS, candidates.length); place++) {
    const score = candidates[place]?.score ?? 0;
    for (let index = 0; index < LATENT_DIMENSIONS; index++) {
      direction[index] =
        (direction[index] as number) + score * (vectors[place * LATENT_DIMENSIONS + index] as number);
    }
  }
  const similarities = candidates.map((_, place) => {
    let sum = 0;
    for (let index = 0; index < LATENT_DIMENSIONS; index++) {
      sum += (direction[index] as number) * (vectors[place * LATENT_DIMENSIONS + index] as number);
    }
    return Math.max(0, sum);
  });
  const mostSimilar = Math.max(...similarities) || 1;
  return candidates.map(({ ordinal, score }, place) => ({
    ordinal,
    score:
      (1 - LATENT_SHARE) * (score / best) + LATENT_SHARE * ((similarities[place] as number) / mostSimilar),
  }));
}
