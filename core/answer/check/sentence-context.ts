/** A sentence that is checked, with the passages that must say it: what every rule of the check looks at. */
import { compareAmounts, type Amount } from "./amounts.ts";
import type { ContextItem, EvidenceClause, EvidenceSentence, PassageEvidence } from "./read-passage.ts";
import type { Clause, Word } from "./statement.ts";

export interface CheckedStatement {
  text: string;
  clauses: readonly Clause[];
  words: readonly Word[];
  cited: readonly PassageEvidence[];
  /** Of what is cited: see {@link closestClauses}. */
  evidence: readonly EvidenceClause[];
  /** In another language than all that it cites: its words are compared by their meaning alone. */
  isTranslated: boolean;
  language: string;
  /** Amounts of the visitor's own words: to repeat one is no claim. */
  asked: readonly Amount[];
  /** How rare a word is in the passages, 0 to 1. */
  weightOf: (word: Word) => number;
}

/** Words of the other clauses of a sentence count less for what one clause says. */
const OTHER_CLAUSE_WEIGHT = 0.5;
/** Small words say little of what a sentence is about. */
const LIGHT_WEIGHT = 0.1;
/** What is said of an option is said of no other one. */
const CODE_WEIGHT = 2;

/** What a clause says but for some of its words: by this the clauses of a passage are found that say the same. */
export function contextOf(
  statement: CheckedStatement,
  clause: Clause,
  left: readonly (Word | Amount)[],
  otherClauseWeight = OTHER_CLAUSE_WEIGHT,
): ContextItem[] {
  const items: ContextItem[] = [];
  for (const other of statement.clauses) {
    const share = other === clause ? 1 : otherClauseWeight;
    for (const word of other.words) {
      if (left.includes(word)) continue;
      const own = word.isCode ? CODE_WEIGHT : statement.weightOf(word);
      const weight = (word.isLight ? LIGHT_WEIGHT : own) * share;
      items.push({ keys: word.keys, weight });
    }
    for (const amount of other.amounts) {
      if (!left.includes(amount) && amount.isArticle !== true)
        items.push({ keys: [], amount, weight: share });
    }
  }
  return items;
}

/** The clauses of the passages that have most in common with a sentence: no other one can say the same or deny it. */
export function closestClauses(words: readonly Word[], cited: readonly PassageEvidence[]): EvidenceClause[] {
  const keys = [...new Set(words.filter(({ isLight }) => !isLight).flatMap((word) => [...word.keys]))];
  const ranked = cited.flatMap(({ sentences }) =>
    sentences.map((sentence) => ({ sentence, shared: keys.filter((key) => sentence.keys.has(key)).length })),
  );
  if (ranked.length > MAX_COMPARED_SENTENCES) ranked.sort((a, b) => b.shared - a.shared);
  return ranked.slice(0, MAX_COMPARED_SENTENCES).flatMap(({ sentence }) => sentence.clauses);
}

const MAX_COMPARED_SENTENCES = 50;

/** Whether a passage says a clause in its own words: then nothing in it is turned round. */
export function isVerbatim(
  { words, markers, amounts }: Clause,
  evidence: readonly EvidenceClause[],
): boolean {
  const said = words.filter(({ isLight }) => !isLight);
  return (
    said.length >= MIN_VERBATIM_WORDS &&
    evidence.some(
      ({ sentence }) =>
        sentence.markers.has("not") === markers.has("not") &&
        said.every(({ keys, opposites }) =>
          sentence.words.some(
            (other) =>
              keys.some((key) => /^(?:[ws]|code):/.test(key) && other.keys.includes(key)) &&
              opposites.every(({ side }, index) => other.opposites[index]?.side === side),
          ),
        ) &&
        amounts.every((one) => sentence.amounts.some((other) => compareAmounts(one, other) === "same")),
    )
  );
}

/** Whether a passage says in nearly the same words, without any negation, what a clause denies. */
export function isVerbatimButDenied(statement: CheckedStatement, { words, markers }: Clause): boolean {
  const said = words.filter(({ isLight }) => !isLight);
  if (said.length < MIN_DENIED_WORDS || !markers.has("not") || OPEN.some((marker) => markers.has(marker)))
    return false;
  const isHeld = (sentence: EvidenceSentence, { keys }: Word): boolean =>
    keys.some((key) => /^(?:s|code):/.test(key) && sentence.keys.has(key));
  const sentences = new Set(statement.evidence.map(({ sentence }) => sentence));
  const close = [...sentences].filter(
    (sentence) => said.filter((word) => isHeld(sentence, word)).length >= said.length * VERBATIM_SHARE,
  );
  return (
    close.length > 0 &&
    close.every(
      (sentence) => !sentence.markers.has("not") && !OPEN.some((marker) => sentence.markers.has(marker)),
    )
  );
}

const OPEN = ["except", "optional", "only"] as const;
const MIN_DENIED_WORDS = 4;
const VERBATIM_SHARE = 0.8;

const MIN_VERBATIM_WORDS = 5;

/** The best of those clauses, by a measure; undefined where there is none. */
export function bestOf(
  clauses: readonly EvidenceClause[],
  measure: (clause: EvidenceClause) => number,
): { clause: EvidenceClause; score: number } | undefined {
  let best: { clause: EvidenceClause; score: number } | undefined;
  for (const clause of clauses) {
    const score = measure(clause);
    if (best === undefined || score > best.score) best = { clause, score };
  }
  return best;
}

/** What stands behind "if" is said to be so by nobody. */
export function isCondition({ words: [first], sentence }: EvidenceClause): boolean {
  return sentence.clauses.length > 1 && CONDITION.test(first?.text ?? "");
}

export const CONDITION = /^(?:if|when|whether|wenn|falls|ob|si|cuando|quand|se|quando|als|wanneer)$/iu;

/** "Prior to version 2 it was so" says nothing of what is so now. */
export function isOfThePast({ sentence }: EvidenceClause): boolean {
  const start = sentence.words.slice(0, PAST_WORDS).map(({ text }) => text);
  return PAST.test(start.join(" "));
}

const PAST_WORDS = 5;
const PAST =
  /^(?:in |up )?(?:prior to|before|until|older|earlier|previous)\s(?:(?:to|the|this|\S+)\s)?(?:version|release)/i;
