/**
 * The one way in for small sites. On a few pages statistics of words tell little: there every section is a candidate,
 * and is compared with the question by what holds on any such site.
 */
import type { Corpus } from "../../corpus/corpus.ts";
import { MAX_SMALL_SITE_PASSAGES } from "../../corpus/small-site.ts";
import { baseLanguage } from "../../language/base-language.ts";
import type { SearchFilters } from "../../protocol.ts";
import { describeChunk } from "../../search/find-chunks.ts";
import type { StaticEncoder } from "../../search/encoder/static-encoder.ts";
import type { Correction, QueryTerm } from "../../search/retriever.ts";
import type { ChosenSection, Passage } from "../generation-provider.ts";
import { asksOfSite, introduction } from "./asks-of-site.ts";
import { businessKinds } from "./business-kinds.ts";
import { wordWeight } from "./light-words.ts";
import { pointsBack } from "./points-back.ts";
import { rankSmallSite, type RankedSections } from "./rank-sections.ts";
import { namesKind, readQuestion, type ReadQuestion } from "./read-question.ts";
import { featureOf } from "./section-features.ts";
import { readWords } from "./read-words.ts";
import { readSmallSite, type SmallSite } from "./site-sections.ts";
import type { RankedSection } from "./small-site-signals.ts";
import { isSlip } from "./spelling.ts";
import { FORMS_OF_KIND } from "./telling-forms.ts";
import { coveredUnits, weighLines } from "./weigh-lines.ts";
import { withUmlauts } from "./with-umlauts.ts";
import { withoutAddress } from "./without-address.ts";

/** Of what is found, so many sections are told to whoever quotes. */
const TOLD_SECTIONS = 6;

export interface FoundInSmallSite {
  /** Best first, numbered so. */
  passages: Passage[];
  /** Best first; of the passages alone. */
  sections: ChosenSection[];
  terms: QueryTerm[];
  corrections: Correction[];
  /** 0 to 1. */
  confidence: number;
  /** The question names something that such a site is asked for, or that this one speaks of: it is no small talk. */
  namesMatter: boolean;
  /** It asks more of something that was named before it. */
  pointsBack: boolean;
}

export interface SmallSiteQuery {
  question: string;
  filters: SearchFilters | undefined;
  /** Base language of the question, where it is known. Kinds are the same in all of them. */
  spoken?: string | undefined;
  /** Passages to give. */
  limit: number;
}

/** @returns undefined where the site is not small, is documentation, or speaks no language that the kinds are told in. */
export async function findInSmallSite(
  corpus: Corpus,
  query: SmallSiteQuery,
): Promise<FoundInSmallSite | undefined> {
  const { filters, limit } = query;
  const { manifest, retriever } = corpus;
  const language = filters?.language ?? manifest.language;
  if (manifest.chunkCount > MAX_SMALL_SITE_PASSAGES || businessKinds(language).names.length === 0)
    return undefined;
  const site = await readSmallSite(corpus);
  if (!site.isSmall) return undefined;
  const passes = filters === undefined ? undefined : corpus.passing(filters);
  const sections = site.sections.filter(({ ordinal }) => passes?.(ordinal) !== false);
  const asked = askedIn(corpus, query, language);
  const heard = withoutAddress(query.question, query.spoken ?? language);
  const question = withUmlauts(heard, asked, (word) => isWordOf(word, asked, corpus, site));
  const retrieval = retriever.retrieve(question, { limit: manifest.chunkCount, filters });
  const best = retrieval.ranked[0]?.score || 1;
  const found = new Map(
    retrieval.ranked.map(({ ordinal, score }, rank) => [ordinal, { score: score / best, rank }]),
  );
  const read = readQuestion({
    question,
    language: asked,
    terms: retrieval.terms,
    termsOf: retriever.terms,
    siteTerms: site.sectionsWith,
    encoder: encoderOf(corpus, asked),
  });
  const ranked = withIntroduction(rankSmallSite(sections, read, site, found), read, asked);
  return {
    ...toldBy(ranked, read, limit, asksOfSite(question, asked)),
    terms: retrieval.terms,
    // On a few pages every word is some letters away from another.
    corrections:
      asked === baseLanguage(language)
        ? retrieval.corrections.filter(
            ({ from, to }) =>
              isSlip(from, to) && isUncommon(from, asked) && !namesKind(from, businessKinds(asked), asked),
          )
        : [],
    namesMatter:
      asksOfSite(question, asked) ||
      read.units.some(
        ({ weight, kinds, looseKinds, terms }) =>
          weight >= MATTER_WEIGHT &&
          (kinds.length + looseKinds.length > 0 || terms.some((term) => site.sectionsWith.has(term))),
      ),
  };
}

/** What is told of ranked sections, as passages and as places to quote. */
export function toldBy(
  { sections, confidence }: RankedSections,
  read: ReadQuestion,
  limit: number,
  isIntroduced = false,
): Pick<FoundInSmallSite, "passages" | "sections" | "confidence" | "pointsBack"> {
  const passages = passagesOf(sections, limit, isIntroduced);
  const given = new Set(passages.map(({ ordinal }) => ordinal));
  return {
    passages,
    sections: sections
      .filter(({ section }) => given.has(section.ordinal))
      .slice(0, TOLD_SECTIONS)
      .map((seen) => chosen(seen, read)),
    confidence,
    pointsBack: pointsBack(read, read.language),
  };
}

/** What the home page says first answers what the business does, as surely. */
const INTRODUCED_CONFIDENCE = 0.9;
const INTRODUCED_SHARE = 0.9;

function withIntroduction(ranked: RankedSections, { text }: ReadQuestion, language: string): RankedSections {
  if (!asksOfSite(text, language)) return ranked;
  const first = introduction(
    [...ranked.sections]
      .sort((a, b) => a.section.ordinal - b.section.ordinal || a.section.from - b.section.from)
      .map(({ section }) => section),
  );
  const seen = ranked.sections.find(({ section }) => section === first);
  if (seen === undefined) return ranked;
  const others = ranked.sections.filter((other) => other !== seen);
  return {
    sections: [
      { ...seen, share: INTRODUCED_SHARE },
      ...others.map((other) => ({ ...other, share: other.share * (1 - INTRODUCED_SHARE) })),
    ],
    confidence: Math.max(ranked.confidence, INTRODUCED_CONFIDENCE),
  };
}

/** The language of the pages, unless the question is in another one and names more kinds in that: it may be translated. */
function askedIn({ languages }: Corpus, { question, spoken }: SmallSiteQuery, language: string): string {
  if (spoken === undefined || languages.has(spoken)) return baseLanguage(language);
  return wordsOfKinds(question, spoken) > wordsOfKinds(question, language) ? spoken : baseLanguage(language);
}

/** Words of a question that name a kind in a language. */
function wordsOfKinds(question: string, language: string): number {
  const taken = new Set<number>();
  for (const { from, to } of businessKinds(language).find(readWords(question, language), "visitor")) {
    for (let at = from; at < to; at++) taken.add(at);
  }
  return taken.size;
}

function encoderOf({ encoder }: Corpus, language: string): StaticEncoder | undefined {
  return encoder !== undefined && baseLanguage(encoder.language) === baseLanguage(language)
    ? encoder
    : undefined;
}

/** One that questions are told with, that names a kind, or that the site has. */
function isWordOf(word: string, language: string, corpus: Corpus, site: SmallSite): boolean {
  return (
    !isUncommon(word, language) ||
    namesKind(word, businessKinds(language), language) ||
    corpus.retriever.terms(word).some((term) => site.sectionsWith.has(term))
  );
}

/** Words that every question has are no slips: "quali" is no "qualità". */
function isUncommon(word: string, language: string): boolean {
  return wordWeight(word, language) === 1;
}

/** Words that only help to ask weigh less. */
const MATTER_WEIGHT = 0.7;

/** No passage that is shown counts nothing, */
const LEAST_SCORE = 0.05;
/** and what is so much less likely than the best is none that was found. */
const LEAST_SHARE = 0.003;

function passagesOf(sections: readonly RankedSection[], limit: number, isIntroduced: boolean): Passage[] {
  const passages = new Map<number, Passage>();
  const best = sections[0]?.share ?? 1;
  for (const seen of sections) {
    const { section, share } = seen;
    if (passages.size === limit || share < best * LEAST_SHARE) break;
    const isHeld = featureOf(seen, "held") > 0 || featureOf(seen, "found") > 0;
    if (!isHeld && !(isIntroduced && seen === sections[0])) continue;
    const { ordinal, chunk } = section;
    if (passages.has(ordinal)) continue;
    const relativeScore = Math.max(LEAST_SCORE, Math.sqrt(share / best));
    const position = passages.size + 1;
    const source = { position, ...describeChunk({ chunk, relativeScore }) };
    passages.set(ordinal, { chunk, ordinal, relativeScore, source });
  }
  return [...passages.values()];
}

/** These are told by what they look like: "find us" over a bus line gives no address. */
const TOLD_BY_FORM = ["address", "phone", "email", "hours", "price"];

function coveredBy(
  { section: { heading, body, above, forms } }: RankedSection,
  question: ReadQuestion,
): Set<number> {
  const isTold = (at: number): boolean =>
    (question.units[at]?.kinds ?? [])
      .filter((kind) => TOLD_BY_FORM.includes(kind))
      .every((kind) => FORMS_OF_KIND[kind]?.some((form) => forms.has(form)) !== false);
  return new Set([heading, body, above].flatMap((text) => coveredUnits(text, question)).filter(isTold));
}

function chosen(seen: RankedSection, question: ReadQuestion): ChosenSection {
  const { section, share, best } = seen;
  const { ordinal, from, to, headingText, isLead } = section;
  return {
    ordinal,
    from,
    to,
    heading: headingText,
    isLead,
    isNamedByHeading: !isLead && featureOf(seen, "topicHeading") > featureOf(seen, "topicBody"),
    share,
    covers: coveredBy(seen, question),
    best: best === undefined ? undefined : { text: best.text, blockIndex: best.blockIndex },
    lines: weighLines(section, question),
  };
}
