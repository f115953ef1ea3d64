/** For JSON that somebody else wrote: nothing about it is known. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** A field of what may be no object, or may not have it: undefined then. */
export function field(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}
