/**
 * The attributes of `<assistant-chat>`, each also a `data-*` of the script tag and a camelCase property.
 * What their values mean, and their defaults, is in `widget/config.ts`.
 */
export const ATTRIBUTE_NAMES = [
  "endpoint",
  "site",
  "mode",
  "open",
  "position",
  "push",
  "assistant-name",
  "greeting",
  "placeholder",
  "disclaimer",
  "launcher-label",
  "starters",
  "accent",
  "theme",
  "lang",
  "persist",
  "consent",
  "analytics",
  "page-context",
  "hotkey",
  "config",
  "debug",
] as const;

export type AttributeName = (typeof ATTRIBUTE_NAMES)[number];

export const BOOLEAN_ATTRIBUTE_NAMES: readonly AttributeName[] = ["open", "push", "page-context", "debug"];

/** Reads a boolean attribute: presence, "", "true", "on" and the attribute's own name are true. */
export function isTrue(value: string | null, name?: string): boolean {
  return value !== null && (value === name || /^(true|on)?$/i.test(value.trim()));
}

export function toPropertyName(attribute: string): string {
  return attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
