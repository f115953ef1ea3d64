import type { Block } from "../corpus/format.ts";
import { blockMarkdown, excerptOf, inlineMarkdown } from "../passage-text.ts";
import type {
  GenerationEvent,
  GenerationProvider,
  GenerationRequest,
  Passage,
} from "./generation-provider.ts";
import { questionType, type QuestionType } from "./question-type.ts";
import { rankSentences, selectSentences, type ScoredSentence } from "./select-sentences.ts";

/** Sentences in one answer: the third still adds an answer in about one question of twenty-five, a fourth rarely. */
const MAX_SENTENCES = 3;

/** A further sentence must come this close to the best one's score. */
const FURTHER_SENTENCE_SHARE = 0.72;

/** Larger blocks are left to the page: the sentence that introduces them is cited, one click away. */
const MAX_BLOCK_CHARS = 2400;

/**
 * Answers without a model: the one to three sentences that answer, as they stand in the pages, each with its
 * citation. A code block, a list or a table that a quoted sentence introduces is kept whole.
 */
export function createExtractiveProvider(): GenerationProvider {
  return {
    name: "extractive",
    model: "extractive-1",
    mode: "extractive",
    async *generate(request, { signal }): AsyncGenerator<GenerationEvent> {
      for (const paragraph of composeAnswer(request)) {
        signal.throwIfAborted();
        yield { type: "text-delta", text: paragraph };
      }
      yield { type: "end", finishReason: "stop" };
    },
  };
}

/** The paragraphs of the answer in Markdown, each but the first beginning with a blank line. */
function composeAnswer(request: GenerationRequest): string[] {
  const ranked = rankSentences(request);
  const best = ranked[0];
  if (best === undefined) return fallbackAnswer(request.passages);
  const eligible = ranked.filter(({ score }) => score >= best.score * FURTHER_SENTENCE_SHARE);
  const selected = selectSentences(eligible, MAX_SENTENCES, request.termsOf);
  const type = questionType(request.question);
  const paragraphs = groupByPassage(selected).flatMap((group) => quotePassage(group, type));
  return paragraphs.map((paragraph, index) => (index === 0 ? paragraph : `\n\n${paragraph}`));
}

/** Passages in the order of their best sentence, sentences in the order of the page. */
function groupByPassage(sentences: readonly ScoredSentence[]): ScoredSentence[][] {
  const groups = new Map<Passage, ScoredSentence[]>();
  for (const sentence of sentences) {
    groups.set(sentence.passage, [...(groups.get(sentence.passage) ?? []), sentence]);
  }
  return [...groups.values()].map((group) => group.sort((a, b) => a.order - b.order));
}

function quotePassage(sentences: readonly ScoredSentence[], type: QuestionType): string[] {
  const paragraphs: string[] = [];
  const shownBlocks = new Set<number>();
  let run: string[] = [];
  const endRun = (): void => {
    if (run.length > 0) paragraphs.push(run.join(" "));
    run = [];
  };
  for (const [index, sentence] of sentences.entries()) {
    const { blocks } = sentence.passage.chunk;
    const own = blocks[sentence.blockIndex];
    if (shownBlocks.has(sentence.blockIndex)) continue;
    // A step makes little sense without the steps around it.
    if (own?.kind === "list" && own.ordered && type === "how-to" && fits(own)) {
      endRun();
      shownBlocks.add(sentence.blockIndex);
      paragraphs.push(...citedBlock(own, sentence.passage));
      continue;
    }
    run.push(`${inlineMarkdown(sentence.text)} ${citation(sentence.passage)}`);
    // What follows the block comes after all that is quoted of it.
    if (sentences[index + 1]?.blockIndex === sentence.blockIndex) continue;
    const followingIndex = followingBlock(blocks, sentence, type);
    if (followingIndex === undefined || shownBlocks.has(followingIndex)) continue;
    endRun();
    shownBlocks.add(followingIndex);
    paragraphs.push(blockMarkdown(blocks[followingIndex] as Block));
  }
  endRun();
  return paragraphs;
}

/** A paragraph of so few words before a block is its label: a file name, the title of a tab. */
const LABEL_MAX_WORDS = 4;

/** The block that belongs to what a sentence says, by its index: what it announces, or the code of a how-to. */
function followingBlock(
  blocks: readonly Block[],
  sentence: ScoredSentence,
  type: QuestionType,
): number | undefined {
  let index = sentence.blockIndex + 1;
  if (isLabel(blocks[index]) && blocks[index + 1]?.kind === "code") index++;
  const next = blocks[index];
  if (next === undefined || next.kind === "paragraph" || !fits(next)) return undefined;
  const isStep = next.kind === "code" || (next.kind === "list" && next.ordered);
  if (type === "how-to" && isStep) return index;
  return sentence.endsBlock && sentence.introduces ? index : undefined;
}

function isLabel(block: Block | undefined): boolean {
  return block?.kind === "paragraph" && block.text.split(/\s+/).length <= LABEL_MAX_WORDS;
}

function fits(block: Block): boolean {
  return blockMarkdown(block).length <= MAX_BLOCK_CHARS;
}

/** A list cites in its last item; what cannot carry a citation is followed by one. */
function citedBlock(block: Block, passage: Passage): string[] {
  const markdown = blockMarkdown(block);
  return block.kind === "list" ? [`${markdown} ${citation(passage)}`] : [markdown, citation(passage)];
}

/** Passages of nothing but code or fragments: the best one's code, or its beginning. */
function fallbackAnswer(passages: readonly Passage[]): string[] {
  const [passage] = passages;
  if (passage === undefined) return [];
  const code = passage.chunk.blocks.find((block) => block.kind === "code" && fits(block));
  const excerpt = excerptOf(passage.chunk.blocks);
  return code === undefined
    ? [`${inlineMarkdown(excerpt)} ${citation(passage)}`]
    : [
        `${inlineMarkdown([passage.chunk.title, ...passage.chunk.headingPath].join(" › "))} ${citation(passage)}`,
        `\n\n${blockMarkdown(code)}`,
      ];
}

function citation(passage: Passage): string {
  return `[${passage.source.position}]`;
}
