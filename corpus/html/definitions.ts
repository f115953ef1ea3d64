/** Lists of terms and what they mean; also how API references write their members. */
import type { Element } from "hast";
import type { OutlineItem } from "../parse/outline.ts";
import { listOf } from "../parse/blocks.ts";
import { headingAnchor } from "./ids.ts";
import type { BlockReader, Title } from "./read-content.ts";
import { attribute, findElement, isElement } from "./tree.ts";

interface Entry {
  terms: Element[];
  meanings: Element[];
}

export function readDefinitions(list: Element, reader: BlockReader): OutlineItem[] {
  const items: OutlineItem[][] = [];
  let isPlain = true;
  reader.path.push(list);
  for (const { terms, meanings } of entriesOf(list, reader)) {
    const titles = titlesOf(terms, reader);
    if (titles !== undefined) {
      isPlain = false;
      items.push(readNamed(titles, meanings, reader));
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

/** Of terms that are opened by ids of their own; undefined where the first has none. */
function titlesOf(terms: readonly Element[], reader: BlockReader): Title[] | undefined {
  if (!terms.some(hasId)) return undefined;
  const titles = terms
    .map((term) => ({
      text: reader.inline(term.children).replace(/\s*\n\s*/g, " "),
      anchor: hasId(term) ? headingAnchor(term, reader.path, reader.ids) : "",
    }))
    .filter(({ text }) => text !== "");
  return titles[0] === undefined || titles[0].anchor === "" ? undefined : titles;
}

/** A section of its own: members of an API, options, terms of a glossary. Further terms of it stand below the first. */
function readNamed(
  [first, ...further]: readonly Title[],
  meanings: readonly Element[],
  reader: BlockReader,
): OutlineItem[] {
  if (first === undefined) return [];
  const others = further.map(({ text, anchor }): OutlineItem => ({
    kind: "paragraph",
    text,
    ...(anchor !== "" && { anchor }),
  }));
  let hasText = others.length > 0;
  const items = reader.readTitled(first, () => {
    const read = meanings.flatMap(reader.readChildren);
    hasText ||= read.length > 0;
    return [...others, ...read];
  });
  if (hasText) return items;
  // Nothing is said about it: the term itself is the text.
  return reader.readTitled({ text: "", anchor: first.anchor }, () => [
    { kind: "paragraph", text: first.text },
  ]);
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
