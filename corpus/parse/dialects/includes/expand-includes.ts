/**
 * Puts the files that a page includes in their places, as the dialects name them. In code blocks too: that is where most
 * of them stand. A file that is not found leaves a mark, so that what announces it can go as well.
 */
import { MISSING_CONTENT } from "../../marks.ts";
import { protectCode } from "../../protect-code.ts";
import type { DialectContext } from "../dialect-context.ts";
import { DOCFX } from "./docfx.ts";
import { HUGO } from "./hugo.ts";
import { includesOfPage, type IncludeState } from "./include-state.ts";
import type { IncludeSyntax } from "./include-syntax.ts";
import { IncludedFiles } from "./included-files.ts";
import { MDBOOK } from "./mdbook.ts";
import { MYST } from "./myst.ts";
import { SNIPPETS } from "./snippets.ts";
import { TEMPLATE_TAGS } from "./template-tags.ts";
import { VITEPRESS } from "./vitepress.ts";

const SYNTAXES: readonly IncludeSyntax[] = [MDBOOK, SNIPPETS, TEMPLATE_TAGS, VITEPRESS, DOCFX, HUGO, MYST];

export function expandIncludes(source: string, context: DialectContext): string {
  return expand(source, includesOfPage(context));
}

function expand(source: string, state: IncludeState): string {
  const files = new IncludedFiles(state, expand);
  let text = source;
  for (const syntax of SYNTAXES) {
    const { sign, inCode } = syntax;
    if (!(typeof sign === "string" ? text.includes(sign) : sign.test(text))) continue;
    if (inCode === "read") text = syntax.expand(text, files);
    else {
      text = protectCode(
        text,
        (prose) => syntax.expand(prose, files),
        (code) => (inCode === "sample" ? code : expandWhereFound(code, syntax, state)),
      );
    }
  }
  return text;
}

/** Code that names a file which is not there is a sample of an include. */
function expandWhereFound(code: string, syntax: IncludeSyntax, state: IncludeState): string {
  const quiet = { ...state, context: { ...state.context, drop: () => {} } };
  const expanded = syntax.expand(code, new IncludedFiles(quiet, expand));
  return expanded.includes(MISSING_CONTENT) ? code : expanded;
}
