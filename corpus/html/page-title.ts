/** The name of a page: its own heading, else its title without the name of the site. */
import type { PageHead } from "./head.ts";

const SEPARATOR = /\s+[|–—·•»:‹›/~-]+\s+|\s*[|»·•]\s*/;

/** Without the name of the site, where the page tells it, or the pages of the site share it. */
export function titleOf(
  heading: string | undefined,
  { title, socialTitle, siteName }: PageHead,
  affixes: readonly string[],
): string | undefined {
  if (heading !== undefined)
    return withoutAffix(
      heading,
      affixes.filter((affix) => affix.endsWith(" : ")),
    );
  const full = title ?? socialTitle;
  if (full === undefined) return undefined;
  const plain = withoutAffix(full, affixes);
  if (plain !== full) return plain;
  if (siteName !== undefined && siteName !== "" && full !== siteName) {
    const own = parts(full).filter((part) => part.trim() !== siteName);
    if (own.length > 0 && own.length < parts(full).length) return own.join(" – ");
  }
  if (socialTitle !== undefined && socialTitle !== "" && socialTitle !== full && full.startsWith(socialTitle))
    return socialTitle;
  return full;
}

function parts(title: string): string[] {
  return title.split(SEPARATOR).filter((part) => part.trim() !== "");
}

function withoutAffix(title: string, affixes: readonly string[]): string {
  for (const affix of affixes) {
    if (title.length <= affix.length) continue;
    if (title.endsWith(affix)) return title.slice(0, -affix.length).trim();
    if (title.startsWith(affix)) return title.slice(affix.length).trim();
  }
  return title;
}

/** Whether what titles share, with its separator, is this name. */
export function isAffixOf(affix: string, name: string): boolean {
  return affix.replace(/^[\s|–—·•»:‹›/~-]+|[\s|–—·•»:‹›/~-]+$/g, "") === name;
}

/**
 * The beginnings and ends, each with its separator, that most of a site's titles share: the names of the site.
 *
 * @param titles of different pages.
 */
export function sharedAffixes(titles: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const title of new Set(titles)) {
    const matches = [...title.matchAll(/\s+[|–—·•»:‹›/~-]+\s+|\s*[|»·•]\s*|:\s+/g)].slice(0, 8);
    const found = matches.flatMap(({ index, 0: separator }) => [
      title.slice(index),
      title.slice(0, index + separator.length),
    ]);
    for (const affix of new Set(found)) counts.set(affix, (counts.get(affix) ?? 0) + 1);
  }
  const least = Math.max(3, new Set(titles).size * 0.5);
  return [...counts]
    .filter(([, count]) => count >= least)
    .map(([affix]) => affix)
    .sort((left, right) => right.length - left.length || (left < right ? -1 : 1));
}
