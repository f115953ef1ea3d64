/**
 * Makes an answer of the sentences that rank best: few of them, each with its citation, and whole what makes
 * sense as a whole only: steps, code, the list or the table that was asked for.
 */
import type { Block } from "../corpus/format.ts";
import { blockMarkdown, excerptOf, inlineMarkdown } from "../passage-text.ts";
import type { GenerationRequest, Passage } from "./generation-provider.ts";
import { hasTypedEvidence, questionType, type QuestionType } from "./question-type.ts";
import { rankSentences, selectSentences, type ScoredSentence } from "./select-sentences.ts";
import { DEPENDENT_START, isImportsOnly } from "./sentence-features.ts";
import { isLabel, isLabelText, splitSentences } from "./sentences.ts";

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

/** What may be missing of the subject in a further sentence, compared with the best one. */
const SUBJECT_TOLERANCE = 0.01;

/** Larger blocks are left to the page: the sentence that introduces them is cited, one click away. */
const MAX_BLOCK_CHARS = 2400;

/** Tables up to this many rows are quoted whole; of longer ones the row that answers, under its header. */
const WHOLE_TABLE_MAX_ROWS = 8;

/** Code belongs to a sentence that stands at most so many blocks before it. */
const CODE_WITHIN_BLOCKS = 3;

/** The paragraphs of the answer in Markdown, best passage first; empty without passages. */
export function composeAnswer(request: GenerationRequest): string[] {
  const ranked = rankSentences(request);
  const type = questionType(request.question);
  const picked = pickSentences(ranked, type, request.termsOf);
  if (picked.length === 0) return fallbackAnswer(request.passages);
  if (INSTRUCTIONS.has(type)) picked.push(...codeOfInstruction(picked, ranked));
  return groupByPassage(picked).flatMap((group, index) =>
    // Two ways of doing it in one answer would be mixed up: of other pages only what is said.
    quotePassage(group, type, { withBlocks: index === 0 || !INSTRUCTIONS.has(type) }),
  );
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

function isHeadingLike({ kind, text }: Pick<ScoredSentence, "kind" | "text">): boolean {
  return kind === "sentence" && isLabelText(text);
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

function quotePassage(
  sentences: readonly ScoredSentence[],
  type: QuestionType,
  { withBlocks }: { withBlocks: boolean },
): string[] {
  const [first] = sentences;
  if (first === undefined) return [];
  const { passage } = first;
  const { blocks } = passage.chunk;
  const cite = citation(passage);
  const paragraphs: string[] = [];
  const shownBlocks = new Set<number>();
  const shownTexts = new Set<string>();
  let run: string[] = [];
  const endRun = (): void => {
    if (run.length > 0) paragraphs.push(run.join(" "));
    run = [];
  };
  const say = (text: string): void => {
    if (shownTexts.has(text)) return;
    shownTexts.add(text);
    run.push(`${inlineMarkdown(text)} ${cite}`);
  };
  /** Shows a block after what announces it; where nothing does, after the headings that it stands under. */
  const show = (index: number, cites: boolean): void => {
    if (shownBlocks.has(index)) return;
    shownBlocks.add(index);
    const block = blocks[index] as Block;
    const announcement = announcementOf(blocks, index);
    if (announcement !== undefined) say(announcement);
    else if (paragraphs.length === 0 && run.length === 0 && block.kind === "code") say(headingOf(passage));
    const isCited = run.length > 0;
    endRun();
    const markdown = blockMarkdown(block);
    if (block.kind === "list" && (cites || !isCited)) paragraphs.push(`${markdown} ${cite}`);
    else paragraphs.push(markdown, ...(isCited || block.kind === "list" ? [] : [cite]));
  };

  sentences.forEach((sentence, index) => {
    const { blockIndex } = sentence;
    const own = blocks[blockIndex];
    if (own === undefined || shownBlocks.has(blockIndex)) return;
    if (sentence.kind === "code" || isWhole(own, type)) {
      show(blockIndex, true);
      return;
    }
    if (own.kind === "table") {
      endRun();
      shownBlocks.add(blockIndex);
      paragraphs.push(rowsMarkdown(own.rows, sentences, blockIndex), cite);
      return;
    }
    const antecedent = antecedentOf(blocks, sentence);
    if (antecedent !== undefined) say(antecedent);
    const name = nameOf(sentence, type);
    say(name === undefined ? sentence.text : `${name}: ${sentence.text}`);
    // What follows the block comes after all that is quoted of it.
    if (sentences[index + 1]?.blockIndex === blockIndex) return;
    const following = withBlocks ? followingBlock(blocks, sentence, type) : undefined;
    if (following === undefined || shownBlocks.has(following)) return;
    shownBlocks.add(following);
    const announcement = announcementOf(blocks, following);
    if (announcement !== undefined && following - blockIndex > 1) say(announcement);
    endRun();
    paragraphs.push(blockMarkdown(blocks[following] as Block));
  });
  endRun();
  return paragraphs;
}

/** The name of an option, as against a word, the name of a file or the title of a tab. */
const OPTION_NAME =
  /^(?!.*\/|.*\.(?:[cm]?[jt]sx?|json|html?|css|mdx?|toml|ya?ml|sh|astro|vue)$)\S*(?:[._:-]|\p{Ll}\p{Lu})\S*$/u;

/**
 * What a sentence is about where it does not say so itself: the option that it describes, or the side of a
 * comparison that its section is about.
 */
function nameOf(sentence: ScoredSentence, type: QuestionType): string | undefined {
  const { label, text, passage } = sentence;
  if (label !== undefined && OPTION_NAME.test(label.replaceAll("`", "")) && !text.includes(label))
    return label;
  if (type !== "comparison" || !sentence.headingSides.includes(true)) return undefined;
  const heading = passage.chunk.headingPath.at(-1) ?? passage.chunk.title;
  return text.includes(heading) ? undefined : heading;
}

/** Whether a block answers as a whole only: steps of a how-to, the list that was asked for, a small table. */
function isWhole(block: Block, type: QuestionType): boolean {
  if (!fits(block)) return false;
  if (block.kind === "list") return type === "list" || (block.ordered && type === "how-to");
  if (block.kind !== "table") return false;
  return (type === "comparison" || type === "list") && block.rows.length <= WHOLE_TABLE_MAX_ROWS + 1;
}

/** The header of a table with the rows that were chosen of it. */
function rowsMarkdown(rows: string[][], sentences: readonly ScoredSentence[], blockIndex: number): string {
  const chosen = new Set(
    sentences.filter((sentence) => sentence.blockIndex === blockIndex).map(({ text }) => text),
  );
  const [header = [], ...body] = rows;
  const kept = body.filter((row) => chosen.has(row.filter((cell) => cell.trim() !== "").join(" – ")));
  return blockMarkdown({ kind: "table", rows: [header, ...kept] });
}

/** The end of the paragraph before a block, where it announces the block. */
function announcementOf(blocks: readonly Block[], index: number): string | undefined {
  let before = index - 1;
  if (isLabel(blocks[before])) before--;
  const block = blocks[before];
  if (block?.kind !== "paragraph" || !/[:：]$/.test(block.text)) return undefined;
  return lastSentence(block.text);
}

function lastSentence(text: string): string | undefined {
  return splitSentences(text.split(/\n+/).at(-1) ?? "").at(-1);
}

/** What a sentence that points back points to: the sentence before it. */
function antecedentOf(blocks: readonly Block[], { text, blockIndex }: ScoredSentence): string | undefined {
  const block = blocks[blockIndex];
  if (block?.kind !== "paragraph" || !DEPENDENT_START.test(text)) return undefined;
  const at = block.text.indexOf(text);
  const before = at <= 0 ? "" : block.text.slice(0, at).trim();
  if (before !== "") return lastSentence(before);
  const previous = blocks[blockIndex - 1];
  return previous?.kind === "paragraph" && !isLabel(previous) ? lastSentence(previous.text) : undefined;
}

/** The block that belongs to what a sentence says, by its index: what it announces, or the code of a how-to. */
function followingBlock(
  blocks: readonly Block[],
  sentence: ScoredSentence,
  type: QuestionType,
): number | undefined {
  let index = sentence.blockIndex + 1;
  if (isLabel(blocks[index]) && blocks[index + 1]?.kind === "code") index++;
  const next = blocks[index];
  if (sentence.endsBlock && sentence.introduces) {
    return next === undefined || next.kind === "paragraph" || !fits(next) ? undefined : index;
  }
  if (type !== "how-to" && type !== "code") return undefined;
  for (let at = sentence.blockIndex + 1; at <= sentence.blockIndex + CODE_WITHIN_BLOCKS; at++) {
    const block = blocks[at];
    const isStep = block?.kind === "code" || (block?.kind === "list" && block.ordered);
    if (block?.kind === "code" && isImportsOnly(block.code)) continue;
    if (block !== undefined && isStep) return fits(block) ? at : undefined;
  }
  return undefined;
}

function fits(block: Block): boolean {
  return blockMarkdown(block).length <= MAX_BLOCK_CHARS;
}

function headingOf({ chunk }: Passage): string {
  return `${[chunk.title, ...chunk.headingPath].join(" › ")}:`;
}

/** Passages of nothing that can be quoted: the beginning of the best one. */
function fallbackAnswer(passages: readonly Passage[]): string[] {
  const [passage] = passages;
  return passage === undefined
    ? []
    : [`${inlineMarkdown(excerptOf(passage.chunk.blocks))} ${citation(passage)}`];
}

function citation(passage: Passage): string {
  return `[${passage.source.position}]`;
}
