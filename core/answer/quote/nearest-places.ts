/** What a refusal offers: the likeliest places, each with what it says that fits the question best. */
import { placeOfQuote, sourceOf, type Quote } from "../../citation/quote.ts";
import type { Source } from "../../protocol.ts";
import type { GenerationRequest, Passage } from "../generation-provider.ts";
import { areSectioned, rankSections, sectionFeature, type AnswerSection } from "../select/answer-sections.ts";
import { rankSentences } from "../select/rank-sentences.ts";
import { bestQuote, readByItself } from "./best-sentence.ts";
import { excerptInWords } from "./excerpt.ts";
import { announcesLinks } from "./noise-patterns.ts";
import { pageOf } from "./page-asked.ts";
import { saysTheSame } from "./second-section.ts";

/** At most so many places. */
export const PLACES = 3;

export type AskedOfPlaces = Pick<GenerationRequest, "question" | "passages" | "terms" | "termsOf">;

/** Numbered from 1; fewer than three where no more say anything. */
export function nearestPlaces(asked: AskedOfPlaces): Source[] {
  const places = placesOf(asked, nearSections(asked)).slice(0, PLACES);
  if (places.length === 0) return asked.passages.slice(0, PLACES).map(({ source }) => source);
  return places.map((place, index) => sourceOfPlace(place, index + 1));
}

/** A place with what it says that fits best. */
export interface Place {
  quote: Quote;
  text: string;
}

export function sourceOfPlace({ quote, text }: Place, position: number): Source {
  return { ...sourceOf(quote, position), excerpt: text };
}

/** The same for all quotes of one section. */
export function keyOfPlace(quote: Quote): string {
  return `${quote.passage.ordinal}/${placeOfQuote(quote).from}`;
}

/** Sections that are looked at: those behind them are hardly near. */
const CONSIDERED_SECTIONS = 8;

/** Sections that say something, none of them twice, the likeliest first; of pages without sections one each, in their order. */
export function nearSections(asked: AskedOfPlaces): AnswerSection[] {
  const told: AnswerSection[] = [];
  for (const section of likeliestSections(asked)) {
    if (told.length === CONSIDERED_SECTIONS) break;
    if (announcesLinks(section.heading) || bestQuote(section.sentences) === undefined) continue;
    if (!told.some((other) => saysTheSame(section, other, asked.termsOf))) told.push(section);
  }
  return told;
}

function likeliestSections(asked: AskedOfPlaces): readonly AnswerSection[] {
  const sections = rankSections({ ...asked, sentences: rankSentences(asked) });
  if (!areSectioned(asked.passages)) return firstOfPages(sections, asked.passages);
  // Where the pages hold no word of the question, nothing but what they mean tells them apart.
  if (asked.terms.some(({ known }) => known)) return sections;
  const similarityOf = (section: AnswerSection): number => sectionFeature(section, "similarity");
  return sections.toSorted((a, b) => similarityOf(b) - similarityOf(a));
}

function firstOfPages(sections: readonly AnswerSection[], passages: readonly Passage[]): AnswerSection[] {
  const pages = new Set<string>();
  return passages.flatMap((passage) => {
    const section = sections.find(
      (own) => own.passage === passage && !pages.has(pageOf(own)) && bestQuote(own.sentences) !== undefined,
    );
    if (section === undefined) return [];
    pages.add(pageOf(section));
    return [section];
  });
}

/** What sections say that fits best, in their order. */
export function placesOf({ passages }: AskedOfPlaces, sections: readonly AnswerSection[]): Place[] {
  const isSectioned = areSectioned(passages);
  return sections.flatMap((section): Place[] => {
    const quote = isSectioned ? undefined : bestQuote(section.sentences);
    const place = isSectioned ? excerptInWords(section) : quote && { quote, text: readByItself(quote) };
    return place === undefined ? [] : [place];
  });
}
