import { connectCopyButton } from "./copy-buttons.ts";
import { PLAYGROUND_OPTIONS } from "./playground-options.ts";
import { hasEffect, settingsFromHash, settingsToHash, type Settings } from "./playground-settings.ts";
import { elementSnippet, scriptTagSnippet, type SnippetTarget } from "./snippet.ts";

/** Typing settles before the preview is drawn again. */
const PREVIEW_DELAY_MS = 250;

const target: SnippetTarget = { origin: location.origin, site: "docs" };

function required<T extends Element>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`The playground has no ${selector}`);
  return element;
}

const form = required<HTMLFormElement>("#playground-form");
const preview = required<HTMLIFrameElement>("#playground-preview");
const stage = required<HTMLElement>(".preview-stage");
const scriptCode = required<HTMLElement>("#snippet-script code");
const elementCode = required<HTMLElement>("#snippet-element code");

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function controls(): Control[] {
  return [...form.querySelectorAll<Control>("[name]")];
}

function readForm(): Settings {
  const values: Record<string, string> = {};
  for (const control of controls()) {
    const isInput = control instanceof HTMLInputElement;
    if (isInput && control.type === "radio" && !control.checked) continue;
    if (isInput && control.type === "checkbox") values[control.name] = String(control.checked);
    else if (isInput && control.type === "color") {
      values[control.name] = control.dataset["chosen"] === "true" ? control.value : "";
    } else values[control.name] = control.value;
  }
  return values;
}

function fillForm(settings: Settings): void {
  form.reset();
  for (const control of controls()) {
    if (control instanceof HTMLInputElement && control.type === "color") control.dataset["chosen"] = "false";
    const value = settings[control.name];
    if (value === undefined) continue;
    if (control instanceof HTMLInputElement && control.type === "radio")
      control.checked = control.value === value;
    else if (control instanceof HTMLInputElement && control.type === "checkbox")
      control.checked = value === "true";
    else control.value = value;
    if (control instanceof HTMLInputElement && control.type === "color") control.dataset["chosen"] = "true";
  }
}

function show(settings: Settings): void {
  scriptCode.textContent = scriptTagSnippet(settings, target);
  elementCode.textContent = elementSnippet(settings, target);
  for (const option of PLAYGROUND_OPTIONS) {
    const field = form.querySelector<HTMLElement>(`[data-option="${option.attribute}"]`);
    if (field) field.hidden = !hasEffect(option, settings);
  }
}

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * The preview reads the same hash as this page; replacing only the hash keeps its document and the history.
 * It is never empty: an empty one scrolls the frame to its top, and this page with it.
 */
function showPreview(settings: Settings, delayMs: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    preview.contentWindow?.location.replace(`/playground/preview/#${settingsToHash(settings) || "defaults"}`);
  }, delayMs);
}

function apply(delayMs: number): void {
  const settings = readForm();
  const hash = settingsToHash(settings);
  history.replaceState(null, "", hash === "" ? location.pathname : `#${hash}`);
  show(settings);
  showPreview(settings, delayMs);
}

function restore(): void {
  const settings = settingsFromHash(location.hash);
  fillForm(settings);
  show(readForm());
  showPreview(settings, 0);
}

form.addEventListener("input", (event) => {
  const control = event.target;
  if (control instanceof HTMLInputElement && control.type === "color") control.dataset["chosen"] = "true";
  apply(PREVIEW_DELAY_MS);
});
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", restore);
required<HTMLButtonElement>("#playground-reset").addEventListener("click", () => {
  fillForm({});
  apply(0);
});
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-preview-width]")) {
  button.addEventListener("click", () => {
    stage.dataset["width"] = button.dataset["previewWidth"];
    for (const other of document.querySelectorAll<HTMLButtonElement>("[data-preview-width]")) {
      other.ariaPressed = String(other === button);
    }
  });
}
connectCopyButton(required("#playground-link"), () => location.href);
// The preview follows this page's own light and dark button.
new MutationObserver(() => {
  const theme = document.documentElement.dataset["theme"];
  const inside = preview.contentDocument?.documentElement;
  if (inside && theme) inside.dataset["theme"] = theme;
}).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
restore();
