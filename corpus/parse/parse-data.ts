/** JSON and YAML as plain data, with errors that say where. */
import { parse, YAMLParseError } from "yaml";
import { reasonOf } from "../error-reason.ts";

/** Descriptions share pieces by anchors; thousands of uses of one are an attack on memory. */
const MAX_ALIASES = 500;

export type DataObject = Readonly<Record<string, unknown>>;

/** @throws Error with one line that names the place. */
export function parseJson(text: string): unknown {
  const source = text.replace(/^\uFEFF/, "");
  try {
    return JSON.parse(source);
  } catch (error) {
    throw new Error(`it is not valid JSON${jsonPlace(error, source)}`, { cause: error });
  }
}

/** By the first character; YAML holds JSON, but reads it ten times slower. */
export function parseJsonOrYaml(text: string): unknown {
  return /^[\s\uFEFF]*[[{]/.test(text) ? parseJson(text) : parseYaml(text);
}

/** @throws Error with one line that names the place. */
function parseYaml(text: string): unknown {
  try {
    return parse(text.replace(/^\uFEFF/, ""), {
      schema: "core",
      merge: true,
      maxAliasCount: MAX_ALIASES,
      uniqueKeys: false,
      logLevel: "error",
    });
  } catch (error) {
    if (!(error instanceof YAMLParseError)) {
      throw new Error(`it is not valid YAML: ${reasonOf(error)}`, { cause: error });
    }
    const sentence = error.message.split("\n", 1)[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? "";
    throw new Error(`it is not valid YAML: ${sentence} (line ${error.linePos?.[0].line ?? 1})`, {
      cause: error,
    });
  }
}

function jsonPlace(error: unknown, source: string): string {
  const message = error instanceof Error ? error.message : "";
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position === undefined) return /end of JSON/.test(message) ? ": it ends too early" : "";
  return ` (line ${source.slice(0, Number(position)).split("\n").length})`;
}

export function isObject(value: unknown): value is DataObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function objectOf(value: unknown): DataObject {
  return isObject(value) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text of a field; undefined where there is none. Numbers and booleans are written as they are. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "string") return undefined;
  const trimmed = value.trim();
  return trimmed === "" ? undefined : trimmed;
}
