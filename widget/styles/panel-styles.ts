import answerCss from "./answer.css?inline";
import composerCss from "./composer.css?inline";
import conversationCss from "./conversation.css?inline";
import panelCss from "./panel.css?inline";

let sheet: CSSStyleSheet | undefined;

/** Adds the panel's style sheet to a shadow root; it is parsed once for all elements of a page. */
export function adoptPanelStyles(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(panelCss + composerCss + conversationCss + answerCss);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
