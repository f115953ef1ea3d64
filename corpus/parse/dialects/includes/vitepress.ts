/**
 * VitePress: `<<< @/file.js#region{1,3 ts:line-numbers} [Title]` shows a file as code (braces light lines up, and choose
 * none); `<!--@include: ./part.md{3,9}-->` reads a part of a page, by lines, region or heading.
 * @see https://vitepress.dev/guide/markdown#import-code-snippets
 */
import { indented } from "../../fenced-code.ts";
import { headingSectionOf, linesOf, regionOf } from "./file-pieces.ts";
import { rootPaths } from "./include-paths.ts";
import type { IncludeSyntax } from "./include-syntax.ts";

export const VITEPRESS: IncludeSyntax = {
  sign: /<<<|@include:/,
  inCode: "sample",
  expand: (source, files) =>
    source
      .replace(
        /^([ \t]*)<<<[ \t]{1,9}([@./~\w][^\s{}#[\]]{0,500})(?:#([\w*.-]{1,100}))?[ \t]{0,9}(?:\{([^{}\n]{0,200})\})?[ \t]{0,9}(?:\[([^\]\n]{0,200})\])?[ \t]*$/gm,
        (_, indent: string, path: string, region?: string, marks?: string, title?: string) =>
          files.code(vitepressPaths(path), {
            indent,
            title,
            language: /(?:^|\s)([a-z][\w+#]*)(?::[\w-]+)?\s*$/.exec(marks ?? "")?.[1],
            piece: (text) => (region === undefined ? text : regionOf(text, region)),
          }),
      )
      .replace(
        /^([ \t]*)?<!--[ \t]{0,9}@include:[ \t]{0,9}([^\s{}#<>]{1,500}?)(?:#([^\s{}<>]{1,200}?))?(?:\{(\d*)?(,)?(\d*)?\})?[ \t]{0,9}-->/gm,
        (_, indent = "", path: string, region?: string, from = "", comma?: string, to = "") => {
          const text = files.page(vitepressPaths(path), (body) => {
            const piece =
              region === undefined ? body : (regionOf(body, region) ?? headingSectionOf(body, region));
            if (piece === undefined || (from === "" && to === "")) return piece;
            const first = from === "" ? 1 : Number(from);
            return linesOf(piece, first, to !== "" ? Number(to) : comma === undefined ? first : undefined);
          });
          return indented(text, indent as string);
        },
      ),
};

function vitepressPaths(path: string): string[] {
  if (!/^[@~]\//.test(path)) return path.startsWith("/") ? rootPaths(path, ["docs"]) : [path, `/${path}`];
  return rootPaths(path.slice(1), ["docs", "src"]);
}
