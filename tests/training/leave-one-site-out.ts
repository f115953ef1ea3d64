/**
 * Reports the whole chain, from the question to the section that is quoted, each of twelve public sites by weights that
 * have not seen it: those of the candidates and those of the sections are learned from the eleven others (and, of
 * sections, from the golden questions).
 *
 *     node tests/training/leave-one-site-out.ts [--words] [--table=FILE] [--write=FILE] [--against=FILE]
 *
 * `--words`: without an encoder. `--write` keeps what was found of each question, and `--against` compares with such a
 * file: differences in points with their 95 % interval, by paired bootstrap over questions (4,000 samples).
 *
 * One thing is not left out: the sections of the other sites are those of passages ranked by their own left-out weights,
 * which have seen the site.
 */
import { readFile, writeFile } from "node:fs/promises";
import { findPassages } from "../../core/answer/find/find-passages.ts";
import {
  rankSections,
  SECTION_FEATURE_NAMES,
  type AnswerSection,
} from "../../core/answer/select/answer-sections.ts";
import { rankSentences } from "../../core/answer/select/rank-sentences.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import type { Chunk } from "../../core/corpus/format.ts";
import { openCorpus } from "../../core/corpus/open-corpus.ts";
import { encodeCorpus } from "../../core/corpus/write-corpus.ts";
import { createAnalyzer } from "../../core/search/analyzer.ts";
import { createStaticEncoder, type StaticEncoder } from "../../core/search/encoder/static-encoder.ts";
import { fillerWords } from "../../core/search/filler-words.ts";
import { openPackedIndex } from "../../core/search/packed/open-packed-index.ts";
import { createPackedRetriever } from "../../core/search/packed/packed-retriever.ts";
import { rememberRecent } from "../../core/search/remember-recent.ts";
import { readEncoderTable } from "../../corpus/encoder/read-encoder-table.ts";
import { isExpectedAddress } from "../../corpus/evaluate/page-address.ts";
import { holdsFacts, readChunks } from "../retrieval/ask-documentation.ts";
import {
  judgeSection,
  readDocumentationChunks,
  readDocumentationQuestions,
  REPORT_SITES,
  TRAINING_SITES,
} from "../retrieval/documentation-questions.ts";
import { memorySource } from "../support/corpus.ts";
import { createRandom } from "../support/seeded-random.ts";
import { OWN_DOCUMENTATION, readGoldenQuestions, sectionText } from "./answer-data.ts";
import { SECTION_PRIOR } from "./answer-prior.ts";
import {
  CANDIDATE_FIT,
  CANDIDATE_PRIOR,
  candidateExamplesOf,
  type CandidateExample,
} from "./candidate-examples.ts";
import { fitChoices, placeOfRight, type Choice } from "./choice-model.ts";

const SITES = [...TRAINING_SITES, ...REPORT_SITES.filter((site) => site !== "cpp")];
const GOLDEN = "golden";
const SOURCES = 6;
const SECTION_FIT = { priorStrength: 0.01, steps: 600, learningRate: 0.03 };
const SAMPLES = 4000;

interface Example extends Choice {
  site: string;
  question: string;
}

/** Of one question: the place of the right section, from 0, or -1 where it is not among the sources. */
interface Outcome {
  site: string;
  question: string;
  place: number;
}

const valueOf = (name: string): string | undefined =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(`--${name}=`.length);

const table = await (async (): Promise<Uint8Array | undefined> => {
  if (process.argv.includes("--words")) return undefined;
  const file = valueOf("table");
  return file === undefined ? (await readEncoderTable("en")).bytes : readFile(file);
})();
const encoder = table === undefined ? undefined : await createStaticEncoder(table);

/** A corpus of which candidates are ranked by the weights given, relative to that of the score. */
async function openWith(
  chunks: readonly Chunk[],
  [score = 1, ...others]: readonly number[],
  usedEncoder: StaticEncoder | undefined,
): Promise<Corpus> {
  const encoded = await encodeCorpus({ site: "docs", language: "en", chunks, encoderTable: table });
  const corpus = await openCorpus(memorySource(encoded));
  const bytes = encoded.files.get(encoded.manifest.index.name) ?? new Uint8Array();
  const retriever = createPackedRetriever(openPackedIndex(bytes), {
    analyzer: await createAnalyzer("en"),
    fillers: fillerWords("en"),
    encoder: usedEncoder,
    weights: Float64Array.from(others, (weight) => weight / score),
  });
  return { ...corpus, retriever: rememberRecent(retriever) };
}

async function exampleOf(
  corpus: Corpus,
  site: string,
  question: string,
  isRight: (section: AnswerSection) => boolean | undefined,
): Promise<Example> {
  const { passages, terms } = await findPassages(corpus, { question }, SOURCES);
  const { terms: termsOf } = corpus.retriever;
  const sentences = rankSentences({ question, passages, terms, termsOf });
  const sections = rankSections({ passages, sentences, termsOf });
  const rows = sections.map(({ features }) => features);
  return { site, question, weight: 1, rows, right: sections.map(isRight) };
}

async function sectionsOfSite(site: string, weights: Float64Array): Promise<Example[]> {
  const corpus = await openWith(await readDocumentationChunks(site), [...weights], encoder);
  const examples: Example[] = [];
  for (const { question, answers } of readDocumentationQuestions(site)) {
    if (answers === undefined) continue;
    examples.push(
      await exampleOf(corpus, site, question, (section) => {
        const judgement = judgeSection(section, answers);
        return judgement === "elsewhere" ? undefined : judgement === "right";
      }),
    );
  }
  return examples;
}

async function goldenSections(weights: Float64Array): Promise<Example[]> {
  const corpus = await openWith(await readChunks(OWN_DOCUMENTATION, "en"), [...weights], encoder);
  const examples: Example[] = [];
  for (const { question, urls = [], facts } of readGoldenQuestions()) {
    if (facts === undefined) continue;
    examples.push(
      await exampleOf(
        corpus,
        GOLDEN,
        question,
        (section) =>
          urls.some((url) => isExpectedAddress(url, section.passage.source.url)) &&
          holdsFacts(sectionText(section), facts),
      ),
    );
  }
  return examples;
}

function percentWithin(outcomes: readonly Outcome[], depth: number): number {
  return (
    (100 * outcomes.filter(({ place }) => place >= 0 && place < depth).length) / Math.max(1, outcomes.length)
  );
}

const DEPTHS: [string, number][] = [
  ["first", 1],
  ["three", 3],
  ["in six", Infinity],
];

/** With the 95 % interval. */
function difference(now: readonly Outcome[], before: readonly Outcome[], depth: number): string {
  const placeBefore = new Map(before.map(({ site, question, place }) => [`${site} ${question}`, place]));
  const within = (place: number): number => (place >= 0 && place < depth ? 1 : 0);
  const gains = now.flatMap(({ site, question, place }) => {
    const old = placeBefore.get(`${site} ${question}`);
    return old === undefined ? [] : [within(place) - within(old)];
  });
  const random = createRandom(1);
  const means = Array.from({ length: SAMPLES }, () => {
    let sum = 0;
    for (let draw = 0; draw < gains.length; draw++) sum += gains[Math.floor(random() * gains.length)] ?? 0;
    return (100 * sum) / gains.length;
  }).sort((a, b) => a - b);
  const mean = (100 * gains.reduce((sum, gain) => sum + gain, 0)) / gains.length;
  const at = (share: number): string => (means[Math.floor(share * SAMPLES)] ?? 0).toFixed(1);
  return `${mean >= 0 ? "+" : ""}${mean.toFixed(1)} [${at(0.025)}, ${at(0.975)}]`;
}

const candidates: CandidateExample[] = [];
for (const site of SITES) candidates.push(...(await candidateExamplesOf(site, encoder)));
const weightsWithout = (site: string): Float64Array =>
  fitChoices(
    candidates.filter((example) => example.site !== site),
    CANDIDATE_PRIOR,
    CANDIDATE_FIT,
  );
const candidateWeights = new Map([...SITES, GOLDEN].map((site) => [site, weightsWithout(site)]));
const chunkOutcomes = candidates.map((example, index): Outcome => {
  const place = placeOfRight(example, candidateWeights.get(example.site) ?? CANDIDATE_PRIOR);
  return { site: example.site, question: `${index}`, place };
});
console.log(
  `right chunk (${chunkOutcomes.length}): ${[1, 3, 6, 20].map((depth) => percentWithin(chunkOutcomes, depth).toFixed(1)).join(" / ")} among the first 1, 3, 6, 20`,
);

const examples: Example[] = [];
for (const site of SITES) {
  examples.push(...(await sectionsOfSite(site, candidateWeights.get(site) ?? CANDIDATE_PRIOR)));
}
examples.push(...(await goldenSections(candidateWeights.get(GOLDEN) ?? CANDIDATE_PRIOR)));
const prior = Float64Array.from(SECTION_FEATURE_NAMES, (name) => SECTION_PRIOR[name]);
const outcomes: Outcome[] = [...SITES, GOLDEN].flatMap((site) => {
  const weights = fitChoices(
    examples.filter((example) => example.site !== site),
    prior,
    SECTION_FIT,
  );
  return examples
    .filter((example) => example.site === site)
    .map((example) => ({ site, question: example.question, place: placeOfRight(example, weights) }));
});
const against = valueOf("against");
const before = against === undefined ? undefined : (JSON.parse(await readFile(against, "utf8")) as Outcome[]);
for (const site of [...SITES, "all twelve", GOLDEN]) {
  const isMeant = (outcome: Outcome): boolean =>
    site === "all twelve" ? outcome.site !== GOLDEN : outcome.site === site;
  const own = outcomes.filter(isMeant);
  const figures = DEPTHS.map(([name, depth]) => {
    const change = before === undefined ? "" : ` ${difference(own, before.filter(isMeant), depth)}`;
    return `${name} ${percentWithin(own, depth).toFixed(1)}${change}`;
  });
  console.log(`${site} (${own.length}): ${figures.join("; ")}`);
}
const write = valueOf("write");
if (write !== undefined) await writeFile(write, JSON.stringify(outcomes));
