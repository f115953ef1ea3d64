/** How the text of a page of Middleman is made ready for the reader of its format. */
import type { MiddlemanSettings } from "../generators/middleman/settings.ts";
import { placePage } from "../generators/site.ts";
import type { DialectContext } from "../parse/dialects/dialect-context.ts";
import { fillErb } from "../parse/erb/fill-erb.ts";
import { isErbFile } from "../parse/erb/partial-paths.ts";
import { splitFrontMatter } from "../parse/front-matter.ts";
import { literalBraces, MISSING_CONTENT } from "../parse/marks.ts";
import { protectCode } from "../parse/protect-code.ts";
import type { FormatInput } from "./format-reader.ts";

/** Runs the ERB of a page and of its parts. */
export function fillMiddleman(
  body: string,
  context: DialectContext,
  { text, site, sitePath }: FormatInput,
): string {
  const { source, techDocs } = site.settings as MiddlemanSettings;
  const placed = placePage(site, { path: sitePath, frontMatter: splitFrontMatter(text).fields });
  return fillErb(body, context, {
    isErb: isErbFile(sitePath),
    source,
    address: "address" in placed ? placed.address : undefined,
    config: { tech_docs: techDocs },
  });
}

/** The same in Markdown, in which what other generators take for templates is text. */
export function fillMiddlemanMarkdown(body: string, context: DialectContext, input: FormatInput): string {
  const filled = fillMiddleman(body, context, input);
  const { headingIds } = input.site.settings as MiddlemanSettings;
  const isRedcarpet = headingIds === "tech-docs" || headingIds === "redcarpet";
  const read = isRedcarpet ? protectCode(filled, (text) => asRedcarpetReads(text, context)) : filled;
  return read.replace(/\{\{|\}\}|\{%|%\}/g, literalBraces);
}

/** It needs no space behind the marks of a heading. Of the Tech Docs Template: heads of rows, and tags of OpenAPI. */
function asRedcarpetReads(text: string, { drop }: DialectContext): string {
  return text
    .replace(/^(#{1,6})(?=[^#\s])/gm, "$1 ")
    .replace(/^(\|?[ \t]*)#[ \t]*(?=[^#|\n]{1,500}\|)/gm, (mark, before: string) =>
      before.includes("|") ? before : mark,
    )
    .replace(/^api(?:_schema)?>.{0,500}$/gm, () => {
      drop("component", "");
      return MISSING_CONTENT;
    });
}
