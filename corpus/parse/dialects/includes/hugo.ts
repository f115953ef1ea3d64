/** Hugo themes: `{{< readfile file="a.md" code="true" lang="sh" >}}`, `{{% include "a.md" %}}`, `{{< md "a.md" >}}`. */
import { indented } from "../../fenced-code.ts";
import { rootPaths } from "./include-paths.ts";
import type { IncludeSyntax } from "./include-syntax.ts";

export const HUGO: IncludeSyntax = {
  sign: /\{\{[<%]\s{0,9}(?:readfile|include|md|include-md|code_sample|codenew|import|snippet|render)\b/i,
  inCode: "sample",
  expand: (source, files) =>
    source.replace(
      /^([ \t>]*)\{\{[<%][ \t]{0,9}(readfile|include|md|include-md|code_sample|codenew|import|snippet|render)[ \t]{1,9}([^\n]{1,500}?)[ \t]{0,9}\/?[>%]\}\}/gim,
      (whole, indent: string, kind: string, options: string) => {
        const value = (name: string): string | undefined =>
          new RegExp(`\\b${name}\\s*=\\s*["\`]?([^"\`\\s]+)["\`]?`, "i").exec(options)?.[1];
        const path =
          value("file") ?? value("path") ?? value("page") ?? /["`]([^"`=]+)["`]/.exec(options)?.[1];
        if (path === undefined || !/\.\w+$/.test(path)) {
          // A page is named without its extension where the theme includes pages.
          return path !== undefined && /^(?:include|md)$/i.test(kind)
            ? indented(files.page(hugoPaths(`${path}.md`)), indent)
            : whole;
        }
        const language = value("lang") ?? value("language");
        const isCode = value("code") === "true" || language !== undefined || /^code/i.test(kind);
        if (isCode) return files.code(hugoPaths(path), { language, indent });
        return indented(files.page(hugoPaths(path)), indent);
      },
    ),
};

function hugoPaths(path: string): string[] {
  return rootPaths(path, [
    "content",
    "content/en",
    "content/en/examples",
    "content/docs",
    "content/includes",
    "content/en/includes",
    "layouts/shortcodes",
    "assets",
    "static",
    "examples",
  ]);
}
