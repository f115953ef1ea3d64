/**
 * Prints what a model is shown of the questions about public documentation, site by site:
 *
 *     node tests/retrieval/prompt-passages.ts [--missed] [--tokens=12000] [site…]
 *     node tests/retrieval/prompt-passages.ts [--missed] --questions=FILE --folder=FOLDER
 *
 * Of the questions that the pages answer: how often a passage that answers is in the prompt, how often among the six
 * that visitors are told of, how often no model was asked although such a passage was found. Of all: what the passages
 * of a prompt cost, in tokens. No model is asked: what it would be shown is recorded.
 */
import { readFileSync } from "node:fs";
import { basename, relative, resolve } from "node:path";
import { answerQuestion, DEFAULT_CONFIDENCE_THRESHOLD } from "../../core/answer/answer-question.ts";
import { chunkTokens } from "../../core/answer/find/chunk-tokens.ts";
import { findEvidence } from "../../core/answer/find/find-evidence.ts";
import { SOURCES_PER_ANSWER } from "../../core/answer/find/likeliest.ts";
import { belongTogether } from "../../core/answer/find/reading-order.ts";
import type { GenerationProvider, Passage } from "../../core/answer/generation-provider.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import { openCorpus } from "../../core/corpus/open-corpus.ts";
import { encodeCorpus } from "../../core/corpus/write-corpus.ts";
import { passageText } from "../../core/passage-text.ts";
import { readEncoderTable } from "../../corpus/encoder/read-encoder-table.ts";
import { readSources } from "../../corpus/read/read-sources.ts";
import { memorySource } from "../support/corpus.ts";
import {
  alternatives,
  documentationFolder,
  judgePlace,
  readDocumentationQuestions,
  readTableFor,
  REPORT_SITES,
  TRAINING_SITES,
  UNSEEN_SITES,
  type AnswerPlace,
  type DocumentationQuestion,
} from "./documentation-questions.ts";

/** Passages that are looked through for one that was found and not shown. */
const FOUND = 12;

interface Shown {
  question: DocumentationQuestion;
  /** Undefined where no model was asked. */
  passages: readonly Passage[] | undefined;
  tokens: number;
  isRight: boolean;
  isAmongTold: boolean;
  isFound: boolean;
  isWhole: boolean;
}

/** What a model is given; it writes nothing. */
async function promptPassages(
  corpus: Corpus,
  question: string,
  maxTokens: number | undefined,
): Promise<readonly Passage[] | undefined> {
  let shown: readonly Passage[] | undefined;
  const provider: GenerationProvider = {
    name: "recorder",
    model: "recorder",
    mode: "generative",
    async *generate({ passages }) {
      shown = passages;
      await Promise.resolve();
      yield { type: "end", finishReason: "refused" };
    },
  };
  const dependencies = {
    corpus,
    provider,
    confidenceThreshold: DEFAULT_CONFIDENCE_THRESHOLD,
    promptPassagesMaxTokens: maxTokens,
    newId: () => "answer",
  };
  const { signal } = new AbortController();
  for await (const _ of answerQuestion({ question }, dependencies, { signal })) continue;
  return shown;
}

interface OpenSite {
  corpus: Corpus;
  /** The path of a page's source below the root of the site, by its address. */
  pathOf: (url: string) => string;
}

async function openSite(folder: string, encoderTable: Uint8Array | undefined): Promise<OpenSite> {
  const { pages } = await readSources({ sources: [folder], cwd: folder, baseUrl: "", language: "en" });
  const chunks = pages.flatMap((page) => page.chunks);
  const corpus = await openCorpus(
    memorySource(await encodeCorpus({ site: "docs", language: "en", chunks, encoderTable })),
  );
  const paths = new Map(pages.map(({ url, path }) => [url, relative(folder, path)]));
  return { corpus, pathOf: (url) => paths.get(url.replace(/#.*$/s, "")) ?? url };
}

/** Whether they answer: with one place that answers by itself, or with each of those that do so together. */
function holdsAnswer(
  passages: readonly Passage[],
  answers: readonly AnswerPlace[],
  pathOf: OpenSite["pathOf"],
): boolean {
  return alternatives(answers).some((places) => places.every((place) => holdsPlace(passages, place, pathOf)));
}

/** Whether a passage is a place, or a section that stands in parts one behind the other. */
function holdsPlace(passages: readonly Passage[], place: AnswerPlace, pathOf: OpenSite["pathOf"]): boolean {
  const textOf = ({ chunk }: Passage): string =>
    [chunk.title, ...chunk.headingPath, passageText(chunk.blocks)].join("\n");
  let section = "";
  return passages.some((passage, index) => {
    const before = passages[index - 1];
    const goesOn =
      before !== undefined &&
      before.ordinal + 1 === passage.ordinal &&
      belongTogether(before.chunk, passage.chunk);
    const text = textOf(passage);
    section = goesOn ? `${section}\n${text}` : text;
    const { url } = passage.source;
    return [pathOf(url), url].some((page) =>
      [text, section].some((said) => judgePlace(page, said, [place]) === "right"),
    );
  });
}

async function show(
  { corpus, pathOf }: OpenSite,
  question: DocumentationQuestion,
  maxTokens: number | undefined,
): Promise<Shown> {
  const answers = question.answers ?? [];
  const passages = await promptPassages(corpus, question.question, maxTokens);
  const { passages: found } = await findEvidence({
    corpus,
    query: question.question,
    limit: SOURCES_PER_ANSWER,
    candidates: FOUND,
    confidenceThreshold: DEFAULT_CONFIDENCE_THRESHOLD,
  });
  const holds = (some: readonly Passage[]): boolean =>
    answers.length > 0 && holdsAnswer(some, answers, pathOf);
  return {
    question,
    passages,
    tokens: (passages ?? []).reduce((sum, { chunk }) => sum + chunkTokens(chunk), 0),
    isRight: holds(passages ?? []),
    isAmongTold: holds(found.slice(0, SOURCES_PER_ANSWER)),
    isFound: holds(found),
    isWhole: passages?.length === corpus.manifest.chunkCount,
  };
}

const valueOf = (name: string): string | undefined =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const percent = (part: number, whole: number): string =>
  whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;

function summarise(name: string, rows: readonly Shown[]): string {
  const answerable = rows.filter(({ question }) => question.answers !== undefined);
  const foreign = rows.filter(({ question }) => question.answers === undefined);
  const asked = rows.filter(({ passages }) => passages !== undefined);
  const count = (holds: (row: Shown) => boolean): string =>
    percent(answerable.filter(holds).length, answerable.length);
  const tokens = asked.map((row) => row.tokens).toSorted((a, b) => a - b);
  const mean = tokens.reduce((sum, one) => sum + one, 0) / Math.max(1, tokens.length);
  const unasked = answerable.filter(({ passages }) => passages === undefined);
  const passageCount = asked.reduce((sum, { passages = [] }) => sum + passages.length, 0);
  return [
    name.padEnd(16),
    `in the prompt ${count(({ isRight }) => isRight)}`,
    `among six ${count(({ isAmongTold }) => isAmongTold)}`,
    `unasked ${unasked.length}, though found ${unasked.filter(({ isFound }) => isFound).length}`,
    `passages ${(passageCount / Math.max(1, asked.length)).toFixed(1)}`,
    `tokens ${Math.round(mean)} (most ${tokens.at(-1) ?? 0})`,
    `foreign unasked ${percent(foreign.filter(({ passages }) => passages === undefined).length, foreign.length)}`,
    `${rows.every(({ isWhole }) => isWhole) ? "whole " : ""}(${answerable.length}+${foreign.length})`,
  ].join("  ");
}

async function* askedSites(): AsyncGenerator<[string, OpenSite, DocumentationQuestion[]]> {
  const file = valueOf("questions");
  const folder = valueOf("folder");
  if (file !== undefined && folder !== undefined) {
    const lines = readFileSync(file, "utf8").trim().split("\n");
    yield [
      basename(file),
      await openSite(resolve(folder), (await readEncoderTable("en")).bytes),
      lines.map((line) => JSON.parse(line) as DocumentationQuestion),
    ];
    return;
  }
  const named = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
  for (const site of named.length > 0 ? named : [...TRAINING_SITES, ...REPORT_SITES, ...UNSEEN_SITES])
    yield [
      site,
      await openSite(documentationFolder(site), await readTableFor(site)),
      readDocumentationQuestions(site),
    ];
}

const maxTokens = valueOf("tokens") === undefined ? undefined : Number(valueOf("tokens"));
const all: Shown[] = [];
for await (const [name, site, questions] of askedSites()) {
  const rows: Shown[] = [];
  for (const question of questions) rows.push(await show(site, question, maxTokens));
  all.push(...rows);
  console.log(summarise(name, rows));
  if (!process.argv.includes("--missed")) continue;
  for (const { question, isRight, passages } of rows) {
    if (question.answers === undefined || isRight) continue;
    console.log(`\n? ${question.question}${passages === undefined ? " (nobody asked)" : ""}`);
    for (const { page, heading, facts } of question.answers)
      console.log(`  want ${page} | ${heading} | ${JSON.stringify(facts)}`);
    for (const { source } of passages ?? []) console.log(`  got  ${source.position} ${source.url}`);
  }
}
console.log(summarise("all", all));
