/**
 * What a refusal quotes of the pages near a question: short excerpts of the likeliest sections, each under its place. Of
 * public documentation, every second question that is refused though the pages answer it has its section among these.
 */
import type { QuotedText } from "../../citation/quote.ts";
import type { AnswerSection } from "../select/answer-sections.ts";
import { excerptOf } from "./excerpt.ts";
import { boldName } from "./name-quoted.ts";
import { placeName } from "./quote-excerpts.ts";
import { pageOf } from "./page-asked.ts";

/** Words of the first excerpt, the second and the third. */
const EXCERPT_WORDS = [90, 70, 50] as const;

/** A section is worth reading where it is at most so many times less likely than the first, */
const NEAR_ODDS = 5;
/** and so many times where it stands on the same page: what leads to it is read with it. */
const SAME_PAGE_ODDS = 15;

/** Nobody knows which of their sentences answers: what goes on is read more easily than what is picked. */
const GOES_ON_BONUS = 2;

/** What is so much longer than its excerpt may be is no excerpt. */
const PIECE_SHARE = 1.3;

export interface NearExcerpts {
  paragraphs: QuotedText[];
  quoted: AnswerSection[];
}

/** @param sections that say something, none twice, the likeliest first */
export function nearExcerpts(sections: readonly AnswerSection[]): NearExcerpts {
  const said = new Set<string>();
  const paragraphs: QuotedText[] = [];
  const quoted: AnswerSection[] = [];
  const [first] = sections;
  for (const section of sections) {
    const maxWords = EXCERPT_WORDS[quoted.length];
    if (maxWords === undefined || first === undefined) break;
    const odds = pageOf(section) === pageOf(first) ? SAME_PAGE_ODDS : NEAR_ODDS;
    if (section.share * odds < first.share) continue;
    const excerpt = excerptOf(section, {
      maxWords,
      said,
      goesOnBonus: GOES_ON_BONUS,
      pieceMaxWords: maxWords * PIECE_SHARE,
    });
    if (excerpt === undefined) continue;
    paragraphs.push([`${boldName(placeName(section, excerpt.quote))} `, excerpt.quote]);
    paragraphs.push(...excerpt.paragraphs.map((text): QuotedText => [text]));
    quoted.push(section);
  }
  return { paragraphs, quoted };
}
