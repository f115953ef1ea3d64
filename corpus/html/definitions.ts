/** Lists of terms and what they mean; also how API references write their members. */
import type { Element } from "hast";
import type { OutlineItem } from "../parse/outline.ts";
import { listOf } from "../parse/blocks.ts";
import { opensSection } from "./accordions.ts";
import type { BlockReader } from "./read-content.ts";
import { attribute, findElement, isElement } from "./tree.ts";

interface Entry {
  terms: Element[];
  meanings: Element[];
}

export function readDefinitions(list: Element, reader: BlockReader): OutlineItem[] {
  const entries = entriesOf(list, reader);
  const isSections = opensSection(list, reader.path.at(-1), reader);
  const items: OutlineItem[][] = [];
  let isPlain = true;
  reader.path.push(list);
  for (const { terms, meanings } of entries) {
    if (terms.some(hasId) && isSections && meanings.length > 0) {
      isPlain = false;
      items.push([
        ...terms.flatMap((term) => reader.readTitle(term, true)),
        ...meanings.flatMap(reader.readChildren),
      ]);
      continue;
    }
    const read = meanings.flatMap(reader.readChildren);
    const term = terms
      .map((element) => reader.inline(element.children).replace(/\s*\n\s*/g, " "))
      .filter((text) => text !== "")
      .join(", ");
    const [first, ...rest] = read;
    if (first?.kind === "paragraph" && term !== "")
      items.push([{ ...first, text: `${withColon(term)} ${first.text}` }, ...rest]);
    else if (term === "") items.push(read);
    else items.push([{ kind: "paragraph", text: read.length === 0 ? term : withColon(term) }, ...read]);
    isPlain &&= read.every(({ kind }) => kind === "paragraph");
  }
  reader.path.pop();
  if (!isPlain) return items.flat();
  return listOf(items as Parameters<typeof listOf>[0], { ordered: false });
}

function withColon(term: string): string {
  return /[:：?!]$/.test(term) ? term : `${term}:`;
}

function hasId(term: Element): boolean {
  return (
    attribute(term, "id") !== undefined ||
    findElement(
      term,
      (element) =>
        attribute(element, "id") !== undefined ||
        (element.tagName === "a" && attribute(element, "name") !== undefined),
    ) !== undefined
  );
}

/** Terms with the meanings that follow them; `div`s around a pair, and what else stands in the list, are seen through. */
function entriesOf(list: Element, reader: BlockReader): Entry[] {
  const entries: Entry[] = [];
  const read = (parent: Element): void => {
    for (const child of parent.children) {
      if (!isElement(child) || reader.isLeftOut(child)) continue;
      const last = entries.at(-1);
      if (child.tagName === "dt") {
        if (last === undefined || last.meanings.length > 0) entries.push({ terms: [child], meanings: [] });
        else last.terms.push(child);
      } else if (child.tagName === "dd") {
        if (last === undefined) entries.push({ terms: [], meanings: [child] });
        else last.meanings.push(child);
      } else if (child.tagName === "div" && hasTerms(child)) read(child);
      else if (last === undefined) entries.push({ terms: [], meanings: [child] });
      else last.meanings.push(child);
    }
  };
  read(list);
  return entries;
}

function hasTerms(element: Element): boolean {
  return element.children.some(
    (child) => isElement(child) && (child.tagName === "dt" || child.tagName === "dd"),
  );
}
