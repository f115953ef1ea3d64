import type { Block } from "../../core/corpus/format.ts";
import type { OutlineItem } from "../parse/outline.ts";
import { htmlFragment, textFragment } from "../formats/fragments.ts";
import { plainText, type Thing, type Value } from "./thing.ts";
import type { ShownText } from "./shown-text.ts";
import type { Speech } from "./words.ts";

export interface SectionContext {
  speech: Speech;
  shown: ShownText;
}

/** What a kind of thing says that its page does not show: a section of the page, or nothing. */
export type SectionWriter = (thing: Thing, context: SectionContext) => OutlineItem[];

/** A section that is never merged with others; nothing where it would be empty. */
export function section(heading: string, body: readonly OutlineItem[], depth = 2): OutlineItem[] {
  if (body.length === 0 || heading === "") return [];
  return [{ kind: "heading", depth, text: heading, anchor: "", standsAlone: true }, ...body.map(unshown)];
}

function unshown(item: OutlineItem): OutlineItem {
  return item.kind === "heading" ? item : { ...item, isUnshown: true };
}

export function paragraph(text: string | undefined): Block[] {
  return text === undefined || text.trim() === "" ? [] : [{ kind: "paragraph", text: text.trim() }];
}

/** Facts one after the other, each a sentence: those that are known. */
export function facts(...sentences: readonly (string | undefined)[]): Block[] {
  return paragraph(sentences.filter((sentence) => sentence !== undefined && sentence !== "").join(" "));
}

export function labelled(label: string, value: string | undefined): string | undefined {
  return value === undefined || value === "" ? undefined : `${label}: ${value.replace(/[.\s]+$/, "")}.`;
}

/** A text of the author's, which may be HTML, as blocks; headings in it become paragraphs. */
export function richText(value: Value | undefined): Block[] {
  if (typeof value !== "string") return [];
  const decoded = /&lt;\/?(?:p|ul|ol|li|br|strong|a)\b/i.test(value)
    ? value.replace(/&lt;/g, "<").replace(/&gt;/g, ">")
    : value;
  const { items } = /<[a-z][^<>]*>/i.test(decoded) ? htmlFragment(decoded) : textFragment(plainText(decoded));
  return items.map((item) =>
    item.kind === "heading" ? { kind: "paragraph", text: item.text, isHeading: true } : item,
  );
}

/** The text of an author's, where the page does not show it already. */
export function unshownText(value: Value | undefined, { shown }: SectionContext): Block[] {
  return typeof value !== "string" || shown.has(plainText(value)) ? [] : richText(value);
}
