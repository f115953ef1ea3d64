/**
 * Whether passages say what a sentence says, as far as its facts tell: its amounts, names and code stand in them
 * and are said there of the same thing; nothing is affirmed that they deny or turned into its opposite; what they
 * demand, allow or restrict is not demanded, allowed or generalised otherwise; and it speaks of something that they
 * know. How many words a sentence shares with them decides nothing: a paraphrase may share none.
 *
 * This finds what is made up, swapped or turned round. It does not understand: what is wrong in words that no table
 * knows passes.
 */
import { baseLanguage } from "../../language/base-language.ts";
import { detectLanguage, SURE_CERTAINTY } from "../../language/detect-language.ts";
import type { GenerationRequest } from "../generation-provider.ts";
import { amountProblem } from "./amount-problem.ts";
import { codeProblem, isBlockHeld } from "./code-problem.ts";
import { contactProblem } from "./contact-problem.ts";
import { nameProblem } from "./name-problem.ts";
import { amountsOf } from "./read-amounts.ts";
import { readEvidence, type PassageEvidence } from "./passage-evidence.ts";
import { scopeProblem } from "./scope-problem.ts";
import { closestClauses, type CheckedStatement } from "./sentence-context.ts";
import { createStatementReader, type Word } from "./statement.ts";
import { unknownProblem } from "./unknown-problem.ts";
import { wordProblem } from "./word-problem.ts";

export type UnsupportedReason =
  "number" | "unit" | "name" | "code" | "opposite" | "negation" | "modality" | "scope" | "unknown";

export type Entailment = { supported: true } | { supported: false; reason: UnsupportedReason };

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

export type EntailmentInput = Pick<GenerationRequest, "passages" | "termsOf" | "weightOf" | "locale"> &
  Partial<Pick<GenerationRequest, "question" | "history">>;

export function createEntailmentChecker({
  passages,
  termsOf,
  weightOf = () => 1,
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
  const asked = amountsOf([...history.map(({ text }) => text), question].join("\n").slice(-MAX_ASKED_CHARS));

  const checker: EntailmentChecker = {
    check(sentence, positions) {
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
      const all = (): PassageEvidence[] => evidence(given);
      const reason =
        codeProblem(text, cited, all) ??
        contactProblem(text, all) ??
        amountProblem(statement) ??
        nameProblem(statement, termsOf) ??
        wordProblem(statement) ??
        scopeProblem(statement) ??
        unknownProblem(statement, evidence(given));
      return reason === undefined ? { supported: true } : { supported: false, reason };
    },

    checkCode(code, positions) {
      const supported = isBlockHeld(code, evidence(positions));
      return supported ? { supported } : { supported, reason: "code" };
    },

    supportingPositions(sentence) {
      const text = sentence.slice(0, MAX_SENTENCE_CHARS);
      const words = reader
        .read(text, languageOf(text, [], locale))
        .flatMap((clause) => clause.words.filter(({ isLight }) => !isLight))
        .map(({ keys, text: word }) => ({ keys, weight: weightOf(termsOf(word)[0] ?? word) }));
      const total = words.reduce((sum, { weight }) => sum + weight, 0);
      return passages
        .map(({ source: { position } }) => {
          const [own] = evidence([position]);
          const held = words.reduce((sum, { keys, weight }) => sum + weight * heldShare(keys, own), 0);
          return { position, share: held / total };
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

/** A word itself counts whole, another one of its meaning half: meanings are broad. */
function heldShare(keys: readonly string[], passage: PassageEvidence | undefined): number {
  if (passage === undefined) return 0;
  if (keys.some((key) => /^(?:[ws]|code):/.test(key) && passage.keys.has(key))) return 1;
  return keys.some((key) => passage.keys.has(key)) ? MEANING_SHARE : 0;
}

const MEANING_SHARE = 0.4;

/** A passage that holds less of a sentence's words speaks of something else. */
const MIN_SUPPORTING_SHARE = 0.5;
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
