import { PLAYGROUND_OPTIONS } from "./playground-options.ts";
import { settingsFromHash } from "./playground-settings.ts";

const FALLBACK_TEXT = "The assistant shows here as soon as its script has loaded.";

/** Attributes that the element reads once, or whose change rebuilds it anyway. */
const REBUILDING = new Set(["mode", "lang", "persist"]);

const place = document.querySelector<HTMLElement>("#inline-place") ?? document.body;
let element: HTMLElement | undefined;

function build(): HTMLElement {
  const created = document.createElement("assistant-chat");
  created.setAttribute("site", "docs");
  created.textContent = FALLBACK_TEXT;
  return created;
}

function apply(): void {
  const settings = settingsFromHash(location.hash);
  const changed = (name: string): boolean => (element?.getAttribute(name) ?? undefined) !== settings[name];
  if (!element || [...REBUILDING].some(changed)) {
    element?.remove();
    element = undefined;
  }
  const isNew = !element;
  const current = (element ??= build());
  for (const { attribute } of PLAYGROUND_OPTIONS) {
    const value = settings[attribute];
    // A visitor's own opening and closing of the panel is not undone by an unrelated change of the form.
    if (attribute === "open" && !isNew && value === undefined) continue;
    if (value === undefined) current.removeAttribute(attribute);
    else if (current.getAttribute(attribute) !== value) current.setAttribute(attribute, value);
  }
  document.body.dataset["mode"] = settings["mode"] ?? "floating";
  if (isNew) place.append(current);
}

addEventListener("hashchange", apply);
apply();
