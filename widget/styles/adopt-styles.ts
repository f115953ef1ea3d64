/** Sheets by their text: each is parsed once for all elements of a page. */
const sheets = new Map<string, CSSStyleSheet>();

/** Adds a style sheet to a shadow root, once. Constructed sheets pass every `style-src`. */
export function adoptStyles(root: ShadowRoot, css: string): void {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
