/** What no citation is given to, because it states nothing that a page could hold. */
import { judgeStatements } from "../refusal/recognise-refusal.ts";

/** Whether a sentence, or a cell of a row, says that something is missing. */
export function needsNoSource(raw: string): boolean {
  const parts = /^[ \t]*\|/.test(raw) ? raw.split("|") : [raw];
  return parts.some((part) => judgeStatements(part, "").some(({ role }) => role === "denial"));
}
