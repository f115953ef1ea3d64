/** What the corpus has on a question, and how sure it is: passages, their sentences, the confidence. */
import type { Corpus } from "../../corpus/corpus.ts";
import type { SearchFilters } from "../../protocol.ts";
import type { Correction, QueryTerm } from "../../search/retriever.ts";
import { answerConfidence, type AskedMeaning } from "../judge/confidence.ts";
import { correctionDoubt } from "../judge/correction-doubt.ts";
import { findPassages } from "./find-passages.ts";
import { withFurtherPassages } from "./further-passages.ts";
import type { ChosenSection, Passage } from "../generation-provider.ts";
import { findBusinessFacts } from "../small-site/find-business-facts.ts";
import { findInSmallSite } from "../small-site/find-in-small-site.ts";
import { rankSentences } from "../select/rank-sentences.ts";

export interface EvidenceInput {
  corpus: Corpus;
  /** What is searched for, and what sentences are chosen by. */
  query: string;
  filters?: SearchFilters | undefined;
  /** A language that is tried first, where the corpus has pages in several. */
  preferredLanguage?: string | undefined;
  /** By chunk ordinal, where embeddings are used. */
  similarities?: Float32Array | undefined;
  /** Passages to find: an answer that is quoted is made of them, and the confidence is theirs. */
  limit: number;
  /** So many are found altogether where a model reads them: the further ones follow those. */
  candidates?: number | undefined;
  /** So many with those besides that a reranker chooses from; default none besides. */
  rerankable?: number | undefined;
  /** Below it the preferred language is given up for all. */
  confidenceThreshold: number;
}

export interface Evidence {
  /** Best first, numbered so. */
  passages: Passage[];
  /** What a reranker may choose instead, best first, numbered on; mostly empty. */
  further: Passage[];
  terms: QueryTerm[];
  corrections: Correction[];
  /** 0 to 1: the chance that an answer made of the passages is right. Of a question of several parts that of the surest. */
  confidence: number;
  /** Of a question that asks several things: what was found for each. */
  parts?: readonly PartEvidence[];
  /** Of a small site: the sections that may be quoted, best first. */
  sections?: readonly ChosenSection[];
  /** Of a small site: the question names a matter of such sites, and so is no small talk. */
  namesMatter?: boolean;
  /** Of a small site: the question asks more of something that was named before it, as a part of a longer one. */
  pointsBack?: boolean;
  /** Found by meaning too: passages that share no word with the question may answer it. */
  isByMeaning?: boolean;
}

export interface PartEvidence {
  /** The part as a question by itself. */
  question: string;
  /** In the visitor's own words, where those are others. */
  asked?: string | undefined;
  terms: QueryTerm[];
  /** Of its passages, best first: {@link Passage.ordinal}. Some of them may be no longer among those of the whole. */
  ordinals: readonly number[];
  /** 0 to 1. */
  confidence: number;
  /** {@link Evidence.sections} */
  sections?: readonly ChosenSection[];
  /** {@link Evidence.pointsBack} */
  pointsBack?: boolean;
}

export async function findEvidence(input: EvidenceInput): Promise<Evidence> {
  const { corpus, filters, preferredLanguage, confidenceThreshold } = input;
  const isChoice =
    preferredLanguage !== undefined &&
    filters?.language === undefined &&
    corpus.languages.size > 1 &&
    corpus.languages.has(preferredLanguage);
  if (isChoice) {
    const own = await evidenceWith(input, { ...filters, language: preferredLanguage });
    if (own.confidence >= confidenceThreshold) return own;
  }
  return evidenceWith(input, filters);
}

async function evidenceWith(
  {
    corpus,
    query,
    preferredLanguage,
    similarities,
    limit,
    candidates = limit,
    rerankable = candidates,
  }: EvidenceInput,
  filters: SearchFilters | undefined,
): Promise<Evidence> {
  const asked = { question: query, filters, similarities };
  const small =
    similarities === undefined
      ? await findInSmallSite(corpus, { question: query, filters, spoken: preferredLanguage, limit })
      : undefined;
  const facts =
    small === undefined ? await findBusinessFacts(corpus, { question: query, filters, limit }) : undefined;
  const told = small ?? facts?.found;
  if (told !== undefined) {
    const found = await withFurtherPassages(corpus, told.passages, asked, candidates);
    const all = await withFurtherPassages(corpus, found, asked, rerankable);
    return { ...told, passages: found, further: all.slice(found.length), isByMeaning: false };
  }
  const { passages, terms, corrections } = await findPassages(corpus, asked, limit);
  const termsOf = corpus.retriever.terms;
  const sentences = rankSentences({ question: query, passages, terms, termsOf });
  const meaning = meaningOf(corpus, query);
  const confidence =
    answerConfidence({ terms, passages, sentences, termsOf, meaning }) *
    (1 - correctionDoubt(terms, corrections)) *
    (facts?.isTold === false ? UNTOLD_FACT_SHARE : 1);
  const found = await withFurtherPassages(corpus, passages, asked, candidates);
  const all = await withFurtherPassages(corpus, found, asked, rerankable);
  return {
    passages: found,
    further: all.slice(found.length),
    terms,
    corrections,
    // Three decimals: more would only show noise.
    confidence: Math.round(confidence * 1000) / 1000,
    isByMeaning: similarities !== undefined,
  };
}

/** A number or an address of the business that no section tells is not told by one that only shares its words. */
const UNTOLD_FACT_SHARE = 0.3;

/** What the confidence compares words by, where the corpus is encoded. */
export function meaningOf({ encoder, retriever }: Corpus, question: string): AskedMeaning | undefined {
  return encoder && { question, encoder, weightOf: retriever.weightOf };
}
