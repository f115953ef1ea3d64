/**
 * References inside a description and to files beside it. A reference that leads back to itself, to another host or to
 * nothing stays a reference, and is named.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#reference-object
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
import { posix } from "node:path";
import { isObject, parseJsonOrYaml, type DataObject } from "../../parse/parse-data.ts";
import { percentDecoded } from "../../parse/percent-encoding.ts";

/** A chain of references is an alias or two. */
const MAX_CHAIN = 20;

export interface References {
  /** The object itself, or what its `$ref` leads to; empty where that is not known. */
  resolve: (value: unknown) => DataObject;
}

export function createReferences(
  root: DataObject,
  include: (path: string) => string | undefined,
): References {
  const files = new Map<string, unknown>([["", root]]);
  /** Files that objects came from: references inside them are relative to these. */
  const origins = new WeakMap<object, string>();
  const fileOf = (path: string): unknown => {
    if (!files.has(path)) files.set(path, read(include, path));
    return files.get(path);
  };
  const follow = (value: DataObject): DataObject | undefined => {
    const reference = referenceOf(value) ?? "";
    const [target = "", pointer = ""] = reference.split("#", 2);
    const from = origins.get(value) ?? "";
    if (/^[a-z][a-z\d+.-]*:/i.test(target)) return undefined;
    const path = target === "" ? from : posix.normalize(posix.join(posix.dirname(from), target));
    const found = pointed(fileOf(path), pointer);
    if (!isObject(found)) return undefined;
    if (path !== "") markOrigin(found, path, origins);
    return found;
  };
  return {
    resolve(value) {
      let current = isObject(value) ? value : {};
      const seen = new Set<object>();
      for (let step = 0; step < MAX_CHAIN && referenceOf(current) !== undefined; step++) {
        if (seen.has(current)) return {};
        seen.add(current);
        const next = follow(current);
        if (next === undefined) return {};
        // In version 3.1 a description beside a reference stands in place of the one that it leads to.
        const { $ref: _, ...own } = current;
        current =
          Object.keys(own).length === 0 || referenceOf(next) !== undefined ? next : { ...next, ...own };
      }
      return referenceOf(current) === undefined ? current : {};
    },
  };
}

export function referenceOf(value: unknown): string | undefined {
  const reference = isObject(value) ? value["$ref"] : undefined;
  return typeof reference === "string" ? reference : undefined;
}

/** `#/components/schemas/Pet` → `Pet`, `models/pet.yaml` → `pet`. */
export function referenceName(reference: string): string {
  const last =
    reference
      .replace(/[#/]+$/, "")
      .split(/[/#]/)
      .pop() ?? reference;
  return decodePointer(last.replace(/\.(?:json|ya?ml)$/i, ""));
}

function read(include: (path: string) => string | undefined, path: string): unknown {
  const text = include(path);
  if (text === undefined) return undefined;
  try {
    return parseJsonOrYaml(text);
  } catch {
    return undefined;
  }
}

function pointed(document: unknown, pointer: string): unknown {
  let current = document;
  for (const part of pointer.split("/").filter((part) => part !== "")) {
    const name = decodePointer(part);
    if (Array.isArray(current)) current = current[Number(name)] as unknown;
    else if (isObject(current) && Object.hasOwn(current, name)) current = current[name];
    else return undefined;
  }
  return current;
}

function decodePointer(part: string): string {
  return percentDecoded(part.replace(/~1/g, "/").replace(/~0/g, "~"));
}

/** Of all objects below one, once. */
function markOrigin(value: object, path: string, origins: WeakMap<object, string>): void {
  const open: object[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (origins.has(next)) continue;
    origins.set(next, path);
    for (const child of Object.values(next) as unknown[]) {
      if (typeof child === "object" && child !== null) open.push(child);
    }
  }
}
