import type { Route } from "../../routing/route.ts";
import type { QueryTerm } from "../../search/retriever.ts";
import type { ChosenSection, GenerationProvider, Passage } from "../generation-provider.ts";
import { NEAR_CONFIDENCE_OF_SMALL_SITE } from "./near-pages.ts";

/**
 * Below it not even a model is asked: what the question is about is nowhere. A model reads what the confidence only
 * guesses at, and says itself that the pages do not answer.
 */
export const DEFAULT_MODEL_CONFIDENCE_THRESHOLD = 0.05;

/**
 * A question of whose words the pages know at least this share, by what they tell, counts as one with the confidence
 * above: low as it may be, it is about something that the pages speak of, in other words. A larger share would save
 * more calls, and refuse one in a hundred questions unasked whose passage was found.
 */
const KNOWN_SHARE = 0.1;

/** `off-topic`: what is asked for is not a matter of this site, and is told so. */
export type Verdict = "write" | "refuse" | "off-topic";

export interface Judged {
  evidence: {
    /** 0 to 1: the chance that an answer made of what was found is right. */
    confidence: number;
    terms: readonly QueryTerm[];
    /** Found by meaning too: passages that share no word with the question may answer it. */
    isByMeaning?: boolean;
    /** Of a small site: sections that may be quoted. */
    sections?: readonly ChosenSection[];
    /** Of a small site: the question names a matter of such sites. */
    namesMatter?: boolean;
  };
  /** What an answer would be written from, and whether that is all that the site has. */
  chosen: { passages: readonly Passage[]; isWholeSite: boolean };
  route: Route;
  /** It was asked in a language that no page is in, and searched for in that language. */
  isUntranslated: boolean;
}

/** {@link import("../answer-dependencies.ts").AnswerDependencies} */
interface Thresholds {
  provider: Pick<GenerationProvider, "mode">;
  confidenceThreshold: number;
  modelConfidenceThreshold?: number | undefined;
}

/**
 * Whether a question is refused without anybody being asked.
 *
 * Quotations need a confidence. A model that sees the whole site needs none: a small site shares few words with its
 * visitors, and what looks like another matter ("do you play music on Fridays") may well be one of a restaurant's. On
 * larger sites it needs hardly any, so that only what has nothing to do with the pages costs no model.
 */
export function judgeEvidence(
  { evidence, chosen, route, isUntranslated }: Judged,
  thresholds: Thresholds,
): Verdict {
  const looksOffTopic = route.kind === "search" && route.looksOffTopic;
  // Words tell nothing then; that it looks like another matter they still do.
  const isPastWords = (isUntranslated || evidence.isByMeaning === true) && !looksOffTopic;
  const isAsked =
    thresholds.provider.mode === "generative"
      ? chosen.isWholeSite || isPastWords || modelChance(evidence) >= modelThreshold(thresholds)
      : mayBeQuoted(evidence.confidence, thresholds);
  if (isAsked && chosen.passages.length > 0) return "write";
  return looksOffTopic && !mayBeOfSmallSite(evidence) ? "off-topic" : "refuse";
}

/** A business is asked for what no documentation is about, "can I drink in the car": the nearest pages are told then. */
function mayBeOfSmallSite({ sections, namesMatter, confidence }: Judged["evidence"]): boolean {
  return sections !== undefined && (namesMatter === true || confidence >= NEAR_CONFIDENCE_OF_SMALL_SITE);
}

/** Whether an answer without a model may be made of what was found. */
export function mayBeQuoted(
  confidence: number,
  { confidenceThreshold }: Pick<Thresholds, "confidenceThreshold">,
): boolean {
  // What is no number, of an index that was damaged before it was hashed, is no confidence either.
  return confidence >= confidenceThreshold;
}

function modelChance({ confidence, terms }: Judged["evidence"]): number {
  const weights = terms.reduce((sum, { weight }) => sum + weight, 0);
  const known = terms.reduce((sum, term) => (term.known ? sum + term.weight : sum), 0);
  const isAboutThePages = weights > 0 && known / weights >= KNOWN_SHARE;
  return isAboutThePages ? Math.max(confidence, DEFAULT_MODEL_CONFIDENCE_THRESHOLD) : confidence;
}

/** Who quotes at any confidence asks a model at any. */
function modelThreshold({ modelConfidenceThreshold, confidenceThreshold }: Thresholds): number {
  return modelConfidenceThreshold ?? Math.min(DEFAULT_MODEL_CONFIDENCE_THRESHOLD, confidenceThreshold);
}
