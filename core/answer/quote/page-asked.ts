/** A page that was asked for as a whole is told from its beginning. */
import { type AnswerSection, sectionFeature } from "../select/answer-sections.ts";

/** The title of a page that was asked for holds so much of the question, */
const TITLE_SHARE = 0.7;
/** and a section of it no more than this besides. */
const BESIDES_TITLE = 0.05;
/** The first section of that page has at least so much of the chance that the likeliest has. */
const FIRST_OF_PAGE_SHARE = 0.2;

/**
 * "Can I use it with …?": where nothing but the title of a page was asked for, what it says first comes before what
 * happens to be likelier further down.
 */
export function firstOfPageAsked(sections: readonly AnswerSection[]): readonly AnswerSection[] {
  const [best] = sections;
  if (best === undefined) return sections;
  const holdsTitleOnly = (section: AnswerSection): boolean => {
    const ofTitle = sectionFeature(section, "titleCoverage");
    return ofTitle >= TITLE_SHARE && sectionFeature(section, "coverage") - ofTitle <= BESIDES_TITLE;
  };
  if (!holdsTitleOnly(best)) return sections;
  const page = pageOf(best);
  const [first] = sections
    .filter(
      (section) =>
        pageOf(section) === page &&
        section.share >= best.share * FIRST_OF_PAGE_SHARE &&
        holdsTitleOnly(section) &&
        sectionFeature(section, "isBrief") === 0,
    )
    .sort((a, b) => a.passage.ordinal - b.passage.ordinal || a.from - b.from);
  if (first === undefined || first === best) return sections;
  return [first, ...sections.filter((section) => section !== first)];
}

/** The address of a section's page. */
export function pageOf({ passage }: AnswerSection): string {
  return passage.source.url.replace(/#.*$/, "");
}
