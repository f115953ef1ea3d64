/**
 * Chooses the section that answers a question. Pages with headings are written section by section: what a
 * section is about stands in its heading, and what is said of it only there makes sense as a whole. So the
 * section is chosen first, by learned weights of what can be seen of it, and then what is quoted of it.
 */
import type { Block } from "../../corpus/format.ts";
import { areSectionedChunks } from "../../corpus/sectioned.ts";
import { isQuestionHeading } from "../../language/sentence-marks.ts";
import { blockText } from "../../passage-text.ts";
import { bitCount, type AskedQuestion, type TermMask } from "../understand/asked-question.ts";
import type { Passage } from "../generation-provider.ts";
import { questionType, type QuestionType } from "../understand/question-type.ts";
import { isOptionName } from "./option-name.ts";
import { ENCODED_SECTION_WEIGHTS } from "./encoded-section-weights.ts";
import { SECTION_WEIGHTS } from "./section-weights.ts";
import type { ScoredSentence } from "./rank-sentences.ts";
import { holdsEvidence, isSaidOutright } from "./holds-asked-kind.ts";
import { isLabel } from "../../text/sentences.ts";

export const SECTION_FEATURE_NAMES = [
  // How good its passage is.
  "passageScore",
  "passageFirst",
  "passageMargin",
  // How far its best sentence is from the best of all.
  "sentence",
  // How much of the question it holds, with its headings and by itself.
  "coverage",
  "ownCoverage",
  "pairs",
  "subject",
  // Whether its heading, or the title of its page, is what was asked.
  "headingCoverage",
  "headingPrecision",
  "headingAsked",
  "subjectInHeading",
  "titleCoverage",
  // The name of an option or a function of which the last part was asked: `server.port`, "which port".
  "optionAsked",
  // Headings that are questions: of the same kind, or of another.
  "sameType",
  "otherType",
  // Headings that announce instructions, where those are asked for, and what comes before the matter.
  "instructs",
  "instructsTitle",
  "isPreliminary",
  // Whether it holds what such a question is answered with.
  "hasSteps",
  "hasEnumeration",
  "hasEvidence",
  "definesOnTop",
  "defines",
  "pastNews",
  "isBrief",
  "length",
  // How like the question it is in meaning: as a whole with its headings, its likest sentence, and its headings alone.
  // 0 without an encoder.
  "similarity",
  "sentenceSimilarity",
  "pathSimilarity",
] as const;
export type SectionFeatureName = (typeof SECTION_FEATURE_NAMES)[number];

export interface AnswerSection {
  passage: Passage;
  /** Its blocks in the passage: from the first to before the last. */
  from: number;
  to: number;
  /** What stands above it: a heading of the page, or a label that acts as one. */
  heading: string;
  /** The label among the blocks that it begins with, where it has no heading by its markup. */
  hasLabel: boolean;
  /** Words outside of code. */
  words: number;
  /** Best first. */
  sentences: readonly ScoredSentence[];
  /** In the order of {@link SECTION_FEATURE_NAMES}. */
  features: Float64Array;
  score: number;
  /** The chance that this section answers, if one does: shares of all sections sum up to 1. */
  share: number;
}

const WORD_WEIGHTS = Float64Array.from(SECTION_FEATURE_NAMES, (name) => SECTION_WEIGHTS[name]);
const ENCODED_WEIGHTS = Float64Array.from(SECTION_FEATURE_NAMES, (name) => ENCODED_SECTION_WEIGHTS[name]);
const INDEX = Object.fromEntries(SECTION_FEATURE_NAMES.map((name, index) => [name, index])) as Record<
  SectionFeatureName,
  number
>;

/** Scores of sentences are logarithms of odds: beyond so many, one is as far off as any. */
const SENTENCE_SPAN = 8;
const LENGTH_CAP = 250;
const BRIEF_WORDS = 12;

/** How headings begin below which something is done. */
const INSTRUCTIONS =
  /^(?:(?:step )?\d+[.:)]|step \d|how to|quick ?start|usage|sett?(?:ing)?[ -]?up|get(?:ting)? started|(?:install|add|us|creat|configur|enabl|deploy|build|writ|runn?|set|publish|test|import|upgrad|updat|chang|remov|disabl|generat|connect|customi[sz])(?:e|ing|ation)?)(?![\p{L}])/iu;

/** And those that say why, or what comes. */
const PRELIMINARIES =
  /^(?:why|motivation|background|overview|introduction|about|goals|concepts?)(?![\p{L}])/iu;
const EXPLAINED: ReadonlySet<QuestionType> = new Set(["why", "definition", "comparison", "other"]);

/** A heading that is one name, as code writes it; its last part. */
const OPTION = /^(?:[^\s()]*[.:/])?-*([\p{Ll}_$@][\w$-]*)(?:\(\))?$/u;

const STEPS: ReadonlySet<QuestionType> = new Set(["how-to", "code"]);

/** Whether the passages are of pages with headings, lists, code: such as {@link rankSections} is for. */
export function areSectioned(passages: readonly Passage[]): boolean {
  return areSectionedChunks(passages.map(({ chunk }) => chunk));
}

export interface RankSectionsInput {
  /** Best first. */
  passages: readonly Passage[];
  /** All of the passages, as `rankSentences` gives them, best first. */
  sentences: readonly ScoredSentence[];
  termsOf: (text: string) => string[];
}

/** One list of sentences is made sections of once, though both the confidence and the answer are made from them. */
const rankedOf = new WeakMap<readonly ScoredSentence[], AnswerSection[]>();

/** The sections of all passages, the likeliest first. */
export function rankSections({ passages, sentences: ranked, termsOf }: RankSectionsInput): AnswerSection[] {
  const known = rankedOf.get(ranked);
  if (known !== undefined) return known;
  const asked = ranked[0]?.asked;
  if (asked === undefined) return [];
  const sentencesOf = new Map<Passage, ScoredSentence[]>();
  for (const sentence of ranked) {
    const own = sentencesOf.get(sentence.passage);
    if (own === undefined) sentencesOf.set(sentence.passage, [sentence]);
    else own.push(sentence);
  }
  const best = ranked[0]?.score ?? 0;
  const margin = 1 - (passages[1]?.relativeScore ?? 0);
  const weights = passages.every(({ likenessOf }) => likenessOf !== undefined)
    ? ENCODED_WEIGHTS
    : WORD_WEIGHTS;
  const sections = passages.flatMap((passage, rank) =>
    sectionRanges(passage.chunk.blocks).map(({ from, to }): AnswerSection => {
      const { title, headingPath, blocks } = passage.chunk;
      const first = blocks[from];
      const label = first?.kind === "paragraph" && startsSection(blocks, from) ? first.text : undefined;
      const own = (sentencesOf.get(passage) ?? []).filter(
        ({ blockIndex }) => blockIndex >= from && blockIndex < to,
      );
      const section: AnswerSection = {
        passage,
        from,
        to,
        heading: label ?? headingPath.at(-1) ?? title,
        hasLabel: label !== undefined,
        words: wordsOf(blocks.slice(from, to)),
        sentences: own,
        features: new Float64Array(SECTION_FEATURE_NAMES.length),
        score: 0,
        share: 0,
      };
      describe(section, { asked, rank, best, margin, termsOf });
      for (let at = 0; at < weights.length; at++) {
        section.score += (weights[at] ?? 0) * (section.features[at] ?? 0);
      }
      return section;
    }),
  );
  if (isSaidOutright(asked)) {
    const coverageOf = (section: AnswerSection): number => sectionFeature(section, "coverage");
    const least = Math.max(0, ...sections.map(coverageOf)) - EVIDENCE_COVERAGE_TOLERANCE;
    for (const section of sections) {
      if (coverageOf(section) >= least && holdsEvidence(section)) section.score += EVIDENCE_BONUS;
    }
  }
  sections.sort((a, b) => b.score - a.score);
  const top = sections[0]?.score ?? 0;
  const total = sections.reduce((sum, { score }) => sum + Math.exp(score - top), 0);
  for (const section of sections) section.share = Math.exp(section.score - top) / total;
  rankedOf.set(ranked, sections);
  return sections;
}

/** What such words count against all that others tell. */
const EVIDENCE_BONUS = 3;
/** where they are said of what was asked: as much of it stands there as anywhere, but for so much. */
const EVIDENCE_COVERAGE_TOLERANCE = 0.2;

/** What was seen of a section. */
export function sectionFeature({ features }: AnswerSection, name: SectionFeatureName): number {
  return features[INDEX[name]] ?? 0;
}

/** Short sections of a page share a passage; there each begins with its heading. */
function sectionRanges(blocks: readonly Block[]): { from: number; to: number }[] {
  const starts = [0];
  // A heading directly below another one is a part of what that announces.
  blocks.forEach((_, index) => {
    if (index > 0 && startsSection(blocks, index) && !startsSection(blocks, index - 1)) starts.push(index);
  });
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? blocks.length }));
}

/** A heading, or the name of an option above what is said of it. */
function startsSection(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== "paragraph") return false;
  return (
    block.isHeading === true ||
    (isLabel(block) && isOptionName(block.text) && blocks[index + 1]?.kind === "paragraph")
  );
}

interface Described {
  asked: AskedQuestion;
  rank: number;
  best: number;
  margin: number;
  termsOf: (text: string) => string[];
}

function describe(section: AnswerSection, { asked, rank, best, margin, termsOf }: Described): void {
  const { passage, sentences, features, from, to, hasLabel } = section;
  const { type } = asked;
  const { title, headingPath, blocks } = passage.chunk;
  const set = (name: SectionFeatureName, value: number | boolean): void => {
    features[INDEX[name]] = Number(value);
  };
  const share = asked.share;
  const subjectShare = share(asked.subject) || 1;
  const headingTerms = new Set(termsOf(section.heading));
  const heading = asked.maskOf(headingTerms);
  const above = asked.maskOf(
    termsOf(hasLabel ? [title, ...headingPath].join(" ") : [title, ...headingPath.slice(0, -1)].join(" ")),
  );
  const own: TermMask = sentences.reduce((all, { held }) => all | held, 0);
  const headings = heading | above;
  const precision = headingTerms.size === 0 ? 0 : bitCount(heading) / headingTerms.size;
  const ownBlocks = blocks.slice(from, to);
  set("passageScore", passage.relativeScore);
  set("passageFirst", rank === 0);
  set("passageMargin", rank === 0 ? margin : 0);
  const top = sentences[0]?.score ?? best - SENTENCE_SPAN;
  set("sentence", Math.max(-1, (top - best) / SENTENCE_SPAN));
  set("coverage", share(own | headings));
  set("ownCoverage", share(own));
  set(
    "pairs",
    sentences.reduce((most, { pairs }) => Math.max(most, pairs), 0),
  );
  set("subject", share((own | headings) & asked.subject) / subjectShare);
  set("headingCoverage", share(heading));
  set("headingPrecision", precision);
  set("headingAsked", share(heading) * precision);
  set("subjectInHeading", share(heading & asked.subject) / subjectShare);
  set("titleCoverage", share(above & ~heading));
  const named = OPTION.exec(section.heading.replaceAll("`", ""))?.[1];
  const namedTerms = named === undefined ? [] : termsOf(named);
  set("optionAsked", namedTerms.length > 0 && namedTerms.every((term) => asked.indexOf(term) !== undefined));
  if (isQuestionHeading(section.heading)) {
    const headingType = questionType(section.heading);
    set("sameType", headingType === type && type !== "other");
    set("otherType", headingType !== type && type !== "other");
  }
  const asksSteps = STEPS.has(type);
  set("instructs", asksSteps && INSTRUCTIONS.test(section.heading));
  if (asksSteps && INSTRUCTIONS.test(section.heading)) {
    set("instructsTitle", share(asked.maskOf(termsOf(title)) & asked.subject) / subjectShare);
  }
  set("isPreliminary", !EXPLAINED.has(type) && PRELIMINARIES.test(section.heading));
  set(
    "hasSteps",
    asksSteps && ownBlocks.some((block) => block.kind === "code" || (block.kind === "list" && block.ordered)),
  );
  set(
    "hasEnumeration",
    type === "list" && ownBlocks.some((block) => block.kind === "list" || block.kind === "table"),
  );
  set("hasEvidence", holdsEvidence(section));
  set("definesOnTop", type === "definition" && from === 0 && headingPath.length === 0);
  set(
    "defines",
    sentences.some(({ defines }) => defines),
  );
  set(
    "pastNews",
    sentences.some(({ isPastNews }) => isPastNews),
  );
  set("isBrief", section.words < BRIEF_WORDS && !ownBlocks.some(({ kind }) => kind === "code"));
  set("length", Math.min(section.words, LENGTH_CAP) / LENGTH_CAP);
  const { likenessOf } = passage;
  if (likenessOf === undefined) return;
  // Its sentences in the order of the page, so that no text is read twice.
  const prose = sentences
    .filter(({ kind }) => kind !== "code")
    .sort((a, b) => a.order - b.order)
    .map(({ text }) => text);
  set("similarity", likenessOf(title, ...headingPath, ...prose));
  set(
    "sentenceSimilarity",
    prose.reduce((most, text) => Math.max(most, likenessOf(text)), 0),
  );
  set("pathSimilarity", likenessOf(title, ...headingPath, section.heading));
}

function wordsOf(blocks: readonly Block[]): number {
  let words = 0;
  for (const block of blocks) {
    if (block.kind !== "code") words += blockText(block).split(/\s+/).filter(Boolean).length;
  }
  return words;
}
