import type { PanelHost } from "../panel-contract.ts";

/** Says of a launcher of the page's own that it opens a dialog, and that this is closed; the panel goes on from there. */
export function describeOwnLauncher(host: PanelHost): void {
  for (const launcher of host.querySelectorAll(":scope > [slot=launcher]")) {
    launcher.ariaHasPopup = "dialog";
    launcher.ariaExpanded ??= "false";
  }
}
