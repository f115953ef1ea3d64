/** A text as the marks of a template engine of the family of Liquid, Jinja, Nunjucks and Twig part it. */

export type TemplateToken =
  | { kind: "text"; text: string }
  | { kind: "output"; expression: string; text: string }
  | { kind: "tag"; name: string; rest: string; text: string };

/** Marks are bounded: one that is never closed is not looked for to the end of the page, over and over. */
const MARK =
  /\{%-?\s{0,50}(end\w+|[a-zA-Z][\w-]*)((?:(?!%\}|\{%)[^]){0,2000}?)-?%\}|(?<![$\\{]|\w=)\{\{(?![{<%#])-?((?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|(?!\{\{|\}\})[^"']){0,1000}?)-?\}\}(?!\})/g;

export function readTemplate(source: string): TemplateToken[] {
  const tokens: TemplateToken[] = [];
  let start = 0;
  for (const match of source.matchAll(MARK)) {
    if (match.index > start) tokens.push({ kind: "text", text: source.slice(start, match.index) });
    const [text, name, rest = "", expression] = match;
    if (name === undefined) tokens.push({ kind: "output", expression: (expression ?? "").trim(), text });
    else tokens.push({ kind: "tag", name, rest: rest.trim(), text });
    start = match.index + text.length;
  }
  if (start < source.length) tokens.push({ kind: "text", text: source.slice(start) });
  return tokens;
}
