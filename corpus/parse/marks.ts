/**
 * Signs that the passes over a page's text leave for one another. They are noncharacters of Unicode, which no text
 * holds that was written to be exchanged: https://www.unicode.org/faq/private_use.html#nonchar1
 */

/** Stands where a value would, that is only known when the site is built. Its sentence goes. */
export const UNKNOWN_VALUE = "\uFDD0";
/** Ends a paragraph that labels what follows it: a tab. */
export const LABEL_END = "\uFDD1";
/** Stands where a file or a component would, that was not found or makes its content in the browser. */
export const MISSING_CONTENT = "\uFDD2";
/** Braces that are text, where a template engine would take them for its own. */
export const LITERAL_OPEN = "\uFDD3";
export const LITERAL_CLOSE = "\uFDD4";
/** A marked end of a panel: nothing after it belongs to its label. */
export const PANEL_END = "\uFDD6";
/** Ends the title of what opens on a click; its id may follow. */
export const SUMMARY_END = "\uFDD7";
/** Stands behind what opens on a click. */
export const DETAILS_END = "\uFDD8";
/** Begins a paragraph with an element that a parser of CommonMark would take for a block. */
export const INLINE_START = "\uFDDC";
/** Before the words of a heading in a part that is rendered by itself: of the first one, and of those that follow. */
export const FIRST_IN_PART = "\uFDDD";
export const NEXT_IN_PART = "\uFDDE";
/** Code that is kept from the passes over a text: a block, which is a line of its own, a span, and what ends either. */
export const STASHED_BLOCK = "\uFDD9";
export const STASHED_SPAN = "\uFDDA";
export const STASHED_END = "\uFDDB";

const MARKS = /[\uFDD0-\uFDEF]/g;

export function hasMarks(text: string): boolean {
  return text.search(MARKS) !== -1;
}

/** Without the marks: for text that comes from outside. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, "");
}

/** Braces of a text that no template engine is to read. */
export function literalBraces(text: string): string {
  return text.replace(/[{}]/g, (brace) => (brace === "{" ? LITERAL_OPEN : LITERAL_CLOSE));
}

export function restoreBraces(text: string): string {
  return text.replaceAll(LITERAL_OPEN, "{").replaceAll(LITERAL_CLOSE, "}");
}
