/** Slug rules shared by generators of JavaScript: which leaves of a heading count, and how ids are kept apart. */
import type { HeadingPart, HeadingSlugger } from "./generator.ts";

/** The text of those leaves that a generator looks at; undefined drops one. */
export function headingText(
  parts: readonly HeadingPart[],
  textOf: (part: HeadingPart) => string | undefined,
): string {
  return parts.map((part) => textOf(part) ?? "").join("");
}

/**
 * As `markdown-it` sees a heading: text and code. It knows no directives, footnotes or expressions, so that these are
 * text as they were written.
 */
export function markdownItText(parts: readonly HeadingPart[]): string {
  return headingText(parts, ({ kind, value }) => {
    if (kind === "text" || kind === "code" || kind === "directive") return value;
    if (kind === "footnote") return `[^${value}]`;
    return kind === "expression" ? `{${value}}` : undefined;
  });
}

/** What `markdown-it-attrs` takes for the begin and the end of attributes. */
export type AttributeDelimiters = readonly [left: string, right: string];

/** Attributes that `markdown-it-attrs` takes off the end of a heading: `{#id .class}`. */
export function takeAttributes(
  text: string,
  delimiters: AttributeDelimiters = ["{", "}"],
): { text: string; id?: string } {
  const [left = "", right = ""] = delimiters.map((mark) => mark.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const match = new RegExp(String.raw`\s*(?<!\{)${left}([^{}\n]{1,300})${right}\s*$`).exec(text);
  if (match === null) return { text };
  const id =
    /(?:^|\s)#([^\s}]+)/.exec(match[1] ?? "")?.[1] ?? /(?:^|\s)id=["']?([^\s"'}]+)/.exec(match[1] ?? "")?.[1];
  return { text: text.slice(0, match.index), ...(id !== undefined && { id }) };
}

/**
 * The rule of `markdown-it-anchor`: the number behind an id counts up until the id is free.
 *
 * @param slugOf the id of a heading without regard to others, or the one that its author named; undefined where the
 *   rule is not known for it.
 */
export function markdownItAnchorSlugger(
  slugOf: (parts: readonly HeadingPart[]) => string | undefined,
  { minimumDepth = 1 }: { minimumDepth?: number } = {},
): HeadingSlugger {
  const taken = new Set<string>();
  return ({ parts, isElement, customId, depth }) => {
    if (isElement) return customId;
    if (depth < minimumDepth) return undefined;
    const slug = slugOf(parts);
    if (slug === undefined) return undefined;
    let id = slug;
    for (let number = 1; taken.has(id); number++) id = `${slug}-${number}`;
    taken.add(id);
    return id;
  };
}
