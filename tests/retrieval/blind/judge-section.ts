/** Whether a section is the one that a blind question names. */
import type { AnswerSection } from "../../../core/answer/select/answer-sections.ts";
import { passageText } from "../../../core/passage-text.ts";
import { holdsFacts } from "../ask-documentation.ts";

export interface NamedAnswer {
  /** Literal words of the place that answers. */
  facts: readonly string[];
  /** Path of the page's source, below the root of the site or of its repository. */
  page: string;
  heading: string;
}

export interface SectionPlace {
  url: string;
  /** From the page's title to what stands above the section. */
  path: string[];
  /** The chance that it answers, if one does. */
  share: number;
  /** By name and value, what it was ranked by. */
  features: number[];
  isRight: boolean;
}

export function placeOfSection(section: AnswerSection, answer: NamedAnswer): SectionPlace {
  const { passage, from, to, heading, share, features } = section;
  const { title, headingPath, blocks } = passage.chunk;
  const { url } = passage.source;
  const path = [...new Set([title, ...headingPath, heading])].filter((name) => name !== "");
  const text = [...path, passageText(blocks.slice(from, to))].join("\n");
  return { url, path, share, features: [...features], isRight: isNamed({ url, heading, text }, answer) };
}

/**
 * On the page that is named, what holds all facts, or stands under the heading that is named: facts may lie in two
 * passages of one section.
 */
export function isNamed(
  { url, heading, text }: { url: string; heading: string; text: string },
  { facts, page, heading: named }: NamedAnswer,
): boolean {
  const isOnPage = isSamePage(url, page);
  return isOnPage && (holdsFacts(text, facts) || (named !== "" && plain(heading) === plain(named)));
}

/** Sources are named from the root of the repository in places, and pages from that of the site. */
function isSamePage(url: string, page: string): boolean {
  const [found, named] = [pagePath(url), pagePath(page)];
  return found === named || named.endsWith(`/${found}`) || found.endsWith(`/${named}`);
}

function pagePath(path: string): string {
  return path
    .replace(/[?#].*$/, "")
    .replace(/\.(?:mdx?|html?|rst)$/i, "")
    .replace(/(?:^|\/)_?(?:index|readme)$/i, "")
    .replace(/^\/+|\/+$/g, "")
    .toLowerCase();
}

function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** How what was taken for the right section stands to it. */
export function relationOf(right: SectionPlace, other: SectionPlace): string {
  if (pagePath(right.url) === pagePath(other.url)) {
    if (isAbove(right.path, other.path)) return "same page: a part of the right one";
    if (isAbove(other.path, right.path)) return "same page: what stands above the right one";
    return "same page: a sibling";
  }
  const isNamesake =
    plain(right.path.at(-1) ?? "") === plain(other.path.at(-1) ?? "") ||
    plain(right.path[0] ?? "") === plain(other.path[0] ?? "");
  return isNamesake ? "other page: of the same title or heading" : "other page";
}

function isAbove(above: readonly string[], below: readonly string[]): boolean {
  return above.length <= below.length && above.every((name, index) => name === below[index]);
}
