/** Values of Ruby as pages name them. Nothing is run: what only the build knows is {@link UNKNOWN}. */

/** A value that is only known when the site is built. */
export const UNKNOWN = Symbol("unknown");

/** An object of the program: what it is not known to have is not known. A table without a key has nil there. */
export class RubyObject {
  readonly #fieldOf: (name: string) => unknown;

  constructor(fieldOf: (name: string) => unknown) {
    this.#fieldOf = fieldOf;
  }

  field(name: string): unknown {
    return this.#fieldOf(name);
  }
}

export function isHash(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof RubyObject) &&
    !(value instanceof Date)
  );
}

export function isNil(value: unknown): boolean {
  return value === null || value === undefined;
}

/** Undefined where that is not known. */
export function isTruthy(value: unknown): boolean | undefined {
  return value === UNKNOWN ? undefined : !isNil(value) && value !== false;
}

/** As it is shown; undefined for what is no text. */
export function shownText(value: unknown): string | undefined {
  if (isNil(value)) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return value instanceof Date ? value.toISOString().slice(0, 10) : undefined;
}

/** `value.name` and `value[name]`, and the methods of texts and lists that pages use. */
export function fieldOf(value: unknown, name: string | number): unknown {
  if (value === UNKNOWN) return UNKNOWN;
  if (value instanceof RubyObject) return value.field(String(name));
  if (Array.isArray(value) && typeof name === "number") return value.at(name) ?? null;
  if (isHash(value)) {
    if (Object.hasOwn(value, name)) return value[name];
    return typeof name === "string" && METHODS.has(name) ? callMethod(value, name) : null;
  }
  return typeof name === "string" ? callMethod(value, name) : UNKNOWN;
}

const METHODS: ReadonlyMap<string, (value: unknown) => unknown> = new Map<
  string,
  (value: unknown) => unknown
>([
  ["nil?", isNil],
  ["present?", (value) => !isBlank(value)],
  ["blank?", isBlank],
  ["empty?", isBlank],
  ["any?", (value) => !isBlank(value)],
  ["presence", (value) => (isBlank(value) ? null : value)],
  ["to_s", (value) => shownText(value) ?? UNKNOWN],
  ["html_safe", (value) => value],
  ["strip", ofText((text) => text.trim())],
  ["upcase", ofText((text) => text.toUpperCase())],
  ["downcase", ofText((text) => text.toLowerCase())],
  ["capitalize", ofText((text) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase())],
  ["first", ofList((list) => list[0] ?? null)],
  ["last", ofList((list) => list.at(-1) ?? null)],
  ["length", ofList((list) => list.length)],
  ["size", ofList((list) => list.length)],
  ["count", ofList((list) => list.length)],
  ["keys", (value) => (isHash(value) ? Object.keys(value) : UNKNOWN)],
  ["values", (value) => (isHash(value) ? Object.values(value) : UNKNOWN)],
]);

function callMethod(value: unknown, name: string): unknown {
  return METHODS.get(name)?.(value) ?? (METHODS.has(name) ? null : UNKNOWN);
}

function isBlank(value: unknown): boolean {
  if (isNil(value) || value === false) return true;
  if (typeof value === "string") return value.trim() === "";
  return Array.isArray(value) ? value.length === 0 : isHash(value) && Object.keys(value).length === 0;
}

function ofText(change: (text: string) => string): (value: unknown) => unknown {
  return (value) => (typeof value === "string" ? change(value) : UNKNOWN);
}

function ofList(read: (list: readonly unknown[]) => unknown): (value: unknown) => unknown {
  return (value) => (Array.isArray(value) ? read(value as unknown[]) : UNKNOWN);
}
