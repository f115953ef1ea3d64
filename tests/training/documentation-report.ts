/**
 * Prints how well questions about public documentation are answered without a model, site by site, and which
 * are not:
 *
 *     node tests/training/documentation-report.ts [--wrong] [--answers] [--part=c] [site…]
 *
 * Of the questions that the pages answer: how often the place is among the first 6, 10 and 20 passages, how often
 * the section ranked first is it, how often the answer holds its facts, and how often it is refused. Of the
 * others: how often they are answered. Last the area under the curve of the confidence, right answers against
 * all others.
 */
import { answerConfidence, SURE_CONFIDENCE } from "../../core/answer/judge/confidence.ts";
import { composeAnswer } from "../../core/answer/quote/compose-answer.ts";
import { rankSections, type AnswerSection } from "../../core/answer/select/answer-sections.ts";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../core/answer/answer-question.ts";
import { findPassages } from "../../core/answer/find/find-passages.ts";
import { rankSentences } from "../../core/answer/select/rank-sentences.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import { areaUnderCurve } from "../../corpus/evaluate/metrics.ts";
import {
  answersQuestion,
  judgeSection,
  openDocumentationSite,
  readDocumentationQuestions,
  REPORT_SITES,
  TRAINING_SITES,
  type DocumentationQuestion,
} from "../retrieval/documentation-questions.ts";

const SOURCES = 6;
const DEPTHS = [6, 10, 20];

interface Row {
  question: DocumentationQuestion;
  /** Depths at which the place is among the passages. */
  found: number[];
  sectionRight: boolean;
  right: boolean;
  confidence: number;
  refused: boolean;
  text: string;
  chosen: string;
}

async function sectionsOf(corpus: Corpus, question: string, limit: number) {
  const { passages, terms } = await findPassages(corpus, { question }, limit);
  const { terms: termsOf } = corpus.retriever;
  const sentences = rankSentences({ question, passages, terms, termsOf });
  const sections = rankSections({ passages, sentences, termsOf });
  return { passages, terms, termsOf, sentences, sections };
}

async function ask(corpus: Corpus, question: DocumentationQuestion): Promise<Row> {
  const places = question.answers ?? [];
  const holds = (section: AnswerSection): boolean => judgeSection(section, places) === "right";
  const found: number[] = [];
  for (const depth of DEPTHS) {
    if (places.length > 0 && (await sectionsOf(corpus, question.question, depth)).sections.some(holds))
      found.push(depth);
  }
  const { passages, terms, termsOf, sentences, sections } = await sectionsOf(
    corpus,
    question.question,
    SOURCES,
  );
  const confidence = answerConfidence({ terms, passages, sentences, termsOf });
  const text = composeAnswer({
    question: question.question,
    history: [],
    passages,
    terms,
    termsOf,
    confidence,
    locale: "en",
  }).join("\n\n");
  const [best] = sections;
  return {
    question,
    found,
    sectionRight: best !== undefined && holds(best),
    right: answersQuestion(text, places),
    confidence,
    refused: confidence < DEFAULT_CONFIDENCE_THRESHOLD,
    text,
    chosen: best === undefined ? "-" : `${best.passage.source.url} | ${best.heading}`,
  };
}

const flags = process.argv.slice(2).filter((argument) => argument.startsWith("--"));
const named = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const part = flags.find((flag) => flag.startsWith("--part="))?.slice("--part=".length);
const sites =
  named.length > 0 ? named : [...TRAINING_SITES, ...REPORT_SITES.filter((site) => site !== "cpp")];
const percent = (part: number, whole: number): string =>
  whole === 0 ? "-" : `${Math.round((100 * part) / whole)}`;

const summarise = (name: string, rows: readonly Row[]): string => {
  const answerable = rows.filter(({ question }) => question.answers !== undefined);
  const foreign = rows.filter(({ question }) => question.answers === undefined);
  const count = (holds: (row: Row) => boolean): string =>
    percent(answerable.filter(holds).length, answerable.length);
  const given = answerable.filter(({ refused }) => !refused);
  const sure = answerable.filter(({ confidence }) => confidence >= SURE_CONFIDENCE);
  const right = answerable.filter(({ right: isRight }) => isRight).map(({ confidence }) => confidence);
  const wrong = rows.filter(({ right: isRight }) => !isRight).map(({ confidence }) => confidence);
  return [
    name.padEnd(12),
    `found ${DEPTHS.map((depth) => count(({ found }) => found.includes(depth))).join("/")}`,
    `section ${count(({ sectionRight }) => sectionRight)}`,
    `right ${count(({ right: isRight }) => isRight)}`,
    `given and right ${percent(given.filter(({ right: isRight }) => isRight).length, given.length)} of ${percent(given.length, answerable.length)}`,
    `sure and right ${percent(sure.filter(({ right: isRight }) => isRight).length, sure.length)} of ${percent(sure.length, answerable.length)}`,
    `foreign answered ${percent(foreign.filter(({ refused }) => !refused).length, foreign.length)}`,
    `AUROC ${areaUnderCurve(right, wrong)?.toFixed(3) ?? "-"}`,
    `(${answerable.length}+${foreign.length})`,
  ].join("  ");
};

const all: Row[] = [];
for (const site of sites) {
  const corpus = await openDocumentationSite(site);
  const rows: Row[] = [];
  for (const question of readDocumentationQuestions(site)) {
    if (part === undefined || question.part === part) rows.push(await ask(corpus, question));
  }
  all.push(...rows);
  console.log(summarise(site, rows));
  if (!flags.includes("--wrong")) continue;
  for (const { question, found, sectionRight, right, confidence, refused, text, chosen } of rows) {
    if (question.answers === undefined ? refused : right && !refused) continue;
    console.log(
      `\n? ${question.question} [${question.kind}] ${confidence}${refused ? " refused" : ""}${right ? " right" : ""} found ${found.join(",") || "never"}${sectionRight ? " section right" : ""}`,
    );
    for (const { page, heading, facts } of question.answers ?? [])
      console.log(`  want ${page} | ${heading} | ${JSON.stringify(facts)}`);
    console.log(`  got  ${chosen}`);
    if (flags.includes("--answers")) console.log(text.replace(/^/gm, "    "));
  }
}
if (sites.length > 1) {
  console.log();
  for (const kind of new Set(all.map(({ question }) => question.kind)))
    console.log(
      summarise(
        kind,
        all.filter(({ question }) => question.kind === kind),
      ),
    );
  console.log(summarise("all", all));
}
