/** Puts a heading above a quotation that does not say itself what it is about. */
import { placeOf } from "../../corpus/heading-place.ts";
import type { Quote, QuotedText } from "../../citation/quote.ts";
import { inlineMarkdown } from "../../passage-text.ts";
import type { AnswerSection } from "../select/answer-sections.ts";
import type { TermMask } from "../understand/asked-question.ts";
import { postDate, writtenDate } from "./dated-posts.ts";
import { forbids, isInMidThought } from "./noise-patterns.ts";

/** A heading that adds so much of the question's information tells of what the quotation is. */
const ADDED_SHARE = 0.06;

/** Between headings of a path. */
export const HEADING_SEPARATOR = " › ";

/**
 * The paragraphs under the headings that they stand under on their page, where those hold a word of the question that
 * the quotation lacks, or where it begins in the middle of a thought, with a yes or no, a list or a table, or lists what
 * is not so; those of a post always, with its day. Else as they are.
 */
export function namedQuote(
  section: AnswerSection,
  paragraphs: readonly QuotedText[],
  termsOf: (text: string) => string[],
): QuotedText[] {
  const asked = section.sentences[0]?.asked;
  const first = paragraphs.flat().find((piece): piece is Quote => typeof piece !== "string");
  const beginning = paragraphs[0]?.[0];
  if (asked === undefined || first === undefined || typeof beginning !== "string") return [...paragraphs];
  const { chunk } = section.passage;
  const { headingPath } = placeOf(chunk, first.blockIndex);
  const path = [chunk.title, ...headingPath];
  if (path.at(-1) !== section.heading && section.hasLabel) path.push(section.heading);
  const shown = asked.maskOf(termsOf(wordsOfQuotes(paragraphs)));
  const addsTo = (mask: TermMask, heading: string): boolean =>
    asked.share(asked.maskOf(termsOf(heading)) & ~mask) >= ADDED_SHARE;
  const innermost = path.at(-1) ?? "";
  const own = shown | asked.maskOf(termsOf(innermost));
  const above = path.slice(0, -1).filter((heading) => addsTo(own, heading));
  const isOpen = OPEN_BEGINNING.test(beginning) || isInMidThought(beginning.replaceAll("\\", ""));
  const date = postDate(section.passage);
  if (date !== undefined) {
    const name = [...new Set([chunk.title, innermost])].join(HEADING_SEPARATOR);
    return [[boldName(`${name} (${writtenDate(date, chunk.language)})`)], ...paragraphs];
  }
  if (above.length === 0 && !addsTo(shown, innermost) && !isOpen && !forbids(innermost))
    return [...paragraphs];
  // Above code, and before what is said of an option, its name stands already.
  if (beginning.includes(inlineMarkdown(innermost))) return [...paragraphs];
  return [[boldName([...above, innermost].join(HEADING_SEPARATOR))], ...paragraphs];
}

/** A list, a table, the answer to what a heading asks. */
const OPEN_BEGINNING = /^(?:- |\d+\. |\||(?:yes|no|ja|nein|sí|oui|non|sì|sim|não|nee)(?=[\s,.;:!–—]))/iu;

/** A heading in bold, on one line. */
export function boldName(heading: string): string {
  return `**${inlineMarkdown(heading.replace(/\s+/g, " ").trim())}**`;
}

/** Whether a paragraph is such a heading. */
export function isName(paragraph: QuotedText | undefined): boolean {
  const [text, ...more] = paragraph ?? [];
  return more.length === 0 && typeof text === "string" && /^\*\*[^\n]+\*\*$/.test(text);
}

/** All that paragraphs say, as one text. */
export function wordsOfQuotes(paragraphs: readonly QuotedText[]): string {
  return paragraphs
    .flat()
    .filter((piece) => typeof piece === "string")
    .join(" ");
}
