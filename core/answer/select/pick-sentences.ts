/** Chooses the sentences of an answer where none of its sections is quoted as it stands. */
import { FACTS, hasTypedEvidence, type QuestionType } from "../understand/question-type.ts";
import { fits, followingBlock } from "./following-block.ts";
import { isHeadingLike } from "../../text/sentences.ts";
import { selectSentences, type ScoredSentence } from "./rank-sentences.ts";
import { isImportsOnly } from "./sentence-patterns.ts";

/** Sentences in one answer: the third still adds an answer in about one question of twenty-five, a fourth rarely. */
const MAX_SENTENCES = 3;

/** A fact is one sentence; a second may say it better, a third only adds noise. */
const MAX_SENTENCES_OF_FACT = 2;
export const INSTRUCTIONS: ReadonlySet<QuestionType> = new Set(["how-to", "code"]);

/** A further sentence is at most so much less likely than the best one, as a logarithm of the odds. */
const FURTHER_SENTENCE_ODDS = 2;

/** What something is and why it is so are seldom said in one sentence. */
const EXPLANATION_ODDS = 2.6;
const EXPLANATIONS: ReadonlySet<QuestionType> = new Set(["definition", "why"]);

/** One of another page adds more to read than one beside the best: it has to come closer. */
const OTHER_PASSAGE_ODDS = 0.8;

/** One of the same paragraph was written to be read with the best. */
const SAME_PARAGRAPH_ODDS = 3;

/** What may be missing of the subject in a further sentence, compared with the best one. */
const SUBJECT_TOLERANCE = 0.01;
/** The list or the table of a section that was asked for one, where nothing of it was chosen. */
export function enumerationOf(
  picked: readonly ScoredSentence[],
  sentences: readonly ScoredSentence[],
): ScoredSentence[] {
  const isOfEnumeration = ({ kind }: ScoredSentence): boolean => kind === "item" || kind === "row";
  if (picked.some((sentence) => isOfEnumeration(sentence) || sentence.introduces)) return [];
  const found = sentences.find(isOfEnumeration);
  return found === undefined ? [] : [found];
}

/** The sentences of the answer, best first. */
export function pickSentences(
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
export function codeOfInstruction(
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
