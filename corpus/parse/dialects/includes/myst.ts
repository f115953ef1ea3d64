/**
 * MyST: ```` ```{include} a.md ````, ```` ```{literalinclude} a.py ```` with options on the lines below.
 * @see https://myst-parser.readthedocs.io/en/latest/syntax/organising_content.html
 */
import { indented } from "../../fenced-code.ts";
import { lineRangesOf, textBetween } from "./file-pieces.ts";
import { pagePath, rootPaths } from "./include-paths.ts";
import type { IncludeSyntax } from "./include-syntax.ts";

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
          return textBetween(lines, options["start-after"], options["end-before"]);
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
