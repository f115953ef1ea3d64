/**
 * Liquid as Jekyll runs it over a page, before Markdown is read: values of the site's configuration and data are put in,
 * blocks taken or left out, lists written. What only the build knows leaves a mark that takes its sentence along.
 *
 * @see https://jekyllrb.com/docs/liquid/
 */
import { splitFrontMatter } from "../front-matter.ts";
import type { DialectContext } from "../dialects/dialect-context.ts";
import { withoutMarks } from "../marks.ts";
import { runLiquid } from "./run-liquid.ts";
import { createSiteScope } from "./site-scope.ts";
import { ABSENT, AbsentValue } from "./unknown.ts";

/**
 * @param prepare what is done to a text before its templates are read: to the page, and to what it includes.
 * @returns undefined where the templates of the page have an error: Jekyll would not build it.
 */
export function fillLiquid(
  source: string,
  context: DialectContext,
  prepare: (text: string) => string,
): string | undefined {
  const { source: folder, timeZone, scope } = createSiteScope(context.fields, context.include);
  const ready = (text: string): string => prepare(withoutMarks(text));
  return runLiquid(ready(source), {
    context,
    scope,
    globals: new Globals(),
    timeZone,
    includeFolders: [`${folder}/_includes`, "/_includes"],
    prepare: (text) => ready(splitFrontMatter(text).body),
  });
}

/** A name that nothing has given a value. */
class Globals extends AbsentValue {
  override liquidMethodMissing(): this {
    return ABSENT as this;
  }
}
