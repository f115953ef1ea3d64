import { ownLauncher } from "./opener.ts";
import type { PanelHost } from "./panel-contract.ts";

/** Remembers where the focus was when the panel opened, and puts it back there when the panel closes. */
export function createFocusReturn(host: PanelHost): { remember(): void; restore(): void } {
  let opener: Element | null = null;
  return {
    remember: () => void (opener = focused()),
    restore() {
      (opener as HTMLElement | null)?.focus();
      // From the body nobody opens anything, and what the page has taken away or hidden meanwhile cannot have the focus.
      if (opener === document.body || focused() !== opener) ownLauncher(host).focus();
    },
  };
}

/** Looks into open shadow roots: a page's own button may stand in one. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
