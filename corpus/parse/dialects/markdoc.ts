/**
 * What Markdoc writes besides blocks: closing tags, variables, ids and classes of headings. Made into what the reader
 * of templates knows.
 *
 * @see https://markdoc.dev/docs/syntax
 */
import { UNKNOWN_VALUE } from "../marks.ts";

/** Blocks whose content depends on a condition, which has an end of its own there. */
const CONDITION = /^(?:if|for|unless)$/;

/** At the end of a heading, perhaps among classes. */
const HEADING_ID =
  /^(#{1,6}[ \t]+)([^\n]{1,500}?)[ \t]*\{%\s{0,9}(?:\.[\w-]{1,100}\s{1,9}){0,5}#([\w-]{1,100})\s{0,9}(?:\.[\w-]{1,100}\s{0,9}){0,5}%\}[ \t]*$/gm;

export function readMarkdoc(text: string): string {
  // `{{% tab %}}` is Hugo's.
  if (!/(?<!\{)\{%\s{0,9}[/$#.]/.test(text)) return text;
  return text
    .replace(/(?<!\{)\{%\s{0,9}\/\s{0,9}([\w-]{1,60})\s{0,9}%\}(?!\})/g, (_, name: string) =>
      CONDITION.test(name) ? `{% end${name} %}` : "",
    )
    .replace(/(?<!\{)\{%\s{0,9}\$[^%{}\n]{1,300}%\}(?!\})/g, UNKNOWN_VALUE)
    .replace(HEADING_ID, '$1<a id="$3"></a>$2')
    .replace(/(?<!\{)\{%\s{0,9}((?:[#.][\w-]{1,100}\s{0,9}){1,10})%\}(?!\})/g, "");
}
