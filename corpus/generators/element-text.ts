import { findHeadingMark } from "../parse/heading-mark.ts";
import type { HeadingPart } from "./generator.ts";

/**
 * The text that elements of a heading hold: tags are none, and pictures have only an alternative to it, which rules
 * of slugs leave out.
 *
 * @param textOf what becomes of a run of text outside of code; by default it stays.
 */
export function elementText(
  parts: readonly HeadingPart[],
  textOf: (text: string) => string = (text) => text,
): string {
  const text = parts
    .map(({ kind, value, children }) => {
      if (kind === "code") return value;
      if (kind === "html" || kind === "image") return "";
      if (kind === "directive")
        return value + (children === undefined ? "" : `[${elementText(children, textOf)}]`);
      return kind === "break" ? " " : textOf(value);
    })
    .join("");
  return text.slice(0, findHeadingMark(text)?.start ?? text.length).trim();
}
