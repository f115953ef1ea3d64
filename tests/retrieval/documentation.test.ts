import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../core/answer/answer-question.ts";
import { SURE_CONFIDENCE } from "../../core/answer/judge/confidence.ts";
import { hasCorpus } from "../support/corpora.ts";
import { giveAnswer, holdsFacts, type GivenAnswer } from "./ask-documentation.ts";
import {
  answersQuestion,
  EVERYDAY_SITES,
  openDocumentationSite,
  readDocumentationQuestions,
  readNearQuestions,
  REPORT_SITES,
  TRAINING_SITES,
  UNSEEN_SITES,
  type DocumentationQuestion,
} from "./documentation-questions.ts";

/** Building and asking three documentation sites. */
const SITES_MS = 120_000;

/** The fourth takes a minute to build; `tests/training/documentation-report.ts cpp` asks it. */
const ASKED_SITES = REPORT_SITES.filter((site) => site !== "cpp");

describe("the questions about documentation", () => {
  const questions = [...TRAINING_SITES, ...REPORT_SITES, ...UNSEEN_SITES, ...EVERYDAY_SITES].flatMap(
    (site) => [...readDocumentationQuestions(site), ...readNearQuestions(site)],
  );

  it("are many, each asked once, some without an answer", () => {
    expect(questions.length).toBeGreaterThanOrEqual(700);
    expect(new Set(questions.map(({ corpus, question }) => `${corpus} ${question}`)).size).toBe(
      questions.length,
    );
    expect(questions.filter(({ kind }) => kind === "refuse").length).toBeGreaterThanOrEqual(70);
  });

  it("name a place with facts, or are to be refused", () => {
    for (const { question, kind, answers } of questions) {
      expect(answers === undefined, question).toBe(kind === "refuse");
      for (const { facts } of answers ?? []) expect(facts.length, question).toBeGreaterThan(0);
    }
  });

  it("are marked by what an answer holds, whatever its case, its escapes and its marks", () => {
    expect(holdsFacts("Run \\_it\\_\n now [1]", ["_IT_ now"])).toBe(true);
    expect(holdsFacts("The default is `75`. [1] It", ["default is 75. it"])).toBe(true);
    expect(holdsFacts("one", [["two", "one"]])).toBe(true);
    expect(holdsFacts("one", ["one", "two"])).toBe(false);
  });
});

describe.skipIf(!hasCorpus("docs/hono"))(
  "answers without a model, about sites that nothing was learned from",
  () => {
    const given: { question: DocumentationQuestion; answer: GivenAnswer }[] = [];

    beforeAll(async () => {
      for (const site of ASKED_SITES) {
        const corpus = await openDocumentationSite(site);
        for (const question of readDocumentationQuestions(site)) {
          // Without a threshold: what would be refused is counted by its confidence.
          given.push({ question, answer: await giveAnswer(corpus, question.question, 0) });
        }
      }
    }, SITES_MS);

    const share = <T>(values: readonly T[], holds: (value: T) => boolean): number =>
      values.filter(holds).length / values.length;
    const isRight = ({ question, answer }: (typeof given)[number]): boolean =>
      answersQuestion(answer.text, question.answers);
    const from = (confidence: number): typeof given =>
      given.filter(({ answer }) => answer.confidence >= confidence);

    // The bounds are a little below what is measured.
    it("are right where they are sure, and mostly where they are given", () => {
      expect(share(from(SURE_CONFIDENCE), isRight)).toBeGreaterThanOrEqual(0.66);
      expect(share(from(DEFAULT_CONFIDENCE_THRESHOLD), isRight)).toBeGreaterThanOrEqual(0.58);
      expect(share(given, isRight)).toBeGreaterThanOrEqual(0.48);
    });

    it("are refused where the pages have none, and seldom where they would be right", () => {
      const isRefused = ({ answer }: (typeof given)[number]): boolean =>
        answer.confidence < DEFAULT_CONFIDENCE_THRESHOLD;
      const unknown = given.filter(({ question }) => question.answers === undefined);
      expect(share(unknown, isRefused)).toBeGreaterThanOrEqual(0.6);
      expect(share(given.filter(isRight), isRefused)).toBeLessThanOrEqual(0.17);
    });

    it("cite each paragraph that they quote, and stay short", () => {
      for (const { question, answer } of given) {
        const prose = answer.text.replace(/```[\s\S]*?```/g, "");
        expect(prose, question.question).toMatch(/\[\d\]/);
        expect(answer.text.length, question.question).toBeLessThan(6000);
      }
    });
  },
);
