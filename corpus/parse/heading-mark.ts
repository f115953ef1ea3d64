/**
 * Marks at the end of a heading that give it an id or a class: `{#id}`, `{: .note #id}`, `{#id data-x="1"}` of many
 * generators, `%{#id}%` where braces are taken by a template engine, `[#id]` of Nextra.
 */
const ATTRIBUTE = String.raw`(?:[#.][^\s{}"'=]{1,200}|[\w-]{1,60}=(?:"[^"{}]{0,200}"|'[^'{}]{0,200}'|[^\s{}"']{1,200}))`;
const ATTRIBUTES = new RegExp(
  String.raw`\s*(%?)\\?\{:?\s*(${ATTRIBUTE}(?:\s+${ATTRIBUTE}){0,20})\s*\}\1\s*$`,
);
/** In place of an id, where what the heading says is only known when the site is built. */
export const UNSURE_ID = "?";

/** A number in brackets is a reference that authors write out. */
const BRACKETS = /\s+\[#([a-zA-Z][\w-]*)\]\s*$/;

export interface HeadingMark {
  /** Where the mark begins, with the white space before it. */
  start: number;
  /** Absent where it gives a class only. */
  id?: string;
}

export function findHeadingMark(text: string): HeadingMark | undefined {
  const attributes = ATTRIBUTES.exec(text);
  if (attributes !== null) {
    const id = /(?:^|\s)(?:#|id=["']?)([^\s{}"']+)/.exec(attributes[2] ?? "")?.[1];
    return { start: attributes.index, ...(id !== undefined && { id }) };
  }
  const brackets = BRACKETS.exec(text);
  return brackets === null ? undefined : { start: brackets.index, id: brackets[1] ?? "" };
}
