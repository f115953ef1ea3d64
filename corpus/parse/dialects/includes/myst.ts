/**
 * MyST: ```` ```{include} a.md ````, ```` ```{literalinclude} a.py ```` with options on the lines below.
 * @see https://myst-parser.readthedocs.io/en/latest/syntax/organising_content.html
 */
import { indented } from "../../fenced-code.ts";
import { lineRangesOf, textBetween } from "./file-pieces.ts";
import { pagePath, rootPaths } from "./include-paths.ts";
import type { IncludeSyntax } from "./include-syntax.ts";

/** Whole lines, from the first that holds a text to the first behind it that holds another, both included. */
function linesBetween(text: string, start: string | undefined, end: string | undefined): string {
  if (start === undefined && end === undefined) return text;
  const lines = text.split("\n");
  const from =
    start === undefined
      ? 0
      : Math.max(
          0,
          lines.findIndex((line) => line.includes(start)),
        );
  const to = end === undefined ? -1 : lines.findIndex((line, at) => at >= from && line.includes(end));
  return lines.slice(from, to === -1 ? undefined : to + 1).join("\n");
}

export const MYST: IncludeSyntax = {
  sign: /\{(?:include|literalinclude)\}/,
  inCode: "read",
  expand: (source, files) =>
    source.replace(
      /^([ \t]*)(`{3,9}|:{3,9}|~{3,9})\{(include|literalinclude)\}[ \t]+(\S[^\n]{0,500}?)[ \t]*\n((?:[ \t]*:[\w-]+:[^\n]{0,500}\n){0,20})[ \t]*\2[ \t]*$/gm,
      (_, indent: string, __, kind: string, path: string, optionLines: string) => {
        const options = Object.fromEntries(
          [...optionLines.matchAll(/:([\w-]+):[ \t]*([^\n]*)/g)].map((match) => [match[1], match[2]?.trim()]),
        ) as Record<string, string | undefined>;
        const piece = (text: string): string => {
          const lines = options["lines"] === undefined ? text : lineRangesOf(text, options["lines"]);
          const from = Number(options["start-line"] ?? 0);
          const end = options["end-line"] === undefined ? undefined : Number(options["end-line"]);
          const rows =
            from === 0 && end === undefined ? lines : lines.split("\n").slice(from, end).join("\n");
          const inner = textBetween(rows, options["start-after"], options["end-before"]);
          return linesBetween(inner, options["start-at"], options["end-at"]);
        };
        const paths = path.startsWith("/") ? rootPaths(path, ["docs", "source"]) : pagePath(path);
        return kind === "include" && options["literal"] === undefined && options["code"] === undefined
          ? indented(files.page(paths, piece), indent)
          : files.code(paths, {
              language: options["language"] ?? options["code"],
              title: options["caption"],
              indent,
              piece,
            });
      },
    ),
};
