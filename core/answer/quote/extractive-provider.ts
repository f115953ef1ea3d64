import { citationOf, quotedMarkdown, type Quote } from "../../citation/quote.ts";
import { numberQuotes, type ExcerptOf } from "../../citation/number-quotes.ts";
import { rankSentences } from "../select/rank-sentences.ts";
import { bestQuote, readByItself } from "./best-sentence.ts";
import { quoteAnswer } from "./compose-answer.ts";
import { quoteParts } from "./quote-parts.ts";
import { SOURCES_PER_ANSWER } from "../find/likeliest.ts";
import type {
  GenerationEvent,
  GenerationProvider,
  GenerationRequest,
  Passage,
} from "../generation-provider.ts";

/**
 * Answers without a model: the one to three sentences that answer, as they stand in the pages, each with its
 * citation. A code block, a list or a table that belongs to a quoted sentence is kept whole. Sections of one passage
 * are cited by positions of their own, as sources that open at their headings.
 */
export function createExtractiveProvider(): GenerationProvider {
  return {
    name: "extractive",
    // Part of the answer cache's key: counted up whenever the same pages may give another answer.
    model: "extractive-11",
    mode: "extractive",
    async *generate(request, { signal }): AsyncGenerator<GenerationEvent> {
      // All at once: it is there already, and each piece would cost a frame of the stream.
      const { paragraphs, further } = quoteParts(request) ?? quoteAnswer(request);
      const quotes = paragraphs.flat().filter((piece) => typeof piece !== "string");
      const { passages, positionOf } =
        request.keepsPositions === true
          ? { passages: undefined, positionOf: ({ passage }: Quote) => passage.source.position }
          : numberQuotes(shownPassages(request, quotes), [...quotes, ...further], bestSentenceFor(request));
      const text = paragraphs.map((paragraph) => quotedMarkdown(paragraph, positionOf)).join("\n\n");
      await Promise.resolve();
      signal.throwIfAborted();
      if (passages !== undefined) yield { type: "passages", passages };
      yield { type: "text-delta", text };
      const citations = quotes.map((quote) => citationOf(quote, positionOf(quote)));
      const cited = new Set(citations.map(({ position }) => position));
      const furtherPositions = [...new Set(further.map(positionOf))].filter(
        (position) => !cited.has(position),
      );
      yield {
        type: "end",
        finishReason: "stop",
        citations,
        ...(furtherPositions.length > 0 && { furtherPositions }),
      };
    },
  };
}

/** What of a passage a source shows: of some of its blocks the sentence that fits best. */
function bestSentenceFor(request: GenerationRequest): ExcerptOf {
  const ofPassage = Map.groupBy(rankSentences(request), ({ passage }) => passage);
  return (passage, { from, to }) => {
    const own = ofPassage.get(passage)?.filter(({ blockIndex }) => blockIndex >= from && blockIndex < to);
    const quote = bestQuote(own ?? []);
    return quote && { quote, excerpt: readByItself(quote) };
  };
}

/** Of several questions more is looked through than is told: what is quoted, and the likeliest others. */
function shownPassages({ passages, parts }: GenerationRequest, quotes: readonly Quote[]): readonly Passage[] {
  if (parts === undefined) return passages;
  const quoted = new Set(quotes.map(({ passage }) => passage));
  let others = Math.max(0, SOURCES_PER_ANSWER - quoted.size);
  return passages.filter((passage) => quoted.has(passage) || others-- > 0);
}
