/**
 * Partials of MDX: `import Install from './_install.mdx'` and `<Install os="linux" />` put the text of a file into a page.
 * Done with the text, before it is parsed, so that the headings of a partial are headings of the page.
 */
import { fenced, indented } from "./fenced-code.ts";
import { splitFrontMatter } from "./front-matter.ts";
import type { DialectContext } from "./dialects/dialect-context.ts";
import { includesOfPage, readIncluded, type IncludeState } from "./dialects/includes/include-state.ts";
import { rootPaths } from "./dialects/includes/include-paths.ts";
import { MISSING_CONTENT } from "./marks.ts";
import { protectCode } from "./protect-code.ts";

const IMPORT =
  /^import[ \t]+(\w+)(?:[ \t]*,[ \t]*\{[^}\n]{0,300}\})?[ \t]+from[ \t]+["']([^"'\n]{1,500})["'];?[ \t]*$/gm;
const PARTIAL = /\.(?:mdx?|markdown)$/i;
/** Files that are shown as code: of webpack's raw-loader, and of Vite. */
const RAW = /^!!raw-loader!|[?&]raw$/;

export function expandPartials(source: string, context: DialectContext): string {
  return expand(source, includesOfPage(context));
}

function expand(source: string, state: IncludeState): string {
  if (!/^import[ \t]/m.test(source)) return source;
  const partials = new Map<string, string>();
  const raw = new Map<string, string>();
  protectCode(source, (text) => {
    for (const [, name = "", written = ""] of text.matchAll(IMPORT)) {
      const path = written.replace(/\\(.)/g, "$1");
      if (RAW.test(path)) raw.set(name, path.replace(RAW, ""));
      else if (PARTIAL.test(path)) partials.set(name, path);
    }
    return text;
  });
  if (partials.size === 0 && raw.size === 0) return source;
  return protectCode(source, (text) => putRawFiles(putPartials(text, partials, state), raw, state));
}

function putPartials(text: string, partials: ReadonlyMap<string, string>, state: IncludeState): string {
  if (partials.size === 0) return text;
  const names = [...partials.keys()].join("|");
  const use = new RegExp(
    String.raw`^([ \t]*)<(${names})\b((?:[^<>{}]|\{[^{}]{0,500}\}){0,1000}?)(?:/>|>[ \t\n]*</\2>)|<(${names})\b((?:[^<>{}]|\{[^{}]{0,500}\}){0,1000}?)/>`,
    "gm",
  );
  return text.replace(
    use,
    (_, indent: string | undefined, name = "", properties = "", inlineName = "", inlineProperties = "") => {
      const path = partials.get((name || inlineName) as string) ?? "";
      const body = partial(path, (properties || inlineProperties) as string, state);
      if (indent === undefined) return body.replace(/\s*\n\s*/g, " ");
      return `\n${indented(body, indent as string)}\n`;
    },
  );
}

function partial(path: string, properties: string, state: IncludeState): string {
  const file = readIncluded(importPaths(path), state);
  if (file === undefined) {
    state.context.drop("include-missing", "");
    return MISSING_CONTENT;
  }
  const given = new Map<string, string>();
  for (const [, name = "", double, single, expression] of properties.matchAll(
    /([\w-]+)=(?:"([^"]*)"|'([^']*)'|\{\s*(?:["'`]([^"'`{}]*)["'`]|[^{}]*)\s*\})/g,
  )) {
    const value = double ?? single ?? expression;
    if (value !== undefined) given.set(name, value);
  }
  const body = splitFrontMatter(file.text).body;
  // A property that is not given shows nothing that anybody knows; the expression stays, and its sentence goes.
  const filled = protectCode(body, (text) =>
    text.replace(
      /\{\s*props\.(\w+)\s*\}/g,
      (expression: string, name: string) => given.get(name) ?? expression,
    ),
  );
  return withoutImports(expand(filled, file.inner)).trim();
}

const IMPORT_STATEMENT =
  /^import[ \t]+(?:[\w*$, \t]{0,300}(?:\{[^{}]{0,2000}\})?[ \t]*from[ \t]*)?["']([^"'\n]{1,500})["'][ \t]*;?[ \t]*$/gm;
const DATA = /\.(?:json5?|ya?ml|toml)$/i;

/**
 * The components of a partial are done with. Inside of an element its imports would be text, and a name that the page
 * imports, too, could not be declared twice.
 */
function withoutImports(source: string): string {
  return protectCode(source, (text) =>
    text.replace(IMPORT_STATEMENT, (statement, path: string) => (DATA.test(path) ? statement : "")),
  );
}

/** `<CodeBlock language="js">{Source}</CodeBlock>` with the text of a file. */
function putRawFiles(text: string, raw: ReadonlyMap<string, string>, state: IncludeState): string {
  if (raw.size === 0) return text;
  const use = new RegExp(
    String.raw`^([ \t]*)<(\w+)((?:[^<>{}]|\{[^{}]{0,200}\}){0,500}?)>[ \t\n]*\{[ \t]*(${[...raw.keys()].join("|")})[ \t]*\}[ \t\n]*</\2>|^([ \t]*)<(\w+)((?:[^<>{}]|\{[^{}]{0,200}\}){0,500}?)\bcode=\{(${[...raw.keys()].join("|")})\}((?:[^<>{}]|\{[^{}]{0,200}\}){0,500}?)/>`,
    "gm",
  );
  return text.replace(use, (...match: (string | undefined)[]) => {
    const indent = match[1] ?? match[5] ?? "";
    const attributes = `${match[3] ?? ""} ${match[7] ?? ""} ${match[9] ?? ""}`;
    const path = raw.get(match[4] ?? match[8] ?? "") ?? "";
    const file = readIncluded(importPaths(path).flatMap(scriptPaths), state);
    if (file === undefined) {
      state.context.drop("include-missing", "");
      return indent + MISSING_CONTENT;
    }
    const language =
      /\blang(?:uage)?=["']([\w+-]+)["']/.exec(attributes)?.[1] ?? /\.(\w+)$/.exec(path)?.[1] ?? "";
    const title = /\btitle=["']([^"']+)["']/.exec(attributes)?.[1];
    return fenced(file.text, `${language}${title === undefined ? "" : ` title="${title}"`}`, indent);
  });
}

/** Aliases of the generators' bundlers lead to the root of the project, or to its `src`. */
function importPaths(path: string): string[] {
  if (path.startsWith("@site/")) return rootPaths(path.slice("@site".length), []);
  if (/^[@~]\//.test(path)) return rootPaths(path.slice(1), ["src", "docs"]);
  return path.startsWith("/") || path.startsWith(".")
    ? [path]
    : [`./${path}`, ...rootPaths(`/${path}`, ["src"])];
}

/** Bundlers find a script that is written in TypeScript, or of which the extension is left out. */
function scriptPaths(path: string): string[] {
  const [, name = path, kind] = /^(.*)\.([cm]?)jsx?$/.exec(path) ?? [];
  if (kind !== undefined) return [path, `${name}.${kind}ts`, `${name}.tsx`];
  return [path, ...["mjs", "js", "mts", "ts", "jsx", "tsx"].map((extension) => `${path}.${extension}`)];
}
