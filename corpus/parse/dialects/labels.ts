/** Labels of tabs: paragraphs that say which case the text below is about. */
import { LABEL_END, PANEL_END } from "../marks.ts";

/** A label as a paragraph of Markdown, at the end of what stands before it. */
export function labelLine(label: string, indent = ""): string {
  const text = plainLabel(label);
  return text === "" ? "" : `\n${indent}\n${indent}${text}${LABEL_END}\n${indent}\n${indent}`;
}

export function panelEnd(indent = ""): string {
  return `\n${indent}\n${indent}${PANEL_END}\n${indent}\n${indent}`;
}

/** A label that looks like a heading, a quote or a list is none. */
export function plainLabel(label: string): string {
  return label
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[#>*+-]/, "\\$&")
    .replace(/^(\d+)(?=[.)])/, "$1\\");
}
