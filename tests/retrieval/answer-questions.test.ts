import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../core/answer/answer-question.ts";
import { hasCorpus } from "../support/corpora.ts";
import {
  giveAnswer,
  holdsFacts,
  openDocumentation,
  readAnswerQuestions,
  type AnswerQuestion,
  type GivenAnswer,
} from "./answer-questions.ts";

/** Building and asking three documentation sites. */
const SITES_MS = 120_000;

describe("the questions about documentation", () => {
  it("are 60 and more with facts, and 40 without an answer, half of each held out", () => {
    const questions = readAnswerQuestions();
    const count = (split: AnswerQuestion["split"], hasFacts: boolean): number =>
      questions.filter((question) => question.split === split && (question.facts !== undefined) === hasFacts)
        .length;
    expect(count("held-out", true)).toBeGreaterThanOrEqual(30);
    expect(count("development", true)).toBeGreaterThanOrEqual(30);
    expect(count("held-out", false)).toBeGreaterThanOrEqual(20);
    expect(new Set(questions.map(({ corpus, question }) => `${corpus} ${question}`)).size).toBe(
      questions.length,
    );
  });

  it("are marked by what an answer holds, whatever its case and its escapes", () => {
    expect(holdsFacts("Run \\_it\\_\n now [1]", ["_IT_ now"])).toBe(true);
    expect(holdsFacts("one", [["two", "one"]])).toBe(true);
    expect(holdsFacts("one", ["one", "two"])).toBe(false);
  });
});

describe.skipIf(!hasCorpus("docs/hono"))("answers without a model, on questions held out", () => {
  const given: { question: AnswerQuestion; answer: GivenAnswer }[] = [];

  beforeAll(async () => {
    const questions = readAnswerQuestions().filter(({ split }) => split === "held-out");
    for (const name of new Set(questions.map(({ corpus }) => corpus))) {
      const corpus = await openDocumentation(name);
      for (const question of questions.filter((candidate) => candidate.corpus === name)) {
        // What is known is asked without a threshold: what is refused is counted by its confidence.
        const threshold = question.facts === undefined ? DEFAULT_CONFIDENCE_THRESHOLD : 0;
        given.push({ question, answer: await giveAnswer(corpus, question.question, threshold) });
      }
    }
  }, SITES_MS);

  const share = <T>(values: readonly T[], holds: (value: T) => boolean): number =>
    values.filter(holds).length / values.length;

  // The bounds are a little below what is measured.
  it("hold the expected facts", () => {
    const answered = given.filter(({ question }) => question.facts !== undefined);
    expect(
      share(answered, ({ question, answer }) => holdsFacts(answer.text, question.facts)),
    ).toBeGreaterThanOrEqual(0.6);
  });

  it("cite each paragraph that they quote, and stay short", () => {
    for (const { question, answer } of given) {
      if (answer.refused) continue;
      const prose = answer.text.replace(/```[\s\S]*?```/g, "");
      expect(prose, question.question).toMatch(/\[\d\]/);
      expect(answer.text.length, question.question).toBeLessThan(6000);
    }
  });

  it("are refused where the pages have none, and seldom where they have", () => {
    const known = given.filter(({ question }) => question.facts !== undefined);
    const unknown = given.filter(({ question }) => question.facts === undefined);
    // The two bounds belong together: a threshold that refuses more of the one refuses more of the other.
    expect(share(unknown, ({ answer }) => answer.refused)).toBeGreaterThanOrEqual(0.5);
    expect(
      share(known, ({ answer }) => answer.confidence < DEFAULT_CONFIDENCE_THRESHOLD),
    ).toBeLessThanOrEqual(0.05);
  });
});
