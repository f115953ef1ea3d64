/** Which language a page is in, and a corpus, where nothing says so: by the script, and by most of the words. */
import { EVIDENCE_OF_WORD, LISTED_LANGUAGES } from "../core/language/function-words.ts";
import { languageOfScript } from "../core/language/scripts.ts";
import { baseLanguage } from "../core/language/base-language.ts";
import type { OutlineItem } from "./parse/outline.ts";
import type { Page } from "./page.ts";

/** The beginning of a page tells as much as all of it. */
const CONSIDERED_CHARS = 3000;

/** Letters of another script than the language's own: less may be quotations. */
const SURE_SHARE = 0.7;

/** Words that are counted; small words are a third of them. */
const CONSIDERED_WORDS = 300;
/** Fewer small words tell nothing. */
const LEAST_EVIDENCE = 8;
/** What the language must have more of them than the supposed one, and than any other. */
const LEAD_OVER_SUPPOSED = 2.5;
const LEAD_OVER_OTHERS = 1.5;

/**
 * The language of a page that is supposed to be in one of Latin letters and is written in another script. A language
 * with a script of its own is believed: Arabic, Persian and Urdu share one.
 *
 * @param supposed BCP 47
 * @param isNamed the owner or the place of the page says so: then its words do not count.
 */
export function languageOfPage(
  items: readonly OutlineItem[],
  supposed: string,
  { isNamed = false }: { isNamed?: boolean } = {},
): string {
  if (!isLatin(supposed)) return supposed;
  let text = "";
  for (const item of items) {
    if (item.kind === "heading" || item.kind === "paragraph") text += `${item.text}\n`;
    else if (item.kind === "list") text += `${item.items.join("\n")}\n`;
    if (text.length > CONSIDERED_CHARS) break;
  }
  const considered = text.slice(0, CONSIDERED_CHARS).replace(/`[^`]+`/g, " ");
  const found = languageOfScript(considered);
  if (found !== undefined && found.share >= SURE_SHARE) return found.language;
  return (isNamed ? undefined : languageOfWords(considered, baseLanguage(supposed))) ?? supposed;
}

/** By the small words of the languages that the assistant speaks; undefined where they do not tell another one for sure. */
function languageOfWords(text: string, supposed: string): string | undefined {
  const evidence = LISTED_LANGUAGES.map(() => 0);
  let words = 0;
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+(?:['’]\p{L}+)*/gu)) {
    if (words++ === CONSIDERED_WORDS) break;
    for (const { language, weight } of EVIDENCE_OF_WORD.get(word) ?? [])
      evidence[language] = (evidence[language] ?? 0) + weight;
  }
  const ranked = LISTED_LANGUAGES.map((language, index) => ({
    language,
    evidence: evidence[index] ?? 0,
  })).sort((one, other) => other.evidence - one.evidence);
  const [best, second] = ranked;
  const own = ranked.find(({ language }) => language === supposed);
  if (best === undefined || best.language === supposed || best.evidence < LEAST_EVIDENCE) return undefined;
  if (best.evidence < LEAD_OVER_SUPPOSED * (own?.evidence ?? 0)) return undefined;
  return best.evidence >= LEAD_OVER_OTHERS * (second?.evidence ?? 0) ? best.language : undefined;
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
