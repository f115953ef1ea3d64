/**
 * docfx: `[!INCLUDE [title](file.md)]`, `[!code-csharp[Name](Program.cs#Region)]` and, of Microsoft's,
 * `:::code language="c" source="a.c" range="1-9" id="name":::`.
 * @see https://dotnet.github.io/docfx/docs/markdown.html
 */
import { indented } from "../../fenced-code.ts";
import { lineRangesOf, linesOf, regionOf, taggedPieceOf } from "./file-pieces.ts";
import { rootPaths } from "./include-paths.ts";
import type { IncludeSyntax } from "./include-syntax.ts";

export const DOCFX: IncludeSyntax = {
  sign: /\[!(?:INCLUDE|code)|:::\s?code\s/i,
  inCode: "sample",
  expand: (source, files) =>
    source
      .replace(
        /^([ \t>]*)?\[!INCLUDE\s{0,9}\[[^\]\n]{0,500}\]\s{0,9}\(([^)\n]{0,500}?)\)\s{0,9}\]/gim,
        (_, indent = "", path: string) => indented(files.page(docfxPaths(path)), indent as string),
      )
      .replace(
        /(.)\[!INCLUDE\s{0,9}\[[^\]\n]{0,500}\]\s{0,9}\(([^)\n]{0,500}?)\)\s{0,9}\]/gi,
        (_, before: string, path: string) => {
          const text = files.page(docfxPaths(path));
          return before + text.replace(/\s*\n\s*/g, " ");
        },
      )
      .replace(
        /^([ \t>]*)\[!code(?:-([\w+#]+))?\s{0,9}\[[^\]\n]{0,500}\]\s{0,9}\(([^)\n]{0,500}?)\)\s{0,9}\]/gim,
        (_, indent: string, language: string | undefined, target: string) =>
          files.code(docfxPaths(target.replace(/[?#].*$/, "")), {
            language: language?.toLowerCase(),
            indent,
            piece: (text) => docfxPiece(text, target),
          }),
      )
      .replace(
        /^([ \t>]*):::\s?code[ \t]+([^\n]{0,1000}?):::[ \t]*$/gm,
        (_, indent: string, attributes: string) => {
          const value = (name: string): string | undefined =>
            new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`, "i").exec(attributes)?.[1];
          const id = value("id");
          const range = value("range");
          return files.code(docfxPaths(value("source") ?? ""), {
            language: value("language"),
            indent,
            piece: (text) => {
              if (id !== undefined) return taggedPieceOf(text, id) ?? regionOf(text, id);
              return range === undefined ? text : lineRangesOf(text, range);
            },
          });
        },
      ),
};

function docfxPaths(path: string): string[] {
  const plain = path.trim().replace(/[?#].*$/, "");
  return plain.startsWith("~/") ? rootPaths(plain.slice(1), []) : [plain];
}

function docfxPiece(text: string, target: string): string | undefined {
  const [, query = "", fragment = ""] = /^[^?#]*(?:\?([^#]*))?(?:#(.*))?$/.exec(target) ?? [];
  const values = new URLSearchParams(query);
  const lines = /^L(\d+)(?:-L?(\d+))?$/i.exec(fragment);
  if (lines !== null) return linesOf(text, Number(lines[1]), Number(lines[2] ?? lines[1]));
  const name = values.get("name") ?? fragment;
  if (name !== "") return taggedPieceOf(text, name) ?? regionOf(text, name);
  const start = values.get("start");
  if (start !== null)
    return linesOf(text, Number(start), Number(values.get("end") ?? Number.POSITIVE_INFINITY));
  return values.get("range") === null ? text : lineRangesOf(text, values.get("range") ?? "");
}
