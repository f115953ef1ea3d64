/** What is mended in the items that elements were read to, once they stand beside one another. */
import type { OutlineItem } from "../parse/outline.ts";
import { terminalText } from "./code.ts";

export function withoutPrompts(item: OutlineItem): OutlineItem {
  return item.kind === "code" ? { ...item, code: terminalText(item.code) } : item;
}

/** A command and its output are one block; where anything else stands between blocks, they stay as they are. */
export function joinCode(items: OutlineItem[]): OutlineItem[] {
  const blocks = items.filter((item) => item.kind === "code");
  if (blocks.length < 2 || blocks.length < items.length) return items;
  return [{ kind: "code", language: "", code: blocks.map(({ code }) => code).join("\n") }];
}

/** Parts of sections that go on, but hold nothing. */
export function withoutEmptyParts(items: readonly OutlineItem[]): OutlineItem[] {
  return items.filter((item, index) => {
    if (item.kind !== "heading" || item.text !== "") return true;
    const next = items[index + 1];
    return next !== undefined && next.kind !== "heading";
  });
}
