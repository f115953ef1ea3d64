/**
 * Values of expressions in MDX, as far as they are written in the page itself: literals, and constants that the page
 * exports or imports as data. Nothing is run.
 */
import type { Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";
import type {} from "remark-mdx";
import { UNKNOWN_VALUE } from "./marks.ts";

/** Not known before the site is built. */
export const UNKNOWN = Symbol("unknown value");

/** A node of ESTree, as far as it is read here. @see https://github.com/estree/estree */
interface SyntaxNode {
  type: string;
  [field: string]: unknown;
}

export type PageConstants = ReadonlyMap<string, unknown>;

/** Deeper than anybody writes by hand. */
const MAX_DEPTH = 30;

/** Constants of a page: what it exports, its front matter, and the data that it imports. */
export function readConstants(
  root: Root,
  fields: Readonly<Record<string, unknown>>,
  include: (path: string) => string | undefined,
): PageConstants {
  const constants = new Map<string, unknown>([
    ["frontMatter", fields],
    ["frontmatter", fields],
  ]);
  visit(root as Nodes, (node) => {
    if (node.type !== "mdxjsEsm") return;
    for (const statement of programBody(node.data?.estree)) readStatement(statement, constants, include);
  });
  return constants;
}

function readStatement(
  statement: SyntaxNode,
  constants: Map<string, unknown>,
  include: (path: string) => string | undefined,
): void {
  if (statement.type === "ImportDeclaration") {
    const source = nameOf(statement["source"]);
    if (!source.endsWith(".json") || !source.startsWith(".")) return;
    const value = parseJson(include(source));
    for (const specifier of nodes(statement["specifiers"])) {
      const name = nameOf(specifier["local"]);
      const imported = nameOf(specifier["imported"]);
      constants.set(name, specifier.type === "ImportDefaultSpecifier" ? value : member(value, imported));
    }
    return;
  }
  const declaration = (statement.type === "ExportNamedDeclaration" ? statement["declaration"] : statement) as
    SyntaxNode | undefined | null;
  if (declaration?.type !== "VariableDeclaration") return;
  for (const { id, init } of nodes(declaration["declarations"])) {
    if (isNode(id) && id.type === "Identifier" && isNode(init))
      constants.set(nameOf(id), evaluate(init, constants));
  }
}

/** An expression of a page: `{price}`, `{1 + 1}`, `{props.children}`. */
export interface PageExpression {
  value: string;
  data?: { estree?: unknown } | null | undefined;
}

/** Its value, or {@link UNKNOWN}. Undefined for one that is empty: a comment. */
export function expressionValue({ value, data }: PageExpression, constants: PageConstants): unknown {
  const [statement] = programBody(data?.estree);
  if (statement === undefined)
    return /^\s*(?:\/\*[^]*\*\/\s*|\/\/[^\n]*\s*)*$/.test(value) ? undefined : UNKNOWN;
  const expression = statement["expression"];
  return isNode(expression) ? evaluate(expression, constants) : UNKNOWN;
}

/** As a page shows it: a value that is not known leaves a mark, what shows nothing in React shows nothing. */
export function expressionText(expression: PageExpression, constants: PageConstants): string {
  const value = expressionValue(expression, constants);
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (value === undefined || value === null || typeof value === "boolean") return "";
  return UNKNOWN_VALUE;
}

export function evaluate(node: SyntaxNode, constants: PageConstants, depth = 0): unknown {
  if (depth > MAX_DEPTH) return UNKNOWN;
  const read = (inner: unknown): unknown => (isNode(inner) ? evaluate(inner, constants, depth + 1) : UNKNOWN);
  switch (node.type) {
    case "Literal":
      return node["value"] instanceof RegExp ? UNKNOWN : node["value"];
    case "TemplateLiteral": {
      const values = nodes(node["expressions"]).map(read);
      const texts = nodes(node["quasis"]).map((quasi) => cookedText(quasi["value"]));
      if (!values.every((value) => typeof value === "string" || typeof value === "number")) return UNKNOWN;
      return texts.map((text, index) => text + String(values[index] ?? "")).join("");
    }
    case "Identifier": {
      const name = nameOf(node);
      return name === "undefined" ? undefined : constants.has(name) ? constants.get(name) : UNKNOWN;
    }
    case "ArrayExpression":
      return nodes(node["elements"]).map(read);
    case "ObjectExpression": {
      const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
      for (const { key, value, computed } of nodes(node["properties"])) {
        if (computed === true || !isNode(key)) continue;
        fields[key.type === "Literal" ? String(key["value"]) : nameOf(key)] = read(value);
      }
      return fields;
    }
    case "MemberExpression": {
      const property = node["computed"] === true ? read(node["property"]) : nameOf(node["property"]);
      return member(read(node["object"]), property);
    }
    case "ChainExpression":
      return read(node["expression"]);
    case "UnaryExpression": {
      const value = read(node["argument"]);
      if (node["operator"] === "-" && typeof value === "number") return -value;
      return UNKNOWN;
    }
    case "BinaryExpression":
      return calculate(node["operator"], read(node["left"]), read(node["right"]));
    case "JSXElement":
    case "JSXFragment":
      return nodes(node["children"]).every((child) => child.type === "JSXText") && node.type === "JSXFragment"
        ? nodes(node["children"])
            .map((child) => String(child["value"]))
            .join("")
        : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function cookedText(value: unknown): string {
  const { cooked } = value as { cooked?: unknown };
  return typeof cooked === "string" ? cooked : "";
}

function calculate(operator: unknown, left: unknown, right: unknown): unknown {
  if (operator === "+" && isPlain(left) && isPlain(right)) {
    return typeof left === "number" && typeof right === "number"
      ? left + right
      : String(left) + String(right);
  }
  if (typeof left !== "number" || typeof right !== "number") return UNKNOWN;
  if (operator === "-") return left - right;
  if (operator === "*") return left * right;
  if (operator === "/" && right !== 0) return left / right;
  return UNKNOWN;
}

function isPlain(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

function member(object: unknown, name: unknown): unknown {
  if (!isPlain(name) || typeof object !== "object" || object === null) return UNKNOWN;
  return Object.hasOwn(object, name) ? (object as Record<string | number, unknown>)[name] : UNKNOWN;
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? UNKNOWN : (JSON.parse(text) as unknown);
  } catch {
    return UNKNOWN;
  }
}

function programBody(program: unknown): SyntaxNode[] {
  return isNode(program) ? nodes(program["body"]) : [];
}

function nodes(value: unknown): SyntaxNode[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && typeof (value as SyntaxNode).type === "string";
}

function nameOf(node: unknown): string {
  const name = isNode(node) ? (node["name"] ?? node["value"]) : "";
  return typeof name === "string" ? name : "";
}
