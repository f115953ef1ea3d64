import type { Strings } from "../strings.ts";

/** What is heard of a block of an answer, in pieces that make sense by themselves: sentences, items, a name. */
export function spokenPieces(block: Element, strings: Strings, lang: string): string[] {
  if (block.matches("ul, ol")) {
    const first = block instanceof HTMLOListElement ? block.start : undefined;
    return [...block.children].map((item, index) => {
      const text = tidy(spoken(item, strings));
      return first === undefined ? text : `${first + index}. ${text}`;
    });
  }
  const text = tidy(spoken(block, strings));
  const segments = new Intl.Segmenter(lang || undefined, { granularity: "sentence" }).segment(text);
  return [...segments].map(({ segment }) => segment.trim());
}

/** The text of a node as it makes sense to the ear: without numbers of citations, code and tables by their names. */
function spoken(node: Node, strings: Strings): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof HTMLElement) || node.matches(".citation")) return "";
  if (node.matches(".code-block")) {
    const lines = node.querySelector("code")!.textContent.trimEnd().split("\n").length;
    return ` ${strings.codeExample(lines)}. `;
  }
  if (node.matches(".table-scroller")) {
    return ` ${strings.tableOf(node.querySelectorAll("th").length)}. `;
  }
  const text = [...node.childNodes].map((child) => spoken(child, strings)).join("");
  return node.matches("li, p, blockquote") ? ` ${text} ` : text;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
