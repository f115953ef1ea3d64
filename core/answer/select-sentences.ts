/**
 * Chooses the sentences that answer a question, by explainable features: how much of the question's
 * information (idf mass) a sentence holds, how good its passage is, and whether it holds the kind of thing
 * that is asked for.
 */
import { passageText } from "../passage-text.ts";
import type { QueryTerm } from "../search/retriever.ts";
import type { Passage } from "./generation-provider.ts";
import { hasTypedEvidence, questionType } from "./question-type.ts";
import { passageSentences, type Sentence } from "./sentences.ts";

export interface ScoredSentence extends Sentence {
  passage: Passage;
  score: number;
  /** Share of the question's idf mass that the sentence holds itself, 0 to 1. */
  coverage: number;
}

export interface SelectSentencesInput {
  question: string;
  passages: readonly Passage[];
  terms: readonly QueryTerm[];
  termsOf: (text: string) => string[];
}

/** Set by hand on questions of real documentation, with the figures of SQuAD 2.0 (`tests/retrieval`) in view. */
const WEIGHTS = {
  coverage: 1,
  /** Terms that only the title or the headings hold count in part: they say what the sentence is about. */
  headingCoverage: 0.35,
  /** Terms in the sentence before and after. */
  neighbourCoverage: 0.15,
  passage: 0.55,
  /** How much of the question the passage holds: a fluent sentence about something else is no answer. */
  passageCoverage: 0.5,
  typedEvidence: 0.12,
  /** The beginning of a section whose heading is what was asked for: it was written to answer just this. */
  sectionLead: 0.55,
  /** "An island is …", where islands were asked for. */
  definition: 0.25,
  /** Taken off a sentence that says little but the question's own words. */
  echo: 0.2,
  /** Taken off what is no sentence: a heading, a label, an item of a few words. */
  fragment: 0.12,
  /** Taken off a sentence that leans on the one before it. */
  dependent: 0.1,
  /** Per place from the start of the passage, up to the cap: leads are written to be read first. */
  position: 0.01,
} as const;
const POSITION_CAP = 5;

/** A heading that holds this share of a question's information is what was asked for. */
const ASKED_HEADING_SHARE = 0.8;

/** Headings such as "Installation" stand on many pages: only the best passages are believed to be the one meant. */
const ASKED_PASSAGE_SHARE = 0.95;

/** The bonus of a section's beginning fades out over so many sentences. */
const LEAD_SENTENCES = 4;

/** Passages that sentences are taken from: the fifth holds the answer in one question of a hundred. */
const QUOTED_PASSAGES = 4;

/** Begins by pointing back: quoted alone, it leaves open what it speaks of. */
const DEPENDENT_START =
  /^(?:it|this|that|these|those|they|he|she|such|here|however|therefore|otherwise|instead|then|also|but|and|so|es|dies|diese[rs]?|esto|esta|este|estos|cela|cette|ces|ceci)\b/iu;

/** All candidate sentences, best first. */
export function rankSentences({
  question,
  passages,
  terms,
  termsOf,
}: SelectSentencesInput): ScoredSentence[] {
  const type = questionType(question);
  const weightOf = new Map(terms.map(({ term, weight }) => [term, weight]));
  const totalWeight = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const mass = (held: Iterable<string>): number => {
    let sum = 0;
    for (const term of new Set(held)) sum += weightOf.get(term) ?? 0;
    return sum / totalWeight;
  };

  /** How much a heading is what was asked: 1 where it says just that, less where it says more, 0 where it says less. */
  const askedHeadingShare = (headingTerms: readonly string[]): number => {
    if (mass(headingTerms) < ASKED_HEADING_SHARE) return 0;
    const distinct = new Set(headingTerms);
    const asked = [...distinct].filter((term) => weightOf.has(term)).length;
    return (1 + asked / distinct.size) / 2;
  };

  return passages
    .slice(0, QUOTED_PASSAGES)
    .flatMap((passage) => {
      const headingTerms = termsOf(`${passage.chunk.title} ${passage.chunk.headingPath.join(" ")}`);
      const innermostHeading = passage.chunk.headingPath.at(-1) ?? passage.chunk.title;
      const askedShare =
        passage.relativeScore >= ASKED_PASSAGE_SHARE ? askedHeadingShare(termsOf(innermostHeading)) : 0;
      const passageCoverage = mass([...headingTerms, ...termsOf(passageText(passage.chunk.blocks))]);
      const sentences = passageSentences(passage.chunk.blocks);
      const sentenceTerms = sentences.map((sentence) => termsOf(sentence.text));
      return sentences.map((sentence, index): ScoredSentence => {
        const own = sentenceTerms[index] ?? [];
        const coverage = mass(own);
        const withHeading = mass([...own, ...headingTerms]) - coverage;
        const neighbours = [...(sentenceTerms[index - 1] ?? []), ...(sentenceTerms[index + 1] ?? [])];
        const withNeighbours = mass([...own, ...neighbours]) - coverage;
        const score =
          WEIGHTS.coverage * coverage +
          WEIGHTS.headingCoverage * withHeading +
          WEIGHTS.neighbourCoverage * withNeighbours +
          WEIGHTS.passage * passage.relativeScore +
          WEIGHTS.passageCoverage * passageCoverage +
          (hasTypedEvidence(type, sentence.text) === true ? WEIGHTS.typedEvidence : 0) +
          (type === "definition" && isDefinition(sentence.text, own, weightOf) ? WEIGHTS.definition : 0) -
          (DEPENDENT_START.test(sentence.text) ? WEIGHTS.dependent : 0) +
          WEIGHTS.sectionLead * askedShare * Math.max(0, 1 - index / LEAD_SENTENCES) -
          (isEcho(own, weightOf) ? WEIGHTS.echo : 0) -
          (isFragment(sentence.text) ? WEIGHTS.fragment : 0) -
          WEIGHTS.position * Math.min(index, POSITION_CAP);
        return { ...sentence, passage, score, coverage };
      });
    })
    .sort((a, b) => b.score - a.score || a.passage.source.position - b.passage.source.position);
}

/** Begins with what was asked for, and says what it is. */
function isDefinition(text: string, terms: readonly string[], asked: ReadonlyMap<string, number>): boolean {
  const subject =
    /^(?:In [^,]{1,30}, )?(.{2,60}?) (?:is|are|means|refers to|stands for|lets|allows|ist|sind|es|son|est|sont|è|sono|é|são) /u.exec(
      text,
    );
  const [first] = terms;
  return (
    subject !== null &&
    first !== undefined &&
    terms.slice(0, subject[1]?.split(" ").length).some((term) => asked.has(term))
  );
}

/** An answer adds at least this many words to those of its question. */
const MIN_NEW_TERMS = 2;

function isEcho(terms: readonly string[], asked: ReadonlyMap<string, number>): boolean {
  return new Set(terms.filter((term) => !asked.has(term))).size < MIN_NEW_TERMS;
}

/** Words below which a text without closing punctuation is no sentence. */
const MIN_UNPUNCTUATED_WORDS = 6;

function isFragment(text: string): boolean {
  return !/[.!?:。！？：][)\]"'”’»]*$/u.test(text) && text.split(/\s+/).length < MIN_UNPUNCTUATED_WORDS;
}

/** Two sentences that share this much of their words say the same. */
const SAME_WORDS_SHARE = 0.7;

/** The best sentences without repetition, best first. */
export function selectSentences(
  ranked: readonly ScoredSentence[],
  limit: number,
  termsOf: (text: string) => string[],
): ScoredSentence[] {
  const selected: { sentence: ScoredSentence; words: Set<string> }[] = [];
  for (const sentence of ranked) {
    if (selected.length === limit) break;
    const words = new Set(termsOf(sentence.text));
    if (selected.some((other) => overlap(words, other.words) >= SAME_WORDS_SHARE)) continue;
    selected.push({ sentence, words });
  }
  return selected.map(({ sentence }) => sentence);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / Math.max(1, Math.min(a.size, b.size));
}
