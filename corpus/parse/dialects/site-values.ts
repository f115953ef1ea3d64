/** Values that pages name and their generator knows: of the front matter, and of the project's configuration. */
import { parse } from "yaml";
import { isObject } from "../parse-data.ts";
import { parseToml } from "../toml.ts";
import type { DialectContext } from "./dialect-context.ts";

/** Given by the page itself where a template runs: variables, parameters of an include. */
export type Scope = Readonly<Record<string, unknown>>;

/** Undefined where the value is not known before the site is built. */
export type ValueLookup = (path: string, scope?: Scope) => unknown;

/** Where generators keep the values that all pages share. `under`: the field of the file that holds them. */
const CONFIGURATION: Readonly<Record<string, readonly { file: string; under?: string }[]>> = {
  jekyll: [{ file: "/_config.yml" }, { file: "/_config.toml" }],
  mkdocs: [
    { file: "/mkdocs.yml", under: "extra" },
    { file: "/mkdocs.yaml", under: "extra" },
  ],
  hugo: [
    { file: "/config/_default/params.toml" },
    { file: "/config/_default/params.yaml" },
    ...["hugo", "config", "config/_default/hugo", "config/_default/config"].flatMap((name) =>
      ["toml", "yaml", "yml"].map((extension) => ({ file: `/${name}.${extension}`, under: "params" })),
    ),
  ],
  honkit: [{ file: "/book.json", under: "variables" }],
  mdbook: [{ file: "/book.toml", under: "output" }],
  sphinx: [],
};

export function createValueLookup({
  generator,
  fields,
  include,
  values: given,
}: DialectContext): ValueLookup {
  const files = new Map<string, Record<string, unknown>>();
  const readFile = (path: string): Record<string, unknown> => {
    const known = files.get(path);
    if (known !== undefined) return known;
    const values = parseValues(path, include(path));
    files.set(path, values);
    return values;
  };
  const siteValue = (path: readonly string[]): unknown => {
    if (path[0] === "data") return dataValue(path.slice(1), readFile);
    for (const { file, under } of CONFIGURATION[generator] ?? []) {
      const values = readFile(file);
      const found = valueAt(under === undefined ? values : fieldOf(values, under), path);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return (written, scope = {}) => {
    const path = written
      .replace(/\[["']?([\w-]+)["']?\]/g, ".$1")
      .split(".")
      .map((name) => name.trim());
    const [head = "", ...rest] = path;
    if (head in scope) return valueAt(scope[head], rest);
    if (head === "page" || head === "$frontmatter" || head === "frontMatter" || head === "frontmatter") {
      return valueAt(fields, rest[0] === "meta" ? rest.slice(1) : rest);
    }
    if (head === "$page" || head === "$params")
      return valueAt(fields, rest.slice(rest[0] === "frontmatter" ? 1 : 0));
    if (head === "site" || head === "config" || (head === "book" && generator === "honkit"))
      return siteValue(rest[0] === "extra" ? rest.slice(1) : rest);
    const substitutions =
      fieldOf(fieldOf(fields, "myst"), "substitutions") ?? fieldOf(fields, "substitutions");
    const own = valueAt(fieldOf(fields, "params") ?? substitutions, path) ?? valueAt(given, path);
    return own ?? valueAt(fields, path) ?? siteValue(path);
  };
}

function parseValues(path: string, text: string | undefined): Record<string, unknown> {
  if (text === undefined) return {};
  try {
    const value: unknown = path.endsWith(".toml")
      ? parseToml(text).fields
      : path.endsWith(".json")
        ? JSON.parse(text)
        : parse(text, { logLevel: "silent", maxAliasCount: 20 });
    return isObject(value) ? value : {};
  } catch {
    // What the configuration says is a bonus here; whoever reads it for its own sake reports what is wrong with it.
    return {};
  }
}

function dataValue(path: readonly string[], readFile: (path: string) => Record<string, unknown>): unknown {
  for (const extension of ["yml", "yaml", "json"]) {
    const value = valueAt(readFile(`/_data/${path[0] ?? ""}.${extension}`), path.slice(1));
    if (value !== undefined && path.length > 1) return value;
  }
  return undefined;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const name of path) found = fieldOf(found, name);
  return found ?? undefined;
}

function fieldOf(value: unknown, name: string): unknown {
  if (!isObject(value)) return undefined;
  if (Object.hasOwn(value, name)) return value[name];
  const key = Object.keys(value).find((known) => known.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : value[key];
}

/** As a template prints it; undefined for what is no text. */
export function printedValue(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
