/**
 * mkdocs-include-markdown-plugin and mkdocs-macros: `{% include-markdown "a.md" start="<!--x-->" %}`; Jinja, Nunjucks
 * and GitBook: `{% include "a.md" %}`; markdown-include: `{! a.md !}`.
 */
import { indented } from "../../fenced-code.ts";
import { textBetween } from "./file-pieces.ts";
import { rootPaths } from "./include-paths.ts";
import type { IncludeSyntax } from "./include-syntax.ts";

export const TEMPLATE_TAGS: IncludeSyntax = {
  sign: /\{%-?\s{0,9}(?:include|include-markdown|render)\s|\{!/,
  inCode: "where-found",
  expand: (source, files) =>
    source
      .replace(
        /^([ \t]*)?\{%-?[ \t\n]{0,20}(include|include-markdown|render)[ \t\n]{1,20}["']([^"'{}\n]{1,500})["']([^{}]{0,1000}?)-?%\}/gm,
        (_, indent = "", kind: string, path: string, options: string) => {
          const option = (name: string): string | undefined =>
            new RegExp(`\\b${name}=["']([^"']{1,200})["']`).exec(options)?.[1];
          const isPage =
            /\.(?:md|markdown|mdx|html?|njk|liquid|j2|jinja2?|txt)$/i.test(path) ||
            kind === "include-markdown";
          const paths = rootPaths(path, [
            "_includes",
            "docs",
            "src/_includes",
            "includes",
            "docs/snippets",
            ".gitbook/includes",
            "overrides",
          ]);
          const text = files.page(paths, (body) => textBetween(body, option("start"), option("end")));
          return isPage || indent !== "" ? indented(text, indent as string) : text;
        },
      )
      .replace(
        /^([ \t]*)\{![ \t]{0,20}([^{}!\n]{1,500}?)[ \t]{0,20}!\}/gm,
        (_, indent: string, path: string) => indented(files.page(rootPaths(path, ["docs"])), indent),
      ),
};
