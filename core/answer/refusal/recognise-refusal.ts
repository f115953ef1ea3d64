import { contentStems, asksSeveral } from "./question-parts.ts";
import { featuresOf, statementScore } from "./judge-statement.ts";
import { denyingFeatures, refusalFeatures } from "./refusal-features.ts";
import { learnedModel, REFUSAL_THRESHOLDS, type RefusalModel, type TextWeights } from "./refusal-model.ts";
import {
  answersNo,
  isNegated,
  isWhole,
  patternsFor,
  withoutCondition,
  type Patterns,
} from "./refusal-patterns.ts";
import { textFeatures } from "./text-features.ts";
import { splitStatements, type Statement } from "./split-statements.ts";
import { isOfWorld, isPlainFact, tellsStep } from "./of-world.ts";
import { isBeside, isContrast, keepAnswers } from "./beside-question.ts";
import { isNegatedIn, roleOf, roleAcrossContrast, type StatementRole } from "./statement-role.ts";

/** `partial`: an answer to a part, which says what is missing. */
export type RefusalVerdict = "refusal" | "partial" | "answer";

export interface JudgedText {
  verdict: RefusalVerdict;
  statements: ScoredStatement[];
  /** From 0 it is a refusal; -Infinity where it denies nothing. */
  score: number;
}

export interface ScoredStatement extends JudgedStatement {
  /** Log-odds that it is one of a refusal. */
  score: number;
}

export interface JudgedStatement extends Statement {
  role: StatementRole;
  /** Says that what was asked for is not among what was just cited. */
  isContrast?: boolean;
  /** A fact that stands behind a denial in the same statement: "they do not say the price, but it takes three days [1]". */
  isBehindDenial?: boolean;
}

/** What a model's whole text is. */
export function recogniseRefusal(text: string, question: string): RefusalVerdict {
  return judgeText(text, question).verdict;
}

/** Whether a sentence only says that the pages do not tell something: it states nothing that they could confirm. */
export function deniesKnowing(sentence: string): boolean {
  return recogniseRefusal(sentence, "") === "refusal";
}

/** @param model what was learned; another to try it by texts that it had not learned from */
export function judgeText(text: string, question: string, model: RefusalModel = learnedModel()): JudgedText {
  const patterns = patternsFor(text);
  const judged = judgeStatements(text, question, patterns);
  const asked = new Set(contentStems(question));
  const words = mostDenying(judged, question, patterns);
  const scores = featuresOf(judged, asked, words).map((one) => statementScore(one, model.statement));
  const statements = judged.map((statement, index) => ({ ...statement, score: scores[index] ?? 0 }));
  const joining = patternsFor(question).map(({ join }) => join);
  const of = { question, asked, asksSeveral: asksSeveral(question, joining) };
  const has = (role: StatementRole): boolean => judged.some((statement) => statement.role === role);
  const kind = has("fact") ? "withFact" : "withoutFact";
  const isSure = judged.some(({ isBehindDenial }) => isBehindDenial);
  const score =
    !isSure && deniesAtAll(judged, question, words)
      ? textScore(textFeatures(judged, scores, of, words), model[kind]) - REFUSAL_THRESHOLDS[kind]
      : -Infinity;
  if (score >= 0) return { statements, score, verdict: "refusal" };
  return { statements, score, verdict: has("fact") && has("denial") ? "partial" : "answer" };
}

function textScore(features: readonly number[], { weights, bias }: TextWeights): number {
  return features.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), bias);
}

/** Whether anything is denied: what denies nothing is no refusal at any score. */
export function deniesAtAll(
  statements: readonly JudgedStatement[],
  question: string,
  words: Patterns,
): boolean {
  if (tellsPlainly(statements, words)) return false;
  const asked = new Set(contentStems(question));
  return statements.some((statement) => {
    const { role, text } = statement;
    if (role === "fact" && isOfWorld(statement, words)) return false;
    if (role === "denial" || isWhole(text, words.alone)) return true;
    if (text.endsWith("?")) return false;
    const said = withoutCondition(text, words);
    return (words.denial.test(said) || isNegated(said, words)) && !answersNo(said, asked, words);
  });
}

/** "Wrap them in a comment [4]. Previews do not show it [4].": a sentence answers, and what was read is not said to lack anything. */
function tellsPlainly(statements: readonly JudgedStatement[], words: Patterns): boolean {
  return (
    statements.every(({ role }) => role !== "denial") &&
    statements.some(
      (statement, index) =>
        statement.role === "fact" &&
        statement.endsSentence &&
        (statements[index - 1]?.endsSentence ?? true) &&
        isPlainFact(statement, words),
    )
  );
}

/** The words that find most denied, where a text's language is not sure. */
export function mostDenying(
  statements: readonly JudgedStatement[],
  question: string,
  patterns: readonly Patterns[],
): Patterns {
  const [first] = patterns;
  if (first === undefined) throw new Error("no words to read a text with");
  if (patterns.length === 1) return first;
  const found = (words: Patterns): number => denyingFeatures(refusalFeatures(statements, question, words));
  return patterns
    .map((words) => ({ words, count: found(words) }))
    .reduce((best, one) => (one.count > best.count ? one : best)).words;
}

/** The statements of a text, whole or as far as it came, and what each of them does. */
export function judgeStatements(
  text: string,
  question: string,
  patterns: readonly Patterns[] = patternsFor(text),
): JudgedStatement[] {
  const asked = new Set(contentStems(question));
  const judged: JudgedStatement[] = splitStatements(text).map((statement) => {
    const role = roleAcrossContrast(statement, patterns, asked);
    if (role === undefined) return { ...statement, role: roleOf(statement, patterns, asked) };
    return { ...statement, role, ...(role === "fact" && { isBehindDenial: true }) };
  });
  const joining = patternsFor(question).map(({ join }) => join);
  const asksOneThing = !asksSeveral(question, joining);
  for (const statement of judged)
    if (statement.role === "about" && statement.isCited && tellsStep(statement, patterns))
      statement.role = "fact";
  judged.forEach((statement, index) => {
    if (
      asksOneThing &&
      statement.role === "fact" &&
      !tellsStep(statement, patterns) &&
      isBeside(statement, asked, patterns)
    )
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
