/** Ids of headings where Middleman renders with Redcarpet. */
import type { HeadingPart, HeadingSlugger } from "../generator.ts";

/**
 * Of the Tech Docs Template: what is there twice gets the id of the heading above in front, and after that a number.
 *
 * @see `unique_identifier_generator.rb` of `govuk_tech_docs`
 */
export function createTechDocsSlugger(): HeadingSlugger {
  const made: { id: string; depth: number }[] = [];
  const taken = new Set<string>();
  return ({ parts, isElement, customId, depth }) => {
    if (isElement) return customId;
    const slug = renderedHeading(parts)
      .toLowerCase()
      .replace(/<[^>]{1,2000}>/g, "")
      .replace(/[^0-9a-z]+/g, "-")
      .replace(/^-|-$/g, "");
    const parent = taken.has(slug) ? made.findLast((heading) => heading.depth < depth) : undefined;
    const prefixed = parent === undefined ? slug : `${parent.id}-${slug}`;
    let id = prefixed;
    for (let number = 2; taken.has(id); number++) id = `${prefixed}-${number}`;
    taken.add(id);
    made.push({ id, depth });
    return id;
  };
}

/** Signs that Redcarpet writes as a hyphen. Those beyond ASCII are, too. */
const SIGNS = /[\s\-&+$,/:;=?@"#{}|^~[\]`\\*()%.!'\u{80}-\u{10FFFF}]+/gu;

/** Of Redcarpet's own `with_toc_data`. @see `rndr_header_anchor` in `html.c` of `redcarpet` */
export function createRedcarpetSlugger(): HeadingSlugger {
  const taken = new Set<string>();
  return ({ parts, isElement, customId }) => {
    if (isElement) return customId;
    const id = renderedHeading(parts)
      .replace(/<[^>]{1,2000}>/g, "")
      // What is an entity is left out together with its name.
      .replace(/&[^;]{0,40};/g, "")
      .replace(SIGNS, "-")
      .replace(/^-|-$/g, "")
      .toLowerCase();
    // What is there twice has the same id, which leads to the first; one of signs alone gets a number of its bytes.
    if (id === "" || taken.has(id)) return undefined;
    taken.add(id);
    return id;
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** As HTML, tags of emphasis and links aside: both rules read ids from there, so that `'` is `39` for the first. */
function renderedHeading(parts: readonly HeadingPart[]): string {
  return parts
    .map((part) => {
      const { kind, value, written = value, children } = part;
      if (kind === "text") {
        return written
          .replace(/\\([!-/:-@[-`{-~])/g, "$1")
          .replace(/&(?!#?\w{1,40};)|[<>"']/g, (sign) => ENTITIES[sign] ?? sign);
      }
      if (kind === "code") return value.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
      if (kind === "footnote") return `[^${value}]`;
      if (kind === "expression") return `{${value}}`;
      if (kind === "directive")
        return value + (children === undefined ? "" : `[${renderedHeading(children)}]`);
      return kind === "break" ? " " : "";
    })
    .join("")
    .trim();
}
