/**
 * How a sentence fits the rows of a table and the items of a list: whether one row holds what a clause says, or whether
 * what it says stands in several that are told apart by just that.
 */
import type { Alignment, Item } from "./alignment.ts";
import type { EvidenceClause } from "./read-passage.ts";

export interface GroupFit {
  /** Share of what a clause has in common with a table or list that stands in other rows than the one it fits best, 0 to 1. */
  rowConflict: number;
  /** The same of the whole sentence. */
  sentenceConflict: number;
  /** How much better other rows fit what is said beside an amount, or a word, than those that hold it. */
  amountRowGap: number;
  wordRowGap: number;
  /** The same by cells, each with the words of its row's label and its column's head. */
  amountCellGap: number;
  wordCellGap: number;
}

export function fitToGroups({ items, evidence, inClause }: Alignment, clauseCount: number): GroupFit {
  const fit: GroupFit = {
    rowConflict: 0,
    sentenceConflict: 0,
    amountRowGap: 0,
    wordRowGap: 0,
    amountCellGap: 0,
    wordCellGap: 0,
  };
  const groups = new Map<string, number[]>();
  evidence.forEach(({ sentence: { group } }, at) => {
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), at]);
  });
  for (const cells of groups.values()) {
    const rows = [...new Set(cells.map((at) => (evidence[at] as EvidenceClause).sentence))];
    if (rows.length < 2) continue;
    const rowOf = cells.map((at) => rows.indexOf((evidence[at] as EvidenceClause).sentence));
    // Of each item: the rows and cells that hold it; those that none or all hold tell nothing apart.
    const known = items.flatMap((item, index) => {
      if (item.word?.isLight === true) return [];
      const held = cells.map((at) => inClause(index, at) >= FIRM);
      const inRows = rows.map((_, row) => held.some((isHeld, cell) => isHeld && rowOf[cell] === row));
      return inRows.includes(true) ? [{ item, held, inRows }] : [];
    });
    const telling = known.filter(({ inRows }) => inRows.includes(false));
    for (let clause = -1; clause < clauseCount; clause++) {
      const own = telling.filter(({ item }) => clause === -1 || item.clause === clause);
      if (own.length < 2) continue;
      const most = Math.max(...rows.map((_, row) => own.filter(({ inRows }) => inRows[row]).length));
      const conflict = (own.length - most) / own.length;
      if (clause === -1) fit.sentenceConflict = Math.max(fit.sentenceConflict, conflict);
      else fit.rowConflict = Math.max(fit.rowConflict, conflict);
    }
    known.forEach(({ item, held, inRows }) => {
      const others = known.filter((other) => other.item !== item);
      if (others.length === 0) return;
      const weightOf = (other: Item): number => (other.clause === item.clause ? 1 : 0.5);
      const total = others.reduce((sum, { item: other }) => sum + weightOf(other), 0);
      const gap = (
        size: number,
        holds: (at: number) => boolean,
        has: (other: (typeof known)[number], at: number) => boolean,
      ): number => {
        let own = 0;
        let best = 0;
        for (let at = 0; at < size; at++) {
          const share =
            others.reduce((sum, other) => sum + (has(other, at) ? weightOf(other.item) : 0), 0) / total;
          best = Math.max(best, share);
          if (holds(at)) own = Math.max(own, share);
        }
        return best - own;
      };
      const row = gap(
        rows.length,
        (at) => inRows[at] === true,
        (other, at) => other.inRows[at] === true,
      );
      const cell = gap(
        cells.length,
        (at) => held[at] === true,
        (other, at) => other.held[at] === true,
      );
      if (item.amount === undefined) {
        fit.wordRowGap = Math.max(fit.wordRowGap, row);
        fit.wordCellGap = Math.max(fit.wordCellGap, cell);
      } else {
        fit.amountRowGap = Math.max(fit.amountRowGap, row);
        fit.amountCellGap = Math.max(fit.amountCellGap, cell);
      }
    });
  }
  return fit;
}

/** A word of the same meaning holds as well as the word itself; one that only begins alike does not. */
const FIRM = 0.7;
