import { literalText } from "./jsx.ts";
import { UNKNOWN_VALUE } from "./marks.ts";
import { protectCode } from "./protect-code.ts";

/** Attributes whose value a reader of the page sees. */
const VISIBLE_ATTRIBUTE = /\b(?:title|label|description|summary|heading|text)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** A tag with quoted and braced attribute values, one level of nested braces deep. */
const COMPONENT_TAG =
  /<\/?(?:[A-Z][\w.]*|[a-z][a-z0-9]*(?:[-.:][\w.-]+)*|)(?:\s+(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}|[^<>"'{}])*)?\/?>/g;

/**
 * Makes Markdown of an MDX page that does not compile: imports, exports, comments, expressions and tags go,
 * the text and the visible attributes stay. Coarser than the MDX grammar, and it never fails.
 */
export function stripMdx(source: string): string {
  return protectCode(source, (text) =>
    outsideCodeSpans(
      text
        .replace(/^(?:import\s(?:[^\n]*?from\s*)?["'][^\n]*|import\s*\{[^}]*\}\s*from\s*["'][^\n]*)$/gm, "")
        .replace(
          /^export\s+(?:default|const|let|var|function|async|class|\{|\*)[\s\S]*?(?=\n\s*\n|$(?![\s\S]))/gm,
          "",
        )
        .replace(/\{\/\*[\s\S]*?\*\/\}|<!--[\s\S]*?-->/g, ""),
      (part) =>
        part
          .replace(COMPONENT_TAG, visibleText)
          .replace(
            /(?<!\\)\{((?:[^{}]|\{[^{}]*\})*)\}/g,
            (_, expression: string) => literalText(expression) ?? UNKNOWN_VALUE,
          ),
    ),
  );
}

function visibleText(tag: string): string {
  if (/^<br\b/i.test(tag)) return "\n";
  const values = [...tag.matchAll(VISIBLE_ATTRIBUTE)].map((match) => match[1] ?? match[2] ?? "");
  const texts = values.filter((value) => value !== "");
  return texts.length === 0 ? "" : `\n\n${texts.join("\n\n")}\n\n`;
}

function outsideCodeSpans(text: string, change: (part: string) => string): string {
  return text
    .split(/(`+[^`]+`+)/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join("");
}
