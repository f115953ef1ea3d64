/**
 * Tells what a model offers instead of an answer from an answer, in a question that asks for one thing: by the question's
 * own words. "That is missing from the docs; what I can tell you is that uploads are resumed [2]" answers nothing.
 */
import { contentStems } from "./question-parts.ts";
import { tellsStep } from "./of-world.ts";
import type { Patterns } from "./refusal-patterns.ts";
import type { Statement } from "./split-statements.ts";
import {
  isNegatedIn,
  isOfReading,
  offeredIn,
  namesWriting,
  tellsAtOnce,
  tellsOf,
  withoutAsked,
  type StatementRole,
} from "./statement-role.ts";

/**
 * Whether what is cited tells what the pages deal with, and what follows in the same sentence that the question is not
 * among it: "the tariff names adults and children [2], but not students".
 */
export function isContrast(
  before: Statement & { role: StatementRole },
  statement: Statement & { role: StatementRole },
  asked: ReadonlySet<string>,
  patterns: readonly Patterns[],
): boolean {
  if (!before.isCited || before.endsSentence || statement.isCited || asked.size === 0) return false;
  if (before.role !== "about" && !(before.role === "fact" && tellsOf(before, patterns))) return false;
  if (isNegatedIn(before, patterns) || !isNegatedIn(statement, patterns)) return false;
  const isShort = statement.text.split(" ").length <= ELLIPTIC_WORDS;
  return met(before.text, asked) === 0 && (isShort || met(statement.text, asked) > 0);
}

/** "Students not." */
const ELLIPTIC_WORDS = 4;

/** "What I can tell you is …", "they only say …": with half of the question's own words it is an answer all the same. */
export function isBeside(
  statement: Statement,
  asked: ReadonlySet<string>,
  patterns: readonly Patterns[],
): boolean {
  const offered = offeredIn(statement, patterns);
  if (offered === undefined || asked.size === 0) return false;
  const share = met(offered.text, asked) / asked.size;
  return offered.isSure ? share <= 1 / 2 : share < 1 / 2;
}

/**
 * Takes what goes on from a denial for an answer where no denial is of what was read: "the architect is unknown; the oldest record names the mason [2]".
 */
export function keepAnswers(
  statements: readonly (Statement & { role: StatementRole })[],
  asked: ReadonlySet<string>,
  patterns: readonly Patterns[],
): void {
  const isOfPages = statements.some(
    (statement) => statement.role === "denial" && isOfReading(statement, asked, patterns),
  );
  statements.forEach((statement, index) => {
    if (statement.role === "fact" && isOfWhatWasDenied(statements, index, asked, patterns)) {
      statement.role = "about";
      return;
    }
    if (statement.role !== "about" || !statement.isCited) return;
    const before = statements[index - 1];
    const goesOn = before?.role === "denial" && !before.endsSentence && !before.isCited;
    const isOfSource = patterns.some(({ source }) => source.test(statement.text));
    if (goesOn && !isOfPages && !isOfSource) statement.role = "fact";
  });
}

/**
 * "The docs do not cover it. They do describe syncing [1]", "…; there is only a section on upgrading [1]": neither says
 * anything of the world. Figures do.
 */
function isOfWhatWasDenied(
  statements: readonly (Statement & { role: StatementRole })[],
  index: number,
  asked: ReadonlySet<string>,
  patterns: readonly Patterns[],
): boolean {
  const [before, statement] = [statements[index - 1], statements[index]];
  if (before?.role !== "denial" || statement === undefined || asked.size === 0) return false;
  if (statement.isCited && tellsStep(statement, patterns)) return false;
  if (/\d/.test(statement.text) || met(statement.text, asked) * 2 >= asked.size) return false;
  if (isNegatedIn(statement, patterns)) return false;
  const denied = withoutAsked(before.text, asked);
  const isOfSource = patterns.some(({ source }) => source.test(denied));
  return (
    (isOfSource && tellsAtOnce(statement, patterns)) ||
    ((isOfSource || tellsOf(before, patterns)) && namesWriting(statement, patterns))
  );
}

function met(text: string, asked: ReadonlySet<string>): number {
  const stems = new Set(contentStems(text));
  return [...asked].filter((stem) => stems.has(stem)).length;
}
