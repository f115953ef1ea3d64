import { LOADER_STRINGS } from "./loader-strings.ts";

const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

/** Speech bubble with a plus, and the chevron that replaces it while the panel is open; 24 by 24 units. */
const ICON_PATHS = [
  "M20 11.5a8 8 0 0 1-11.7 7L4 20l1.5-4.2A8 8 0 1 1 20 11.5ZM9 11.5h6M12 8.5v6",
  "m6 9.5 6 6 6-6",
];

/** Builds the launcher node by node: no markup string meets a parser, so every Trusted Types list allows it. */
export function buildLauncher(): { frame: HTMLElement; button: HTMLButtonElement; slot: HTMLSlotElement } {
  const frame = create("div", "frame");
  const slot = create("slot", "trigger");
  const button = create("button", "launcher");
  slot.name = "launcher";
  button.part.add("launcher");
  button.ariaHasPopup = "dialog";
  button.ariaExpanded = "false";
  const label = create("span");
  // Speaks when the text changes after a click, which it does only when loading failed.
  label.ariaLive = "assertive";
  button.append(createIcon(), label);
  slot.append(button);
  frame.append(slot);
  return { frame, button, slot };
}

/** Shows the launcher's text; without one, the default names the button and appears as its tooltip. */
export function labelLauncher(button: HTMLButtonElement, label: string | null): void {
  const name = label || LOADER_STRINGS.launcherLabel;
  const text = button.lastChild as HTMLElement;
  text.textContent = label;
  text.hidden = !label;
  button.ariaLabel = name;
  button.title = label ? "" : name;
}

function create<T extends keyof HTMLElementTagNameMap>(tag: T, className = ""): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

function createIcon(): SVGElement {
  const svg = document.createElementNS(SVG_NAMESPACE, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  for (const data of ICON_PATHS) {
    const path = document.createElementNS(SVG_NAMESPACE, "path");
    path.setAttribute("d", data);
    svg.append(path);
  }
  return svg;
}
