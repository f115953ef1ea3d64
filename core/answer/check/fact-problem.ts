/** Whether numbers and names of a sentence stand in its passages, next to what the sentence says of them. */
import type { EntailmentThresholds, UnsupportedReason } from "./entailment.ts";
import {
  closestSentence,
  type Coverage,
  type EvidenceSentence,
  type PassageEvidence,
} from "./passage-evidence.ts";
import { monthNumbersOf, namesOf, numberParts, numbersOf, type NumberFact } from "./sentence-facts.ts";

interface FactContext {
  termsOf: (text: string) => string[];
  coverage: Coverage;
  isTranslated: boolean;
  locale: string;
  thresholds: EntailmentThresholds;
}

export function factProblem(
  sentence: string,
  cited: readonly PassageEvidence[],
  { termsOf, coverage, isTranslated, locale, thresholds }: FactContext,
): UnsupportedReason | undefined {
  /** How much else of the sentence stands around a sentence of the evidence. */
  const around = ({ sentences }: PassageEvidence, index: number, left: ReadonlySet<string>): number =>
    isTranslated
      ? 1
      : coverage(
          (term) => sentences.slice(Math.max(0, index - 1), index + 2).some((near) => near.terms.has(term)),
          left,
        );
  const months = monthNumbersOf(sentence);
  const twin = isTranslated ? undefined : closestSentence(cited, coverage);

  for (const fact of numbersOf(sentence.replace(LIST_MARKER, ""))) {
    let best = -1;
    let hasUnit = false;
    let isCounted = false;
    for (const one of cited) {
      const { sentences, counts } = one;
      isCounted ||= fact.isWord && fact.unit === undefined && counts.has([...fact.values][0] ?? "");
      sentences.forEach(({ numbers }, index) => {
        for (const other of numbers) {
          if (!means(fact, other)) continue;
          hasUnit ||= fact.unit === undefined || other.unit === undefined || fact.unit === other.unit;
          best = Math.max(best, around(one, index, new Set(termsOf(fact.text))));
        }
      });
    }
    if (isCounted) continue;
    if (best < thresholds.factCoverage) {
      // A month that is written as a number, in a sentence of dates.
      if (best === -1 && numberParts(fact.text).length > 1 && datePartsHeld(fact, cited)) continue;
      return "number";
    }
    if (!hasUnit) return "unit";
    // Said of the same thing with another number: that this one stands nearby makes it no truer.
    if (fact.isWord || twin === undefined || twin.share < thresholds.comparableCoverage) continue;
    const isInTwin = ({ terms, numbers }: EvidenceSentence): boolean =>
      numbers.some((other) => means(fact, other)) && coverage((term) => terms.has(term)) >= twin.share;
    const hasOther = twin.sentence.numbers.some(({ isWord }) => !isWord);
    if (hasOther && !cited.some(({ sentences }) => sentences.some(isInTwin))) return "number";
  }
  // A month's name may stand for a number of the evidence; as a name it would be missing.
  for (const name of namesOf(sentence, locale)) {
    const nameTerms = termsOf(name);
    if (nameTerms.length === 0 || (months.size > 0 && monthNumbersOf(name).size > 0)) continue;
    const left = new Set(nameTerms);
    let best = -1;
    for (const one of cited) {
      if (!isNamed(one.terms, nameTerms)) continue;
      one.sentences.forEach(({ terms }, index) => {
        if (isNamed(terms, nameTerms)) best = Math.max(best, around(one, index, left));
      });
    }
    if (best < thresholds.factCoverage) return "name";
  }
  return undefined;
}

/** An identifier counts as itself and as its parts: it is held where all of the parts are. */
function isNamed(terms: ReadonlySet<string>, nameTerms: readonly string[]): boolean {
  return nameTerms.every((term) => terms.has(term)) || terms.has(nameTerms[0] ?? "");
}

function means(a: NumberFact, b: NumberFact): boolean {
  for (const value of a.values) if (b.values.has(value)) return true;
  return numberParts(b.text).some((part) => a.values.has(part));
}

function datePartsHeld(fact: NumberFact, cited: readonly PassageEvidence[]): boolean {
  return numberParts(fact.text).every((part) =>
    cited.some(
      ({ sentences, months }) =>
        months.has(part) || sentences.some(({ numbers }) => numbers.some(({ values }) => values.has(part))),
    ),
  );
}

const LIST_MARKER = /^\s*\d{1,3}[.)]\s/;
