/** What a refusal quotes of the pages that are near, with the places beside it, numbered from 1. */
import { citationOf, quotedMarkdown, type Quote, type QuotedText } from "../../citation/quote.ts";
import type { Citation, Source } from "../../protocol.ts";
import type { ChosenSection } from "../generation-provider.ts";
import { askedFacts, tellsFact } from "../judge/asked-facts.ts";
import { nearExcerpts } from "./near-excerpts.ts";
import {
  keyOfPlace,
  nearSections,
  PLACES,
  placesOf,
  sourceOfPlace,
  type AskedOfPlaces,
} from "./nearest-places.ts";
import { quoteSmallSite } from "./quote-small-site.ts";

/** What is quoted of the pages near a question. */
export interface QuotedNearest {
  /** Markdown, with `[n]` behind each quotation or behind the name of its place. */
  text: string;
  /** Those that are quoted, and behind them others that are not. */
  sources: Source[];
  /** One for each `[n]`, in their order. */
  citations: Citation[];
}

export interface AskedToQuote extends AskedOfPlaces {
  locale: string;
  /** Of a small site: its sections, best first. */
  sections?: readonly ChosenSection[] | undefined;
}

/** @returns undefined where nothing near can be quoted, or where a price was asked for and nothing quoted tells one. */
export function quoteNearest(asked: AskedToQuote): QuotedNearest | undefined {
  const near = nearSections(asked);
  const paragraphs = ofSmallSite(asked) ?? nearExcerpts(near).paragraphs;
  const quotes = paragraphs.flat().filter((piece): piece is Quote => typeof piece !== "string");
  if (quotes.length === 0 || lacksPrice(asked.question, paragraphs)) return undefined;
  const positions = new Map<string, number>();
  const quoted = new Map<number, Quote>();
  for (const quote of quotes) {
    const key = keyOfPlace(quote);
    if (positions.has(key)) continue;
    positions.set(key, positions.size + 1);
    quoted.set(positions.size, quote);
  }
  const positionOf = (quote: Quote): number => positions.get(keyOfPlace(quote)) ?? 0;
  const places = placesOf(asked, near);
  const sources = [...quoted].map(([position, quote]): Source => {
    const place = places.find((other) => keyOfPlace(other.quote) === keyOfPlace(quote));
    return sourceOfPlace(place ?? { quote, text: "" }, position);
  });
  const others = places.filter(({ quote }) => !positions.has(keyOfPlace(quote)));
  for (const place of others.slice(0, Math.max(0, PLACES - sources.length)))
    sources.push(sourceOfPlace(place, sources.length + 1));
  return {
    text: paragraphs.map((paragraph) => quotedMarkdown(paragraph, positionOf)).join("\n\n"),
    sources,
    citations: quotes.map((quote) => citationOf(quote, positionOf(quote))),
  };
}

/** What costs how much is told in so many words: excerpts without any do not answer. */
function lacksPrice(question: string, paragraphs: readonly QuotedText[]): boolean {
  if (!askedFacts(question).includes("price")) return false;
  return !paragraphs.flat().some((piece) => typeof piece === "string" && tellsFact("price", piece));
}

/** Of a small site the section that is nearest, by what it says to the question. */
function ofSmallSite({ sections, ...asked }: AskedToQuote): QuotedText[] | undefined {
  const [nearest] = sections ?? [];
  if (nearest === undefined) return undefined;
  const { paragraphs } = quoteSmallSite([nearest], { ...asked, history: [] }, { isSure: false });
  return paragraphs.length === 0 ? undefined : paragraphs;
}
