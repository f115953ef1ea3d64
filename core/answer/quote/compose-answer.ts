/**
 * Makes an answer of the sentences that rank best: few of them, each with its citation, and whole what makes
 * sense as a whole only: steps, code, the list or the table that was asked for.
 */
import { firstQuote, quotedMarkdown, type Quote, type QuotedText } from "../../citation/quote.ts";
import { excerptOf, inlineMarkdown } from "../../passage-text.ts";
import { areSectioned, rankSections } from "../select/answer-sections.ts";
import { SURE_CONFIDENCE } from "../judge/confidence.ts";
import type { GenerationRequest, Passage } from "../generation-provider.ts";
import { phrasesFor } from "../phrases.ts";
import { codeOfInstruction, INSTRUCTIONS, pickSentences } from "../select/pick-sentences.ts";
import { questionType } from "../understand/question-type.ts";
import { bestQuote } from "./best-sentence.ts";
import { PLAIN_CONFIDENCE } from "./quote-excerpts.ts";
import { quotePassage } from "./quotation-markdown.ts";
import { quoteSections, type QuotedSections } from "./quote-likeliest-sections.ts";
import { quoteSmallSite } from "./quote-small-site.ts";
import { withoutRepeats } from "./without-repeats.ts";
import { rankSentences, type ScoredSentence } from "../select/rank-sentences.ts";

/** The paragraphs of the answer in Markdown, best passage first, under the passages' positions; empty without passages. */
export function composeAnswer(request: GenerationRequest): string[] {
  return quoteAnswer(request).paragraphs.map((paragraph) =>
    quotedMarkdown(paragraph, ({ passage }) => passage.source.position),
  );
}

/**
 * The same, each quote with the place that it is from, and what is said at further places.
 *
 * @param options.isPart it is one of several answers that stand below one another: each quotes one section
 */
export function quoteAnswer(request: GenerationRequest, { isPart = false } = {}): QuotedSections {
  const { confidence = 1 } = request;
  if (request.sections !== undefined) {
    const quoted = quoteSmallSite(request.sections, request, {
      isSure: confidence >= SURE_CONFIDENCE,
    });
    if (quoted.paragraphs.length > 0) return quoted;
  }
  const ranked = rankSentences(request);
  const type = questionType(request.question);
  if (areSectioned(request.passages)) {
    const sections = rankSections({ ...request, sentences: ranked }).filter(
      ({ sentences }) => sentences.length > 0,
    );
    const quoted = quoteSections(sections, {
      type,
      isSure: confidence >= SURE_CONFIDENCE,
      termsOf: request.termsOf,
      mayBeMeant:
        isPart || confidence >= PLAIN_CONFIDENCE ? undefined : phrasesFor(request.locale).mayBeMeant,
    });
    if (quoted.paragraphs.length > 0) return quoted;
  }
  const picked = pickSentences(ranked, type, request.termsOf);
  if (picked.length === 0) return { paragraphs: fallbackAnswer(request.passages), further: [] };
  if (INSTRUCTIONS.has(type)) picked.push(...codeOfInstruction(picked, ranked));
  const paragraphs = groupByPassage(picked).flatMap((group, index) =>
    // Two ways of doing it in one answer would be mixed up: of other pages only what is said.
    quotePassage(group, type, { withBlocks: index === 0 || !INSTRUCTIONS.has(type) }),
  );
  return { paragraphs: withoutRepeats(paragraphs), further: furtherSentences(ranked, picked, request) };
}

/** Other pages are named until there are so many, where the answer is sure only those that say it nearly as well. */
const FURTHER_PLACES = 2;
const FURTHER_ODDS = 1;

/** What is said on pages that are not quoted: of each the sentence that fits best. */
function furtherSentences(
  ranked: readonly ScoredSentence[],
  picked: readonly ScoredSentence[],
  { confidence = 1 }: GenerationRequest,
): Quote[] {
  const [best] = picked;
  if (best === undefined) return [];
  const isNear = ({ score }: ScoredSentence): boolean =>
    confidence < SURE_CONFIDENCE || score >= best.score - FURTHER_ODDS;
  const shown = new Set(picked.map(({ passage }) => passage.chunk.title));
  const further: Quote[] = [];
  for (const [title, sentences] of Map.groupBy(ranked, ({ passage }) => passage.chunk.title)) {
    if (further.length === FURTHER_PLACES) break;
    const quote = shown.has(title) ? undefined : bestQuote(sentences.filter(isNear));
    if (quote !== undefined) further.push(quote);
  }
  return further;
}

/** Passages in the order of their best sentence, sentences in the order of the page. */
function groupByPassage(sentences: readonly ScoredSentence[]): ScoredSentence[][] {
  const groups = new Map<Passage, ScoredSentence[]>();
  for (const sentence of sentences) {
    groups.set(sentence.passage, [...(groups.get(sentence.passage) ?? []), sentence]);
  }
  return [...groups.values()].map((group) => group.sort((a, b) => a.order - b.order));
}

/** Passages of nothing that can be quoted: the beginning of the best one. */
function fallbackAnswer(passages: readonly Passage[]): QuotedText[] {
  const [passage] = passages;
  return passage === undefined
    ? []
    : [[`${inlineMarkdown(excerptOf(passage.chunk.blocks))} `, firstQuote(passage)]];
}
