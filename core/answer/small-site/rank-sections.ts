/** Ranks all sections of a small site for a question, and says how sure the best of them is. */
import { describeSection, SMALL_SITE_FEATURES, type SectionSeen } from "./section-features.ts";
import type { ReadQuestion } from "./read-question.ts";
import { SMALL_SITE_SIGNALS, smallSiteSignals, type RankedSection } from "./small-site-signals.ts";
import {
  WEIGHTS_BY_WORDS,
  WEIGHTS_OF_ENGLISH,
  WEIGHTS_OF_LANGUAGES,
  type SmallSiteWeights,
} from "./small-site-weights.ts";
import type { SiteSection, SmallSite } from "./site-sections.ts";

/** How the words of the site rank a chunk: its score as a share of the best one's, and its rank from 0. */
export type FoundChunks = ReadonlyMap<number, { score: number; rank: number }>;

export interface RankedSections {
  /** Best first. */
  sections: RankedSection[];
  /** 0 to 1. */
  confidence: number;
}

const NOT_FOUND = { score: 0, rank: Number.POSITIVE_INFINITY };

export function describeSections(
  sections: readonly SiteSection[],
  question: ReadQuestion,
  site: SmallSite,
  found: FoundChunks,
): SectionSeen[] {
  return sections.map((section) =>
    describeSection(section, question, site, found.get(section.ordinal) ?? NOT_FOUND),
  );
}

/** @param weights in the order of {@link SMALL_SITE_FEATURES} */
export function rankSeen(
  seen: readonly SectionSeen[],
  weights: readonly number[] | Float64Array,
): RankedSection[] {
  const ranked = seen
    .map((one): RankedSection => {
      let score = 0;
      for (let at = 0; at < weights.length; at++) score += (weights[at] ?? 0) * (one.features[at] ?? 0);
      return { ...one, score, share: 0 };
    })
    .sort((a, b) => b.score - a.score);
  const top = ranked[0]?.score ?? 0;
  const total = ranked.reduce((sum, { score }) => sum + Math.exp(score - top), 0);
  for (const section of ranked) section.share = Math.exp(section.score - top) / total;
  return ranked;
}

export function rankSmallSite(
  sections: readonly SiteSection[],
  question: ReadQuestion,
  site: SmallSite,
  found: FoundChunks,
): RankedSections {
  const weights = weightsFor(question);
  const ranked = rankSeen(
    describeSections(sections, question, site, found),
    SMALL_SITE_FEATURES.map((name) => weights.features[name]),
  );
  return { sections: ranked, confidence: confidenceOf(ranked, question, weights) };
}

/** Tables of other languages than English know fewer words. */
function weightsFor({ vector, language }: ReadQuestion): SmallSiteWeights {
  if (vector === undefined) return WEIGHTS_BY_WORDS;
  return language === "en" ? WEIGHTS_OF_ENGLISH : WEIGHTS_OF_LANGUAGES;
}

function confidenceOf(
  ranked: readonly RankedSection[],
  question: ReadQuestion,
  { signals, bias }: SmallSiteWeights,
): number {
  if (ranked.length === 0 || question.units.length === 0) return 0;
  const seen = smallSiteSignals(ranked, question);
  const logit = SMALL_SITE_SIGNALS.reduce((sum, name, at) => sum + signals[name] * (seen[at] ?? 0), bias);
  // Three decimals: more would only show noise.
  return Math.round(1000 / (1 + Math.exp(-logit))) / 1000;
}
