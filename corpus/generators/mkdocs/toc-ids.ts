/** Ids by Python-Markdown's `toc`. @see https://python-markdown.github.io/extensions/toc/ */
import type { HeadingSlugger } from "../generator.ts";
import { elementText } from "../element-text.ts";
import type { TocSettings } from "./settings.ts";

/** @param explicitIds of the whole page: none of them is given again, wherever it stands. */
export function createTocSlugger(settings: TocSettings, explicitIds: readonly string[] = []): HeadingSlugger {
  const used = new Set<string>(settings.hasAttributes ? explicitIds : []);
  return ({ parts, source, customId, isElement }) => {
    if (customId !== undefined) {
      used.add(customId);
      return customId;
    }
    if (isElement || settings.rule === "unknown") return undefined;
    if (settings.hasFootnotes && parts.some(({ kind }) => kind === "footnote")) return undefined;
    return unique(slugify(withoutEdges(elementText(parts), source), settings), used);
  };
}

/** Without making it unique: of titles of posts. */
export function slugifyTitle(title: string, settings: TocSettings): string {
  return slugify(title, settings);
}

function slugify(text: string, { rule, separator, letterCase, isPercentEncoded }: TocSettings): string {
  if (rule === "pymdownx") {
    const trimmed = text
      .normalize("NFC")
      .replace(/<\/?[^>]*>/g, "")
      .trim();
    const cased =
      letterCase === "lower" || letterCase === "fold"
        ? trimmed.toLowerCase()
        : letterCase === "lower-ascii"
          ? trimmed.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
          : trimmed;
    const slug = cased.replace(/[^\p{L}\p{N}_\- ]/gu, "").replace(/ /g, separator);
    return isPercentEncoded ? encodeURIComponent(slug) : slug;
  }
  const letters = rule === "unicode" ? text : text.normalize("NFKD").replace(/[^\0-\x7F]/g, "");
  const kept = letters
    .replace(/[^\p{L}\p{N}_\s-]/gu, "")
    .trim()
    .toLowerCase();
  return kept.replace(new RegExp(`[${separator.replace(/[\\\]^-]/g, "\\$&")}\\s]+`, "g"), separator);
}

/** An id that is taken, or empty, gets `_1`, `_2`, … */
function unique(slug: string, used: Set<string>): string {
  let id = slug;
  while (id === "" || used.has(id)) {
    const counted = /^(.*)_(\d+)$/s.exec(id);
    id = counted === null ? `${id}_1` : `${counted[1]}_${Number(counted[2]) + 1}`;
  }
  used.add(id);
  return id;
}

/** What is written as an entity at an end is dropped before white space is: `&copy; and more` begins with `and`. */
function withoutEdges(text: string, source: string): string {
  const entity = "&(?:#\\d{1,7}|#[xX][\\da-fA-F]{1,6}|[a-zA-Z]\\w{1,30});";
  const start = new RegExp(`^${entity}`).test(source.trim()) ? (Array.from(text)[0]?.length ?? 0) : 0;
  const end = new RegExp(`${entity}$`).test(source.trim()) ? (Array.from(text).at(-1)?.length ?? 0) : 0;
  return text.slice(start, text.length - end);
}
