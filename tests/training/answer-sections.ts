/**
 * Fits the weights by which sections are chosen, and writes them to `core/answer/section-weights.ts`; to be run
 * after `answer-sentences.ts`, since the best sentence of a section is one thing that is seen of it:
 *
 *     node tests/training/answer-sections.ts [--dry-run]
 *
 * A linear model of the choice among the sections found for one question (softmax over them), held to weights set
 * by hand. Learned from every second golden question of our own documentation, the development half of the
 * questions about public documentation, and headings of that documentation, reworded, whose section is the
 * answer. Reported on the other halves.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  rankSections,
  SECTION_FEATURE_NAMES,
  type AnswerSection,
} from "../../core/answer/answer-sections.ts";
import { findPassages } from "../../core/answer/find-passages.ts";
import { SECTION_WEIGHTS } from "../../core/answer/section-weights.ts";
import { rankSentences } from "../../core/answer/select-sentences.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import { passageText } from "../../core/passage-text.ts";
import { isExpectedAddress } from "../../corpus/evaluate/page-address.ts";
import { holdsFacts, openDocumentation, readAnswerQuestions } from "../retrieval/answer-questions.ts";
import { createRandom, openOwnDocumentation, readGoldenQuestions, type Split } from "./answer-data.ts";
import { SECTION_PRIOR } from "./answer-prior.ts";

const SOURCES = 6;
/** How strongly the weights are held to the prior. */
const PRIOR_STRENGTH = Number(process.env["STRENGTH"] ?? 0.01);
const STEPS = 600;
const LEARNING_RATE = 0.03;
/** A heading tells less than a question that somebody wrote. */
const HEADING_WEIGHT = Number(process.env["HEADW"] ?? 0.1);
const HEADINGS_PER_SITE = 120;
/** Share of the words that a reworded heading keeps. */
const KEPT_SHARE = 0.7;

const SITES = ["hono", "vite", "astro-en"];

interface Example {
  features: Float64Array[];
  right: boolean[];
  weight: number;
  split: Split;
  set: "golden" | "documentation" | "headings";
}

async function exampleOf(
  corpus: Corpus,
  question: string,
  about: Pick<Example, "weight" | "split" | "set">,
  isRight: (section: AnswerSection) => boolean,
): Promise<Example> {
  const { passages, terms } = await findPassages(corpus, { question }, SOURCES);
  const { terms: termsOf } = corpus.retriever;
  const sentences = rankSentences({ question, passages, terms, termsOf });
  const sections = rankSections({ passages, sentences, termsOf });
  return { ...about, features: sections.map(({ features }) => features), right: sections.map(isRight) };
}

/** A section as it is read: with the headings that it stands under. */
function readText({ passage, from, to }: AnswerSection): string {
  const { title, headingPath, blocks } = passage.chunk;
  return [title, ...headingPath, passageText(blocks.slice(from, to))].join("\n");
}

const WORDINGS = [
  "how do i use %",
  "what is %",
  "%",
  "where can I read about %",
  "is there %",
  "we need % on our site",
];

/** A heading as somebody might ask for it who has not read it. */
function reword(heading: string, random: () => number): string {
  const isQuestion = heading.endsWith("?");
  const words = heading
    .replace(/[`?:()]/g, " ")
    .split(/\s+/)
    .filter(Boolean);
  const kept = words.filter(() => random() < KEPT_SHARE);
  const text = (kept.length < 2 ? words : kept).join(" ");
  const wording = WORDINGS[Math.floor(random() * WORDINGS.length)] ?? "%";
  return isQuestion ? text : wording.replace("%", text);
}

async function headingExamples(corpus: Corpus, random: () => number): Promise<Example[]> {
  const { chunkCount } = corpus.manifest;
  const chunks = await corpus.readChunks(Array.from({ length: chunkCount }, (_, ordinal) => ordinal));
  const examples: Example[] = [];
  while (examples.length < HEADINGS_PER_SITE) {
    const chunk = chunks[Math.floor(random() * chunkCount)];
    const heading = chunk?.headingPath.at(-1);
    if (chunk === undefined || heading === undefined || heading.split(" ").length < 2) continue;
    const question = reword(random() < 0.3 ? `${heading} ${chunk.title}` : heading, random);
    const about = { weight: HEADING_WEIGHT, split: "training", set: "headings" } as const;
    const isRight = ({ passage, heading: own }: AnswerSection): boolean =>
      passage.chunk.title === chunk.title && own === heading;
    examples.push(await exampleOf(corpus, question, about, isRight));
  }
  return examples;
}

const scoreOf = (features: Float64Array, weights: Float64Array): number =>
  features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);

/** Adam over the mean negative log-probability that the first section holds the answer. */
function fit(examples: readonly Example[], prior: Float64Array): Float64Array {
  const usable = examples.filter(({ right }) => right.includes(true) && right.includes(false));
  const total = usable.reduce((sum, { weight }) => sum + weight, 0);
  const weights = Float64Array.from(prior);
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = new Float64Array(weights.length);
    for (const { features, right, weight } of usable) {
      const scores = features.map((own) => scoreOf(own, weights));
      const highest = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - highest));
      const sum = powers.reduce((all, power) => all + power, 0);
      const rightSum = powers.reduce((all, power, index) => (right[index] === true ? all + power : all), 0);
      features.forEach((own, index) => {
        const power = powers[index] ?? 0;
        const slope = ((power / sum - (right[index] === true ? power / rightSum : 0)) * weight) / total;
        own.forEach((value, at) => (gradient[at] = (gradient[at] ?? 0) + slope * value));
      });
    }
    for (let at = 0; at < weights.length; at++) {
      const slope = (gradient[at] ?? 0) + 2 * PRIOR_STRENGTH * ((weights[at] ?? 0) - (prior[at] ?? 0));
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      square[at] = 0.999 * (square[at] ?? 0) + 0.001 * slope * slope;
      const corrected = (mean[at] ?? 0) / (1 - 0.9 ** step);
      weights[at] =
        (weights[at] ?? 0) -
        (LEARNING_RATE * corrected) / (Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  return weights;
}

/** How often the right section is among the first 1, 2, 3, and how often among those found at all. */
function hitsAt(examples: readonly Example[], weights: Float64Array): string {
  const places = examples.map(({ features, right }) =>
    features
      .map((own, index) => ({ score: scoreOf(own, weights), isRight: right[index] === true }))
      .sort((a, b) => b.score - a.score)
      .findIndex(({ isRight }) => isRight),
  );
  const within = (count: number): number => places.filter((place) => place >= 0 && place < count).length;
  return `${[1, 2, 3].map(within).join(" / ")}, found ${within(Infinity)} of ${places.length}`;
}

const examples: Example[] = [];
const random = createRandom(11);
const own = await openOwnDocumentation();
for (const { question, urls = [], facts, split } of readGoldenQuestions()) {
  if (facts === undefined) continue;
  examples.push(
    await exampleOf(
      own,
      question,
      { weight: 1, split, set: "golden" },
      (section) =>
        urls.some((url) => isExpectedAddress(url, section.passage.source.url)) &&
        holdsFacts(readText(section), facts),
    ),
  );
}
for (const site of SITES) {
  const corpus = await openDocumentation(site);
  for (const { corpus: name, question, facts, split } of readAnswerQuestions()) {
    if (name !== site || facts === undefined) continue;
    const about = {
      weight: 1,
      split: split === "development" ? "training" : "report",
      set: "documentation",
    } as const;
    examples.push(
      await exampleOf(corpus, question, about, (section) => holdsFacts(readText(section), facts)),
    );
  }
  examples.push(...(await headingExamples(corpus, random)));
}

const prior = Float64Array.from(SECTION_FEATURE_NAMES, (name) => SECTION_PRIOR[name]);
const current = Float64Array.from(SECTION_FEATURE_NAMES, (name) => SECTION_WEIGHTS[name]);
const half = (split: Split): Example[] => examples.filter((example) => example.split === split);
const weights = fit(half("training"), prior);
const otherWeights = fit(
  [...half("report"), ...half("training").filter(({ set }) => set === "headings")],
  prior,
);
for (const split of ["training", "report"] as const) {
  for (const set of ["golden", "documentation", "headings"] as const) {
    const chosen = half(split).filter((example) => example.set === set);
    if (chosen.length === 0) continue;
    console.log(
      `${split} ${set}: by hand ${hitsAt(chosen, prior)}; as it stands ${hitsAt(chosen, current)}; learned ${hitsAt(chosen, weights)}` +
        (split === "training" ? `; learned from the other half ${hitsAt(chosen, otherWeights)}` : ""),
    );
  }
}
const lines = SECTION_FEATURE_NAMES.map(
  (name, index) => `  ${name}: ${Number((weights[index] ?? 0).toFixed(2))},`,
);
SECTION_FEATURE_NAMES.forEach((name, index) =>
  console.log(`${lines[index] ?? ""} // ${SECTION_PRIOR[name]}`),
);
if (!process.argv.includes("--dry-run")) {
  writeFileSync(
    join(import.meta.dirname, "../../core/answer/section-weights.ts"),
    [
      "/**",
      " * Written by `tests/training/answer-sections.ts`: do not edit. Learned from questions of our own about our own",
      " * and public documentation, and from headings of the latter; no text of them is kept.",
      " */",
      'import type { SectionFeatureName } from "./answer-sections.ts";',
      "",
      "export const SECTION_WEIGHTS: Record<SectionFeatureName, number> = {",
      ...lines,
      "};",
      "",
    ].join("\n"),
  );
}
