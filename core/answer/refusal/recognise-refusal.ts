import { contentStems, asksSeveral } from "./question-parts.ts";
import { mayRefuse, refusalFeatures } from "./refusal-features.ts";
import { patternsFor, type Patterns } from "./refusal-patterns.ts";
import { REFUSAL_WEIGHTS } from "./refusal-weights.ts";
import { splitStatements, type Statement } from "./split-statements.ts";
import { isNegated, roleOf, type StatementRole } from "./statement-role.ts";

/** `partial`: an answer to a part, which says what is missing. */
export type RefusalVerdict = "refusal" | "partial" | "answer";

export interface JudgedText {
  verdict: RefusalVerdict;
  statements: JudgedStatement[];
}

export interface JudgedStatement extends Statement {
  role: StatementRole;
}

/** What a model's whole text is. A text that states a cited fact is never a refusal. */
export function recogniseRefusal(text: string, question: string): RefusalVerdict {
  return judgeText(text, question).verdict;
}

export function judgeText(text: string, question: string): JudgedText {
  const patterns = patternsFor(text);
  const statements = judgeStatements(text, question, patterns);
  const has = (role: StatementRole): boolean => statements.some((statement) => statement.role === role);
  if (has("fact")) return { statements, verdict: has("denial") ? "partial" : "answer" };
  const score = Math.max(...patterns.map((words) => refusalScore(statements, question, words)));
  const isCited = statements.some((statement) => statement.isCited);
  const isRefusal = isCited
    ? has("denial") && score >= REFUSAL_WEIGHTS.citedThreshold
    : score >= REFUSAL_WEIGHTS.threshold;
  return { statements, verdict: isRefusal ? "refusal" : "answer" };
}

/** Log-odds that a text without a cited fact is a refusal. */
function refusalScore(statements: readonly JudgedStatement[], question: string, words: Patterns): number {
  if (statements.length === 0) return -Infinity;
  const features = refusalFeatures(statements, question, words);
  if (!mayRefuse(features)) return -Infinity;
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
  const judged = splitStatements(text).map((statement) => ({
    ...statement,
    role: roleOf(statement, patterns),
  }));
  // "They are about scanners [1] and not about printers."
  judged.forEach((statement, index) => {
    const before = judged[index - 1];
    if (before?.role === "about" && before.isCited && !statement.isCited && isNegated(statement, patterns))
      statement.role = "denial";
  });
  answerParts(judged, question);
  return judged;
}

/**
 * What the pages deal with answers a part of a question that has several: "the page lists the prices [1], but no
 * opening hours".
 */
function answerParts(statements: readonly JudgedStatement[], question: string): void {
  const joining = patternsFor(question).map(({ join }) => join);
  if (!asksSeveral(question, joining)) return;
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
