/**
 * JSON-LD as pages hold it: several scripts, lists, graphs whose things refer to each other, and texts that are not
 * quite JSON. What can't be read is left out, as search engines do.
 *
 * @see https://www.w3.org/TR/json-ld11/
 */
import type { Element, Nodes, Root } from "hast";
import { visit } from "unist-util-visit";
import { isObject } from "../parse/parse-data.ts";
import { mendJson } from "./mend-json.ts";
import { localName, type Thing, type Value } from "./thing.ts";

/** Things inside of things deeper than this say nothing about the page. */
const MAX_DEPTH = 12;
/** Of all scripts together; a shop may list all of its goods. */
const MAX_THINGS = 5000;

export function jsonLdThings(page: Root): Thing[] {
  const sources: unknown[] = [];
  visit(page, "element", (element: Element) => {
    const type = element.properties["type"];
    if (
      element.tagName === "script" &&
      typeof type === "string" &&
      /^application\/ld\+json\b/i.test(type.trim())
    ) {
      const value = parseLoosely(rawText(element));
      if (value !== undefined) sources.push(value);
    }
  });
  if (sources.length === 0) return [];
  const byId = new Map<string, Record<string, unknown>>();
  const tops = sources.flatMap((source) => nodesOf(source, 0));
  for (const node of tops) index(node, byId, 0);
  const context = { byId, left: MAX_THINGS };
  return tops.flatMap((node) => toThing(node, context, new Set(), 0) ?? []);
}

function rawText(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(rawText).join("") : "";
}

/** As it is; else with the usual faults mended. Undefined for what is no JSON even then. */
function parseLoosely(text: string): unknown {
  for (const attempt of [text, mendJson(text)]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // The next one is mended; what is broken then, is.
    }
  }
  return undefined;
}

function nodesOf(value: unknown, depth: number): Record<string, unknown>[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item) => nodesOf(item, depth + 1));
  if (!isObject(value)) return [];
  const graph = value["@graph"];
  const own = value["@type"] === undefined ? [] : [value];
  return graph === undefined ? [value] : [...own, ...nodesOf(graph, depth + 1)];
}

function index(node: unknown, byId: Map<string, Record<string, unknown>>, depth: number): void {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(node)) {
    for (const item of node) index(item, byId, depth + 1);
  } else if (isObject(node)) {
    const id = node["@id"];
    if (typeof id === "string" && node["@type"] !== undefined && !byId.has(id)) byId.set(id, node);
    for (const value of Object.values(node)) index(value, byId, depth + 1);
  }
}

interface Context {
  byId: ReadonlyMap<string, Record<string, unknown>>;
  left: number;
}

function toThing(
  node: Record<string, unknown>,
  context: Context,
  open: ReadonlySet<unknown>,
  depth: number,
): Thing | undefined {
  if (depth > MAX_DEPTH || context.left <= 0) return undefined;
  const id = typeof node["@id"] === "string" ? node["@id"] : undefined;
  // A thing of nothing but its id is another, which is described elsewhere.
  const isReference = id !== undefined && node["@type"] === undefined && Object.keys(node).length === 1;
  const full = isReference ? (context.byId.get(id) ?? node) : node;
  if (open.has(full)) return undefined;
  context.left -= 1;
  const inside = new Set([...open, full]);
  const properties = new Map<string, Value[]>();
  for (const [key, value] of Object.entries(full)) {
    if (key.startsWith("@")) continue;
    const values = valuesIn(value, context, inside, depth + 1);
    if (values.length > 0) properties.set(localName(key), values);
  }
  const types = [full["@type"]].flat().flatMap((type) => (typeof type === "string" ? [localName(type)] : []));
  return { types, ...(id !== undefined && { id }), properties };
}

function valuesIn(value: unknown, context: Context, open: ReadonlySet<unknown>, depth: number): Value[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesIn(item, context, open, depth));
  if (typeof value === "string") return value.trim() === "" ? [] : [value];
  if (typeof value === "number" || typeof value === "boolean") return [String(value)];
  if (!isObject(value)) return [];
  if (value["@value"] !== undefined) return valuesIn(value["@value"], context, open, depth);
  if (value["@list"] !== undefined) return valuesIn(value["@list"], context, open, depth);
  const thing = toThing(value, context, open, depth);
  return thing === undefined ? [] : [thing];
}
