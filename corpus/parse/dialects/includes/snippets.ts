/**
 * pymdownx: `--8<-- "file.md:section"`, or a block of names between two `--8<--`. A semicolon in front makes it text.
 * @see https://facelessuser.github.io/pymdown-extensions/extensions/snippets/
 */
import { indented } from "../../fenced-code.ts";
import { lineRangesOf, linesOf, snippetSectionOf, withoutSnippetMarks } from "./file-pieces.ts";
import { rootPaths } from "./include-paths.ts";
import type { IncludeSyntax } from "./include-syntax.ts";
import type { IncludedFiles } from "./included-files.ts";

export const SNIPPETS: IncludeSyntax = {
  sign: "8<-",
  inCode: "read",
  expand: (source, files) => {
    const lines: string[] = [];
    let isBlock = false;
    for (const line of source.split("\n")) {
      const [, indent = "", escape, , rest = ""] =
        /^([ \t>]*)(;?)(-{1,8}8<-{1,8})[ \t]*(.*)$/.exec(line) ?? [];
      if (escape === undefined) {
        const name = line.trim();
        if (isBlock && name !== "" && !name.startsWith(";")) {
          lines.push(indented(snippet(name, files), /^[ \t]*/.exec(line)?.[0] ?? ""));
        } else lines.push(line);
      } else if (escape === ";") {
        lines.push(line.replace(";", ""));
      } else if (rest.trim() === "") {
        isBlock = !isBlock;
      } else {
        const names = [...rest.matchAll(/"([^"\n]{1,500})"|'([^'\n]{1,500})'/g)];
        // `[start:name]` marks a section for others.
        for (const name of names) lines.push(indented(snippet(name[1] ?? name[2] ?? "", files), indent));
        if (names.length === 0 && !rest.includes("[")) lines.push(line);
      }
    }
    return lines.join("\n");
  },
};

function snippet(name: string, files: IncludedFiles): string {
  const [, path = "", piece = ""] = /^(.+?\.\w+|[^:]+)((?::[^:]*)*)$/.exec(name.trim()) ?? [];
  const [first = "", second] = piece.split(":").slice(1);
  return files.page(
    rootPaths(path, ["docs", "includes", "snippets", "docs/snippets", "docs/includes"]),
    (text) => {
      if (/^\d+(?:,.*)?$/.test(first) || (first === "" && second !== undefined)) {
        if (first.includes(",")) return lineRangesOf(text, piece.slice(1).replace(/:/g, "-"));
        return linesOf(
          text,
          first === "" ? 1 : Number(first),
          second === undefined || second === "" ? undefined : Number(second),
        );
      }
      return first === "" ? withoutSnippetMarks(text) : snippetSectionOf(text, first);
    },
  );
}
