/**
 * Liquid as Jekyll runs it over a page, before Markdown is read: values of the site's configuration and data are put in,
 * blocks taken or left out, lists written. What only the build knows leaves a mark that takes its sentence along.
 *
 * @see https://jekyllrb.com/docs/liquid/
 */
import { Liquid } from "liquidjs";
import { splitFrontMatter } from "../front-matter.ts";
import type { DialectContext } from "../dialects/dialect-context.ts";
import { includesOfPage } from "../dialects/includes/include-state.ts";
import { withoutMarks } from "../marks.ts";
import { jekyllFilters } from "./filters.ts";
import { createSiteScope } from "./site-scope.ts";
import { jekyllTags } from "./tags.ts";
import { ABSENT, AbsentValue, UnknownValue } from "./unknown.ts";

/** Characters of one text. */
const PARSE_LIMIT = 5_000_000;
/** Values that filters and ranges make. */
const MEMORY_LIMIT = 5_000_000;

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
  try {
    const engine = new Liquid({
      jekyllInclude: true,
      jekyllWhere: true,
      dynamicPartials: false,
      ownPropertyOnly: true,
      outputEscape: (value: unknown) =>
        value instanceof AbsentValue ? String(new UnknownValue()) : (value as string),
      globals: new Globals(),
      timezoneOffset: timeZone,
      locale: "en-US",
      dateFormat: "%Y-%m-%d %H:%M:%S %z",
      parseLimit: PARSE_LIMIT,
      memoryLimit: MEMORY_LIMIT,
    });
    const parts = {
      filters: jekyllFilters(),
      tags: jekyllTags({
        context,
        includes: includesOfPage(context),
        includeFolders: [`${folder}/_includes`, "/_includes"],
        prepare: (text) => ready(splitFrontMatter(text).body),
      }),
    };
    Object.assign(engine, parts);
    return engine.parseAndRenderSync(ready(source), scope) as string;
  } catch {
    return undefined;
  }
}

/** A name that nothing has given a value. */
class Globals extends AbsentValue {
  override liquidMethodMissing(): this {
    return ABSENT as this;
  }
}
