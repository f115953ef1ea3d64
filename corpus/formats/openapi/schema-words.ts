/** Schemas in words: their type in a phrase, their properties as rows of a table. */
import { listOf, objectOf, textOf, type DataObject } from "../../parse/parse-data.ts";
import { referenceName, referenceOf, type References } from "./references.ts";

/** Objects inside of objects are written as `address.city` up to this depth; what is deeper has a name of its own. */
const MAX_DEPTH = 3;
/** Values of an enumeration beyond these are counted. */
const MAX_VALUES = 40;
const MAX_VALUE_CHARS = 120;

export interface PropertyRow {
  name: string;
  type: string;
  isRequired: boolean;
  /** With the default, the allowed values and the bounds. */
  description: string;
}

/** "string (date-time)", "array of Pet", "Card or Transfer", "string or null". */
export function typeWords(schema: unknown, depth = 0): string {
  const reference = referenceOf(schema);
  if (reference !== undefined) return referenceName(reference);
  const object = objectOf(schema);
  if (depth > MAX_DEPTH) return textOf(object["title"]) ?? "object";
  const inner = (value: unknown): string => typeWords(value, depth + 1);
  const nullable = object["nullable"] === true ? " or null" : "";
  for (const key of ["oneOf", "anyOf"]) {
    const options = unique(listOf(object[key]).map(inner));
    if (options.length > 0) return `${options.join(" or ")}${nullable}`;
  }
  const all = unique(listOf(object["allOf"]).map(inner));
  const named = all.filter((name) => name !== "object" && name !== "any");
  if (all.length > 0) return `${named.length === 0 ? "object" : named.join(" and ")}${nullable}`;
  const types = [object["type"]].flat().filter((type): type is string => typeof type === "string");
  if (object["items"] !== undefined || types.includes("array")) {
    const list = object["items"] === undefined ? "array" : `array of ${inner(object["items"])}`;
    return `${[list, ...types.filter((type) => type !== "array")].join(" or ")}${nullable}`;
  }
  if (types.length === 0) {
    if (object["properties"] !== undefined || object["additionalProperties"] !== undefined)
      return `object${nullable}`;
    const value = object["const"] ?? listOf(object["enum"])[0];
    return value === undefined ? (textOf(object["title"]) ?? "any") : typeof value;
  }
  const format = textOf(object["format"]);
  const map = object["additionalProperties"];
  const values =
    types.includes("object") && object["properties"] === undefined && typeof map === "object" && map !== null
      ? ` of ${inner(map)} by name`
      : "";
  return `${types.join(" or ")}${format === undefined ? "" : ` (${format})`}${values}${nullable}`;
}

/** Default, allowed values, bounds and example, as sentences. */
export function constraintWords(schema: DataObject): string {
  const sentences: string[] = [];
  const add = (label: string, value: unknown): void => {
    if (value !== undefined && value !== null && value !== "")
      sentences.push(`${label}${valueWords(value)}.`);
  };
  const items = objectOf(schema["items"]);
  const values = [schema["enum"], items["enum"]].map(listOf).find((list) => list.length > 0) ?? [];
  if (schema["deprecated"] === true) sentences.push("Deprecated.");
  if (schema["readOnly"] === true) sentences.push("Read-only.");
  if (schema["writeOnly"] === true) sentences.push("Write-only.");
  if (values.length > 0) {
    const shown = values.slice(0, MAX_VALUES).map(valueWords).join(", ");
    const more = values.length > MAX_VALUES ? ` and ${values.length - MAX_VALUES} more` : "";
    sentences.push(`Allowed values: ${shown}${more}.`);
  }
  add("Always ", schema["const"]);
  add("Default: ", schema["default"]);
  add("Minimum: ", schema["minimum"]);
  add("Maximum: ", schema["maximum"]);
  add("More than ", typeof schema["exclusiveMinimum"] === "number" ? schema["exclusiveMinimum"] : undefined);
  add("Less than ", typeof schema["exclusiveMaximum"] === "number" ? schema["exclusiveMaximum"] : undefined);
  add("Shortest length: ", schema["minLength"]);
  add("Longest length: ", schema["maxLength"]);
  add("Fewest items: ", schema["minItems"]);
  add("Most items: ", schema["maxItems"]);
  add("Pattern: ", schema["pattern"]);
  add("Example: ", schema["example"] ?? listOf(schema["examples"])[0]);
  return sentences.join(" ");
}

function valueWords(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return `\`${text.slice(0, MAX_VALUE_CHARS).replace(/`/g, "'").replace(/\s+/g, " ")}\``;
}

/** What an object of this schema holds; a schema that contains itself names itself there. */
export function propertyRows(schema: unknown, references: References): PropertyRow[] {
  return rowsOf(schema, { references, prefix: "", open: new Set(), depth: 0 });
}

interface RowContext {
  references: References;
  prefix: string;
  /** Schemas that are being read: meeting one again is a circle. */
  open: ReadonlySet<object>;
  depth: number;
}

function rowsOf(schema: unknown, context: RowContext): PropertyRow[] {
  const { references, prefix, depth } = context;
  const object = references.resolve(schema);
  if (context.open.has(object) || depth > MAX_DEPTH) return [];
  const open = new Set([...context.open, object]);
  const rows = new Map<string, PropertyRow>();
  const take = (found: readonly PropertyRow[]): void => {
    for (const row of found) if (!rows.has(row.name)) rows.set(row.name, row);
  };
  const required = new Set(listOf(object["required"]));
  for (const [name, value] of Object.entries(objectOf(object["properties"]))) {
    const property = referenceOf(value) === undefined ? objectOf(value) : references.resolve(value);
    const path = `${prefix}${name}`;
    take([
      {
        name: path,
        type: typeWords(value),
        isRequired: required.has(name),
        description: sentences(oneLine(textOf(property["description"])), constraintWords(property)),
      },
    ]);
    // What has a name of its own is described there.
    if (referenceOf(value) !== undefined) continue;
    const inner = property["items"] === undefined ? value : property["items"];
    if (referenceOf(inner) !== undefined) continue;
    const suffix = property["items"] === undefined ? "" : "[]";
    take(rowsOf(inner, { ...context, prefix: `${path}${suffix}.`, open, depth: depth + 1 }));
  }
  for (const part of listOf(object["allOf"])) take(rowsOf(part, { ...context, open }));
  for (const row of rows.values()) if (required.has(row.name.slice(prefix.length))) row.isRequired = true;
  // Of several kinds, those that are written here; the others have names.
  for (const key of ["oneOf", "anyOf"]) {
    for (const option of listOf(object[key])) {
      if (referenceOf(option) === undefined) {
        take(rowsOf(option, { ...context, open }).map((row) => ({ ...row, isRequired: false })));
      }
    }
  }
  return [...rows.values()];
}

/** Sentences one after the other, each with its end. */
export function sentences(...texts: readonly string[]): string {
  return texts
    .filter((text) => text !== "")
    .map((text, index, all) =>
      index < all.length - 1 && !/[.!?…:;。]["')\]]*$/u.test(text) ? `${text}.` : text,
    )
    .join(" ");
}

/** Descriptions in tables are Markdown of one line: the marks of links and emphasis go. */
export function oneLine(text: string | undefined): string {
  return (text ?? "")
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, " ")
    .replace(/!?\[([^[\]]{0,300})\]\([^()]{0,500}\)/g, "$1")
    .replace(/\*\*|__/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
