/**
 * Which passages a sentence of an answer cites in the end. A model that cites all that it was given says nothing by it,
 * and one that forgot to cite may be right all the same: what stands behind a sentence is found by the check of its
 * facts, and where that finds nothing, nothing is claimed.
 */
import { CITATION } from "./claim.ts";

/** Citations of one sentence: more are no help to whoever wants to look it up. */
export const MAX_CITATIONS_PER_SENTENCE = 3;

/** Those that support it first, in the order in which they were written; where none does, the first that were. */
export function keptPositions(positions: readonly number[], supporting: readonly number[]): number[] {
  if (positions.length <= MAX_CITATIONS_PER_SENTENCE) return [...positions];
  const supported = positions.filter((position) => supporting.includes(position));
  return (supported.length > 0 ? supported : positions).slice(0, MAX_CITATIONS_PER_SENTENCE);
}

/** Citations at the end of a sentence, and what may close it behind them. */
const LAST_CITATIONS = new RegExp(
  `((?:[ \\t]*${CITATION.source})+)([.!?…。！？"'”’»)*_]*[ \\t]*\\|?[ \\t]*)$`,
);

/**
 * The end of a sentence with other citations in place of its last ones.
 *
 * @param end of the sentence, as far as it was not shown yet
 */
export function withPositions(end: string, positions: readonly number[]): string {
  const marks = positions.map((position) => `[${position}]`).join("");
  const last = LAST_CITATIONS.exec(end);
  if (last !== null) {
    const space = /^[ \t]*/.exec(last[1] ?? "")?.[0] ?? "";
    return `${end.slice(0, last.index)}${space}${marks}${last[2] ?? ""}`;
  }
  // In a table the citation belongs into the last cell; elsewhere it stands behind the full stop.
  const cellEnd = /[ \t]*\|[ \t]*$/.exec(end);
  const at = cellEnd?.index ?? end.trimEnd().length;
  return `${end.slice(0, at)} ${marks}${end.slice(at)}`;
}
