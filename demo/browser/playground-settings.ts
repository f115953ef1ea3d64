import { PLAYGROUND_OPTIONS, type PlaygroundOption } from "./playground-options.ts";

/** Values by attribute name; an absent one stands for the default. */
export type Settings = Readonly<Record<string, string>>;

function isAllowed(option: PlaygroundOption, value: string): boolean {
  const { control } = option;
  if (control.kind === "choice") return control.values.includes(value);
  if (control.kind === "switch") return value === "true" || value === "false";
  if (control.kind === "colour") return /^#[0-9a-f]{6}$/i.test(value);
  if (control.kind === "text") return value.length <= control.maxChars;
  return true;
}

/** Whether an attribute has an effect in the mode that the settings choose. */
export function hasEffect(option: PlaygroundOption, values: Settings): boolean {
  return option.modes === undefined || option.modes.includes(values["mode"] ?? "floating");
}

/** Keeps the values that differ from their defaults, and drops what the form cannot show or the mode ignores. */
export function normaliseSettings(values: Settings): Settings {
  const kept: Record<string, string> = {};
  for (const option of PLAYGROUND_OPTIONS) {
    const value = values[option.attribute]?.trim();
    if (value === undefined || value === option.default || !isAllowed(option, value)) continue;
    if (!hasEffect(option, values)) continue;
    kept[option.attribute] = value;
  }
  return kept;
}

/** Settings as the part of an address after `#`; empty for the defaults. */
export function settingsToHash(settings: Settings): string {
  return new URLSearchParams(normaliseSettings(settings)).toString();
}

/** Reads what {@link settingsToHash} wrote; anything unknown or invalid in it is ignored. */
export function settingsFromHash(hash: string): Settings {
  return normaliseSettings(Object.fromEntries(new URLSearchParams(hash.replace(/^#/, ""))));
}
