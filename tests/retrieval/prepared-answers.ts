/**
 * Measures `build --enrich` and what is served of it. The model is a server that plays a recorded file: for each section
 * three questions and a cited answer, written by somebody who had read the pages and none of the questions asked here.
 *
 *     node tests/retrieval/prepared-answers.ts [DIR RECORDED.jsonl QUESTIONS.jsonl]
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findPrepared } from "../../core/answer/prepared/find-prepared.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import type { Chunk } from "../../core/corpus/format.ts";
import { encodeCorpus } from "../../core/corpus/write-corpus.ts";
import { openCorpus } from "../../core/corpus/open-corpus.ts";
import { startTimer } from "../../core/within-deadline.ts";
import { buildCorpus } from "../../corpus/build-corpus.ts";
import type { EnrichmentReport } from "../../corpus/enrichment/enrich-chunks.ts";
import { enrichmentModelFor } from "../../corpus/enrichment/enrichment-model.ts";
import { sectionText } from "../../corpus/enrichment/enrichment-prompt.ts";
import { pageKey } from "../../corpus/evaluate/page-address.ts";
import { holdsFact, plainWords } from "../../corpus/evaluate/text-match.ts";
import { openCorpusFolder } from "../../corpus/open-folder.ts";
import { startCompletionServer } from "../support/completion-server.ts";
import { memorySource } from "../support/corpus.ts";

const ROOT = resolve(import.meta.dirname, "../..");
export const RECORDED = join(import.meta.dirname, "enrichment");

/** One line of a recorded file. */
interface RecordedReply {
  /** Of the chunk. */
  id: string;
  url: string;
  questions: string[];
  answer: string;
}

/** What is asked, and where it is answered; without pages it is to be refused. */
export interface AskedQuestion {
  question: string;
  pages: readonly string[];
  /** One of each list has to be said; empty where nobody wrote any down. */
  facts: readonly (readonly string[])[];
}

export interface EnrichedSite {
  /** Share of the sections of which something was recorded: pages change. */
  recordedShare: number;
  plain: Corpus;
  enriched: Corpus;
  report: EnrichmentReport;
}

/** Builds a folder of pages without and with what was recorded of it. */
export async function buildEnrichedSite(source: string, recordedFile: string): Promise<EnrichedSite> {
  const recorded = await readLines<RecordedReply>(recordedFile);
  const byId = new Map(recorded.map((reply) => [reply.id, reply]));
  const byUrl = new Map(recorded.map((reply) => [reply.url, reply]));
  const folder = await mkdtemp(join(tmpdir(), "enriched-"));
  const input = { sources: [source], cwd: ROOT, site: "docs", language: "en", baseUrl: "" };
  await buildCorpus({ ...input, out: join(folder, "plain") });
  const plain = await openCorpusFolder(join(folder, "plain"), ROOT);
  const chunks = await allChunks(plain);
  const replies = new Map(
    chunks.flatMap((chunk) => {
      // A page that was changed since has another id, and its reply is checked against it like any other.
      const reply = byId.get(chunk.id) ?? byUrl.get(chunk.url);
      return reply === undefined ? [] : [[sectionText(chunk), reply] as const];
    }),
  );
  const server = await startCompletionServer((section) => {
    const { questions, answer } = replies.get(section) ?? { questions: [], answer: "" };
    return JSON.stringify({ questions, answer });
  });
  try {
    const { enrichment } = await buildCorpus({
      ...input,
      out: join(folder, "enriched"),
      enrichment: {
        model: enrichmentModelFor(
          { OPENAI_BASE_URL: server.baseUrl },
          { model: "recorded", price: undefined, fetch: (url, init) => fetch(url, init), now: Date.now },
        ),
        maxUsd: undefined,
        approvedOnly: false,
        concurrency: 8,
        delay: () => Promise.resolve(),
        startTimer,
        signal: new AbortController().signal,
      },
    });
    const enriched = await openCorpusFolder(join(folder, "enriched"), ROOT);
    // All of it, before its folder goes.
    await Promise.all([allChunks(plain), allChunks(enriched)]);
    if (enrichment === undefined) throw new Error("Nothing was enriched.");
    return { recordedShare: replies.size / chunks.length, plain, enriched, report: enrichment };
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The golden questions of this project's documentation, each with the pages that answer it. */
export function goldenQuestions(): Promise<AskedQuestion[]> {
  return goldenForm(join(ROOT, "demo/golden/questions.jsonl"));
}

/**
 * What visitors ask of this documentation first, in plain words, written before anything that was recorded was read,
 * every second one held out (`tune`, `held`). `near-miss`: questions that look like others and ask something else.
 */
export async function visitorsQuestions(): Promise<(AskedQuestion & { tag: VisitorsTag })[]> {
  const questions = await goldenForm(join(RECORDED, "visitors.jsonl"));
  return questions.map(({ tags, ...question }) => ({ ...question, tag: tags[0] as VisitorsTag }));
}

export type VisitorsTag = "tune" | "held" | "near-miss";

async function goldenForm(file: string): Promise<(AskedQuestion & { tags: string[] })[]> {
  const lines = await readLines<{
    question: string;
    urls?: string[];
    facts?: (string | string[])[];
    tags?: string[];
  }>(file);
  return lines.map(({ question, urls = [], facts = [], tags = [] }) => ({
    question,
    pages: urls,
    facts: facts.map((fact) => (typeof fact === "string" ? [fact] : fact)),
    tags,
  }));
}

/** Questions with the files that answer them: `{"question", "answers": [{"page"}]}`. */
async function fileQuestions(file: string): Promise<AskedQuestion[]> {
  const lines = await readLines<{ question: string; answers?: { page: string }[] }>(file);
  return lines.map(({ question, answers = [] }) => ({
    question,
    pages: answers.map(({ page }) => page.replace(/(?:index)?\.mdx?$/, "")),
    facts: [],
  }));
}

export interface ServedFigures {
  asked: number;
  /** Served with a prepared answer. */
  met: number;
  /** Of those met: from a page that answers, and with its facts where they were written down. */
  right: number;
  wrong: { question: string; url: string; text: string }[];
}

/** Asks each question of a corpus for its prepared answer. */
export async function measureServed(
  corpus: Corpus,
  questions: readonly AskedQuestion[],
): Promise<ServedFigures> {
  const figures: ServedFigures = { asked: questions.length, met: 0, right: 0, wrong: [] };
  for (const { question, pages, facts } of questions) {
    const found = await findPrepared(corpus, { question });
    if (found === undefined) continue;
    figures.met++;
    const { url } = found.passage.chunk;
    const words = plainWords(found.text);
    const saysFacts = facts.every((wordings) => wordings.some((fact) => holdsFact(words, fact)));
    if (isOneOf(url, pages) && saysFacts) figures.right++;
    else figures.wrong.push({ question, url, text: found.text });
  }
  return figures;
}

/**
 * Of every section each question but one is prepared, and that one is asked: so many people ask nearly the same in
 * words of their own. Right is an answer from its section.
 */
export async function measureHeldOut({ enriched }: EnrichedSite): Promise<ServedFigures> {
  const chunks = await allChunks(enriched);
  const sum: ServedFigures = { asked: 0, met: 0, right: 0, wrong: [] };
  for (let fold = 0; fold < 3; fold++) {
    const without = chunks.map((chunk) => withoutQuestion(chunk, fold));
    const { site, language } = enriched.manifest;
    const corpus = await openCorpus(memorySource(await encodeCorpus({ site, language, chunks: without })));
    for (const chunk of chunks) {
      const question = chunk.prepared?.questions[fold];
      if (question === undefined) continue;
      sum.asked++;
      const found = await findPrepared(corpus, { question });
      if (found === undefined) continue;
      sum.met++;
      const { id, url } = found.passage.chunk;
      if (id === chunk.id) sum.right++;
      else sum.wrong.push({ question, url, text: found.text });
    }
  }
  return sum;
}

function withoutQuestion(chunk: Chunk, place: number): Chunk {
  const { prepared, ...rest } = chunk;
  if (prepared === undefined) return chunk;
  const questions = prepared.questions.filter((_, index) => index !== place);
  const answers = prepared.answer?.answers
    .filter((index) => index !== place)
    .map((index) => index - Number(index > place));
  return {
    ...rest,
    prepared: {
      questions,
      ...(prepared.answer !== undefined && {
        answer: { text: prepared.answer.text, answers: answers ?? [] },
      }),
    },
  };
}

/** How many questions have a page that answers them among the first so many sections. */
export function measureRecall(
  corpus: Corpus,
  questions: readonly AskedQuestion[],
  depths: readonly number[],
): number[] {
  const answerable = questions.filter(({ pages }) => pages.length > 0);
  const found = answerable.map(({ question, pages }) => {
    const { ranked } = corpus.retriever.retrieve(question, { limit: Math.max(...depths) });
    return ranked.findIndex(({ ordinal }) => isOneOf(corpus.documentOf(ordinal).url, pages));
  });
  return depths.map(
    (depth) => found.filter((place) => place >= 0 && place < depth).length / answerable.length,
  );
}

/** A page by its address, or by the end of it. */
function isOneOf(url: string, pages: readonly string[]): boolean {
  const own = pageKey(url);
  return pages.some((page) => own === pageKey(page) || own.endsWith(`/${page.replace(/\/$/, "")}`));
}

function allChunks(corpus: Corpus): Promise<Chunk[]> {
  return corpus.readChunks(Array.from({ length: corpus.manifest.chunkCount }, (_, ordinal) => ordinal));
}

async function readLines<T>(file: string): Promise<T[]> {
  const text = await readFile(file, "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

const DEPTHS = [1, 3, 6, 10] as const;

async function print(
  name: string,
  site: EnrichedSite,
  questions: readonly AskedQuestion[],
  others: Readonly<Record<string, readonly AskedQuestion[]>> = {},
): Promise<void> {
  const { report, recordedShare } = site;
  console.log(
    `\n${name}: ${report.questions} questions and ${report.answers} answers of ${report.sections} sections, ${(100 * recordedShare).toFixed(1)} % of them recorded`,
  );
  console.log("  dropped", report.dropped);
  for (const [label, corpus] of [
    ["without", site.plain],
    ["with", site.enriched],
  ] as const) {
    const recall = measureRecall(corpus, questions, DEPTHS);
    console.log(
      `  page found ${label.padEnd(7)}`,
      DEPTHS.map((depth, index) => `@${depth} ${(100 * (recall[index] ?? 0)).toFixed(1)} %`).join("  "),
    );
  }
  for (const [label, figures] of [
    ["asked", await measureServed(site.enriched, questions)],
    ...(await Promise.all(
      Object.entries(others).map(
        async ([other, list]) => [other, await measureServed(site.enriched, list)] as const,
      ),
    )),
    ["held out", await measureHeldOut(site)],
  ] as const) {
    const { asked, met, right, wrong } = figures;
    console.log(
      `  ${label}: ${asked}, met ${met}, right ${right}, served though wrong ${wrong.length} (${((100 * wrong.length) / asked).toFixed(2)} % of all)`,
    );
    for (const one of wrong) console.log(`    ${one.question} → ${one.url}: ${one.text}`);
  }
}

if (process.argv[1] === import.meta.filename) {
  const [folder, recorded, questions] = process.argv.slice(2);
  if (folder === undefined || recorded === undefined || questions === undefined) {
    const site = await buildEnrichedSite("demo/docs", join(RECORDED, "demo-docs.jsonl"));
    const visitors = await visitorsQuestions();
    const tagged = (wanted: VisitorsTag): AskedQuestion[] => visitors.filter(({ tag }) => tag === wanted);
    await print("demo/docs", site, await goldenQuestions(), {
      "visitors, tune": tagged("tune"),
      "visitors, held": tagged("held"),
      "near misses": tagged("near-miss"),
    });
  } else {
    await print(folder, await buildEnrichedSite(folder, recorded), await fileQuestions(questions));
  }
}
