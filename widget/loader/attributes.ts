/**
 * The attributes of `<assistant-chat>`, each also a `data-*` of the script tag and a camelCase property. What their values
 * mean, and their defaults, is in `widget/config.ts`. In an order that the functions below know.
 */
const NAMES =
  "open push page-context debug mode position theme persist consent analytics config hotkey lang accent endpoint site assistant-name greeting placeholder disclaimer launcher-label starters";

export type AttributeName = Words<typeof NAMES>;

type Words<S extends string> = S extends `${infer Head} ${infer Tail}` ? Head | Words<Tail> : S;

export const ATTRIBUTE_NAMES = NAMES.split(" ") as AttributeName[];

/** The first of {@link ATTRIBUTE_NAMES} are booleans. */
const BOOLEANS = 4;

/** As many, from the first, can hold a value that only `launcher-extras.js` can judge. */
const FORMAL_ATTRIBUTES = 13;

/** Attributes that every element may have. */
const GLOBAL = /^(id|class|style|slot|hidden|data|aria|on)/;

/**
 * Whether an attribute is reason enough to load the file that judges it: one that nobody knows, or one whose values have
 * a form. Pages that set neither are spared that file. `open`, the first, comes and goes with the panel, and is no reason.
 */
export function needsJudging({ name }: Attr): boolean {
  const index = ATTRIBUTE_NAMES.indexOf(name as AttributeName);
  return !!index && index < FORMAL_ATTRIBUTES && !GLOBAL.test(name);
}

/** Reads a boolean attribute: presence, "", "true", "on" and the attribute's own name are true. */
export function isTrue(value: string | null): boolean {
  return value !== null && /^(true|on|open|push|page-context|debug)?$/i.test(value.trim());
}

export function isBooleanAttribute(name: AttributeName): boolean {
  return ATTRIBUTE_NAMES.indexOf(name) < BOOLEANS;
}

export function toPropertyName(attribute: string): string {
  return attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
