/**
 * Whether a clause says in nearly a page's own words what the page denies, denies what it says, needs nothing of what
 * it demands, or turns a word round by its form ("paid", "unpaid").
 *
 * Meanings are broad and two sentences that share them may still agree; two that share nearly all of their words and
 * differ by a "not" do not.
 */
import type { Finding } from "./findings.ts";
import type { EvidenceClause } from "./read-passage.ts";
import { isCondition, isOfThePast, isVerbatim, type CheckedStatement } from "./sentence-context.ts";
import type { Clause, Word } from "./statement.ts";

/** Of a clause's words, those that stand in a clause of a page; another clause with nearly as many may say it as well. */
const ALIGNED = { polarity: 0.7, form: 0.6, lead: 0.2 };
const MIN_LITERAL_WORDS = 2;
const LITERAL = /^(?:s|code):/;

interface Aligned {
  clause: EvidenceClause;
  share: number;
}

export function findPolarityProblems(statement: CheckedStatement, found: Set<Finding>): void {
  if (statement.isTranslated) return;
  if (statement.clauses.some(({ markers }) => markers.has("except") || markers.has("only"))) return;
  for (const clause of statement.clauses) {
    if (isVerbatim(clause, statement.evidence)) continue;
    const said = clause.words.filter(({ isLight }) => !isLight);
    const aligned = alignedTo(said, statement.evidence);
    if (deniesThere(clause, said, aligned, statement)) found.add("deniesThere");
    if (speaksFirmly(clause, said, aligned)) found.add("speaksFirmly");
    if (needsNothing(clause, statement)) found.add("needsNothing");
    if (turnsForm(said, aligned, statement)) found.add("turnedForm");
  }
}

function alignedTo(said: readonly Word[], evidence: readonly EvidenceClause[]): Aligned[] {
  return evidence
    .filter(({ sentence }) => !sentence.isRow && !sentence.isCode)
    .map((clause) => ({ clause, share: alignment(said, clause) }));
}

/** Share of words that stand in a clause, 0 to 1: whole where it is the word itself. */
function alignment(said: readonly Word[], { keys, sentence }: EvidenceClause): number {
  if (said.length === 0) return 0;
  const held = said.reduce((sum, word) => {
    if (word.keys.some((key) => LITERAL.test(key) && keys.has(key))) return sum + 1;
    if (word.keys.some((key) => LITERAL.test(key) && sentence.keys.has(key))) return sum + 0.75;
    return sum + (word.keys.some((key) => keys.has(key)) ? 0.6 : 0);
  }, 0);
  return held / said.length;
}

function literalWords(said: readonly Word[], { keys }: EvidenceClause): number {
  return said.filter((word) => word.keys.some((key) => LITERAL.test(key) && keys.has(key))).length;
}

function deniesThere(
  clause: Clause,
  said: readonly Word[],
  aligned: readonly Aligned[],
  { clauses }: CheckedStatement,
): "negation" | undefined {
  if (clause.markers.has("optional") || clauses.filter(({ markers }) => markers.has("not")).length > 1)
    return undefined;
  const isDenied = clause.markers.has("not");
  // What another clause denies may be what the page says here.
  if (!isDenied && clauses.some(({ markers }) => markers.has("not"))) return undefined;
  const isAbout = ({ clause: one, share }: Aligned): boolean =>
    share >= ALIGNED.polarity && literalWords(said, one) >= MIN_LITERAL_WORDS;
  const against = aligned.filter((one) => isAbout(one) && isContrary(clause, one.clause, isDenied));
  const best = Math.max(0, ...against.map(({ share }) => share));
  if (best === 0) return undefined;
  const agrees = aligned.some(
    ({ clause: one, share }) =>
      share > best - ALIGNED.lead &&
      !isCondition(one) &&
      !isOfThePast(one) &&
      (isDenied ? deniesAnyOf(one, clause.words) : !one.sentence.markers.has("not")) &&
      !against.some((other) => other.clause.sentence === one.sentence),
  );
  return agrees ? undefined : "negation";
}

function deniesAnyOf({ words }: EvidenceClause, said: readonly Word[]): boolean {
  return words.some(
    ({ isDenied, keys }) =>
      isDenied &&
      said.some((word) => word.keys.some((key) => /^(?:w|s|code):/.test(key) && keys.includes(key))),
  );
}

function isContrary(clause: Clause, one: EvidenceClause, isDenied: boolean): boolean {
  if (one.markers.has("not") === isDenied || one.markers.has("optional")) return false;
  if (isDenied && (one.sentence.markers.has("not") || one.hasException)) return false;
  // "Without a box" against "only in a box".
  if (isDenied && one.markers.has("only") && !one.onlyWords.some((only) => lacks(clause.words, only)))
    return false;
  if (turnsWord(clause.words, one.words)) return false;
  const [denying, affirming] = isDenied ? [clause.words, one.words] : [one.words, clause.words];
  const isLack = denying.some(({ text }) => WITHOUT.test(text));
  // "Without remote access you need no account" denies neither.
  if (isLack && denying.some(({ isDeniedFirst }) => isDeniedFirst)) return false;
  const denied = denying.filter((word) => word.isDeniedFirst || (isLack && word.isDenied));
  const isThere = ({ keys }: Word): boolean =>
    affirming.some((word) => keys.some((key) => /^(?:w|s|code):/.test(key) && word.keys.includes(key)));
  return denied.some(isThere) && denied.filter(({ isLight }) => !isLight).every(isThere);
}

const WITHOUT = /^(?:without|ohne|sin|sans|senza|sem|zonder)$/iu;

function lacks(words: readonly Word[], { keys }: Word): boolean {
  return (
    words.some(({ text }) => WITHOUT.test(text)) &&
    words.some((word) => word.isDenied && word.keys.some((key) => LITERAL.test(key) && keys.includes(key)))
  );
}

/** An opposite and a "not" say the same together. */
function turnsWord(own: readonly Word[], other: readonly Word[]): boolean {
  const sides = (words: readonly Word[], name: string): number[] =>
    words.flatMap(({ opposites }) =>
      opposites.filter((one) => one.name === name).map(({ said, side }) => said ?? side),
    );
  return own.some(({ opposites }) =>
    opposites.some(({ name, said, side }) => sides(other, name).includes(-(said ?? side))),
  );
}

/** "Won't see you" where the page says "may not be able to see you". */
function speaksFirmly(
  clause: Clause,
  said: readonly Word[],
  aligned: readonly Aligned[],
): "modality" | undefined {
  if (!clause.markers.has("not") || clause.markers.has("may") || clause.markers.has("hedge"))
    return undefined;
  const near = aligned.filter(
    ({ clause: one, share }) =>
      share >= ALIGNED.polarity &&
      literalWords(said, one) >= Math.min(said.length, MIN_LITERAL_WORDS) &&
      one.markers.has("not"),
  );
  const isOpen = ({ clause: one }: Aligned): boolean => PERHAPS_NOT.test(textOf(one));
  return near.length > 0 && near.every(isOpen) ? "modality" : undefined;
}

const PERHAPS_NOT = /\b(?:(?:may|might) not be able|might not|may not always|not always|not necessarily)\b/i;

/** "No receipt is needed" where it is paid "as long as you submit a receipt". */
function needsNothing(clause: Clause, { clauses, evidence }: CheckedStatement): "modality" | undefined {
  const next = clauses[clauses.indexOf(clause) + 1];
  // "May hold one if the team likes."
  const isAtWill = clause.markers.has("may") && next?.markers.has("optional") === true;
  if (!clause.markers.has("optional") && !isAtWill) return undefined;
  if (!isAtWill && clauses.some(({ markers }) => markers.has("if"))) return undefined;
  const said = clause.words.filter(({ isLight, text }) => !isLight && !NEED.test(text));
  if (said.length === 0) return undefined;
  const aligned = alignedTo(said, evidence);
  const isAbout = ({ clause: one, share }: Aligned): boolean =>
    share >= ALIGNED.polarity && literalWords(said, one) >= Math.min(said.length, MIN_LITERAL_WORDS);
  const near = aligned.filter(isAbout);
  const isOptional = aligned.some(
    ({ clause: one, share }) =>
      share >= ALIGNED.polarity - ALIGNED.lead &&
      (one.markers.has("optional") || one.hasException || deniesAnyOf(one, said)),
  );
  const demands = near.some(({ clause: one }) => demandsIt(one, said));
  return demands && !isOptional ? "modality" : undefined;
}

function demandsIt(one: EvidenceClause, said: readonly Word[]): boolean {
  if (one.markers.has("must") || REQUIRED.test(textOf(one))) return true;
  // "Only works if you use it."
  if (isCondition(one)) return one.sentence.markers.has("only") && !one.sentence.markers.has("may");
  const [first] = one.words;
  // "Discuss it with your team" tells what to do.
  return (
    first !== undefined &&
    !first.isLight &&
    !(["may", "hedge", "not"] as const).some((marker) => one.markers.has(marker)) &&
    said[0]?.keys.some((key) => LITERAL.test(key) && first.keys.includes(key)) === true
  );
}

function textOf({ words }: Clause): string {
  return words.map(({ text }) => text).join(" ");
}

const NEED = /^(?:need|needs|needed|required?|requires|necessary)$/i;
const REQUIRED = /\b(?:as long as|provided that|on condition that)\b/i;

/** "Unpaid" where the page says "paid" of the same thing. */
function turnsForm(
  said: readonly Word[],
  aligned: readonly Aligned[],
  { clauses }: CheckedStatement,
): "opposite" | undefined {
  if (clauses.some(({ markers }) => markers.has("not"))) return undefined;
  for (const word of said) {
    if (word.isCode || word.isName) continue;
    const others = said.filter((other) => other !== word);
    if (others.length === 0) continue;
    const holds = ({ clause: one }: Aligned, isTurned: boolean): boolean =>
      one.words.some(({ text }) =>
        isTurned
          ? isNegativeOf(word.text, text) || isNegativeOf(text, word.text)
          : text.slice(0, 5).toLowerCase() === word.text.slice(0, 5).toLowerCase(),
      );
    const turned = aligned.filter(
      ({ clause: one }) =>
        !one.markers.has("not") &&
        alignment(others, one) >= ALIGNED.form &&
        holds({ clause: one, share: 0 }, true),
    );
    if (turned.length === 0) continue;
    if (
      !aligned.some(
        (one) => holds(one, false) && alignment(others, one.clause) >= ALIGNED.form - ALIGNED.lead,
      )
    )
      return "opposite";
  }
  return undefined;
}

/** Prefixes that deny, of the languages with tables. */
const DENYING_PREFIX = /^(?:un|in|im|ir|dis|non-?|des|dés|on|ab)(?=\p{L})/iu;
const MIN_FORM_CHARS = 4;

function isNegativeOf(negative: string, positive: string): boolean {
  const rest = negative.toLowerCase().replace(DENYING_PREFIX, "");
  const plain = positive.toLowerCase();
  return (
    rest.length >= MIN_FORM_CHARS &&
    rest.length < negative.length &&
    plain.length >= MIN_FORM_CHARS &&
    (plain === rest || (plain.length > 6 && plain.slice(0, -2) === rest.slice(0, -2)))
  );
}
