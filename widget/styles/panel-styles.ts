import { adoptStyles } from "./adopt-styles.ts";
import composerCss from "./composer.css?inline";
import panelCss from "./panel.css?inline";

export function adoptPanelStyles(root: ShadowRoot): void {
  adoptStyles(root, panelCss + composerCss);
}
