/** What a refusal offers: the likeliest places, each with what it says that fits the question best. */
import { sourceOf, type Quote } from "../../citation/quote.ts";
import type { Source } from "../../protocol.ts";
import type { GenerationRequest, Passage } from "../generation-provider.ts";
import { areSectioned, rankSections, sectionFeature, type AnswerSection } from "../select/answer-sections.ts";
import { rankSentences } from "../select/rank-sentences.ts";
import { bestQuote, readByItself } from "./best-sentence.ts";
import { excerptInWords } from "./excerpt.ts";
import { announcesLinks } from "./noise-patterns.ts";
import { saysTheSame } from "./second-section.ts";

/** At most so many places. */
const PLACES = 3;

type Asked = Pick<GenerationRequest, "question" | "passages" | "terms" | "termsOf">;

/** Numbered from 1; fewer than three where no more say anything. */
export function nearestPlaces(asked: Asked): Source[] {
  const { passages } = asked;
  const places = (areSectioned(passages) ? sectionsNear(asked) : pagesNear(asked)).slice(0, PLACES);
  if (places.length === 0) return passages.slice(0, PLACES).map(({ source }) => source);
  return places.map(({ quote, text }, index) => ({ ...sourceOf(quote, index + 1), excerpt: text }));
}

interface Place {
  quote: Quote;
  /** What it says that fits best. */
  text: string;
}

function sectionsNear(asked: Asked): Place[] {
  const { termsOf } = asked;
  const told: AnswerSection[] = [];
  const places: Place[] = [];
  for (const section of likeliestSections(asked)) {
    if (places.length === PLACES) break;
    if (announcesLinks(section.heading) || bestQuote(section.sentences) === undefined) continue;
    if (told.some((other) => saysTheSame(section, other, termsOf))) continue;
    const place = excerptInWords(section);
    if (place === undefined) continue;
    told.push(section);
    places.push(place);
  }
  return places;
}

/** Where the pages hold no word of the question, nothing but what they mean tells them apart. */
function likeliestSections(asked: Asked): readonly AnswerSection[] {
  const sections = rankSections({ ...asked, sentences: rankSentences(asked) });
  if (asked.terms.some(({ known }) => known)) return sections;
  const similarityOf = (section: AnswerSection): number => sectionFeature(section, "similarity");
  return sections.toSorted((a, b) => similarityOf(b) - similarityOf(a));
}

/** Of pages without sections one place each, in their order. */
function pagesNear(asked: Asked): Place[] {
  const ofPassage = Map.groupBy(rankSentences(asked), ({ passage }) => passage);
  const ofPage = new Map<string, Quote>();
  for (const passage of asked.passages) {
    const page = pageOf(passage);
    const quote = ofPage.has(page) ? undefined : bestQuote(ofPassage.get(passage) ?? []);
    if (quote !== undefined) ofPage.set(page, quote);
  }
  return [...ofPage.values()].map((quote) => ({ quote, text: readByItself(quote) }));
}

function pageOf({ source }: Passage): string {
  return source.url.replace(/#.*$/s, "");
}
