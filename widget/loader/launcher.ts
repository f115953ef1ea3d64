import { LOADER_STRINGS } from "./loader-strings.ts";

const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

/** Speech bubble with a plus; 24 by 24 units. */
const ICON_PATH = "M20 11.5a8 8 0 0 1-11.7 7L4 20l1.5-4.2A8 8 0 1 1 20 11.5ZM9 11.5h6M12 8.5v6";

/** Builds the launcher node by node: no markup string meets a parser, so every Trusted Types list allows it. */
export function buildLauncher(): [frame: HTMLElement, slot: HTMLSlotElement, button: HTMLButtonElement] {
  const frame = create("div", { className: "frame" });
  const slot = create("slot", { className: "trigger", name: "launcher" });
  const button = create("button", {
    className: "launcher",
    ariaHasPopup: "dialog",
    ariaExpanded: "false",
  });
  button.part.add("launcher");
  // Speaks when the text changes after a click, which it does only when loading failed.
  const label = create("span", { ariaLive: "assertive" });
  const icon = document.createElementNS(SVG_NAMESPACE, "svg");
  const path = document.createElementNS(SVG_NAMESPACE, "path");
  icon.setAttribute("viewBox", "0 0 24 24");
  path.setAttribute("d", ICON_PATH);
  icon.append(path);
  button.append(icon, label);
  slot.append(button);
  frame.append(slot);
  return [frame, slot, button];
}

/** Shows the launcher's text; without one, the default names the button and appears as its tooltip. */
export function labelLauncher(button: HTMLButtonElement, label: string | undefined): void {
  const name = label || LOADER_STRINGS.launcherLabel;
  const text = button.lastChild as HTMLElement;
  text.textContent = label ?? "";
  button.ariaLabel = name;
  button.title = name;
}

function create<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  properties: Partial<HTMLElementTagNameMap[T]>,
): HTMLElementTagNameMap[T] {
  return Object.assign(document.createElement(tag), properties);
}
