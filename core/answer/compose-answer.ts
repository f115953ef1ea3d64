/**
 * Makes an answer of the sentences that rank best: few of them, each with its citation, and whole what makes
 * sense as a whole only: steps, code, the list or the table that was asked for.
 */
import { excerptOf, inlineMarkdown } from "../passage-text.ts";
import { sectionsOfSides } from "./compare-sections.ts";
import { SURE_CONFIDENCE } from "./confidence.ts";
import {
  boldName,
  isBriefIntroduction,
  isHeadingLike,
  isReadAtOnce,
  quoteAround,
  titledQuote,
} from "./quote-section.ts";
import { areSectioned, rankSections, sectionFeature, type AnswerSection } from "./answer-sections.ts";
import type { GenerationRequest, Passage } from "./generation-provider.ts";
import { hasTypedEvidence, questionType, type QuestionType } from "./question-type.ts";
import { citation, fits, followingBlock, quotePassage, quoteSection } from "./quote-passage.ts";
import { rankSentences, selectSentences, type ScoredSentence } from "./select-sentences.ts";
import { isImportsOnly } from "./sentence-features.ts";

/** Sentences in one answer: the third still adds an answer in about one question of twenty-five, a fourth rarely. */
const MAX_SENTENCES = 3;

/** A fact is one sentence; a second may say it better, a third only adds noise. */
const MAX_SENTENCES_OF_FACT = 2;
const FACTS: ReadonlySet<QuestionType> = new Set(["who", "when", "how-many", "which-version", "where"]);

const INSTRUCTIONS: ReadonlySet<QuestionType> = new Set(["how-to", "code"]);

/** A further sentence is at most so much less likely than the best one, as a logarithm of the odds. */
const FURTHER_SENTENCE_ODDS = 2;

/** What something is and why it is so are seldom said in one sentence. */
const EXPLANATION_ODDS = 2.6;
const EXPLANATIONS: ReadonlySet<QuestionType> = new Set(["definition", "why"]);

/** One of another page adds more to read than one beside the best: it has to come closer. */
const OTHER_PASSAGE_ODDS = 0.8;

/** One of the same paragraph was written to be read with the best. */
const SAME_PARAGRAPH_ODDS = 3;

/** Each side of a comparison is told in so much. */
const SIDE_MAX_WORDS = 90;

/** What may be missing of the subject in a further sentence, compared with the best one. */
const SUBJECT_TOLERANCE = 0.01;

/** A section of up to so many words is quoted whole, and of a longer one about as much. */
const MAX_WORDS = 150;

/** A fact is looked for in less. */
const MAX_WORDS_OF_FACT = 100;

/** A second section is quoted where it is so likely the answer, compared with the first, and as short. */
const SECOND_SECTION_SHARE = 0.2;
const SECOND_SECTION_MAX_WORDS = 100;

/** The paragraphs of the answer in Markdown, best passage first; empty without passages. */
export function composeAnswer(request: GenerationRequest): string[] {
  const ranked = rankSentences(request);
  const type = questionType(request.question);
  if (areSectioned(request.passages)) {
    const sections = rankSections({ ...request, sentences: ranked }).filter(
      ({ sentences }) => sentences.length > 0,
    );
    const isSure = (request.confidence ?? 1) >= SURE_CONFIDENCE;
    const paragraphs =
      (type === "comparison" ? comparison(sections, request.termsOf) : undefined) ??
      (isSure
        ? answerOfSections(sections, type, request.termsOf)
        : closestSections(sections, type, request.termsOf));
    if (paragraphs.length > 0) return paragraphs;
  }
  const picked = pickSentences(ranked, type, request.termsOf);
  if (picked.length === 0) return fallbackAnswer(request.passages);
  if (INSTRUCTIONS.has(type)) picked.push(...codeOfInstruction(picked, ranked));
  return groupByPassage(picked).flatMap((group, index) =>
    // Two ways of doing it in one answer would be mixed up: of other pages only what is said.
    quotePassage(group, type, { withBlocks: index === 0 || !INSTRUCTIONS.has(type) }),
  );
}

/** What is said of both sides of a comparison, or of each. */
function comparison(
  sections: readonly AnswerSection[],
  termsOf: (text: string) => string[],
): string[] | undefined {
  const sides = sectionsOfSides(sections);
  if (sides?.length === 1) return sides.flatMap((both) => quoteOf(both, "comparison", MAX_WORDS, termsOf));
  return sides?.flatMap((side) => [
    boldName(side.heading),
    ...quoteOf(side, "comparison", SIDE_MAX_WORDS, termsOf),
  ]);
}

/** What the likeliest section says, and a second one that is nearly as likely. */
function answerOfSections(
  sections: readonly AnswerSection[],
  type: QuestionType,
  termsOf: (text: string) => string[],
): string[] {
  const [best, ...others] = sections;
  if (best === undefined) return [];
  const paragraphs = quoteOf(best, type, FACTS.has(type) ? MAX_WORDS_OF_FACT : MAX_WORDS, termsOf);
  const second = others.find(
    (section) =>
      (section.share >= best.share * SECOND_SECTION_SHARE || continues(section, best)) &&
      !repeats(section, best, termsOf) &&
      // What an introduction runs on to is quoted with it.
      (section.passage !== best.passage || (section.from >= best.to && !isBriefIntroduction(best))),
  );
  return second === undefined
    ? paragraphs
    : [...paragraphs, ...quoteOf(second, type, SECOND_SECTION_MAX_WORDS, termsOf)];
}

/** Places shown where none is sure: the right one is among three in three of four questions, and first in two. */
const CLOSEST_SECTIONS = 3;
const CLOSEST_FIRST_MAX_WORDS = 130;
const CLOSEST_NEXT_MAX_WORDS = 45;

/** The likeliest section, and of the next ones what they are about and what they say first. */
function closestSections(
  sections: readonly AnswerSection[],
  type: QuestionType,
  termsOf: (text: string) => string[],
): string[] {
  const chosen: AnswerSection[] = [];
  for (const section of sections) {
    if (chosen.length === CLOSEST_SECTIONS) break;
    if (chosen.some((other) => repeats(section, other, termsOf))) continue;
    chosen.push(section);
  }
  const [first, ...others] = chosen;
  if (first === undefined) return [];
  const items = others.flatMap((section) => {
    const said = titledQuote(section, CLOSEST_NEXT_MAX_WORDS);
    return said === undefined ? [] : [`- ${said}`];
  });
  return [
    ...quoteOf(first, type, CLOSEST_FIRST_MAX_WORDS, termsOf),
    ...(items.length > 0 ? [items.join("\n")] : []),
  ];
}

/** A section as far as it is read at once; of one whose sentences are too long for that, those that say most. */
function quoteOf(
  section: AnswerSection,
  type: QuestionType,
  maxWords: number,
  termsOf: (text: string) => string[],
): string[] {
  const bounds = { maxWords, asksFact: FACTS.has(type) };
  if (isReadAtOnce(section, bounds)) return quoteSection(section);
  return quoteAround(section, bounds) ?? bestOfSection(section, type, termsOf);
}

/** A sentence alone only leads to what follows on its page. */
function continues({ passage }: AnswerSection, best: AnswerSection): boolean {
  return sectionFeature(best, "isBrief") > 0 && passage.chunk.title === best.passage.chunk.title;
}

/** A section whose words another one has nearly all says nothing new. */
const REPEATED_WORDS_SHARE = 0.7;

function repeats(section: AnswerSection, other: AnswerSection, termsOf: (text: string) => string[]): boolean {
  const wordsOf = ({ sentences }: AnswerSection): Set<string> =>
    new Set(sentences.flatMap(({ text }) => termsOf(text)));
  const words = wordsOf(section);
  const known = wordsOf(other);
  return [...words].filter((word) => known.has(word)).length >= words.size * REPEATED_WORDS_SHARE;
}

/** The best sentences of a section with their blocks. */
function bestOfSection(
  { sentences }: AnswerSection,
  type: QuestionType,
  termsOf: (text: string) => string[],
): string[] {
  const picked = pickSentences(sentences, type, termsOf);
  if (INSTRUCTIONS.has(type)) picked.push(...codeOfInstruction(picked, sentences));
  if (type === "list") picked.push(...enumerationOf(picked, sentences));
  const inOrder = picked.sort((a, b) => a.order - b.order);
  return quotePassage(inOrder, type, { withBlocks: true });
}

/** The list or the table of a section that was asked for one, where nothing of it was chosen. */
function enumerationOf(
  picked: readonly ScoredSentence[],
  sentences: readonly ScoredSentence[],
): ScoredSentence[] {
  const isOfEnumeration = ({ kind }: ScoredSentence): boolean => kind === "item" || kind === "row";
  if (picked.some((sentence) => isOfEnumeration(sentence) || sentence.introduces)) return [];
  const found = sentences.find(isOfEnumeration);
  return found === undefined ? [] : [found];
}

/** The sentences of the answer, best first. */
function pickSentences(
  ranked: readonly ScoredSentence[],
  type: QuestionType,
  termsOf: (text: string) => string[],
): ScoredSentence[] {
  const best = ranked.find((sentence) => !isHeadingLike(sentence)) ?? ranked[0];
  if (best === undefined) return [];
  const limit = FACTS.has(type) ? MAX_SENTENCES_OF_FACT : MAX_SENTENCES;
  const isOfSamePassage = ({ passage }: ScoredSentence): boolean => passage === best.passage;
  const belongs = (sentence: ScoredSentence): boolean => {
    if (sentence === best) return true;
    if (isHeadingLike(sentence)) return false;
    if (sentence.introduces && !isOfSamePassage(sentence)) return false;
    const odds = !isOfSamePassage(sentence)
      ? OTHER_PASSAGE_ODDS
      : sentence.blockIndex === best.blockIndex
        ? SAME_PARAGRAPH_ODDS
        : EXPLANATIONS.has(type)
          ? EXPLANATION_ODDS
          : FURTHER_SENTENCE_ODDS;
    if (sentence.score < best.score - odds) return false;
    if (sentence.subjectCoverage < best.subjectCoverage - SUBJECT_TOLERANCE) return false;
    // A row of a table and a block of code are no afterthought: they answer or they don't.
    if (sentence.kind === "row") {
      return best.kind === "row" && isOfSamePassage(sentence) && sentence.coverage >= best.coverage;
    }
    return sentence.kind !== "code";
  };
  const selected = selectSentences(ranked.filter(belongs), limit, termsOf);
  return type === "comparison" ? withBothSides(selected, ranked, termsOf) : selected;
}

/** Code that is shown though nothing announces it is at most so much less likely than the best sentence. */
const CODE_ODDS = 3;

/**
 * The code of instructions that are quoted without any: the best block of the same page that is about the
 * subject, if there is one. Where a quoted sentence has code, or is a step, it stays at that.
 */
function codeOfInstruction(
  picked: readonly ScoredSentence[],
  ranked: readonly ScoredSentence[],
): ScoredSentence[] {
  const [best] = picked;
  if (best === undefined || picked.some(hasInstruction)) return [];
  const code = ranked.find(
    (sentence) =>
      sentence.kind === "code" &&
      sentence.passage.chunk.title === best.passage.chunk.title &&
      sentence.score >= best.score - CODE_ODDS &&
      sentence.coverageWithHeading >= best.coverageWithHeading - SUBJECT_TOLERANCE &&
      !isImportsOnly(sentence.text) &&
      fits({ kind: "code", language: "", code: sentence.text }),
  );
  return code === undefined ? [] : [code];
}

function hasInstruction(sentence: ScoredSentence): boolean {
  const { blocks } = sentence.passage.chunk;
  const own = blocks[sentence.blockIndex];
  if (own?.kind === "code" || (own?.kind === "list" && own.ordered)) return true;
  return followingBlock(blocks, sentence, "how-to") !== undefined;
}

/** A comparison quotes something of each side, and cites both. */
function withBothSides(
  selected: readonly ScoredSentence[],
  ranked: readonly ScoredSentence[],
  termsOf: (text: string) => string[],
): ScoredSentence[] {
  const [best] = selected;
  if (best === undefined || (best.sides[0] && best.sides[1] && isSaid(best) && compares(best)))
    return [...selected];
  const ofSides = ([0, 1] as const).map(
    (side) =>
      ranked.find(
        ({ headingSides, ...sentence }) => headingSides[side] && !headingSides[1 - side] && isSaid(sentence),
      ) ??
      ranked.find((sentence) => sentence.sides[side] && !sentence.sides[1 - side] && isSaid(sentence)) ??
      ranked.find((sentence) => sentence.sides[side] && isSaid(sentence)),
  );
  const wanted = [...ofSides.filter((sentence) => sentence !== undefined), ...selected.filter(isSaid)];
  return selectSentences([...new Set(wanted.length === 0 ? selected : wanted)], MAX_SENTENCES, termsOf);
}

function isSaid(sentence: Pick<ScoredSentence, "kind" | "introduces" | "text">): boolean {
  return sentence.kind !== "code" && !sentence.introduces && !isHeadingLike(sentence);
}

function compares({ text }: ScoredSentence): boolean {
  return hasTypedEvidence("comparison", text) === true;
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
function fallbackAnswer(passages: readonly Passage[]): string[] {
  const [passage] = passages;
  return passage === undefined
    ? []
    : [`${inlineMarkdown(excerptOf(passage.chunk.blocks))} ${citation(passage)}`];
}
