import { contentStems, asksSeveral } from "./question-parts.ts";
import { mayRefuse, refusalFeatures, refusesOutright } from "./refusal-features.ts";
import { patternsFor, type Patterns } from "./refusal-patterns.ts";
import { REFUSAL_WEIGHTS } from "./refusal-weights.ts";
import { splitStatements, type Statement } from "./split-statements.ts";
import { isBeside, isContrast, keepAnswers } from "./beside-question.ts";
import { isNegatedIn, roleOf, roleAcrossContrast, type StatementRole } from "./statement-role.ts";

/** `partial`: an answer to a part, which says what is missing. */
export type RefusalVerdict = "refusal" | "partial" | "answer";

export interface JudgedText {
  verdict: RefusalVerdict;
  statements: JudgedStatement[];
}

export interface JudgedStatement extends Statement {
  role: StatementRole;
  /** Says that what was asked for is not among what was just cited. */
  isContrast?: boolean;
}

/** What a model's whole text is. A text that states a cited fact is never a refusal. */
export function recogniseRefusal(text: string, question: string): RefusalVerdict {
  return judgeText(text, question).verdict;
}

/** Whether a sentence only says that the pages do not tell something: it states nothing that they could confirm. */
export function deniesKnowing(sentence: string): boolean {
  return recogniseRefusal(sentence, "") === "refusal";
}

export function judgeText(text: string, question: string): JudgedText {
  const patterns = patternsFor(text);
  const statements = judgeStatements(text, question, patterns);
  const has = (role: StatementRole): boolean => statements.some((statement) => statement.role === role);
  if (has("fact")) return { statements, verdict: has("denial") ? "partial" : "answer" };
  if (statements.some(({ isContrast }) => isContrast)) return { statements, verdict: "refusal" };
  const score = Math.max(...patterns.map((words) => refusalScore(statements, question, words)));
  const isCited = statements.some((statement) => statement.isCited);
  // Where nothing is said but of the pages and of not knowing, less has to speak for it.
  const isLenient = isCited || !has("other");
  const { threshold, lenientThreshold } = REFUSAL_WEIGHTS;
  const isRefusal = score >= (isLenient ? lenientThreshold : threshold) && (!isCited || has("denial"));
  return { statements, verdict: isRefusal ? "refusal" : "answer" };
}

/** Log-odds that a text without a cited fact is a refusal. */
function refusalScore(statements: readonly JudgedStatement[], question: string, words: Patterns): number {
  if (statements.length === 0) return -Infinity;
  const features = refusalFeatures(statements, question, words);
  if (!mayRefuse(features)) return -Infinity;
  if (refusesOutright(features)) return Infinity;
  return features.reduce(
    (sum, value, index) => sum + value * (REFUSAL_WEIGHTS.weights[index] ?? 0),
    REFUSAL_WEIGHTS.bias,
  );
}

/** The statements of a text, whole or as far as it came, and what each of them does. */
export function judgeStatements(
  text: string,
  question: string,
  patterns: readonly Patterns[] = patternsFor(text),
): JudgedStatement[] {
  const asked = new Set(contentStems(question));
  const judged: JudgedStatement[] = splitStatements(text).map((statement) => ({
    ...statement,
    role: roleAcrossContrast(statement, patterns, asked) ?? roleOf(statement, patterns, asked),
  }));
  const joining = patternsFor(question).map(({ join }) => join);
  const asksOneThing = !asksSeveral(question, joining);
  judged.forEach((statement, index) => {
    if (asksOneThing && statement.role === "fact" && isBeside(statement, asked, patterns))
      statement.role = "about";
    const before = judged[index - 1];
    if (before === undefined) return;
    if (asksOneThing && isContrast(before, statement, asked, patterns)) {
      before.role = "about";
      statement.role = "denial";
      statement.isContrast = true;
    }
    if (before.role !== "about" || !before.isCited) return;
    // "They are about scanners [1] and not about printers."
    if (!statement.isCited && isNegatedIn(statement, patterns)) statement.role = "denial";
    // "They are about trains [1], buses [2] and ferries [3]."
    if (statement.role === "fact" && isListed(before, statement)) statement.role = "about";
  });
  if (asksOneThing) keepAnswers(judged, asked, patterns);
  else answerParts(judged, question);
  return judged;
}

/** A further item of the same sentence. */
function isListed(before: Statement, { text }: Statement): boolean {
  return !before.endsSentence && text.split(" ").length <= LISTED_WORDS;
}

const LISTED_WORDS = 6;

/**
 * What the pages deal with answers a part of a question that has several: "the page lists the prices [1], but no
 * opening hours".
 */
function answerParts(statements: readonly JudgedStatement[], question: string): void {
  const denied = new Set(
    statements.filter(({ role }) => role === "denial").flatMap(({ text }) => contentStems(text)),
  );
  if (denied.size === 0) return;
  const asked = contentStems(question).filter((stem) => !denied.has(stem));
  for (const statement of statements) {
    if (statement.role !== "about" || !statement.isCited) continue;
    const stems = new Set(contentStems(statement.text));
    if (asked.some((stem) => stems.has(stem))) statement.role = "fact";
  }
}
