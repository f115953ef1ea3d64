/** Terms of a glossary, each an entry of its own. @see https://www.sphinx-doc.org/en/master/usage/domains/standard.html#directive-glossary */
import type { OutlineItem } from "../../parse/outline.ts";
import type { BlockRenderer } from "./block-renderer.ts";
import { indentedLines } from "./indented-lines.ts";
import { objectId } from "./node-ids.ts";

export function glossaryItems(content: readonly string[], renderer: BlockRenderer): OutlineItem[] {
  const items: OutlineItem[] = [];
  let terms: string[] = [];
  for (let at = 0; at < content.length; at++) {
    const line = content[at] ?? "";
    if (line === "" || line.startsWith("..")) continue;
    if (!line.startsWith(" ")) {
      // Behind a colon stands the letter that it is sorted under.
      terms.push(line.split(" : ", 1)[0] ?? line);
      continue;
    }
    const { lines, next } = indentedLines(content, at);
    items.push(...entryItems(terms, lines, renderer));
    terms = [];
    at = next - 1;
  }
  return [...items, ...(terms.length > 0 ? entryItems(terms, [], renderer) : [])];
}

function entryItems(
  terms: readonly string[],
  lines: readonly string[],
  renderer: BlockRenderer,
): OutlineItem[] {
  const [first, ...others] = terms.map((term) => termOf(term, renderer));
  if (first === undefined) return renderer.lines(lines);
  return renderer.titled(first, () => [
    ...others.map(({ text, anchor }): OutlineItem => ({
      kind: "paragraph",
      text,
      ...(anchor !== "" && { anchor }),
    })),
    ...renderer.lines(lines),
  ]);
}

function termOf(term: string, { context, inline }: BlockRenderer): { text: string; anchor: string } {
  const text = inline(term).replace(/\n/g, " ");
  const id = objectId(text.replace(/`/g, ""), "term");
  if (id === undefined || context.ids.has(id)) return { text, anchor: "" };
  context.ids.note(id);
  context.anchors.add(id);
  return { text, anchor: id };
}
