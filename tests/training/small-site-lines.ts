/**
 * Fits the weights by which the line of a small site's section is chosen that answers, and writes them to
 * `core/answer/small-site/line-weights.ts`:
 *
 *     node tests/training/small-site-lines.ts [--dry-run]
 *
 * Learned from the sites beside `tests/retrieval/small-site-questions.ts`, from the sections that hold all facts of an
 * answer; reported for each group of sites by weights of the others.
 */
import { businessKinds } from "../../core/answer/small-site/business-kinds.ts";
import { describeLines, LINE_FEATURES, type LineSeen } from "../../core/answer/small-site/line-features.ts";
import { readQuestion } from "../../core/answer/small-site/read-question.ts";
import { readSmallSite, type SiteSection } from "../../core/answer/small-site/site-sections.ts";
import { blockText, passageText } from "../../core/passage-text.ts";
import { holdsFacts } from "../retrieval/ask-documentation.ts";
import {
  languageOfSite,
  openSmallSite,
  readSmallSiteQuestions,
  SMALL_SITES,
  type SmallSiteQuestion,
} from "../retrieval/small-site-questions.ts";
import { fitChoices, scoreOf, type Choice } from "./choice-model.ts";
import { writeWeights } from "./write-weights.ts";

const FIT = { priorStrength: 0.01, steps: 250, learningRate: 0.08 };

/** By hand: the line is about what was asked, and looks like an answer; a label only names what stands below it. */
const PRIOR: Partial<Record<(typeof LINE_FEATURES)[number], number>> = {
  vector: 3,
  vectorBlock: 2,
  held: 1,
  rare: 1,
  topicBlock: 1,
  form: 0.5,
  formInTopic: 1,
  isLabel: -2,
  announces: -0.5,
};

/** Sites are parted into so many groups, and each is judged by weights of the other groups. */
const GROUPS = 8;

interface Example extends Choice {
  site: string;
  seen: LineSeen[];
}

async function examplesOf(site: string, usesEncoder: boolean): Promise<Example[]> {
  const { encoder: ownEncoder, ...plain } = await openSmallSite(site);
  const encoder = usesEncoder ? ownEncoder : undefined;
  const corpus = { ...plain, encoder };
  const { sections, sectionsWith } = await readSmallSite(corpus, encoder);
  return readSmallSiteQuestions(site).flatMap((question): Example[] => {
    if (question.facts === undefined) return [];
    const { terms } = corpus.retriever.retrieve(question.question, { limit: 1 });
    const read = readQuestion({
      question: question.question,
      language: languageOfSite(site),
      terms,
      termsOf: corpus.retriever.terms,
      siteTerms: sectionsWith,
      encoder,
    });
    const holding = sections.filter((section) => answers(section, question));
    return holding.map((section): Example => {
      const seen = describeLines(section, read);
      return {
        site,
        seen,
        rows: seen.map(({ features }) => features),
        right: rightLines(seen, section, question.facts ?? []),
        weight: 1 / holding.length,
      };
    });
  });
}

/** Holds all facts, on the page that was named. */
function answers({ chunk, from, to }: SiteSection, { facts, page }: SmallSiteQuestion): boolean {
  const name = page?.replace(/(?:^index)?\.md$/, "") ?? "";
  return (
    new RegExp(`(?:^|/)${name}(?:/|\\.|#|$)`).test(chunk.url) &&
    holdsFacts(passageText(chunk.blocks.slice(from, to)), facts)
  );
}

/** The lines that hold one of the facts; where none does by itself, those of the blocks that do. */
function rightLines(seen: readonly LineSeen[], { chunk }: SiteSection, facts: readonly string[]): boolean[] {
  const holdsOne = (text: string): boolean => facts.some((fact) => holdsFacts(text, [fact]));
  const right = seen.map(({ line: { text } }) => holdsOne(text));
  if (right.includes(true)) return right;
  return seen.map(({ line: { blockIndex } }) => {
    const block = chunk.blocks[blockIndex];
    return block !== undefined && holdsOne(blockText(block));
  });
}

function fit(examples: readonly Example[], usesEncoder: boolean): Float64Array {
  const prior = Float64Array.from(LINE_FEATURES, (name) =>
    name.startsWith("vector") && !usesEncoder ? 0 : (PRIOR[name] ?? 0),
  );
  return fitChoices(examples, prior, FIT);
}

/** How often the right line and the right block are weighed highest, and the right block among two. */
function report(name: string, examples: readonly Example[], usesEncoder: boolean): void {
  const sites = [...new Set(examples.map(({ site }) => site))];
  const groupOf = ({ site }: Example): number => sites.indexOf(site) % GROUPS;
  const counts = { lines: 0, line: 0, sections: 0, block: 0, two: 0 };
  for (let group = 0; group < GROUPS; group++) {
    const weights = fit(
      examples.filter((example) => groupOf(example) !== group),
      usesEncoder,
    );
    for (const example of examples) {
      if (groupOf(example) === group) judge(example, weights, counts);
    }
  }
  const percent = (count: number, of: number): string => `${((100 * count) / of).toFixed(1)} %`;
  console.log(
    [
      `${name}: the right line first in ${percent(counts.line, counts.lines)} of ${counts.lines} sections;`,
      `of ${counts.sections} sections of several blocks the right one first ${percent(counts.block, counts.sections)},`,
      `among two ${percent(counts.two, counts.sections)}`,
    ].join(" "),
  );
}

function judge(
  { seen, rows, right }: Example,
  weights: Float64Array,
  counts: { lines: number; line: number; sections: number; block: number; two: number },
): void {
  if (seen.length < 2 || !right.includes(true)) return;
  const scores = rows.map((row) => scoreOf(row, weights));
  counts.lines++;
  counts.line += Number(right[scores.indexOf(Math.max(...scores))]);
  const shares = new Map<number, number>();
  const rightBlocks = new Set<number>();
  seen.forEach(({ line: { blockIndex } }, at) => {
    shares.set(blockIndex, (shares.get(blockIndex) ?? 0) + Math.exp(scores[at] ?? 0));
    if (right[at] === true) rightBlocks.add(blockIndex);
  });
  if (shares.size < 2) return;
  const [first = -1, second = -1] = [...shares].sort((a, b) => b[1] - a[1]).map(([blockIndex]) => blockIndex);
  counts.sections++;
  counts.block += Number(rightBlocks.has(first));
  counts.two += Number(rightBlocks.has(first) || rightBlocks.has(second));
}

function sourceOf(name: string, about: string, examples: readonly Example[], usesEncoder: boolean): string[] {
  const weights = fit(examples, usesEncoder);
  return [
    `/** ${about} */`,
    `export const ${name}: Record<LineFeature, number> = {`,
    ...LINE_FEATURES.map((one, at) => `  ${one}: ${Number((weights[at] ?? 0).toFixed(2))},`),
    "};",
  ];
}

async function examplesOfAll(sites: readonly string[], usesEncoder: boolean): Promise<Example[]> {
  const examples: Example[] = [];
  for (const site of sites) examples.push(...(await examplesOf(site, usesEncoder)));
  return examples;
}

const sites = SMALL_SITES.filter((site) => businessKinds(languageOfSite(site)).names.length > 0);
const byWords = await examplesOfAll(sites, false);
report("By words alone", byWords, false);
const withVectors = await examplesOfAll(
  sites.filter((site) => languageOfSite(site) === "en"),
  true,
);
report("With vectors", withVectors, true);
writeWeights({
  file: "answer/small-site/line-weights.ts",
  about: [
    "Written by `tests/training/small-site-lines.ts`: do not edit. Learned from questions of our own about small sites",
    "of our own; no text of them is kept.",
  ],
  source: [
    'import type { LineFeature } from "./line-features.ts";',
    "",
    ...sourceOf("LINE_WEIGHTS_BY_WORDS", "Where questions are compared by words alone.", byWords, false),
    "",
    ...sourceOf("LINE_WEIGHTS_WITH_VECTORS", "Where there is an encoder of the language.", withVectors, true),
  ],
});
