/**
 * What is seen of each quotable text of the passages, as numbers of about 0 to 1 that can be explained one by
 * one. {@link import("./rank-sentences.ts").rankSentences} adds them up by learned weights.
 */
import { CLOSED_END } from "../../language/sentence-marks.ts";
import type { Passage } from "../generation-provider.ts";
import { type AskedQuestion, bitCount, type TermMask } from "../understand/asked-question.ts";
import { definesSubject, isDefinition } from "./definition.ts";
import { hasTypedEvidence, type QuestionType } from "../understand/question-type.ts";
import { askedHeadingShare, readLabels } from "./sentence-labels.ts";
import {
  ASIDE,
  ASKS_DEFAULT,
  AUTHORSHIP,
  DEFAULT_VALUE,
  DEPENDENT_START,
  holdsNew,
  INSTRUCTION,
  isImportsOnly,
  NAME_IN_SENTENCE,
  NEWS,
  NUMBER,
  QUANTITY,
} from "./sentence-patterns.ts";
import { passageSentences, type Sentence } from "../../text/sentences.ts";

export const FEATURE_NAMES = [
  // How much of the question it holds, by information.
  "coverage",
  "coverageSquared",
  "headingCoverage",
  "neighbourCoverage",
  "subjectCoverage",
  "subjectInHeading",
  "relativeCoverage",
  "density",
  "pairs",
  // How good its passage is.
  "passageScore",
  "passageFirst",
  "passageCoverage",
  // Where it stands.
  "position",
  "isFirst",
  "sectionLead",
  "pastNews",
  // What kind of text it is.
  "words",
  "isShort",
  "isItem",
  "isItemOfList",
  "isRow",
  "isCode",
  "isCodeAsked",
  "codeInHeading",
  "codeLines",
  "importsOnly",
  "fragment",
  "dependent",
  "aside",
  "echo",
  "newTerms",
  // Whether it holds the kind of thing that is asked for.
  "evidenceWho",
  "evidenceWhen",
  "evidenceHowMany",
  "evidenceWhere",
  "evidenceWhy",
  "evidenceVersion",
  "evidenceDecides",
  "evidenceCompares",
  "evidenceDefault",
  "bothSides",
  "definition",
  "newName",
  "newNumber",
  "quantity",
  "instruction",
  "introducesAsked",
  "leadsToCode",
  "codeSpan",
] as const;
export type FeatureName = (typeof FEATURE_NAMES)[number];

/** Values in the order of {@link FEATURE_NAMES}. */
export type FeatureVector = Float64Array;

export interface SentenceCandidate {
  sentence: Sentence;
  passage: Passage;
  /** The terms of the question that it holds itself. */
  held: TermMask;
  /** The same with those of its title and headings. */
  heldWithHeading: TermMask;
  /** Those of its innermost heading or label alone. */
  headingHeld: TermMask;
  /** Says what that is of which it was asked what it is. */
  defines: boolean;
  /** Share of pairs of neighbouring words of the question that stand together in it. */
  pairs: number;
  features: FeatureVector;
}

/** Headings such as "Installation" stand on many pages: only the best passages are believed to be the one meant. */
const ASKED_PASSAGE_SHARE = 0.9;
/** The bonus of a section's beginning fades out over so many sentences. */
const LEAD_SENTENCES = 4;
const POSITION_CAP = 6;
const WORDS_CAP = 40;
const SHORT_WORDS = 6;
/** An answer adds at least this many words to those of its question. */
const MIN_NEW_TERMS = 2;
const NEW_TERMS_CAP = 12;
/** Two words of the question stand together where at most this many terms lie between. */
const PAIR_DISTANCE = 3;
/** A text is searched for patterns so far: what comes later is another sentence in disguise. */
const PATTERN_CHARS = 600;

const CODE_LINES_CAP = 30;

type Evidence = Extract<FeatureName, `evidence${string}`>;
const EVIDENCE_FEATURE: Partial<Record<QuestionType, Evidence>> = {
  "who": "evidenceWho",
  "when": "evidenceWhen",
  "how-many": "evidenceHowMany",
  "where": "evidenceWhere",
  "why": "evidenceWhy",
  "which-version": "evidenceVersion",
  "yes-no": "evidenceDecides",
  "comparison": "evidenceCompares",
};
const ASKS_INSTRUCTION: ReadonlySet<QuestionType> = new Set(["how-to", "code"]);
const ASKS_NAME: ReadonlySet<QuestionType> = new Set(["who", "other", "definition", "list", "where"]);
const ASKS_NUMBER: ReadonlySet<QuestionType> = new Set(["how-many", "when", "which-version"]);

const INDEX = Object.fromEntries(FEATURE_NAMES.map((name, index) => [name, index])) as Record<
  FeatureName,
  number
>;

/** All quotable texts of the passages with what is seen of them, in the order of the passages. */
export function describeSentences(
  asked: AskedQuestion,
  question: string,
  passages: readonly Passage[],
  termsOf: (text: string) => string[],
): SentenceCandidate[] {
  const asksNews = NEWS.test(question);
  const asksDefault = ASKS_DEFAULT.test(question);
  const questionLower = question.toLowerCase();
  const candidates = passages.flatMap((passage, rank) =>
    describePassage(passage, rank, { asked, questionLower, asksNews, asksDefault, termsOf }),
  );
  const best = Math.max(1e-9, ...candidates.map(({ features }) => features[INDEX.coverage] ?? 0));
  for (const { features } of candidates) {
    features[INDEX.relativeCoverage] = (features[INDEX.coverage] ?? 0) / best;
  }
  return candidates;
}

interface Context {
  asked: AskedQuestion;
  questionLower: string;
  asksNews: boolean;
  asksDefault: boolean;
  termsOf: (text: string) => string[];
}

function describePassage(
  passage: Passage,
  rank: number,
  { asked, questionLower, asksNews, asksDefault, termsOf }: Context,
): SentenceCandidate[] {
  const { type } = asked;
  const { title, headingPath, blocks } = passage.chunk;
  const headings = `${title} ${headingPath.join(" ")}`;
  const heading = asked.maskOf(termsOf(headings));
  const innermostTerms = termsOf(headingPath.at(-1) ?? title);
  const innermost = asked.maskOf(innermostTerms);
  const asksInstruction = ASKS_INSTRUCTION.has(type);
  const sentences = passageSentences(blocks);
  const sentenceTerms = sentences.map(({ text }) => termsOf(text));
  const masks = sentenceTerms.map((terms) => asked.maskOf(terms));
  const passageMask = masks.reduce((all, mask) => all | mask, heading);
  const passageCoverage = asked.share(passageMask);
  const askedHeading =
    passage.relativeScore >= ASKED_PASSAGE_SHARE ? askedHeadingShare(asked, innermostTerms) : 0;
  const subjectShare = asked.share(asked.subject) || 1;
  const labels = readLabels(sentences, asked, termsOf);
  const pastNews = !asksNews && NEWS.test(headings) ? 1 : 0;

  return sentences.map((sentence, index): SentenceCandidate => {
    const terms = sentenceTerms[index] ?? [];
    const held = masks[index] ?? 0;
    const label = labels[index];
    const heldWithHeading = held | heading | (label?.held ?? 0);
    const coverage = asked.share(held);
    const around = held | (masks[index - 1] ?? 0) | (masks[index + 1] ?? 0);
    const distinct = new Set(terms).size;
    const newTerms = distinct - bitCount(held);
    const text = sentence.text.slice(0, PATTERN_CHARS);
    const words = text.split(/\s+/).length;
    const isCode = sentence.kind === "code";
    const pairs = pairShare(asked, terms);
    const features = new Float64Array(FEATURE_NAMES.length);
    const set = (name: FeatureName, value: number | boolean): void => {
      features[INDEX[name]] = Number(value);
    };
    set("coverage", coverage);
    set("coverageSquared", coverage * coverage);
    set("headingCoverage", asked.share(heldWithHeading) - coverage);
    set("neighbourCoverage", asked.share(around) - coverage);
    set("subjectCoverage", asked.share(held & asked.subject) / subjectShare);
    set("subjectInHeading", asked.share((heading | (label?.held ?? 0)) & asked.subject) / subjectShare);
    set("density", distinct === 0 ? 0 : bitCount(held) / distinct);
    set("pairs", pairs);
    set("passageScore", passage.relativeScore);
    set("passageFirst", rank === 0);
    set("passageCoverage", passageCoverage);
    set("position", Math.min(index, POSITION_CAP) / POSITION_CAP);
    set("isFirst", index === 0);
    const lead = askedHeading * Math.max(0, 1 - index / LEAD_SENTENCES);
    set(
      "sectionLead",
      Math.max(lead, (label?.asked ?? 0) * Math.max(0, 1 - (label?.after ?? 0) / LEAD_SENTENCES)),
    );
    set("pastNews", pastNews);
    set("isCode", isCode && !asksInstruction);
    set("isCodeAsked", isCode && asksInstruction);
    set("codeInHeading", isCode && asksInstruction ? asked.share(heldWithHeading) : 0);
    set("newTerms", Math.min(newTerms, NEW_TERMS_CAP) / NEW_TERMS_CAP);
    if (isCode) {
      set("codeLines", Math.min(sentence.text.split("\n").length, CODE_LINES_CAP) / CODE_LINES_CAP);
      set("importsOnly", isImportsOnly(sentence.text));
    }
    // The patterns below are those of prose: in code they mean nothing.
    if (!isCode) {
      set("words", Math.min(words, WORDS_CAP) / WORDS_CAP);
      set("isShort", words < SHORT_WORDS);
      set("isItem", sentence.kind === "item" && type !== "list");
      set("isItemOfList", sentence.kind === "item" && type === "list");
      set("isRow", sentence.kind === "row");
      set("fragment", words < SHORT_WORDS && !CLOSED_END.test(text));
      set("aside", ASIDE.test(text));
      set("dependent", DEPENDENT_START.test(text));
      set("echo", newTerms < MIN_NEW_TERMS);
      const evidence = EVIDENCE_FEATURE[type];
      if (evidence !== undefined) {
        set(evidence, asked.asksAuthor ? AUTHORSHIP.test(text) : hasTypedEvidence(type, text) === true);
      }
      if (asked.sides !== undefined) {
        const [first, second] = asked.sides;
        set("bothSides", (heldWithHeading & first) !== 0 && (heldWithHeading & second) !== 0);
      }
      if (type === "definition") set("definition", isDefinition(asked, text, termsOf));
      if (ASKS_NAME.has(type)) set("newName", holdsNew(text, NAME_IN_SENTENCE, questionLower));
      if (ASKS_NUMBER.has(type)) set("newNumber", holdsNew(text, NUMBER, questionLower));
      if (type === "how-many") set("quantity", QUANTITY.test(text));
      if (asksDefault) set("evidenceDefault", DEFAULT_VALUE.test(text) && newTerms > 0);
      if (asksInstruction) {
        const next = sentence.endsBlock ? sentences[index + 1] : undefined;
        set("leadsToCode", next?.kind === "code");
        set("instruction", INSTRUCTION.test(text));
        set("codeSpan", text.includes("`"));
      }
      set("introducesAsked", sentence.introduces && (asksInstruction || type === "list"));
    }
    const headingHeld = innermost | (label?.held ?? 0);
    const defines = type === "definition" && !isCode && definesSubject(asked, text, termsOf);
    return { sentence, passage, held, heldWithHeading, headingHeld, defines, pairs, features };
  });
}

function pairShare({ indexOf, pairShares }: AskedQuestion, terms: readonly string[]): number {
  const lastAt = new Map<number, number>();
  const found = new Set<number>();
  terms.forEach((term, at) => {
    const index = indexOf(term);
    if (index === undefined) return;
    for (const other of [index - 1, index + 1]) {
      const otherAt = lastAt.get(other);
      if (otherAt !== undefined && at - otherAt <= PAIR_DISTANCE) found.add(Math.min(index, other));
    }
    lastAt.set(index, at);
  });
  let share = 0;
  for (const pair of found) share += pairShares[pair] ?? 0;
  return share;
}
