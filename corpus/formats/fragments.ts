/** Pieces of Markdown and HTML inside of other formats, as blocks. */
import type { Outline, OutlineItem } from "../parse/outline.ts";
import { readOutline } from "../parse/read-outline.ts";
import { parseHtmlFragment } from "../html/fragment.ts";
import { parseMarkdown } from "../parse/parse-markdown.ts";

export interface FragmentOptions {
  /** Depth that the outermost of its headings gets; default as they are written. */
  headingDepth?: number;
}

/** Ids are those that the HTML names. */
export function htmlFragment(html: string, options: FragmentOptions = {}): Outline {
  return shifted(readOutline(parseHtmlFragment(html), { slugger: ({ customId }) => customId }), options);
}

/** Its headings have no ids: what shows them is not known. */
export function markdownFragment(markdown: string, options: FragmentOptions = {}): Outline {
  const { root, source } = parseMarkdown(markdown);
  return shifted(readOutline(root, { source, slugger: () => undefined }), options);
}

const HTML = /<(?:p|br|div|ul|ol|li|h[1-6]|strong|b|em|i|a|span|table|pre|code|img|blockquote)\b[^>]*>/i;

/** A text that may be HTML, or plain with Markdown's marks. */
export function textFragment(text: string, options: FragmentOptions = {}): Outline {
  return HTML.test(text) ? htmlFragment(text, options) : markdownFragment(text, options);
}

function shifted(outline: Outline, { headingDepth }: FragmentOptions): Outline {
  if (headingDepth === undefined) return outline;
  const depths = outline.items.flatMap((item) => (item.kind === "heading" ? [item.depth] : []));
  const shift = headingDepth - Math.min(...depths);
  return {
    ...outline,
    items: outline.items.map((item): OutlineItem =>
      item.kind === "heading" ? { ...item, depth: item.depth + shift } : item,
    ),
  };
}
