/**
 * mdBook: `{{#include file.rs:anchor}}`, `{{#rustdoc_include file.rs:2:9}}`, `{{#playground file.rs editable}}`. A
 * backslash in front makes it text.
 * @see https://rust-lang.github.io/mdBook/format/mdbook.html
 */
import { LITERAL_CLOSE, LITERAL_OPEN } from "../../marks.ts";
import { anchorOf, linesOf, withoutAnchors } from "./file-pieces.ts";
import type { IncludeSyntax } from "./include-syntax.ts";

export const MDBOOK: IncludeSyntax = {
  sign: "{{#",
  inCode: "read",
  expand: (source, files) =>
    source.replace(
      /(\\?)\{\{#(include|rustdoc_include|playground|playpen|template)[ \t]{1,20}([^{}\n]{1,500}?)[ \t]{0,20}\}\}|(\\?)\{\{#title[ \t][^{}\n]{0,500}\}\}/g,
      (whole, escape: string | undefined, kind: string | undefined, rest = "", escapedTitle = "") => {
        if (escape === "\\" || escapedTitle === "\\")
          return whole
            .slice(1)
            .replace("{{#", `${LITERAL_OPEN}${LITERAL_OPEN}#`)
            .replace("}}", LITERAL_CLOSE + LITERAL_CLOSE);
        if (kind === undefined) return "";
        const [, path = "", piece] = /^(\S+?\.\w+|[^\s:]+)(?::(\S*))?(?:\s.*)?$/.exec(rest as string) ?? [];
        const paths = [path, `/src/${path}`];
        const pick = (text: string): string | undefined => mdbookPiece(text, piece);
        if (kind === "template")
          return files.page(paths, (text) => filledTemplate(text, (rest as string).slice(path.length)));
        if (kind.startsWith("pl")) return files.code(paths, { language: "rust", piece: pick });
        const isPage = /\.(?:md|markdown)$/i.test(path);
        return isPage ? files.page(paths, pick) : files.text(paths, pick);
      },
    ),
};

/** Of mdbook-template: `[[#name]]` and `[[#name default]]` stand for what the page gives. */
function filledTemplate(template: string, given: string): string {
  const values = new Map(
    [...given.matchAll(/([\w-]+)=(.*?)(?=\s+[\w-]+=|\s*$)/g)].map(([, name = "", value = ""]) => [
      name,
      value.trim(),
    ]),
  );
  return template.replace(
    /\[\[#([\w-]{1,100})(?:[ \t]+([^\]\n]{0,500}))?\]\]/g,
    (_, name: string, fallback = "") => values.get(name) ?? (fallback as string),
  );
}

function mdbookPiece(text: string, piece: string | undefined): string | undefined {
  if (piece === undefined || piece === "") return withoutAnchors(text);
  const [, from = "", colon, to = ""] = /^(\d*)(:)?(\d*)$/.exec(piece) ?? [];
  if (from === "" && to === "" && colon === undefined) return anchorOf(text, piece);
  const first = from === "" ? 1 : Number(from);
  if (colon === undefined) return linesOf(text, first, first);
  return linesOf(text, first, to === "" ? undefined : Number(to));
}
