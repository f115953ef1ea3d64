/** Posts of a blog and news say what was so on their day: a current page is preferred, and the day is shown. */
import type { Passage } from "../generation-provider.ts";
import { type AnswerSection, sectionFeature } from "../select/answer-sections.ts";

/** Where posts stand. */
const POST_ADDRESS =
  /\/(?:blogs?|news|posts?|announcements?|press(?:-releases?)?|aktuelles|neuigkeiten|noticias|actualit[eé]s|novit[aà]|not[ií]cias|nieuws)\/|\/(?:19|20)\d\d[/-]\d\d?[/-]/iu;

const DATE_IN_ADDRESS = /\/((?:19|20)\d\d)[/-](\d\d?)(?:[/-](\d\d?))?(?!\d)/;

/** The day of a post, an ISO 8601 date; undefined for pages that are kept up to date, and for posts without one. */
export function postDate({ chunk: { url, updatedOn } }: Passage): string | undefined {
  const address = url.replace(/#.*$/s, "");
  if (!POST_ADDRESS.test(address)) return undefined;
  const [, year, month, day = "1"] = DATE_IN_ADDRESS.exec(address) ?? [];
  if (year === undefined || month === undefined) return updatedOn;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 ? date.toISOString().slice(0, 10) : updatedOn;
}

/** A day as it is written in the language of a page. */
export function writtenDate(isoDate: string, language: string): string {
  const date = new Date(`${isoDate.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return isoDate;
  try {
    return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(date);
  } catch {
    // A language that nobody knows.
    return isoDate;
  }
}

/** A current section is preferred to an old post where it is so likely, compared with that, and holds as much of the question. */
const CURRENT_SHARE = 0.3;
const COVERAGE_TOLERANCE = 0.01;

/**
 * The sections with one of a current page before the old post that is likeliest, where it tells the same; of two posts
 * the newer. A question for a day is left to the post.
 *
 * @param sections the likeliest first
 */
export function currentFirst(sections: readonly AnswerSection[]): readonly AnswerSection[] {
  const [best] = sections;
  const asked = best?.sentences[0]?.asked;
  if (best === undefined || asked === undefined || asked.type === "when" || asked.asksDate) return sections;
  const dated = postDate(best.passage);
  if (dated === undefined) return sections;
  const current = sections.find((section) => {
    const date = postDate(section.passage);
    return (
      (date === undefined || date > dated) &&
      section.share >= best.share * CURRENT_SHARE &&
      sectionFeature(section, "coverage") >= sectionFeature(best, "coverage") - COVERAGE_TOLERANCE
    );
  });
  return current === undefined ? sections : [current, ...sections.filter((section) => section !== current)];
}
