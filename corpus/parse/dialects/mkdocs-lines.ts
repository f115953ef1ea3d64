/** Lines and blocks of MkDocs: API directives with their options, annotations, and Markdown inside of HTML. */
import type { DialectContext } from "./dialect-context.ts";

/** mkdocstrings: `::: package.module.Class`, options below, farther right. None of it is text of the page. */
const DIRECTIVE = /^([ ]*):::[ ]([\w.:/-]+)[ \t]*$/;

export function withoutApiDirectives(source: string, context: DialectContext): string {
  if (!/^[ ]*::: [\w.:/-]+[ \t]*$/m.test(source)) return source;
  const lines = source.split("\n");
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const [, indent = "", name = ""] = DIRECTIVE.exec(line) ?? [];
    const isOption = (text: string): boolean =>
      text.startsWith(`${indent}    `) &&
      /^(?:options|handler|selection|rendering|members|filters):|^[\w-]+:/.test(text.trim());
    const isDirective =
      name !== "" &&
      (/\w[.:]\w/.test(name) ||
        (context.generator === "mkdocs" && !/^[a-z]+$/.test(name)) ||
        isOption(lines[at + 1] ?? ""));
    if (!isDirective) {
      kept.push(line);
      continue;
    }
    while (at + 1 < lines.length) {
      const next = lines[at + 1] ?? "";
      const isBelow = next.startsWith(`${indent}    `) || next.startsWith(`${indent}\t`);
      if (!isBelow && !(next.trim() === "" && (lines[at + 2] ?? "").startsWith(`${indent}    `))) break;
      at++;
    }
    context.drop("component", "");
    kept.push("");
  }
  return kept.join("\n");
}

/** Material: `(1)` points to an item of the list below a block that is marked `{ .annotate }`. */
export function withoutAnnotationMarks(source: string): string {
  if (!source.includes(".annotate")) return source;
  const lines = source.split("\n");
  for (const [at, line] of lines.entries()) {
    if (!/\{[^{}\n]*\.annotate\b[^{}\n]*\}/.test(line)) continue;
    // The block above, up to an empty line.
    for (let above = at; above >= 0 && at - above < 40; above--) {
      const text = lines[above] ?? "";
      if (above < at && text.trim() === "") break;
      lines[above] = text
        .replace(/[ \t]{0,9}(?<!\w)\(\d{1,2}\)(?=[\s.,;:!?]|$|\{)/g, "")
        .replace(/[ \t]*\(\d{1,2}\)[ \t]*$/, "");
    }
  }
  return lines.join("\n");
}

/** Python-Markdown: what stands in `<div markdown>` is Markdown, also on the very next line. */
export function parseMarkdownInHtml(source: string): string {
  if (!/\smarkdown(?:=|>|\s)/.test(source)) return source;
  // What follows the end of such an element is Markdown again.
  const ended = source.replace(/^([ \t]*<\/(?:div|section|article|aside|figure|details)>)[ \t]*$/gm, "$1\n");
  return ended.replace(
    /^([ \t]*<(?:div|section|article|aside|figure|figcaption|details|summary|center)\b[^<>\n]{0,500}?\smarkdown(?:=["']?(?:1|block|span|on)["']?)?(?:\s[^<>\n]{0,500})?>)[ \t]*$/gm,
    "$1\n",
  );
}
