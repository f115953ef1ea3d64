/**
 * Headings in bodies of shortcodes. The template of `{{< tab >}}` renders its body by itself, and counts the ids in it
 * anew, so that two tabs may have the same; the body of `{{% tab %}}` is rendered with the page.
 *
 * @see https://gohugo.io/content-management/shortcodes/
 */
import { FIRST_IN_PART, NEXT_IN_PART } from "../../marks.ts";
import { findShortcodes } from "./find-shortcodes.ts";

interface Body {
  start: number;
  end: number;
}

const HEADING = /^[ \t]{0,12}#{1,6}[ \t]{1,9}(?=\S)/gm;

/** Marks them before their words. Bodies lie in one another or apart; a heading belongs to the innermost. */
export function markBodyHeadings(source: string): string {
  const { text, shortcodes, ends } = findShortcodes(source);
  const bodies: Body[] = [];
  for (const [opening, closing] of ends) {
    const first = shortcodes[opening];
    const last = shortcodes[closing];
    if (first === undefined || last === undefined || !first.text.startsWith("{{<")) continue;
    bodies.push({ start: first.at + first.text.length, end: last.at });
  }
  if (bodies.length === 0) return text;
  bodies.sort((one, other) => one.start - other.start);
  const open: Body[] = [];
  const begun = new Set<Body>();
  let next = 0;
  return text.replace(HEADING, (mark, at: number) => {
    for (let body = bodies[next]; body !== undefined && body.start <= at; body = bodies[++next]) {
      while ((open.at(-1)?.end ?? Infinity) <= body.start) open.pop();
      open.push(body);
    }
    while ((open.at(-1)?.end ?? Infinity) <= at) open.pop();
    const body = open.at(-1);
    if (body === undefined) return mark;
    const sign = begun.has(body) ? NEXT_IN_PART : FIRST_IN_PART;
    begun.add(body);
    return mark + sign;
  });
}
