/** Ids of headings by kramdown's two rules. @see https://kramdown.gettalong.org/converter/html.html#auto-ids */
import type { HeadingSlugger } from "../generator.ts";
import { elementText } from "../element-text.ts";
import { transliterate } from "../transliterate.ts";
import type { KramdownSettings } from "./settings.ts";

export function createKramdownSlugger({
  rule,
  prefix,
  isTransliterated,
  isTypographic,
}: KramdownSettings): HeadingSlugger {
  const counts = new Map<string, number>();
  const unique = (id: string): string => {
    const count = counts.get(id);
    counts.set(id, count === undefined ? 0 : count + 1);
    return `${prefix}${id}${count === undefined ? "" : `-${count + 1}`}`;
  };
  return ({ parts, source, customId, isElement }) => {
    if (customId !== undefined) return customId;
    if (isElement || rule === "none") return undefined;
    // Two and three hyphens are set as dashes, which no id holds; those of code are code.
    if (rule === "gfm") {
      return unique(
        gfmId(elementText(parts, (text) => (isTypographic ? text.replace(/-{2,3}/g, "") : text))),
      );
    }
    const raw = source.replace(/[ \t]*\{[:#][^{}]*\}[ \t]*$/, "").replace(/(?<!\\)[ \t]*#+[ \t]*$/, "");
    const id = basicId(isTransliterated ? transliterate(raw) : raw);
    return unique(id === "" ? "section" : id);
  };
}

function gfmId(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\p{Alphabetic}\- \t]/gu, "")
    .replace(/[ \t]/g, "-");
}

function basicId(source: string): string {
  return source
    .replace(/^[^a-zA-Z]+/, "")
    .replace(/[^a-zA-Z0-9 -]/g, "")
    .replace(/ /g, "-")
    .toLowerCase();
}
