/** Which passages an answer is written from. Quotations take what was found; a prompt has a budget, and fills it. */
import type { Corpus } from "../../corpus/corpus.ts";
import { baseLanguage } from "../../language/base-language.ts";
import type { ChatRequest } from "../../protocol.ts";
import { describeChunk } from "../../search/find-chunks.ts";
import type { Passage } from "../generation-provider.ts";
import type { UnderstoodQuestion } from "../understand/understand-question.ts";
import type { FindDependencies } from "./find-dependencies.ts";
import { completeSections } from "./complete-sections.ts";
import type { Evidence } from "./find-evidence.ts";
import { DEFAULT_PASSAGES_MAX_TOKENS, fitPassages } from "./fit-passages.ts";
import { areOfOnePage, belongTogether, inReadingOrder } from "./reading-order.ts";
import { readWholeSite, type ReadChunk } from "./read-whole-site.ts";

export interface ChosenPassages {
  /**
   * As they are read. Their positions are their ranks: the best one is 1, wherever its section stands.
   */
  passages: Passage[];
  /** They are all that the site has, or all that passes the filters. */
  isWholeSite: boolean;
}

export async function choosePassages(
  { passages }: Evidence,
  request: Pick<ChatRequest, "filters">,
  understood: Pick<UnderstoodQuestion, "language" | "locale">,
  { corpus, provider, promptPassagesMaxTokens: maxTokens = DEFAULT_PASSAGES_MAX_TOKENS }: FindDependencies,
): Promise<ChosenPassages> {
  if (provider.mode !== "generative") return { passages, isWholeSite: false };
  const language = spokenLanguage(corpus.languages, understood);
  const site = await wholeSite(corpus, request, { language, maxTokens });
  if (site !== undefined) {
    const all = fitPassages(withOthers(passages, site, language), maxTokens);
    return { passages: inReadingOrder(all, belongTogether), isWholeSite: true };
  }
  const complete = fitPassages(await completeSections(corpus, passages), maxTokens);
  return { passages: inReadingOrder(complete, areOfOnePage), isWholeSite: false };
}

/** Whether a model reads all that the site has, so that nothing need be looked for. */
export async function isShownWhole(
  request: Pick<ChatRequest, "filters">,
  understood: Pick<UnderstoodQuestion, "language" | "locale">,
  { corpus, provider, promptPassagesMaxTokens: maxTokens = DEFAULT_PASSAGES_MAX_TOKENS }: FindDependencies,
): Promise<boolean> {
  if (provider.mode !== "generative") return false;
  const language = spokenLanguage(corpus.languages, understood);
  return (await wholeSite(corpus, request, { language, maxTokens })) !== undefined;
}

/** The language in which the pages are read first, where they are in several. */
function spokenLanguage(
  languages: ReadonlySet<string>,
  { language, locale }: Pick<UnderstoodQuestion, "language" | "locale">,
): string | undefined {
  if (languages.size < 2) return undefined;
  return [language, baseLanguage(locale)].find((one) => one !== undefined && languages.has(one));
}

/** The site in all its languages, else in the visitor's. */
async function wholeSite(
  corpus: Corpus,
  { filters }: Pick<ChatRequest, "filters">,
  { language, maxTokens }: { language: string | undefined; maxTokens: number },
): Promise<ReadChunk[] | undefined> {
  const all = await readWholeSite(corpus, { filters, maxTokens });
  if (all !== undefined || language === undefined || filters?.language !== undefined) return all;
  return readWholeSite(corpus, { filters: { ...filters, language }, maxTokens });
}

/** What was found, and behind it the rest of the site as it is read, the visitor's language first. */
function withOthers(
  found: readonly Passage[],
  site: readonly ReadChunk[],
  language: string | undefined,
): Passage[] {
  const known = new Set(found.map(({ ordinal }) => ordinal));
  const others = site
    .filter(({ ordinal }) => !known.has(ordinal))
    .map(({ chunk, ordinal }): Passage => ({
      chunk,
      ordinal,
      relativeScore: 0,
      source: { position: 0, ...describeChunk({ chunk, relativeScore: 0 }) },
    }));
  if (language === undefined) return [...found, ...others];
  const isOwn = ({ chunk }: Passage): boolean => baseLanguage(chunk.language) === language;
  return [...found, ...others.filter(isOwn), ...others.filter((passage) => !isOwn(passage))];
}
