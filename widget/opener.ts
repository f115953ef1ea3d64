import type { PanelHost } from "./panel-contract.ts";

/** What opens the panel: a launcher of the page's own, else the button. */
export function ownLauncher(host: PanelHost): HTMLElement {
  const own = host.querySelector<HTMLElement>(":scope > [slot=launcher]");
  return own ?? host.root.querySelector<HTMLElement>(".launcher")!;
}

const CHEVRON = "m6 9.5 6 6 6-6";

/**
 * Gives the button the second of its icons: the one that it shows while the panel is open. And keeps the keys that press
 * it to itself: a page that prevents keys would keep it shut.
 */
export function prepareLauncher({ root }: PanelHost): void {
  const icon = root.querySelector(".launcher path");
  if (!icon || icon.nextSibling) return;
  const button = root.querySelector<HTMLElement>(".launcher")!;
  button.onkeydown =
    button.onkeypress =
    button.onkeyup =
      (event) => {
        if (/^(Enter| )$/.test(event.key)) event.stopPropagation();
      };
  const chevron = icon.cloneNode() as Element;
  chevron.setAttribute("d", CHEVRON);
  icon.after(chevron);
}

/** Says of the launcher whether the panel is open, and keeps the panel clear of it however large it is. */
export function showOpener(host: PanelHost, isOpen: boolean): void {
  const launcher = ownLauncher(host);
  launcher.ariaExpanded = String(isOpen);
  host.variables.setProperty("--_launcher-height", `${launcher.offsetHeight}px`);
}
