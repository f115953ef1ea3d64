/** Configuration files of generators as plain values. What has another type than expected is taken as absent. */
import { parseDocument, visit } from "yaml";
import { parseToml } from "../parse/toml.ts";
import type { ProjectFolder } from "./generator.ts";

export type Fields = Readonly<Record<string, unknown>>;

export interface ParsedConfiguration {
  fields: Fields;
  /** A sentence that names the file, what is wrong with it, and what was done. */
  problem?: string;
}

export interface FoundConfiguration {
  name: string;
  fields: Fields;
  /** Empty where the file can be read. */
  problems: string[];
}

/** The first file that there is among some, relative to the project's root; undefined where there is none. */
export async function readConfiguration(
  folder: ProjectFolder,
  names: readonly string[],
): Promise<FoundConfiguration | undefined> {
  for (const name of names) {
    const text = await folder.readText(name);
    if (text === undefined) continue;
    const { fields, problem } = parseConfiguration(text, name);
    return { name, fields, problems: problem === undefined ? [] : [problem] };
  }
  return undefined;
}

/** Real configurations repeat a value a handful of times; hundreds of aliases are an attack on memory. */
const MAX_ALIASES = 100;

/** @param path decides the format by its extension: YAML, TOML or JSON. Shown in the problem. */
export function parseConfiguration(text: string, path: string): ParsedConfiguration {
  if (/\.toml$/i.test(path)) {
    const { fields, problem } = parseToml(text.replace(/^\uFEFF/, ""));
    return problem === undefined ? { fields } : { fields, problem: unreadable(path, problem) };
  }
  try {
    // JSON is YAML, and a configuration of JSON may have comments and a comma too many.
    const document = parseDocument(text.replace(/^\uFEFF/, ""), {
      schema: "core",
      logLevel: "silent",
      uniqueKeys: false,
    });
    const [error] = document.errors;
    if (error !== undefined) return { fields: {}, problem: unreadable(path, sentenceOf(error)) };
    // A tag names a function of Python; its name is all that can be known of it here.
    visit(document, {
      Scalar(_, node) {
        if (node.tag !== undefined && /python\/(?:name|object)/.test(node.tag)) {
          node.value = node.tag.replace(/^.*?python\//, "python/");
          delete node.tag;
        }
      },
      Map(_, node) {
        if (node.tag !== undefined && /python\/object/.test(node.tag)) {
          node.set("python", node.tag.replace(/^.*?python\//, "python/"));
          delete node.tag;
        }
      },
    });
    return { fields: fieldsOf(document.toJS({ maxAliasCount: MAX_ALIASES })) };
  } catch (error) {
    return { fields: {}, problem: unreadable(path, sentenceOf(error)) };
  }
}

function sentenceOf(error: unknown): string {
  const { message, linePos } = error as Error & { linePos?: [{ line: number }] };
  const sentence = (message.split("\n", 1)[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
  return linePos === undefined ? sentence : `${sentence} (line ${linePos[0].line})`;
}

function unreadable(path: string, reason: string): string {
  return `${path} cannot be read: ${reason}. The generator's defaults were taken; mend the file, or name the addresses with --url-pattern.`;
}

/** Whether a value is a map: no list, and no date as TOML has them. */
export function isTable(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** Of a map; empty for anything else. */
export function fieldsOf(value: unknown): Fields {
  return isTable(value) ? value : {};
}

/** A table over another: what both have as tables is merged, else the one above counts. */
export function mergeTables(below: Fields, above: Fields): Fields {
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const both = Object.keys(fieldsOf(merged[key])).length > 0 && Object.keys(fieldsOf(value)).length > 0;
    merged[key] = both ? mergeTables(fieldsOf(merged[key]), fieldsOf(value)) : value;
  }
  return merged;
}

/** Trimmed; undefined for an empty text and for what is none. Numbers are written out. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  return text === "" ? undefined : text;
}

/** The texts of a list; a single text is a list of one. */
export function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((item) => textOf(item) ?? []);
}

/** The value below these keys, in a table of tables. */
export function valueAt(fields: Fields, ...keys: string[]): unknown {
  return keys.reduce<unknown>((value, key) => fieldsOf(value)[key], fields);
}

/** The path of an address that a site is configured to lie at: `https://e.com/docs/` → `/docs`. */
export function basePathOf(address: string | undefined): string {
  if (address === undefined) return "";
  const path = URL.canParse(address) ? new URL(address).pathname : address.startsWith("//") ? "" : address;
  const trimmed = path.replace(/^\/+|\/+$/g, "");
  return trimmed === "" || /[{}<>$\s]/.test(trimmed) ? "" : `/${trimmed}`;
}
