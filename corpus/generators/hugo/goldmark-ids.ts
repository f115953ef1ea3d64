/** Ids of headings by Hugo's rules, which read a heading as it is written. @see https://gohugo.io/configuration/markup/#parserautoidtype */
import { findHeadingMark } from "../../parse/heading-mark.ts";
import { FIRST_IN_PART, NEXT_IN_PART } from "../../parse/marks.ts";
import type { HeadingSlugger } from "../generator.ts";
import { removeAccents } from "../transliterate.ts";
import { lowerLetters } from "./paths.ts";
import type { GoldmarkSettings } from "./settings.ts";

export function createGoldmarkSlugger({ rule }: GoldmarkSettings): HeadingSlugger {
  const ofPage = new Set<string>();
  let ofPart = new Set<string>();
  return ({ source, customId, isElement }) => {
    // What a shortcode renders by itself has ids of its own, whatever the page has already.
    if (source.startsWith(FIRST_IN_PART)) ofPart = new Set();
    const isInPart = source.startsWith(FIRST_IN_PART) || source.startsWith(NEXT_IN_PART);
    const used = isInPart ? ofPart : ofPage;
    if (customId !== undefined) used.add(customId);
    if (customId !== undefined || isElement || rule === "none") return customId;
    const written = source.slice(isInPart ? 1 : 0, findHeadingMark(source)?.start ?? source.length);
    const slug = rule === "blackfriday" ? blackfridayId(written) : githubId(written, rule === "github-ascii");
    const id = slug === "" ? "heading" : slug;
    let unique = id;
    for (let count = 1; used.has(unique); count++) unique = `${id}-${count}`;
    used.add(unique);
    return unique;
  };
}

function githubId(source: string, isAscii: boolean): string {
  const text = (isAscii ? removeAccents(source) : source).trim();
  const kept = text.replace(isAscii ? /[^A-Za-z\d_ -]/g : /[^\p{L}\p{Nd}_ -]/gu, "");
  return lowerLetters(kept.replace(/ /g, "-"));
}

function blackfridayId(source: string): string {
  return lowerLetters(source.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, ""));
}
