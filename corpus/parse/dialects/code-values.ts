/**
 * Values that a generator puts into blocks of code: Hugo's shortcodes, and expressions where MkDocs runs its macros. What
 * is not known before the site is built is left out visibly: a reader who copies a command must not copy a template.
 */
import { literalBraces, MISSING_CONTENT } from "../marks.ts";
import type { DialectContext } from "./dialect-context.ts";
import { shortcodesInCode } from "./hugo/shortcodes-in-code.ts";
import { printedValue, type ValueLookup } from "./site-values.ts";

const OMITTED = "…";
const MACRO = /\{\{-?[ \t]{0,9}([^{}\n]{1,500}?)[ \t]{0,9}-?\}\}/g;

/** @param block a code block with its fences, in which what is literal for the template engine is marked. */
export function fillCodeValues(block: string, context: DialectContext, lookup: ValueLookup): string {
  const isHugo = context.generator === "hugo" && /\{\{[<%]/.test(block);
  if (!isHugo && !runsMacros(block, context)) return block;
  let hasOmitted = false;
  const omit = (): string => {
    hasOmitted = true;
    context.drop("unknown-value", "");
    return OMITTED;
  };
  const filled = isHugo
    ? shortcodesInCode(block, context, lookup, omit)
    : withoutRawMarks(block).replace(
        MACRO,
        (_, path: string) => (/^[\w.]+$/.test(path) ? printedValue(lookup(path)) : undefined) ?? omit(),
      );
  return hasOmitted && !/[\p{L}\p{N}]/u.test(bodyOf(filled)) ? MISSING_CONTENT : filled;
}

function bodyOf(block: string): string {
  return block.trim().split("\n").slice(1, -1).join("\n");
}

/** Without the plug-in braces are text. @see https://mkdocs-macros-plugin.readthedocs.io/ */
export function runsMacros(text: string, { generator, include }: DialectContext): boolean {
  if (generator !== "mkdocs" || !/\{[{%]/.test(text)) return false;
  const configuration = include("/mkdocs.yml") ?? include("/mkdocs.yaml") ?? "";
  return /^[ \t]*(?:-[ \t]*)?["']?macros\b/m.test(configuration);
}

/** What stands between marks of raw text is for no template engine. */
export function withoutRawMarks(code: string): string {
  return code.replace(
    /\{%-?[ \t]*raw[ \t]*-?%\}([^]{0,100000}?)\{%-?[ \t]*endraw[ \t]*-?%\}/g,
    (_, inner: string) => literalBraces(inner),
  );
}
