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
  isStripped,
}: KramdownSettings): HeadingSlugger {
  const gfmCounts = new Map<string, number>();
  const ownCounts = new Map<string, number>();
  const unique = (id: string, counts: Map<string, number>): string => {
    const count = counts.get(id);
    counts.set(id, count === undefined ? 0 : count + 1);
    return `${prefix}${id}${count === undefined ? "" : `-${count + 1}`}`;
  };
  return ({ parts, source, customId, isElement, isInElement }) => {
    if (customId !== undefined) return customId;
    // What Liquid prints is not known here.
    if (isElement || rule === "none" || source.replace(/`[^`]*`/g, "").includes("{{")) return undefined;
    // The parser of GFM leaves what stands inside of elements to kramdown.
    if (rule === "gfm" && isInElement !== true) {
      // Two and three hyphens are set as dashes, which no id holds; those of code are code.
      const text = elementText(parts, (part) => (isTypographic ? part.replace(/-{2,3}/g, "") : part));
      return unique(gfmId(text), gfmCounts);
    }
    // It has taken the marks off, too; kramdown itself reads the heading as it is written.
    if (rule === "gfm") return unique(basicId(elementText(parts)) || "section", ownCounts);
    const written = isStripped
      ? elementText(
          parts.filter(({ kind }) => kind !== "code"),
          (part) => (isTypographic ? part.replace(/-{2,3}/g, "") : part),
        )
      : source;
    const raw = written.replace(/[ \t]*\{[:#][^{}]*\}[ \t]*$/, "").replace(/(?<!\\)[ \t]*#+[ \t]*$/, "");
    const plain = isTransliterated ? transliterate(raw) : raw;
    if (isTransliterated && /[^\0-\x7F]/.test(plain)) return undefined;
    const id = basicId(plain);
    return unique(id === "" ? "section" : id, ownCounts);
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
