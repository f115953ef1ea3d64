/** Blocks of pages as one document: a sentence that runs over a border is joined, and each page has its anchor. */
import type { Block } from "../../../core/corpus/format.ts";
import { CONTINUATION_DEPTH, type OutlineItem } from "../../parse/outline.ts";
import { comparable } from "./headings.ts";
import { joinLines, type Vocabulary } from "./line-text.ts";
import type { PdfBlock, PdfHeading } from "./page-blocks.ts";

/** The blocks of one column of a page, or of a page. */
export interface PagePart {
  /** Of its page. */
  number: number;
  blocks: readonly PdfBlock[];
}

export function joinPages(
  parts: readonly PagePart[],
  {
    depths,
    vocabulary,
    title,
  }: { depths: ReadonlyMap<PdfHeading, number>; vocabulary: Vocabulary; title: string | undefined },
): OutlineItem[] {
  const items: OutlineItem[] = [];
  /** The text that may go on over the next border. */
  let open: { text: string } | undefined;
  let page = 0;
  for (const { number, blocks } of parts) {
    const own = [...blocks];
    const first = own.findIndex((block) => !isNote(block));
    const [next] = own.slice(first, first + 1);
    if (open !== undefined && next?.kind === "paragraph") {
      const rest = joinSentence(open, next.text, { vocabulary, takesAll: number === page });
      if (rest === "") own.splice(first, 1);
      else if (rest !== undefined) own[first] = { ...next, text: rest };
    }
    const anchor = `page=${number}`;
    if (own.length > 0 && own[0]?.kind !== "heading" && number !== page)
      items.push({ kind: "heading", depth: CONTINUATION_DEPTH, text: "", anchor });
    if (own.length > 0) page = number;
    let last: PdfBlock | undefined;
    for (const block of own) {
      if (block.kind === "heading") {
        items.push({ kind: "heading", depth: depths.get(block) ?? 1, text: block.text, anchor });
        // A heading that repeats the title is no section; what follows it still opens at its page.
        if (title !== undefined && comparable(block.text) === comparable(title))
          items.push({ kind: "heading", depth: CONTINUATION_DEPTH, text: "", anchor });
      } else {
        const { isNote: note, ...content } = block;
        items.push(content as Block);
        if (note === true) continue;
      }
      last = items.at(-1) as PdfBlock;
    }
    if (last === undefined) continue;
    open = last.kind === "paragraph" ? last : undefined;
  }
  return items;
}

function isNote(block: PdfBlock): boolean {
  return block.kind !== "heading" && block.isNote === true;
}

const SENTENCE_END = /[.!?:;。！？…]["'”’»)\]]*$/;

/**
 * Puts the rest of a sentence behind its beginning, over the border of a column all of its paragraph.
 * @returns what is left of the other text; undefined where it is another sentence.
 */
function joinSentence(
  open: { text: string },
  next: string,
  { vocabulary, takesAll }: { vocabulary: Vocabulary; takesAll: boolean },
): string | undefined {
  if (SENTENCE_END.test(open.text)) return undefined;
  const isParted = /\p{L}[-\u2010\u00AD]$/u.test(open.text);
  const goesOn =
    isParted ||
    /^[\p{Ll}\p{Lo}(“"'\d`]/u.test(next) ||
    /[,–—]$/.test(open.text) ||
    /\s(?:the|a|an|of|and|or|to|in|der|die|das|und|de|la|le|el)$/i.test(open.text);
  if (!goesOn) return undefined;
  const end = /^[\s\S]*?[.!?。！？]["'”’»)\]]*(?=\s+[\p{Lu}\p{Lo}\p{N}“"'(`]|(?<=[。！？])|$)/u.exec(next);
  const rest = end === null || takesAll ? next : end[0];
  open.text = joinLines(open.text, rest, vocabulary);
  return next.slice(rest.length).trim();
}
