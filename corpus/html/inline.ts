/** Text within a line, as blocks hold it: code spans in backticks, links and emphasis as their words. */
import type { Element, ElementContent, Nodes } from "hast";
import { alternativeText } from "../parse/alternative-text.ts";
import { codeSpan, tidy, type PageLink } from "../parse/inline-text.ts";
import { isBlockName, MACHINERY } from "./elements.ts";
import { isForScreenReaders } from "./hidden.ts";
import { mathText } from "./math.ts";
import { attribute, classNames, eachElement } from "./tree.ts";
import { oneLine, visibleText } from "./visible-text.ts";

export interface InlineReader {
  isLeftOut: (node: ElementContent) => boolean;
  onLink: (link: PageLink) => void;
}

/** White space collapsed within lines, trimmed. */
export function inlineText(nodes: readonly Nodes[], reader: InlineReader): string {
  return tidy(textOfAll(nodes, "", reader));
}

function textOfAll(nodes: readonly Nodes[], before: string, reader: InlineReader): string {
  let text = "";
  for (const [index, node] of nodes.entries()) {
    const own = rawText(node, before + text, reader);
    text += areFieldsApart(nodes[index - 1], node, text, own) ? ` ${own}` : own;
  }
  return text;
}

/**
 * `<span class="name">Cut</span><span class="amount">42 €</span>`: parts of a line that styles set apart. Only where a
 * word meets a number or a capital: letters of one word are wrapped for other reasons.
 */
function areFieldsApart(previous: Nodes | undefined, node: Nodes, before: string, text: string): boolean {
  if (previous === undefined || !isField(previous) || !isField(node)) return false;
  return /\p{L}{2}$/u.test(before)
    ? /^(?:\p{N}|\p{Sc})/u.test(text) || (/\p{Ll}$/u.test(before) && /^\p{Lu}\p{Ll}/u.test(text))
    : /(?:\p{N}|\p{Sc})$/u.test(before) && /^\p{L}{2}/u.test(text);
}

function isField(node: Nodes): boolean {
  return (
    node.type === "element" &&
    FIELD_TAGS.has(node.tagName) &&
    // Parts of a signature are one word: `<span class="pre">`.
    ((node.tagName === "span" && classNames(node).length === 0) ||
      classNames(node).some((name) => !/^(?:pre|sig-|n[a-z]?$|o$|p$)/.test(name)))
  );
}

const FIELD_TAGS: ReadonlySet<string> = new Set(["span", "strong", "b", "small"]);

function rawText(node: Nodes, before: string, reader: InlineReader): string {
  if (node.type === "text") {
    if (reader.isLeftOut(node)) return "";
    return node.value.replace(/`/g, "'").replace(/[\n\r\u00AD\u200B]/g, (mark) => (mark < " " ? " " : ""));
  }
  if (node.type !== "element" || reader.isLeftOut(node)) return "";
  switch (node.tagName) {
    case "br":
      return "\n";
    case "img":
      return imageText(node);
    case "code":
    case "tt":
    case "samp":
      noteLinks(node, reader);
      return spacedCode(visibleText(node, reader.isLeftOut));
    case "a":
      return linkText(node, before, reader);
    case "sup": {
      // Without it 10<sup>2</sup> would read as another number.
      const text = childrenText(node, before, reader);
      return text !== "" && /\d$/.test(before) && /^\w/.test(text) ? `^${text}` : text;
    }
    case "q":
      return `“${childrenText(node, before, reader)}”`;
    case "rp":
      return "";
    case "rt":
      return `(${childrenText(node, before, reader)})`;
    case "math":
      return mathText(node);
    default:
  }
  const names = classNames(node);
  if (names.includes("katex")) return mathText(node);
  // A formula, between the marks by which MathJax finds it.
  if (names.includes("math"))
    return childrenText(node, before, reader).replace(/^\s*\\[([]|\\[)\]]\s*$/g, "");
  // docutils: of which kind a term is, parted from it by style alone.
  if (names.includes("classifier")) return ` : ${childrenText(node, before, reader)}`;
  if (MACHINERY.has(node.tagName)) return "";
  const text = childrenText(node, before, reader);
  return isBlockName(node.tagName) ? `\n${text}\n` : text;
}

/** Spaces at its edges part it from a span beside it. */
function spacedCode(text: string): string {
  const code = codeSpan(text);
  if (code === "") return "";
  return `${/^\s/.test(text) ? " " : ""}${code}${/\s$/.test(text) ? " " : ""}`;
}

function childrenText({ children }: Element, before: string, reader: InlineReader): string {
  return textOfAll(children, before, reader);
}

function linkText(link: Element, before: string, reader: InlineReader): string {
  const text = childrenText(link, before, reader);
  const target = attribute(link, "href");
  if (target !== undefined) reader.onLink({ target, text: oneLine(text) });
  // Two links that touch are two words to a reader, who sees them as buttons.
  return /[\p{L}\p{N}]$/u.test(before) && /^[\p{Lu}]/u.test(text) && isAfterLink(before) ? ` ${text}` : text;
}

/** A word in capitals that follows without a space began an element of its own. */
function isAfterLink(before: string): boolean {
  return /\p{Ll}$/u.test(before);
}

function noteLinks(element: Element, { onLink }: InlineReader): void {
  eachElement(element, (child) => {
    const target = child.tagName === "a" ? attribute(child, "href") : undefined;
    if (target !== undefined) onLink({ target, text: oneLine(visibleText(child)) });
  });
}

/** What an image shows, where its author says it. */
export function imageText(image: Element): string {
  if (attribute(image, "role") === "presentation") return "";
  return alternativeText(attribute(image, "alt") ?? "", attribute(image, "src"));
}

/** What a cell says that holds only an icon. */
export function iconText(cell: Element): string {
  let said = "";
  let drawn = "";
  eachElement(cell, (element) => {
    if (said !== "") return false;
    const title =
      element.tagName === "title" || isForScreenReaders(element) ? visibleText(element, () => false) : "";
    said = oneLine(
      attribute(element, "ariaLabel") ?? attribute(element, "title") ?? attribute(element, "alt") ?? title,
    );
    if (said === "" && drawn === "") drawn = drawnMark(element);
    return undefined;
  });
  return said === "" ? drawn : said;
}

/** Icons without a name of their own are named by their class. */
function drawnMark(element: Element): string {
  const names = classNames(element).join(" ");
  if (/(?:^|[-\s_])(?:check|checkmark|tick|yes)(?:[-\s_]|$)/.test(names)) return "✓";
  return /(?:^|[-\s_])(?:times|xmark|cross|close|no)(?:[-\s_]|$)/.test(names) ? "✗" : "";
}
