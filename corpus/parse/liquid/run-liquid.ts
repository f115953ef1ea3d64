/** The engine: runs the templates of a page, with what a generator gives them. */
import { Liquid, type FilterImplOptions } from "liquidjs";
import type { DialectContext } from "../dialects/dialect-context.ts";
import { includesOfPage } from "../dialects/includes/include-state.ts";
import { jekyllFilters } from "./filters.ts";
import { jekyllTags, withoutReferences } from "./tags.ts";
import { AbsentValue, UnknownValue } from "./unknown.ts";

/** Characters of one text. */
const PARSE_LIMIT = 5_000_000;
/** Values that filters and ranges make. */
const MEMORY_LIMIT = 5_000_000;

export interface LiquidRun {
  context: DialectContext;
  /** What names are looked up in. */
  scope: object;
  /** Answers for the names that the scope has not. */
  globals: object;
  /** IANA name. */
  timeZone: string;
  /** Folders that `include` looks in, from the root with a leading slash. */
  includeFolders: readonly string[];
  /** Extensions that the name of an included file may go without. */
  includeEndings?: readonly string[];
  /** Whether a file that is included names its parameters as they are given, not below `include`. */
  hasBareParameters?: boolean;
  /** Makes an included text ready, as it was done with the page. */
  prepare: (included: string) => string;
  /** Of the generator, beside those of Jekyll. */
  filters?: Readonly<Record<string, FilterImplOptions>>;
}

/** @returns undefined where the templates have an error. */
export function runLiquid(source: string, run: LiquidRun): string | undefined {
  const { context, scope, globals, timeZone, prepare } = run;
  const { includeFolders, includeEndings = [], hasBareParameters = false } = run;
  try {
    const engine = new Liquid({
      jekyllInclude: true,
      jekyllWhere: true,
      dynamicPartials: false,
      ownPropertyOnly: true,
      outputEscape: (value: unknown) =>
        value instanceof AbsentValue ? String(new UnknownValue()) : (value as string),
      globals,
      timezoneOffset: timeZone,
      locale: "en-US",
      dateFormat: "%Y-%m-%d %H:%M:%S %z",
      parseLimit: PARSE_LIMIT,
      memoryLimit: MEMORY_LIMIT,
    });
    const includes = includesOfPage(context);
    const parts = {
      filters: jekyllFilters(run.filters),
      tags: jekyllTags({ context, includes, includeFolders, includeEndings, hasBareParameters, prepare }),
    };
    Object.assign(engine, parts);
    return withoutReferences(engine.parseAndRenderSync(source, scope) as string);
  } catch {
    return undefined;
  }
}
