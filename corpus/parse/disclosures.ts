/**
 * What opens on a click: `<details>` and accordions. Their titles are questions more often than not, and begin the
 * answer as a heading does; the reader of rendered pages treats them alike.
 */
import type { Nodes } from "mdast";
import { attributeText, isJsxElement, type JsxElement } from "./jsx.ts";
import { DETAILS_END, SUMMARY_END } from "./marks.ts";
import type { OutlineItem } from "./outline.ts";

const COMPONENT =
  /^(?:Accordion|AccordionItem|Collapse|Collapsible|Details|Disclosure|Expandable|Faq|FaqItem|FAQItem|Toggle)$/;
const TITLE_ATTRIBUTES = ["summary", "title", "question", "header", "label"];

export interface Disclosure {
  /** The summary's nodes, or the text of an attribute. */
  title: readonly Nodes[] | string;
  id: string;
  content: Nodes[];
}

/** Undefined where the element does not open, or has no title. */
export function readDisclosure(element: JsxElement): Disclosure | undefined {
  const name = element.name ?? "";
  const id = attributeText(element, "id") ?? "";
  if (name === "details") {
    const children = element.children as Nodes[];
    const at = children.findIndex((child) => summaryOf(child) !== undefined);
    const child = children[at];
    const summary = child === undefined ? undefined : summaryOf(child);
    if (summary === undefined || summary.children.some(({ type }) => (type as string) === "heading"))
      return undefined;
    return { title: summary.children as Nodes[], id, content: children.filter((_, index) => index !== at) };
  }
  if (!COMPONENT.test(name)) return undefined;
  const title = TITLE_ATTRIBUTES.map((attribute) => attributeText(element, attribute)).find(
    (text) => text !== undefined && text.trim() !== "",
  );
  return title === undefined ? undefined : { title, id, content: element.children as Nodes[] };
}

/** The element itself, or the only one of a paragraph. */
function summaryOf(node: Nodes): JsxElement | undefined {
  if (isJsxElement(node)) return node.name === "summary" ? node : undefined;
  if (node.type !== "paragraph") return undefined;
  const [only, ...more] = node.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  return only !== undefined && more.length === 0 ? summaryOf(only) : undefined;
}

const DISCLOSURE_TAGS = /<details\b([^<>]{0,500})>|<\/summary\s{0,9}>|<\/details\s{0,9}>/gi;
const ID = /\sid\s{0,9}=\s{0,9}["']?([^\s"'<>]{1,200})/i;

/** Marks summaries and ends in the pieces of HTML of one page, in their order: Markdown may lie between them. */
export function createDisclosureMarker(): (html: string) => string {
  let id = "";
  return (html) => {
    // The lines of a list are its own.
    if (!/<\/?(?:summary|details)\b/i.test(html) || /<li\b/i.test(html)) return html;
    return html.replace(DISCLOSURE_TAGS, (tag: string, attributes: string | undefined) => {
      if (attributes !== undefined) {
        id = ID.exec(attributes)?.[1] ?? "";
        return tag;
      }
      if (/details/i.test(tag)) return `<p>${DETAILS_END}</p>${tag}`;
      const marked = `${SUMMARY_END}${id}${tag}`;
      id = "";
      return marked;
    });
  };
}

const DISCLOSURE_MARK = new RegExp(`[${SUMMARY_END}${DETAILS_END}]`);
const QUESTION = /[?？؟]\s*$/;

/**
 * Makes headings of marked summaries: of those that have an id, ask a question, or follow such a one, where nothing but
 * further ones or a heading comes behind. The outline has no end of a section but the next heading, so that text after
 * the last one would be taken for its answer.
 */
export function openDisclosures(items: readonly OutlineItem[]): OutlineItem[] {
  const opened: OutlineItem[] = [];
  let depth = 1;
  /** Of each that is open, whether it begins a section. */
  const open: boolean[] = [];
  let followsSection = false;
  for (const [index, item] of items.entries()) {
    if (item.kind === "heading") depth = item.depth;
    if (item.kind !== "paragraph" || !DISCLOSURE_MARK.test(item.text)) {
      opened.push(item);
      followsSection = false;
      continue;
    }
    if (item.text.includes(DETAILS_END)) {
      followsSection = open.pop() === true;
      continue;
    }
    const [text = "", anchor = ""] = item.text.split(SUMMARY_END).map((part) => part.trim());
    // What stands behind an answer would be a part of it.
    const isTitle = anchor !== "" || QUESTION.test(text) || followsSection;
    const begins = /[\p{L}\p{N}]/u.test(text) && isTitle && opensSection(items, index);
    open.push(begins);
    followsSection = false;
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    opened.push(
      begins ? { kind: "heading", depth: Math.min(6, depth + 1), text, anchor } : { kind: "paragraph", text },
    );
  }
  return opened;
}

function opensSection(items: readonly OutlineItem[], summaryAt: number): boolean {
  let open = 1;
  for (let at = summaryAt + 1; at < items.length; at++) {
    const item = items[at];
    const text = item?.kind === "paragraph" ? item.text : "";
    if (text.includes(SUMMARY_END)) {
      if (open === 0) return true;
      open += 1;
    } else if (text.includes(DETAILS_END)) {
      if (open === 0) return true;
      open -= 1;
    } else if (open === 0) {
      return item?.kind === "heading";
    }
  }
  return open === 0;
}
