/**
 * What Markdoc writes besides blocks: closing tags, variables, ids and classes of headings. Made into what the reader
 * of templates knows.
 *
 * @see https://markdoc.dev/docs/syntax
 */
import { UNKNOWN_VALUE } from "../marks.ts";

/** Blocks whose content depends on a condition, which has an end of its own there. */
const CONDITION = /^(?:if|for|unless)$/;

export function readMarkdoc(text: string): string {
  // `{{% tab %}}` is Hugo's.
  if (!/(?<!\{)\{%\s{0,9}[/$#.]/.test(text)) return text;
  return text
    .replace(/(?<!\{)\{%\s{0,9}\/\s{0,9}([\w-]{1,60})\s{0,9}%\}(?!\})/g, (_, name: string) =>
      CONDITION.test(name) ? `{% end${name} %}` : "",
    )
    .replace(/(?<!\{)\{%\s{0,9}\$[^%{}\n]{1,300}%\}(?!\})/g, UNKNOWN_VALUE)
    .replace(/(?<!\{)\{%\s{0,9}((?:[#.][\w-]{1,100}\s{0,9}){1,10})%\}(?!\})/g, (_, names: string) => {
      const id = /#([\w-]+)/.exec(names)?.[1];
      return id === undefined ? "" : `<a id="${id}"></a>`;
    });
}
