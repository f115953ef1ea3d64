/** Filters of Jekyll, beside those of Liquid. @see https://jekyllrb.com/docs/liquid/filters/ */
import { filters as liquidFilters, type FilterImplOptions } from "liquidjs";
import { inlineHtml } from "../inline-html.ts";
import { isUnknown, UNKNOWN } from "./unknown.ts";

/** What they make of a text is the same text, as it is read here. */
const SAME = "smartify relative_url absolute_url strip_index sassify scssify toc_only inject_anchors t".split(
  " ",
);

type Handler = (this: unknown, ...args: unknown[]) => unknown;

/** A filter that nobody knows, or of a value that nobody knows, makes a value that nobody knows. */
export function jekyllFilters(
  others: Readonly<Record<string, FilterImplOptions>> = {},
): Record<string, FilterImplOptions> {
  const known = new Map<string, FilterImplOptions>();
  for (const [name, filter] of Object.entries({ ...liquidFilters, ...others })) {
    const handler = (typeof filter === "function" ? filter : filter.handler) as Handler;
    const careful: Handler = function (this: unknown, ...args) {
      return args.some(isUnknown) || isNow(name, args[0]) ? UNKNOWN : handler.apply(this, args);
    };
    known.set(name, typeof filter === "function" ? careful : { ...filter, handler: careful });
  }
  // What is absent has a default.
  const given = liquidFilters["default"];
  if (given !== undefined) known.set("default", given);
  for (const name of SAME) known.set(name, (value: unknown) => value);
  known.set("markdownify", markdownify);
  known.set("sample", () => UNKNOWN);
  const divide = known.get("divided_by") as Handler;
  // Whole numbers are divided as whole numbers.
  known.set("divided_by", function (this: unknown, value: unknown, by: unknown) {
    const isWhole = Number.isInteger(value) && Number.isInteger(by) && by !== 0;
    return isWhole ? Math.floor((value as number) / (by as number)) : divide.call(this, value, by);
  });
  return new Proxy<Record<string, FilterImplOptions>>(Object.create(null) as never, {
    get: (_, name) => known.get(String(name)) ?? (() => UNKNOWN),
  });
}

/**
 * A line as HTML: it may be put into an element whose content nobody reads as Markdown. Paragraphs and blocks stay as
 * they are written.
 */
function markdownify(value: unknown): unknown {
  if (typeof value !== "string" || /\n\s*\S/.test(value.trim()) || value.length > 5000) return value;
  return inlineHtml(value);
}

function isNow(filter: string, value: unknown): boolean {
  return filter.startsWith("date") && (value === "now" || value === "today");
}
