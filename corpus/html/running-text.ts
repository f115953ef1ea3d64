/** Text that runs across a page says the same many times in a row: "View project" for as long as the line is. */
import type { OutlineItem } from "../parse/outline.ts";

/** Fewer may be a refrain. */
const LEAST_TIMES = 4;

export function withoutRunningText(items: readonly OutlineItem[]): OutlineItem[] {
  const kept: OutlineItem[] = [];
  for (let index = 0; index < items.length;) {
    const item = items[index];
    if (item === undefined) break;
    let end = index + 1;
    while (isSame(item, items[end])) end += 1;
    kept.push(...(end - index >= LEAST_TIMES ? [item] : items.slice(index, end)));
    index = end;
  }
  return kept;
}

function isSame(item: OutlineItem, other: OutlineItem | undefined): boolean {
  return item.kind === "paragraph" && other?.kind === "paragraph" && item.text === other.text;
}
