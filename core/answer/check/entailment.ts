/**
 * Whether passages say what a sentence says, as far as its facts tell: whether its amounts, names and code stand in
 * them and are said there of the same thing; whether something is affirmed that they deny or turned into its opposite;
 * whether what they demand, allow or restrict is demanded, allowed or generalised otherwise; and whether it speaks of
 * something that they know. No rule marks by itself: what each finds is weighed, by a model learned from sentences
 * written by hand, with how the sentence fits its passages, so that few true ones are marked.
 *
 * This finds what is plainly made up, swapped or turned round. It does not understand: most of what is wrong in free
 * wording passes.
 */
import { baseLanguage } from "../../language/base-language.ts";
import { detectLanguage, SURE_CERTAINTY } from "../../language/detect-language.ts";
import type { GenerationRequest } from "../generation-provider.ts";
import { findAmountProblems } from "./amount-problem.ts";
import { findCalendarProblems } from "./calendar-problem.ts";
import { isBlockHeld } from "./code-block.ts";
import { hasUnknownCode } from "./code-problem.ts";
import { hasUnknownContact } from "./contact-problem.ts";
import { firmlyAbsentFact } from "./firm-facts.ts";
import { firmSupport } from "./firm-support.ts";
import type { Finding } from "./findings.ts";
import { findNameProblems } from "./name-problem.ts";
import { findNeighbourProblems } from "./neighbour-problem.ts";
import { amountsOf } from "./read-amounts.ts";
import { collapse, readEvidence, type PassageEvidence } from "./read-passage.ts";
import { findPolarityProblems } from "./polarity-problem.ts";
import { findScopeProblems } from "./scope-problem.ts";
import { closestClauses, type CheckedStatement } from "./sentence-context.ts";
import { createStatementReader, type Word } from "./statement.ts";
import { supportFeatures } from "./support-features.ts";
import { doubtReason, isBeyondDoubt } from "./support-model.ts";
import { findUnknownProblems } from "./unknown-problem.ts";
import { findWordProblems } from "./word-problem.ts";

export type UnsupportedReason =
  "number" | "unit" | "name" | "code" | "opposite" | "negation" | "modality" | "scope" | "unknown";

/** @property isFirm A fact of it stands in nothing that was given: see {@link firmlyAbsentFact}. */
export type Entailment = { supported: true } | { supported: false; reason: UnsupportedReason; isFirm?: true };

export interface EntailmentChecker {
  /** @param positions Of the passages that must say it; unknown ones are ignored. */
  check(sentence: string, positions: readonly number[]): Entailment;
  /** What speaks for and against it, in the order of {@link import("./support-features.ts").SUPPORT_FEATURES}. */
  featuresOf(sentence: string, positions: readonly number[]): number[];
  /** Whether the passages hold the code of a block, line by line, but for its comments and its blanks. */
  checkCode(code: string, positions: readonly number[]): Entailment;
  /**
   * Positions of the passages that each say by themselves what a sentence says, the one closest to it first, at
   * most three: what a sentence without a citation may be given as its source. Empty where none does: better no source
   * than a wrong one.
   */
  supportingPositions(sentence: string, options?: SupportOptions): number[];
}

export interface SupportOptions {
  /** Cited by what stands beside the sentence: likelier than others, and less has to speak for them. */
  near?: readonly number[] | undefined;
  /** Only these are asked for. Default: all. */
  among?: readonly number[] | undefined;
  /** Share of the sentence that has to stand together, 0 to 1. Default: about half of it. */
  minShare?: number | undefined;
  /** Hardly anything may speak against it, rather than not enough to mark it. Default true. */
  isSure?: boolean | undefined;
}

export type EntailmentInput = Pick<GenerationRequest, "passages" | "termsOf" | "locale"> &
  Partial<Pick<GenerationRequest, "question" | "history">>;

export function createEntailmentChecker({
  passages,
  termsOf,
  locale,
  question = "",
  history = [],
}: EntailmentInput): EntailmentChecker {
  const reader = createStatementReader(termsOf);
  // Made when first needed: most passages of an answer are never cited.
  const evidenceOf = new Map<number, PassageEvidence>();
  const evidence = (positions: readonly number[]): PassageEvidence[] =>
    passages
      .filter(({ source }) => positions.includes(source.position))
      .map((passage) => {
        const { position } = passage.source;
        const known = evidenceOf.get(position) ?? readEvidence(passage, reader);
        evidenceOf.set(position, known);
        return known;
      });
  const given = passages.map(({ source }) => source.position);
  const conversation = [...history.map(({ text }) => text), question].join("\n").slice(-MAX_ASKED_CHARS);
  const asked = amountsOf(conversation);
  const said = collapse([conversation, ...passages.map(({ source }) => source.url)].join("\n"));

  /** Of a word in all that was given. Made when first needed. */
  let rarity: ((word: Word) => number) | undefined;

  const examine = (
    sentence: string,
    positions: readonly number[],
  ): { statement: CheckedStatement; findings: ReadonlySet<Finding> } => {
    const cited = evidence(positions);
    const text = sentence.slice(0, MAX_SENTENCE_CHARS).replace(LEADING, "");
    const spoken = languageOf(text, cited, locale);
    const clauses = reader.read(text, spoken);
    const words = clauses.flatMap((clause) => [...clause.words]);
    const statement: CheckedStatement = {
      text,
      clauses,
      words,
      evidence: closestClauses(words, cited),
      cited,
      isTranslated: cited.length > 0 && cited.every(({ language }) => baseLanguage(language) !== spoken),
      language: spoken,
      // "Yes, for 3 hours" claims what was asked.
      asked: AFFIRMING.test(sentence) ? [] : asked,
      weightOf: rarityIn(cited),
    };
    const all = evidence(given);
    const findings = new Set<Finding>();
    if (hasUnknownCode(text, cited, all)) findings.add("absentCode");
    if (hasUnknownContact(text, all)) findings.add("absentContact");
    findAmountProblems(statement, findings);
    findNameProblems(statement, termsOf, findings);
    findNeighbourProblems(statement, findings);
    findCalendarProblems(statement, findings);
    findWordProblems(statement, findings);
    findPolarityProblems(statement, findings);
    findScopeProblems(statement, findings);
    findUnknownProblems(statement, all, findings);
    return { statement, findings };
  };

  const weigh = (
    sentence: string,
    positions: readonly number[],
  ): { statement: CheckedStatement; features: number[]; findings: ReadonlySet<Finding> } => {
    const { statement, findings } = examine(sentence, positions);
    return { statement, features: supportFeatures(sentence, statement, findings), findings };
  };
  const isHeld = (sentence: string, position: number, isSure: boolean): boolean => {
    const { statement, features, findings } = weigh(sentence, [position]);
    return (
      firmlyAbsentFact(statement, { passages: evidence(given), said }) === undefined &&
      doubtReason(features, findings) === undefined &&
      (!isSure || isBeyondDoubt(features))
    );
  };

  return {
    check(sentence, positions) {
      const { statement, findings } = examine(sentence, positions);
      const firm = firmlyAbsentFact(statement, { passages: evidence(given), said });
      if (firm !== undefined)
        return { supported: false, reason: findings.has("otherUnit") ? "unit" : firm, isFirm: true };
      const reason = doubtReason(supportFeatures(sentence, statement, findings), findings);
      return reason === undefined ? { supported: true } : { supported: false, reason };
    },

    featuresOf: (sentence, positions) => weigh(sentence, positions).features,

    checkCode(code, positions) {
      const supported = isBlockHeld(code, evidence(positions));
      return supported ? { supported } : { supported, reason: "code" };
    },

    supportingPositions(sentence, { near = [], among, minShare = MIN_SUPPORTING_SHARE, isSure = true } = {}) {
      const text = sentence.slice(0, MAX_SENTENCE_CHARS).replace(LEADING, "");
      const clauses = reader.read(text, languageOf(text, [], locale));
      const weightOf = (rarity ??= rarityIn(evidence(given)));
      return given
        .filter((position) => among?.includes(position) ?? true)
        .map((position) => {
          const isNear = near.includes(position);
          const [own] = evidence([position]);
          const support = own === undefined ? undefined : firmSupport(clauses, own, weightOf);
          const isFirm =
            support !== undefined &&
            support.share >= (isNear ? Math.min(minShare, MIN_NEAR_SHARE) : minShare) &&
            support.sharedWords >= MIN_SHARED_WORDS;
          return { position, isFirm, share: (support?.share ?? 0) + (isNear ? NEAR_BONUS : 0) };
        })
        .filter(({ position, isFirm }) => isFirm && isHeld(sentence, position, isSure))
        .sort((a, b) => b.share - a.share)
        .slice(0, MAX_SUPPORTING_POSITIONS)
        .map(({ position }) => position);
    },
  };
}

/** What this finds and misses: {@link isBeyondDoubt}. */
const MIN_SUPPORTING_SHARE = 0.45;
const MIN_NEAR_SHARE = 0.35;
const NEAR_BONUS = 0.15;
/** One word in common says nothing. */
const MIN_SHARED_WORDS = 2;
const MAX_SUPPORTING_POSITIONS = 3;

/** Of what the visitor and the assistant said before; more is no conversation. */
const MAX_ASKED_CHARS = 8_000;

/** What is longer is no sentence. */
const MAX_SENTENCE_CHARS = 2_000;

/** A number of a list, and a verdict before what is said. */
const LEADING = /^\s*(?:\d{1,3}[.)]\s+)?(?:(?:yes|no|ja|nein|sí|no|oui|non|sì|sim|não|nee)[,.:;!–—]\s+)?/iu;

const AFFIRMING = /^\s*(?:yes|ja|sí|oui|sì|sim)(?!\p{L})/iu;

/** A sentence's own language, as far as it tells, else the answer's. */
function languageOf(sentence: string, cited: readonly PassageEvidence[], locale: string): string {
  const detected = detectLanguage(sentence);
  if (detected !== undefined && detected.certainty >= SURE_CERTAINTY) return detected.language;
  const fallback = baseLanguage(locale);
  return fallback === "" ? baseLanguage(cited[0]?.language ?? "en") : fallback;
}

/** A word that stands in many sentences of the passages tells them apart less. */
function rarityIn(cited: readonly PassageEvidence[]): (word: Word) => number {
  const sentences = cited.flatMap((one) => one.sentences);
  const known = new Map<string, number>();
  return ({ keys }) => {
    const [key = ""] = keys;
    let weight = known.get(key);
    if (weight === undefined) {
      const holding = sentences.filter((sentence) => keys.some((one) => sentence.keys.has(one))).length;
      weight = holding === 0 ? UNKNOWN_WORD_WEIGHT : 1 / (1 + 0.3 * Math.log(holding));
      known.set(key, weight);
    }
    return weight;
  };
}

/** A word that no passage has is often another word for one that they have. */
const UNKNOWN_WORD_WEIGHT = 0.6;
