/**
 * Whether passages say what a sentence says, as far as words tell: every number, name and piece of code of the
 * sentence stands in them, next to what the sentence says of it; nothing is affirmed that they deny; and most
 * of its words are theirs.
 *
 * This finds what is made up, swapped or taken from elsewhere. It does not understand: a sentence of the
 * passages' own words in another relation passes, and a free paraphrase may not.
 */
import { detectLanguage, SURE_CERTAINTY } from "../../language/detect-language.ts";
import { baseLanguage } from "../../language/base-language.ts";
import { factProblem } from "./fact-problem.ts";
import type { GenerationRequest } from "../generation-provider.ts";
import { collapse, readEvidence, type PassageEvidence } from "./passage-evidence.ts";
import { codeOf, withoutJudgedWords } from "./sentence-facts.ts";
import { wordProblem } from "./word-problem.ts";

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
  /**
   * Positions of the passages that each say by themselves what a sentence says, the one closest to it first, at
   * most three: what a sentence without a citation may be given as its source. Empty where none does.
   */
  supportingPositions(sentence: string): number[];
}

export type EntailmentInput = Pick<GenerationRequest, "passages" | "termsOf" | "weightOf" | "locale">;

export function createEntailmentChecker(
  { passages, termsOf, weightOf = () => 1, locale }: EntailmentInput,
  thresholds: EntailmentThresholds = ENTAILMENT_THRESHOLDS,
): EntailmentChecker {
  // Made when first needed: most passages of an answer are never cited.
  const evidenceOf = new Map<number, PassageEvidence>();
  const evidence = (positions: readonly number[]): PassageEvidence[] =>
    passages
      .filter(({ source }) => positions.includes(source.position))
      .map((passage) => {
        const { position } = passage.source;
        const known = evidenceOf.get(position) ?? readEvidence(passage, termsOf);
        evidenceOf.set(position, known);
        return known;
      });

  const checker: EntailmentChecker = {
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

    supportingPositions(sentence) {
      const terms = [...new Set(termsOf(sentence))];
      const total = terms.reduce((sum, term) => sum + weightOf(term), 0);
      return passages
        .map(({ source: { position } }) => {
          const [own] = evidence([position]);
          const held = terms.filter((term) => own?.terms.has(term) === true);
          return { position, share: held.reduce((sum, term) => sum + weightOf(term), 0) / total };
        })
        .filter(
          ({ position, share }) =>
            share >= MIN_SUPPORTING_SHARE && checker.check(sentence, [position]).supported,
        )
        .sort((a, b) => b.share - a.share)
        .slice(0, MAX_SUPPORTING_POSITIONS)
        .map(({ position }) => position);
    },
  };
  return checker;
}

/** A passage that holds less of a sentence's words speaks of something else. */
const MIN_SUPPORTING_SHARE = 0.5;
const MAX_SUPPORTING_POSITIONS = 3;

/** A writer fills in names and leaves out lines; a command made up is one line of few. */
const HELD_CODE_SHARE = 0.75;

const NONE: ReadonlySet<string> = new Set();

/** Whether a sentence is in another language than all that it cites: its own, as far as it tells, else the answer's. */
function isForeign(sentence: string, cited: readonly PassageEvidence[], locale: string): boolean {
  const detected = detectLanguage(sentence);
  const isSure = detected !== undefined && detected.certainty >= SURE_CERTAINTY;
  const spoken = isSure ? detected.language : baseLanguage(locale);
  return cited.length > 0 && cited.every(({ language }) => baseLanguage(language) !== spoken);
}

function codeProblem(sentence: string, cited: readonly PassageEvidence[]): UnsupportedReason | undefined {
  const isHeld = (code: string): boolean => cited.some(({ text }) => text.includes(collapse(code)));
  return codeOf(sentence).every(isHeld) ? undefined : "code";
}
