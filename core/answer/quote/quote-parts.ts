/** Answers a question of several parts by quotations: one part after another, each under what it asks. */
import type { Quote, QuotedText } from "../../citation/quote.ts";
import { inlineMarkdown } from "../../passage-text.ts";
import type { AskedPart, GenerationRequest, Passage } from "../generation-provider.ts";
import { SURE_CONFIDENCE } from "../judge/confidence.ts";
import { phrasesFor } from "../phrases.ts";
import { quoteAnswer } from "./compose-answer.ts";
import { boldName, isName } from "./name-quoted.ts";
import type { QuotedSections } from "./quote-likeliest-sections.ts";
import { withoutRepeats } from "./without-repeats.ts";

interface Answered {
  questions: string[];
  paragraphs: QuotedText[];
  places: ReadonlySet<string>;
  confidence: number;
}

/** Of all parts together so many further places are named. */
const FURTHER_PLACES = 2;

/** @returns undefined where nothing is to be told apart: the question has no parts, or none of them is answered. */
export function quoteParts(request: GenerationRequest): QuotedSections | undefined {
  const { parts = [], locale, confidence = 1 } = request;
  const phrases = phrasesFor(locale);
  const answered: Answered[] = [];
  const unanswered: AskedPart[] = [];
  const further: Quote[] = [];
  for (const part of parts) {
    const passages = passagesOf(part, request.passages);
    if (!part.isAnswered || passages.length === 0) {
      unanswered.push(part);
      continue;
    }
    const { question, asked = question, terms, sections } = part;
    const own = { ...request, question, terms, passages, confidence: part.confidence, sections };
    const { paragraphs, further: ofPart } = quoteAnswer(own, { isPart: true });
    further.push(...ofPart);
    const places = placesOf(paragraphs);
    // What was quoted for another part already answers this one too.
    const same = answered.find((other) => [...places].every((place) => other.places.has(place)));
    if (same === undefined)
      answered.push({ questions: [asked], paragraphs, places, confidence: part.confidence });
    else same.questions.push(asked);
  }
  if (answered.length === 0) return undefined;
  const shown = new Set(answered.flatMap(({ places }) => [...places].map(passageOf)));
  const besides = new Map(further.map((quote) => [passageOf(placeOf(quote)), quote]));
  const named = [...besides].filter(([passage]) => !shown.has(passage)).map(([, quote]) => quote);
  const furtherPlaces = named.slice(0, FURTHER_PLACES);
  const places = new Set(answered.flatMap((one) => [...one.places]));
  const missing = unanswered.filter((part) => !isToldElsewhere(part, places, request.passages));
  const [only] = answered;
  if (answered.length === 1 && missing.length === 0 && only !== undefined)
    return { paragraphs: only.paragraphs, further: furtherPlaces };
  const paragraphs = withoutRepeats([
    ...answered.flatMap((one): QuotedText[] => [
      ...one.questions.map((question): QuotedText => [boldName(question)]),
      // Where none of them is sure, that is said before all of them.
      ...(one.confidence < SURE_CONFIDENCE && confidence >= SURE_CONFIDENCE ? [[phrases.closest]] : []),
      // The question says already what it is about.
      ...(isName(one.paragraphs[0]) && !isName(one.paragraphs[1]) ? one.paragraphs.slice(1) : one.paragraphs),
    ]),
    ...missing.map(({ question, asked = question }): QuotedText => [
      phrases.unanswered(inlineMarkdown(asked)),
    ]),
  ]);
  return { paragraphs, further: furtherPlaces };
}

/**
 * Of a small site: what a part asks more of a thing is told with it, and what stands nearest to a part may have been quoted
 * for another. That the pages lack it nobody knows then.
 */
function isToldElsewhere(
  { pointsBack, sections = [] }: AskedPart,
  places: ReadonlySet<string>,
  passages: readonly Passage[],
): boolean {
  const [nearest] = sections;
  if (pointsBack === true) return true;
  if (nearest === undefined || nearest.covers.size === 0) return false;
  const passage = passages.find(({ ordinal }) => ordinal === nearest.ordinal);
  if (passage === undefined) return false;
  for (let at = nearest.from; at < nearest.to; at++) {
    if (places.has(placeOf({ passage, blockIndex: at, text: "" }))) return true;
  }
  return false;
}

function passagesOf({ ordinals }: AskedPart, passages: readonly Passage[]): Passage[] {
  return ordinals.flatMap((ordinal) => passages.find((passage) => passage.ordinal === ordinal) ?? []);
}

function placesOf(paragraphs: readonly QuotedText[]): Set<string> {
  const quotes = paragraphs.flat().filter((piece): piece is Quote => typeof piece !== "string");
  return new Set(quotes.map(placeOf));
}

function placeOf({ passage, blockIndex }: Quote): string {
  return `${passage.ordinal}/${blockIndex}`;
}

function passageOf(place: string): string {
  return place.slice(0, place.indexOf("/"));
}
