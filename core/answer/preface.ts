/** What is said before an answer, in the assistant's own words. */
import { SURE_CONFIDENCE } from "./judge/confidence.ts";
import type { Evidence } from "./find/find-evidence.ts";
import { phrasesFor } from "./phrases.ts";
import type { SearchQuery } from "./find/search-query.ts";

/** What has to be said before the answer, so that nobody takes it for the answer to something else. */
export function prefaceOf(
  { corrections, confidence }: Evidence,
  { languageNote }: Pick<SearchQuery, "languageNote">,
  { locale, isGenerative }: { locale: string; isGenerative: boolean },
): string {
  const { corrected, closest } = phrasesFor(locale);
  const notes = corrections.map(({ from, to }) => corrected(from, to));
  // A model says itself what it does not find.
  const doubt = !isGenerative && confidence < SURE_CONFIDENCE ? closest : undefined;
  const sentences = [languageNote, ...notes, doubt].filter((note) => note !== undefined);
  return sentences.length === 0 ? "" : `${sentences.join(" ")}\n\n`;
}
