/** What is defined anywhere in a document, and used before: substitutions, addresses, roles. */
import { indentedLines, indentOf, linesOfText } from "./indented-lines.ts";

export interface Substitution {
  directive: string;
  /** What stands behind the directive, and below it. */
  lines: readonly string[];
}

export interface Definitions {
  substitutions: Map<string, Substitution>;
  /** By normalised name. */
  uris: Map<string, string>;
  /** In order, of references with two underscores. */
  anonymousUris: string[];
  /** Role that a role of the document is made of; "" where it names none. */
  roles: Map<string, string>;
}

const DEFINITION =
  /^( *)\.\. +(?:\|([^|\s](?:[^|]{0,200}[^|\s])?)\| +([\w:.-]{1,60})::|_(`[^`]{1,200}`|[^:`]{1,200}):|__:|role:: +([\w.:+-]{1,80})(?:\( *([\w.:+-]{1,80}) *\))?|include:: +(\S{1,300}))( +\S.*|)$/;
const CODE =
  /^ *\.\. +(?:code|code-block|sourcecode|parsed-literal|highlight|prompt|raw|math|literalinclude|doctest|testcode)::/;

/** Files that include one another end here. */
const MAX_INCLUDE_DEPTH = 5;

/** @param include reads a file by its path as the document writes it. */
export function readDefinitions(
  lines: readonly string[],
  include: (path: string) => string | undefined,
): Definitions {
  const definitions: Definitions = {
    substitutions: new Map(),
    uris: new Map(),
    anonymousUris: [],
    roles: new Map(),
  };
  collect(lines, definitions, { include, depth: 0 });
  return definitions;
}

function collect(
  lines: readonly string[],
  found: Definitions,
  context: { include: (path: string) => string | undefined; depth: number },
): void {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (CODE.test(line) || (line.endsWith("::") && !/^ *\.\. /.test(line))) {
      at = lastBelow(lines, at);
      continue;
    }
    if (/^ *__ +\S/.test(line)) found.anonymousUris.push(line.trim().slice(2).trim());
    const match = DEFINITION.exec(line);
    if (match === null) continue;
    const [, indent = "", substitution, directive, target, role, base, path, rest = ""] = match;
    if (substitution !== undefined) {
      const own = lines.slice(at, lastBelow(lines, at) + 1).map((each) => each.slice(indent.length));
      const first = own[0] ?? "";
      const read = indentedLines(own, 0, { firstIndent: first.length - rest.trimStart().length });
      found.substitutions.set(normalName(substitution), { directive: directive ?? "", lines: read.lines });
    } else if (target !== undefined) {
      const uri = rest.trim() === "" ? wrappedUri(lines, at, indent.length) : rest.trim();
      if (uri !== "") found.uris.set(normalName(target.replace(/`/g, "")), uri.replace(/\s+/g, ""));
    } else if (role !== undefined) found.roles.set(role.toLowerCase(), (base ?? "").toLowerCase());
    else if (path !== undefined) {
      const text = context.depth < MAX_INCLUDE_DEPTH ? context.include(path) : undefined;
      if (text !== undefined) collect(linesOfText(text), found, { ...context, depth: context.depth + 1 });
    } else found.anonymousUris.push(rest.trim());
  }
}

/** Of the lines that are indented deeper. */
function lastBelow(lines: readonly string[], at: number): number {
  const indent = indentOf(lines[at] ?? "");
  let last = at;
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next] ?? "";
    if (line === "") continue;
    if (indentOf(line) <= indent) break;
    last = next;
  }
  return last;
}

/** An address that begins on the line below. */
function wrappedUri(lines: readonly string[], at: number, indent: number): string {
  const next = lines[at + 1] ?? "";
  return indentOf(next) > indent && /^\s*(?:https?:|mailto:|\/)/.test(next) ? next.trim() : "";
}

/** Case and white space make no difference. */
export function normalName(name: string): string {
  return name.trim().replace(/\s+/g, " ").toLowerCase();
}
