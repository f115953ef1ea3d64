/**
 * Fits the weights by which the sections of small sites are ranked, and by which it is told how sure the best one is, and
 * writes them to `core/answer/small-site/small-site-weights.ts`:
 *
 *     node tests/training/small-sites.ts [--dry-run] [--without=SITE,SITE]
 *     --without=…     sites that nothing is learned from, so that `measure-small-sites.ts` can judge whole answers on them
 *
 * Learned from the sites beside `tests/retrieval/small-site-questions.ts`; reported for each by weights of the others.
 */
import { businessKinds } from "../../core/answer/small-site/business-kinds.ts";
import { rankSeen, describeSections } from "../../core/answer/small-site/rank-sections.ts";
import { readQuestion } from "../../core/answer/small-site/read-question.ts";
import { SMALL_SITE_FEATURES, type SectionSeen } from "../../core/answer/small-site/section-features.ts";
import { readSmallSite, type SiteSection } from "../../core/answer/small-site/site-sections.ts";
import {
  SMALL_SITE_SIGNALS,
  smallSiteSignals,
  type RankedSection,
} from "../../core/answer/small-site/small-site-signals.ts";
import { withoutAddress } from "../../core/answer/small-site/without-address.ts";
import { passageText } from "../../core/passage-text.ts";
import { areaUnderCurve } from "../../corpus/evaluate/metrics.ts";
import { holdsFacts } from "../retrieval/ask-documentation.ts";
import {
  languageOfSite,
  openSmallSite,
  readSmallSiteQuestions,
  SMALL_SITES,
  type SmallSiteQuestion,
} from "../retrieval/small-site-questions.ts";
import { fitChoices, placeOfRight, type Choice } from "./choice-model.ts";
import { minimise } from "./minimise.ts";
import { writeWeights } from "./write-weights.ts";

const FIT = { priorStrength: 0.003, steps: 250, learningRate: 0.08 };

/** By hand: what is asked for stands in the heading, and is said below it. */
const PRIOR: Partial<Record<(typeof SMALL_SITE_FEATURES)[number], number>> = {
  vectorWhole: 4,
  vectorSentence: 2,
  vectorHeading: 2,
  heldHeading: 2,
  heldBody: 1,
  heldSentence: 1,
  held: 2,
  topicHeading: 1,
  topicBody: 1,
  formHeld: 0.5,
  found: 1,
  contactBlock: 2,
  hoursBlock: 1,
};

interface Example extends Choice {
  question: SmallSiteQuestion;
  read: ReturnType<typeof readQuestion>;
  seen: SectionSeen[];
}

async function examplesOf(site: string, usesEncoder: boolean): Promise<Example[]> {
  const { encoder: ownEncoder, ...plain } = await openSmallSite(site);
  const encoder = usesEncoder ? ownEncoder : undefined;
  const corpus = { ...plain, encoder };
  const language = languageOfSite(site);
  const small = await readSmallSite(corpus, encoder);
  return readSmallSiteQuestions(site).map((question): Example => {
    const asked = withoutAddress(question.question, language);
    const { ranked, terms } = corpus.retriever.retrieve(asked, {
      limit: corpus.manifest.chunkCount,
    });
    const best = ranked[0]?.score || 1;
    const found = new Map(ranked.map(({ ordinal, score }, rank) => [ordinal, { score: score / best, rank }]));
    const read = readQuestion({
      question: asked,
      language,
      terms,
      termsOf: corpus.retriever.terms,
      siteTerms: small.sectionsWith,
      encoder,
    });
    const seen = describeSections(small.sections, read, small, found);
    return {
      question,
      read,
      seen,
      weight: 1,
      rows: seen.map(({ features }) => features),
      right: rightOf(question, small.sections),
    };
  });
}

/** The sections that hold most of the facts, on the page that was named where one does. */
function rightOf({ facts = [], page }: SmallSiteQuestion, sections: readonly SiteSection[]): boolean[] {
  const held = sections.map((section) => facts.filter((fact) => holdsFacts(textOf(section), [fact])).length);
  const name = page?.replace(/(?:^index)?\.md$/, "") ?? "";
  const isOn = sections.map(({ chunk }) => new RegExp(`(?:^|/)${name}(?:/|\\.|#|$)`).test(chunk.url));
  const onPage = Math.max(0, ...held.filter((_, at) => isOn[at]));
  const most = onPage > 0 ? onPage : Math.max(0, ...held);
  return held.map((count, at) => most > 0 && count === most && (onPage === 0 || isOn[at] === true));
}

function textOf({ chunk, headingText, from, to }: SiteSection): string {
  return [chunk.title, headingText, passageText(chunk.blocks.slice(from, to))].join("\n");
}

interface Judged {
  example: Example;
  ranked: RankedSection[];
  /** A constant, and the signals. */
  row: number[];
  /** The right section is among the first so many. */
  place: number;
}

function judge(example: Example, weights: Float64Array): Judged {
  const ranked = rankSeen(example.seen, weights);
  return {
    example,
    ranked,
    row: [1, ...smallSiteSignals(ranked, example.read)],
    place: placeOfRight(example, weights),
  };
}

const PENALTY = 0.0005;

/** What a question's length says is not learned where only words are compared: a long one about something else was answered for it. */
const LENGTH_SIGNALS: ReadonlySet<string> = new Set(["units", "length"]);

/** Logistic: whether there is an answer at all, of those questions whose answer is found and those that have none. */
function fitConfidence(judged: readonly Judged[], usesLength = true): Float64Array {
  const isHeld = (at: number): boolean => !usesLength && LENGTH_SIGNALS.has(SMALL_SITE_SIGNALS[at - 1] ?? "");
  const usable = judged.filter(
    ({ example, place }) => example.question.facts === undefined || (place >= 0 && place < 2),
  );
  const size = SMALL_SITE_SIGNALS.length + 1;
  return minimise(
    new Float64Array(size),
    (parameters) => {
      const gradient = new Float64Array(size);
      for (const { row, example } of usable) {
        const slope =
          (chanceOf(row, parameters) - Number(example.question.facts !== undefined)) / usable.length;
        for (let at = 0; at < size; at++) gradient[at] = (gradient[at] ?? 0) + slope * (row[at] ?? 0);
      }
      for (let at = 1; at < size; at++)
        gradient[at] = (gradient[at] ?? 0) + 2 * PENALTY * (parameters[at] ?? 0);
      return gradient;
    },
    { steps: 800, learningRate: 0.08, isHeld },
  );
}

function chanceOf(row: readonly number[], parameters: Float64Array): number {
  return 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * (parameters[at] ?? 0), 0)));
}

/** The chance at which refusing and answering make as many answers right: it becomes the threshold of the product. */
const THRESHOLD_CHANCE = 0.7;
const THRESHOLD = 0.3;
const logitOf = (chance: number): number => Math.log(chance / (1 - chance));
/** Where fewer words are known a chance says less of what is absent. */
const THRESHOLD_CHANCE_OF_LANGUAGES = 0.82;
const shiftFor = (chance: number): number => logitOf(THRESHOLD) - logitOf(chance);

/** Sites are parted into so many groups, and each is judged by weights of the other groups. */
const GROUPS = 8;

/** Of all sites, those that share no group with one. */
function isOfOthers(site: string, sites: readonly string[]): (other: string) => boolean {
  const group = sites.indexOf(site) % GROUPS;
  return (other) => sites.indexOf(other) % GROUPS !== group;
}

/** By site, weights of the others. */
function crossed(examples: readonly Example[]): Map<string, Float64Array> {
  const sites = [...new Set(examples.map(({ question }) => question.site))];
  const ofGroup = sites.slice(0, GROUPS).map((site) => {
    const isOther = isOfOthers(site, sites);
    return fitFeatures(examples.filter(({ question }) => isOther(question.site)));
  });
  return new Map(sites.map((site, at) => [site, ofGroup[at % GROUPS] ?? new Float64Array()]));
}

function fitFeatures(examples: readonly Example[]): Float64Array {
  const prior = Float64Array.from(SMALL_SITE_FEATURES, (name) => PRIOR[name] ?? 0);
  return fitChoices(
    examples.filter(({ question }) => question.facts !== undefined),
    prior,
    FIT,
  );
}

/** Each as it looks to weights that have not seen its site: others look surer than they are. */
function judgeAll(examples: readonly Example[]): Judged[] {
  const weights = crossed(examples);
  return examples.map((example) => judge(example, weights.get(example.question.site) ?? new Float64Array()));
}

/** @param learned what the confidence is fitted to, where it is more than what is reported. */
function report(name: string, judged: readonly Judged[], learned = judged, usesLength = true): void {
  console.log(`\n${name}: each site by weights of the others`);
  console.log(
    `${"site".padEnd(24)} first / two / three    right                        absent answered  AUROC`,
  );
  const siteOf = ({ example }: Judged): string => example.question.site;
  const all: { judged: Judged; chance: number }[] = [];
  const sites = [...new Set(learned.map(siteOf))];
  for (const site of new Set(judged.map(siteOf))) {
    const isOther = isOfOthers(site, sites);
    const confidence = fitConfidence(
      learned.filter((one) => isOther(siteOf(one))),
      usesLength,
    );
    const own = judged
      .filter((one) => siteOf(one) === site)
      .map((one) => ({ judged: one, chance: chanceOf(one.row, confidence) }));
    all.push(...own);
    printLine(site, own);
  }
  printLine("all", all);
  for (const threshold of [0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8]) {
    const absent = all.filter(({ judged: { example } }) => example.question.facts === undefined);
    const answered = absent.filter(({ chance }) => chance >= threshold).length;
    const right = all.filter(
      ({ judged: { example, place }, chance }) =>
        example.question.facts !== undefined && chance >= threshold && place >= 0 && place < 2,
    ).length;
    const share = (100 * (right + absent.length - answered)) / all.length;
    console.log(
      `  from ${threshold}: right ${share.toFixed(1)} %, absent answered ${answered} of ${absent.length}`,
    );
  }
}

function printLine(name: string, asked: readonly { judged: Judged; chance: number }[]): void {
  const answerable = asked.filter(({ judged }) => judged.example.question.facts !== undefined);
  const absent = asked.filter(({ judged }) => judged.example.question.facts === undefined);
  const within = (count: number): number =>
    answerable.filter(({ judged }) => judged.place >= 0 && judged.place < count).length;
  const answered = absent.filter(({ chance }) => chance >= THRESHOLD_CHANCE).length;
  const right =
    absent.length -
    answered +
    answerable.filter(
      ({ judged, chance }) => chance >= THRESHOLD_CHANCE && judged.place >= 0 && judged.place < 2,
    ).length;
  const auroc = areaUnderCurve(
    answerable.map(({ chance }) => chance),
    absent.map(({ chance }) => chance),
  );
  console.log(
    [
      name.padEnd(24),
      `${[1, 2, 3].map(within).join(" / ")} of ${answerable.length}`.padEnd(22),
      `${right} of ${asked.length} (${((100 * right) / asked.length).toFixed(0)} %)`.padEnd(28),
      `${answered} of ${absent.length}`.padEnd(16),
      auroc?.toFixed(3) ?? "",
    ].join(" "),
  );
}

function sourceOf(
  name: string,
  about: string,
  examples: readonly Example[],
  judged: readonly Judged[],
  thresholdChance: number,
  usesLength = true,
): string[] {
  const features = fitFeatures(examples);
  const confidence = fitConfidence(judged, usesLength);
  const [bias = 0, ...signals] = confidence;
  const lines = (names: readonly string[], weights: ArrayLike<number>): string[] =>
    names.map((one, at) => `    ${one}: ${Number((weights[at] ?? 0).toFixed(2))},`);
  return [
    `/** ${about} */`,
    `export const ${name}: SmallSiteWeights = {`,
    "  features: {",
    ...lines(SMALL_SITE_FEATURES, features),
    "  },",
    "  signals: {",
    ...lines(SMALL_SITE_SIGNALS, signals),
    "  },",
    `  bias: ${Number((bias + shiftFor(thresholdChance)).toFixed(2))},`,
    "};",
  ];
}

async function examplesOfAll(sites: readonly string[], usesEncoder: boolean): Promise<Example[]> {
  const examples: Example[] = [];
  for (const site of sites) examples.push(...(await examplesOf(site, usesEncoder)));
  return examples;
}

const without = process.argv
  .find((argument) => argument.startsWith("--without="))
  ?.slice("--without=".length);
const left = new Set(without?.split(","));
const sites = SMALL_SITES.filter(
  (site) => !left.has(site) && businessKinds(languageOfSite(site)).names.length > 0,
);
const byWords = await examplesOfAll(sites, false);
const judgedByWords = judgeAll(byWords);
report("By words alone", judgedByWords, judgedByWords, false);
const isEnglish = ({ question }: Example): boolean => languageOfSite(question.site) === "en";
const withVectors = await examplesOfAll(sites, true);
const english = withVectors.filter(isEnglish);
const judgedEnglish = judgeAll(english);
report("English, with vectors", judgedEnglish);
const judgedWithVectors = judgeAll(withVectors);
report(
  "Other languages, with vectors",
  judgedWithVectors.filter(({ example }) => !isEnglish(example)),
  judgedWithVectors,
);
writeWeights({
  file: "answer/small-site/small-site-weights.ts",
  about: [
    "Written by `tests/training/small-sites.ts`: do not edit. Learned from questions of our own about small sites of",
    "our own; no text of them is kept.",
  ],
  source: [
    'import type { SmallSiteFeature } from "./section-features.ts";',
    'import type { SmallSiteSignal } from "./small-site-signals.ts";',
    "",
    "export interface SmallSiteWeights {",
    "  features: Record<SmallSiteFeature, number>;",
    "  signals: Record<SmallSiteSignal, number>;",
    "  bias: number;",
    "}",
    "",
    ...sourceOf(
      "WEIGHTS_BY_WORDS",
      "Where questions are compared by words alone.",
      byWords,
      judgedByWords,
      THRESHOLD_CHANCE,
      false,
    ),
    "",
    ...sourceOf(
      "WEIGHTS_OF_ENGLISH",
      "Where there is an encoder of English.",
      english,
      judgedEnglish,
      THRESHOLD_CHANCE,
    ),
    "",
    ...sourceOf(
      "WEIGHTS_OF_LANGUAGES",
      "Where there is one of another language.",
      withVectors,
      judgedWithVectors,
      THRESHOLD_CHANCE_OF_LANGUAGES,
    ),
  ],
});
