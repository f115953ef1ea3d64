/** What questions about documentation show, and what became of them: what the confidence is learned from. */
import { composeAnswer } from "../../core/answer/quote/compose-answer.ts";
import {
  answerConfidence,
  confidenceSignals,
  encodedSignals,
  sectionSignals,
} from "../../core/answer/judge/confidence.ts";
import { meaningOf } from "../../core/answer/find/find-evidence.ts";
import { findPassages } from "../../core/answer/find/find-passages.ts";
import { rankSections, type AnswerSection } from "../../core/answer/select/answer-sections.ts";
import { rankSentences } from "../../core/answer/select/rank-sentences.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import { isSmallSite } from "../../core/corpus/small-site.ts";
import { holdsFacts } from "../retrieval/ask-documentation.ts";
import {
  answersQuestion,
  judgeSection,
  openDocumentationSite,
  readDocumentationChunks,
  readDocumentationQuestions,
  readNearQuestions,
  type DocumentationQuestion,
} from "../retrieval/documentation-questions.ts";
import { createRandom } from "../support/seeded-random.ts";
import { openOwnDocumentation, readGoldenQuestions } from "./answer-data.ts";
import type { Example } from "./logistic-model.ts";

const SOURCES = 6;

/** Places that are shown: the quotation, and two closed cards below it. */
const SHOWN_SECTIONS = 3;

export interface ConfidenceExample extends Example {
  set: string;
  question: string;
  isAnswerable: boolean;
  /** Not answerable, and about what the site speaks of. */
  isNear: boolean;
  /** The answer is right, or one of the sections that are shown is. */
  isShown: boolean;
  /** Of a corpus that is encoded; `signals` are those of any. */
  encoded: number[] | undefined;
}

interface Asked {
  set: string;
  question: string;
  isAnswerable: boolean;
  isNear: boolean;
  /** Whether a text answers, or a section is the place that does. */
  holds: (text: string) => boolean;
  isPlace: (section: AnswerSection) => boolean;
}

async function exampleOf(
  corpus: Corpus,
  { holds, isPlace, ...asked }: Asked,
): Promise<ConfidenceExample | undefined> {
  const { question, isAnswerable } = asked;
  const { passages, terms } = await findPassages(corpus, { question }, SOURCES);
  const { terms: termsOf } = corpus.retriever;
  const sentences = rankSentences({ question, passages, terms, termsOf });
  const input = { terms, passages, termsOf, sentences, meaning: meaningOf(corpus, question) };
  const signals = confidenceSignals(input);
  // Nothing is known of it: that needs no weights.
  if (signals === undefined) return undefined;
  const confidence = answerConfidence(input);
  const request = { question, history: [], passages, terms, termsOf, locale: "en" };
  const answer = composeAnswer(request).join("\n\n");
  const shown = rankSections({ passages, sentences, termsOf }).slice(0, SHOWN_SECTIONS);
  const [best] = shown;
  // A place that was not quoted to its end leads to the answer all the same.
  const right = isAnswerable && (holds(answer) || (best !== undefined && isPlace(best)));
  return {
    ...asked,
    signals: [...signals, ...sectionSignals(input)],
    encoded: encodedSignals(input),
    right,
    isShown: right || (isAnswerable && shown.some(isPlace)),
    confidence,
  };
}

/** The questions about a site, those that it only seems to answer included, and some that others answer. */
export async function examplesOfSite(
  site: string,
  others: readonly string[] = [],
): Promise<ConfidenceExample[]> {
  // Small ones have a gate of their own.
  if (isSmallSite(await readDocumentationChunks(site))) return [];
  const corpus = await openDocumentationSite(site);
  const examples: ConfidenceExample[] = [];
  const questions: DocumentationQuestion[] = [
    ...readDocumentationQuestions(site),
    ...readNearQuestions(site),
    ...foreignQuestions(site, others).map(({ corpus: asked, part, kind, question }) => ({
      corpus: asked,
      part,
      kind,
      question,
    })),
  ];
  for (const { question, answers = [], near } of questions) {
    const example = await exampleOf(corpus, {
      set: site,
      question,
      isAnswerable: answers.length > 0,
      // Of a question that another site answers nothing is near.
      isNear: near !== undefined && answers.length === 0,
      holds: (text) => answersQuestion(text, answers),
      isPlace: (section) => judgeSection(section, answers) === "right",
    });
    if (example !== undefined) examples.push(example);
  }
  return examples;
}

/** Questions about other sites that a site is asked. */
const FOREIGN_QUESTIONS = 12;
/** Shorter ones could be meant for any site: "delete account". */
const FOREIGN_MIN_WORDS = 5;

/** Questions that other sites answer, spread over them; the same ones each time. */
function foreignQuestions(site: string, others: readonly string[]): DocumentationQuestion[] {
  const all = others
    .filter((other) => other !== site)
    .flatMap(readDocumentationQuestions)
    .filter(
      ({ question, answers }) => answers !== undefined && question.split(" ").length >= FOREIGN_MIN_WORDS,
    );
  const random = createRandom(others.indexOf(site) + 1);
  return Array.from(
    { length: all.length === 0 ? 0 : FOREIGN_QUESTIONS },
    () => all[Math.floor(random() * all.length)],
  ).filter((question) => question !== undefined);
}

/** The golden questions about our own documentation: `golden training` and `golden report`. */
export async function goldenExamples(): Promise<ConfidenceExample[]> {
  const corpus = await openOwnDocumentation();
  const examples: ConfidenceExample[] = [];
  for (const { question, facts, split } of readGoldenQuestions()) {
    const example = await exampleOf(corpus, {
      set: `golden ${split}`,
      question,
      isAnswerable: facts !== undefined,
      isNear: false,
      holds: (text) => holdsFacts(text, facts),
      isPlace: () => false,
    });
    if (example !== undefined) examples.push(example);
  }
  return examples;
}
