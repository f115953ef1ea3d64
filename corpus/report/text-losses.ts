/** What readers of a page see and no passage holds: the sum over all pages, and the pages that lost too much. */
import { DROP_REASONS, type DroppedText, type DropReason } from "../formats/document.ts";
import type { Page } from "../page.ts";

/** A page that lost more of its words is named; one that lost code or a table is named in any case. */
const NAMED_SHARE = 0.1;

/** One page in the report of a build. */
export interface PageSummary {
  path: string;
  url: string;
  title: string;
  /** In its passages. */
  words: number;
  dropped: DroppedText[];
}

export interface TextLoss {
  path: string;
  /** In words, for people: what was lost, how much of the page, and why. */
  detail: string;
}

export function summariseTexts(pages: readonly Page[]): PageSummary[] {
  return pages.map(({ path, url, title, words, dropped }) => ({ path, url, title, words, dropped }));
}

/** The pages that lost code, a table, or more than a tenth of their words, in their order. Furniture is no loss. */
export function findTextLosses(pages: readonly Pick<Page, "path" | "words" | "dropped">[]): TextLoss[] {
  return pages.flatMap(({ path, words, dropped }) => {
    const losses = dropped.filter(({ reason }) => DROP_REASONS[reason].isLoss);
    const lost = sumOf(losses, "words");
    const code = sumOf(losses, "code");
    const tables = sumOf(losses, "tables");
    const share = lost === 0 ? 0 : lost / (words + lost);
    if (code === 0 && tables === 0 && share <= NAMED_SHARE) return [];
    const what = [
      ...(code > 0 ? [code === 1 ? "1 code block" : `${code} code blocks`] : []),
      ...(tables > 0 ? [tables === 1 ? "1 table" : `${tables} tables`] : []),
      ...(lost > 0 ? [`${lost} words (${Math.max(1, Math.round(share * 100))} %)`] : []),
    ];
    const why = [...new Set(losses.map(({ reason }) => DROP_REASONS[reason].label))];
    return [{ path, detail: `${what.join(", ")}: ${why.join(", ")}` }];
  });
}

/** Words that were dropped from all pages by reason, most first. */
export function countDropped(
  pages: readonly Pick<Page, "dropped">[],
): { reason: DropReason; words: number }[] {
  const byReason = new Map<DropReason, number>();
  for (const { dropped } of pages) {
    for (const { reason, words } of dropped) byReason.set(reason, (byReason.get(reason) ?? 0) + words);
  }
  return [...byReason]
    .map(([reason, words]) => ({ reason, words }))
    .filter(({ words }) => words > 0)
    .sort((one, other) => other.words - one.words);
}

function sumOf(dropped: readonly DroppedText[], field: "words" | "code" | "tables"): number {
  return dropped.reduce((sum, one) => sum + (one[field] ?? 0), 0);
}
