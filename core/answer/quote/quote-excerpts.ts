/** Where no section clearly leads, an answer shows a few short excerpts, each under its place, rather than one at length. */
import { placeOfQuote, type Quote, type QuotedText } from "../../citation/quote.ts";
import type { AnswerSection } from "../select/answer-sections.ts";
import { bestQuote } from "./best-sentence.ts";
import { excerptOf } from "./excerpt.ts";
import { postDate, writtenDate } from "./dated-posts.ts";
import { boldName, HEADING_SEPARATOR } from "./name-quoted.ts";
import { announcesLinks } from "./noise-patterns.ts";
import { saysTheSame } from "./second-section.ts";

/**
 * A section leads where its share is at least this. Of questions about public documentation below it, the first section
 * is right for 45 of 100 and one of the first three for 70.
 */
const LEADING_SHARE = 0.6;

/**
 * From this confidence on one section is quoted all the same: of such questions as many get all facts by one section as
 * by excerpts, of those below a fifth more by excerpts.
 */
export const PLAIN_CONFIDENCE = 0.7;

/** Words of the first excerpt, the second and the third: together no more than a section that is quoted. */
const EXCERPT_WORDS = [100, 45, 30] as const;

/** A section that is hardly likely, compared with the first, is not worth reading. */
const LEAST_SHARE = 0.1;

export interface Excerpts {
  paragraphs: QuotedText[];
  quoted: AnswerSection[];
}

/**
 * The excerpts of the likeliest sections.
 *
 * @param sections with sentences, the likeliest first
 * @returns undefined where one section leads, or there is only one that says something
 */
export function quoteExcerpts(
  sections: readonly AnswerSection[],
  termsOf: (text: string) => string[],
): Excerpts | undefined {
  // A page of today may stand before the likeliest post.
  const most = Math.max(0, ...sections.map(({ share }) => share));
  if (most >= LEADING_SHARE) return undefined;
  const said = new Set<string>();
  const paragraphs: QuotedText[] = [];
  const quoted: AnswerSection[] = [];
  for (const section of sections) {
    const maxWords = EXCERPT_WORDS[quoted.length];
    if (maxWords === undefined || section.share < most * LEAST_SHARE) break;
    if (bestQuote(section.sentences) === undefined || announcesLinks(section.heading)) continue;
    if (quoted.some((other) => isOutdatedBy(section, other) || saysTheSame(section, other, termsOf)))
      continue;
    const excerpt = excerptOf(section, { maxWords, said });
    if (excerpt === undefined) continue;
    paragraphs.push([`${boldName(placeName(section, excerpt.quote))} `, excerpt.quote]);
    paragraphs.push(...excerpt.paragraphs.map((text): QuotedText => [text]));
    quoted.push(section);
  }
  return quoted.length > 1 ? { paragraphs, quoted } : undefined;
}

/** What was so on its day is not shown beside what is so. */
function isOutdatedBy({ passage }: AnswerSection, other: AnswerSection): boolean {
  return postDate(passage) !== undefined && postDate(other.passage) === undefined;
}

/** The page and the innermost heading: what stands between them is told by the source. */
export function placeName({ passage, hasLabel, heading }: AnswerSection, quote: Quote): string {
  const { title, language } = passage.chunk;
  const { headingPath } = placeOfQuote(quote);
  const innermost = hasLabel && headingPath.length === 0 ? heading : headingPath.at(-1);
  const name = [...new Set([title, innermost ?? title])].join(HEADING_SEPARATOR);
  const date = postDate(passage);
  return date === undefined ? name : `${name} (${writtenDate(date, language)})`;
}
