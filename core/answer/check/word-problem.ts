/** Whether passages hold the words of a sentence, close to each other, and do not deny what it says. */
import type { EntailmentThresholds, UnsupportedReason } from "./entailment.ts";
import {
  closestSentence,
  NEGATED_TERMS,
  type Coverage,
  type EvidenceSentence,
  type PassageEvidence,
} from "./passage-evidence.ts";
import { modalityOf, negatedStretches } from "./sentence-facts.ts";

interface WordContext {
  terms: readonly string[];
  termsOf: (text: string) => string[];
  coverage: Coverage;
  thresholds: EntailmentThresholds;
}

export function wordProblem(
  sentence: string,
  cited: readonly PassageEvidence[],
  { terms, termsOf, coverage, thresholds }: WordContext,
): UnsupportedReason | undefined {
  if (terms.length === 0) return undefined;
  if (coverage((term) => cited.some((one) => one.terms.has(term))) < thresholds.passageCoverage)
    return "overlap";
  let stretch = 0;
  for (const { sentences } of cited) {
    sentences.forEach((_, index) => {
      const near = sentences.slice(index, index + 3);
      stretch = Math.max(
        stretch,
        coverage((term) => near.some((other) => other.terms.has(term))),
      );
    });
  }
  if (stretch < thresholds.stretchCoverage) return "overlap";
  const closest = closestSentence(cited, coverage);
  if (closest === undefined || closest.share < thresholds.comparableCoverage) return undefined;
  return contradiction(sentence, terms, closest.sentence, termsOf);
}

/** One sentence denies what the other affirms, or demands what the other allows. */
function contradiction(
  sentence: string,
  terms: readonly string[],
  evidence: EvidenceSentence,
  termsOf: (text: string) => string[],
): UnsupportedReason | undefined {
  const stretches = negatedStretches(sentence);
  const negated = new Set(stretches.flatMap((stretch) => termsOf(stretch).slice(0, NEGATED_TERMS)));
  const shared = terms.filter((term) => evidence.terms.has(term));
  const deniesMore = shared.some((term) => negated.has(term)) && evidence.negatedTerms.size === 0;
  const deniesLess = stretches.length === 0 && shared.some((term) => evidence.negatedTerms.has(term));
  if (deniesMore || deniesLess) return "negation";
  const own = modalityOf(sentence);
  if (own === undefined) return undefined;
  const other = modalityOf(evidence.text);
  return own === "obligation" && other === "possibility" ? "modality" : undefined;
}
