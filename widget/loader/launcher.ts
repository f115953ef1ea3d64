import { LOADER_STRINGS } from "./loader-strings.ts";

const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

/** Speech bubble with a plus, and the chevron that replaces it while the panel is open; 24 by 24 units. */
const ICON_PATHS = {
  bubble: "M20 11.5a8 8 0 0 1-11.7 7L4 20l1.5-4.2A8 8 0 1 1 20 11.5ZM9 11.5h6M12 8.5v6",
  chevron: "m6 9.5 6 6 6-6",
};

/** Builds the launcher node by node: no markup string meets a parser, so every Trusted Types list allows it. */
export function buildLauncher(): { frame: HTMLElement; button: HTMLButtonElement; slot: HTMLSlotElement } {
  const frame = create("div", "frame");
  const trigger = create("div", "trigger");
  const slot = create("slot");
  const button = create("button", "launcher");
  slot.name = "launcher";
  button.part.add("launcher");
  button.ariaHasPopup = "dialog";
  button.ariaExpanded = "false";
  for (const [name, path] of Object.entries(ICON_PATHS)) button.append(icon(name, path));
  button.append(create("span"));
  slot.append(button);
  trigger.append(slot);
  frame.append(trigger);
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

/** Says that the panel could not be loaded and offers to try again; what the page put into the element follows. */
export function buildFailure(retry: () => void): HTMLElement {
  const failure = create("div", "failure");
  failure.role = "alert";
  const button = create("button");
  button.textContent = LOADER_STRINGS.tryAgain;
  button.onclick = retry;
  failure.append(LOADER_STRINGS.loadFailed, button, create("slot"));
  return failure;
}

function create<T extends keyof HTMLElementTagNameMap>(tag: T, className = ""): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

function icon(className: string, pathData: string): SVGElement {
  const svg = document.createElementNS(SVG_NAMESPACE, "svg");
  const path = document.createElementNS(SVG_NAMESPACE, "path");
  path.setAttribute("d", pathData);
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", className);
  svg.ariaHidden = "true";
  svg.append(path);
  return svg;
}
