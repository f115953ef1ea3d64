/**
 * Whether passages say what a sentence says, as far as words tell: every number, name and piece of code of the
 * sentence stands in them, next to what the sentence says of it; nothing is affirmed that they deny; and most
 * of its words are theirs.
 *
 * This finds what is made up, swapped or taken from elsewhere. It does not understand: a sentence of the
 * passages' own words in another relation passes, and a free paraphrase may not.
 */
import { blockText, passageText } from "../passage-text.ts";
import { detectLanguage, SURE_CERTAINTY } from "../language/detect-language.ts";
import { baseLanguage } from "../search/languages.ts";
import type { GenerationRequest, Passage } from "./generation-provider.ts";
import {
  codeOf,
  modalityOf,
  monthNumbersOf,
  namesOf,
  negatedStretches,
  numberParts,
  numbersOf,
  withoutJudgedWords,
  type NumberFact,
} from "./sentence-facts.ts";
import { splitSentences } from "./sentences.ts";

export type UnsupportedReason = "number" | "unit" | "name" | "code" | "negation" | "modality" | "overlap";

export type Entailment = { supported: true } | { supported: false; reason: UnsupportedReason };

export interface EntailmentThresholds {
  /** Share of a sentence's information that the passages hold. */
  passageCoverage: number;
  /** The same of the stretch of up to three sentences that holds most. */
  stretchCoverage: number;
  /** The same of the stretch that holds a number or a name of the sentence: a swapped one stands elsewhere. */
  factCoverage: number;
  /** From this share on a single sentence is comparable: only then its negations are compared. */
  comparableCoverage: number;
}

/**
 * Chosen by `tests/training/groundedness.ts` for the best F1 of finding what is unsupported, on half of the
 * articles of SQuAD and XQuAD (English and Spanish); on the other half precision is .96 and recall .96.
 */
export const ENTAILMENT_THRESHOLDS: EntailmentThresholds = {
  passageCoverage: 0.65,
  stretchCoverage: 0.55,
  factCoverage: 0.2,
  comparableCoverage: 0.8,
};

export interface EntailmentChecker {
  /** @param positions Of the passages that must say it; unknown ones are ignored. */
  check(sentence: string, positions: readonly number[]): Entailment;
  /** Whether the passages hold the code of a block, line by line, but for its comments and its blanks. */
  checkCode(code: string, positions: readonly number[]): Entailment;
}

export type EntailmentInput = Pick<GenerationRequest, "passages" | "termsOf" | "weightOf" | "locale">;

interface EvidenceSentence {
  text: string;
  terms: ReadonlySet<string>;
  negatedTerms: ReadonlySet<string>;
  numbers: readonly NumberFact[];
}

interface Evidence {
  /** Each as a reader meets it, in order; the headings come first. */
  sentences: readonly EvidenceSentence[];
  terms: ReadonlySet<string>;
  months: ReadonlySet<string>;
  /** Lower case, white space collapsed. */
  text: string;
  /** Items of the lists and rows of the tables: what a writer may have counted. */
  counts: ReadonlySet<string>;
  language: string;
}

export function createEntailmentChecker(
  { passages, termsOf, weightOf = () => 1, locale }: EntailmentInput,
  thresholds: EntailmentThresholds = ENTAILMENT_THRESHOLDS,
): EntailmentChecker {
  // Made when first needed: most passages of an answer are never cited.
  const evidenceOf = new Map<number, Evidence>();
  const evidence = (positions: readonly number[]): Evidence[] =>
    passages
      .filter(({ source }) => positions.includes(source.position))
      .map((passage) => {
        const { position } = passage.source;
        const known = evidenceOf.get(position) ?? readEvidence(passage, termsOf);
        evidenceOf.set(position, known);
        return known;
      });

  return {
    check(sentence, positions) {
      const cited = evidence(positions);
      // Numbers, negations and obligations are judged by themselves.
      const terms = [...new Set(termsOf(withoutJudgedWords(sentence)))].filter((term) => !/^\d/.test(term));
      const total = terms.reduce((sum, term) => sum + weightOf(term), 0);
      const coverage = (held: (term: string) => boolean, left: ReadonlySet<string> = NONE): number => {
        let sum = 0;
        let of = total;
        for (const term of terms) {
          if (left.has(term)) of -= weightOf(term);
          else if (held(term)) sum += weightOf(term);
        }
        return of <= 0 ? 1 : sum / of;
      };
      const problem = (isTranslated: boolean): UnsupportedReason | undefined =>
        codeProblem(sentence, cited) ??
        factProblem(sentence, cited, { termsOf, coverage, isTranslated, locale, thresholds }) ??
        (isTranslated ? undefined : wordProblem(sentence, cited, { terms, termsOf, coverage, thresholds }));
      let reason = problem(false);
      // In another language than its passages, a sentence shares only its facts with them.
      if (reason !== undefined && isForeign(sentence, cited, locale)) reason = problem(true);
      return reason === undefined ? { supported: true } : { supported: false, reason };
    },

    checkCode(code, positions) {
      const texts = evidence(positions).map(({ text }) => text);
      const lines = code
        .split("\n")
        .map((line) => collapse(line.replace(/(?:^|\s)(?:#|\/\/|--)\s.*$/, "")))
        .filter((line) => /[\p{L}\p{N}]/u.test(line));
      const held = lines.filter((line) => texts.some((text) => text.includes(line)));
      const supported = held.length >= lines.length * HELD_CODE_SHARE;
      return supported ? { supported } : { supported, reason: "code" };
    },
  };
}

/** A writer fills in names and leaves out lines; a command made up is one line of few. */
const HELD_CODE_SHARE = 0.75;

const NONE: ReadonlySet<string> = new Set();

type Coverage = (held: (term: string) => boolean, left?: ReadonlySet<string>) => number;

/** Whether a sentence is in another language than all that it cites: its own, as far as it tells, else the answer's. */
function isForeign(sentence: string, cited: readonly Evidence[], locale: string): boolean {
  const detected = detectLanguage(sentence);
  const isSure = detected !== undefined && detected.certainty >= SURE_CERTAINTY;
  const spoken = isSure ? detected.language : baseLanguage(locale);
  return cited.length > 0 && cited.every(({ language }) => baseLanguage(language) !== spoken);
}

function codeProblem(sentence: string, cited: readonly Evidence[]): UnsupportedReason | undefined {
  const isHeld = (code: string): boolean => cited.some(({ text }) => text.includes(collapse(code)));
  return codeOf(sentence).every(isHeld) ? undefined : "code";
}

interface FactContext {
  termsOf: (text: string) => string[];
  coverage: Coverage;
  isTranslated: boolean;
  locale: string;
  thresholds: EntailmentThresholds;
}

function factProblem(
  sentence: string,
  cited: readonly Evidence[],
  { termsOf, coverage, isTranslated, locale, thresholds }: FactContext,
): UnsupportedReason | undefined {
  /** How much else of the sentence stands around a sentence of the evidence. */
  const around = ({ sentences }: Evidence, index: number, left: ReadonlySet<string>): number =>
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

function datePartsHeld(fact: NumberFact, cited: readonly Evidence[]): boolean {
  return numberParts(fact.text).every((part) =>
    cited.some(
      ({ sentences, months }) =>
        months.has(part) || sentences.some(({ numbers }) => numbers.some(({ values }) => values.has(part))),
    ),
  );
}

const LIST_MARKER = /^\s*\d{1,3}[.)]\s/;

interface WordContext {
  terms: readonly string[];
  termsOf: (text: string) => string[];
  coverage: Coverage;
  thresholds: EntailmentThresholds;
}

function wordProblem(
  sentence: string,
  cited: readonly Evidence[],
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

/** The one sentence that holds most of what is said. */
function closestSentence(
  cited: readonly Evidence[],
  coverage: Coverage,
): { sentence: EvidenceSentence; share: number } | undefined {
  let closest: { sentence: EvidenceSentence; share: number } | undefined;
  for (const { sentences } of cited) {
    for (const sentence of sentences) {
      const share = coverage((term) => sentence.terms.has(term));
      if (share > (closest?.share ?? 0)) closest = { sentence, share };
    }
  }
  return closest;
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

/** A negation reaches about so many words that mean something. */
const NEGATED_TERMS = 2;

function readEvidence({ chunk }: Passage, termsOf: (text: string) => string[]): Evidence {
  const heading = [chunk.title, ...chunk.headingPath].join(" › ");
  const texts = [
    heading,
    ...chunk.blocks.flatMap((block) => {
      const lines = block.kind === "paragraph" ? block.text.split(/\n+/) : blockText(block).split("\n");
      return block.kind === "code" || block.kind === "table" ? lines : lines.flatMap(splitSentences);
    }),
  ].filter((text) => text.trim() !== "");
  const headingTerms = termsOf(heading);
  const sentences = texts.map((text): EvidenceSentence => ({
    text,
    // What a section says, it says of its heading.
    terms: new Set([...headingTerms, ...termsOf(text)]),
    negatedTerms: new Set(
      negatedStretches(text).flatMap((stretch) => termsOf(stretch).slice(0, NEGATED_TERMS)),
    ),
    numbers: numbersOf(text),
  }));
  const all = `${heading}\n${passageText(chunk.blocks)}`;
  const counts = chunk.blocks.flatMap((block) => {
    if (block.kind === "list") return [String(block.items.length)];
    return block.kind === "table" ? [String(block.rows.length - 1)] : [];
  });
  return {
    sentences,
    terms: new Set(sentences.flatMap(({ terms }) => [...terms])),
    months: monthNumbersOf(all),
    text: collapse(all),
    counts: new Set(counts),
    language: chunk.language,
  };
}

function collapse(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}
