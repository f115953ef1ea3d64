/** Which language a page is in, and a corpus, where nothing says so: by the script, and by most of the words. */
import { languageOfScript } from "../core/language/scripts.ts";
import { baseLanguage } from "../core/language/base-language.ts";
import type { OutlineItem } from "./parse/outline.ts";
import type { Page } from "./page.ts";

/** The beginning of a page tells as much as all of it. */
const CONSIDERED_CHARS = 3000;

/** Letters of another script than the language's own: less may be quotations. */
const SURE_SHARE = 0.7;

/**
 * The language of a page that is supposed to be in one of Latin letters and is written in another script. A language
 * with a script of its own is believed: Arabic, Persian and Urdu share one.
 *
 * @param supposed BCP 47
 */
export function languageOfPage(items: readonly OutlineItem[], supposed: string): string {
  if (!isLatin(supposed)) return supposed;
  let text = "";
  for (const item of items) {
    if (item.kind === "heading" || item.kind === "paragraph") text += `${item.text}\n`;
    else if (item.kind === "list") text += `${item.items.join("\n")}\n`;
    if (text.length > CONSIDERED_CHARS) break;
  }
  const found = languageOfScript(text.slice(0, CONSIDERED_CHARS).replace(/`[^`]+`/g, " "));
  return found === undefined || found.share < SURE_SHARE ? supposed : found.language;
}

function isLatin(language: string): boolean {
  try {
    return new Intl.Locale(language.replaceAll("_", "-")).maximize().script === "Latn";
  } catch {
    return true;
  }
}

/**
 * The language by which a corpus is searched where the command names none: that of most words, where the usual one
 * has not even half as many.
 *
 * @param usual BCP 47
 */
export function mainLanguageOf(pages: readonly Pick<Page, "language" | "words">[], usual: string): string {
  const words = new Map<string, number>();
  for (const page of pages) {
    const base = baseLanguage(page.language);
    words.set(base, (words.get(base) ?? 0) + page.words);
  }
  const [most, count] = [...words].reduce((best, next) => (next[1] > best[1] ? next : best), [usual, 0]);
  return (words.get(baseLanguage(usual)) ?? 0) * 2 >= count ? usual : most;
}
