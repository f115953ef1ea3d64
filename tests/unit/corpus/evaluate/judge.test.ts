import { describe, expect, it } from "vitest";
import { explainFailure } from "../../../../corpus/evaluate/explain.ts";
import { judgeQuestion, rankPages, type Observation } from "../../../../corpus/evaluate/judge.ts";
import { bareQuestion, type EvaluationQuestion } from "../../../../corpus/evaluate/question.ts";
import { summarise } from "../../../../corpus/evaluate/summary.ts";
import type { GivenAnswer } from "../../../../corpus/evaluate/target.ts";

function answer(given: Partial<GivenAnswer> & { urls?: string[] } = {}): GivenAnswer {
  const { urls = ["/billing/#invoices"], ...rest } = given;
  return {
    mode: "extractive",
    text: "You have 30 days. [1]",
    sources: urls.map((url, index) => ({ position: index + 1, title: "T", url, excerpt: "", score: 1 })),
    citedPositions: [1],
    finishReason: "stop",
    confidence: 0.8,
    ...rest,
  };
}

const refusal = answer({
  text: "I could not find it.",
  citedPositions: [],
  finishReason: "refused",
  confidence: 0.2,
});

function question(rest: Partial<EvaluationQuestion> = {}): EvaluationQuestion {
  return {
    ...bareQuestion("q", "Can I pay by invoice?"),
    relevant: [{ url: "/billing/", grade: 1 }],
    facts: [["30 days", "a month"]],
    ...rest,
  };
}

const unanswerable = question({ expectation: "refuse", relevant: [], facts: [] });
const smallTalk = question({ expectation: "conversation", relevant: [], facts: [] });

describe("rankPages", () => {
  it("counts each page once, and an expected section by itself", () => {
    const relevant = [
      { url: "/a/#two", grade: 1 },
      { url: "/c/", grade: 2 },
    ];
    expect(rankPages(["/a/#one", "/a/#three", "/a/#two", "/c/#x", "/c/#y", "/d/"], relevant)).toEqual([
      { url: "/a/#one", grade: 0 },
      { url: "/a/#two", grade: 1 },
      { url: "/c/#x", grade: 2 },
      { url: "/d/", grade: 0 },
    ]);
  });
});

describe("judgeQuestion", () => {
  const found = ["/other/", "/billing/"];

  it.each([
    ["a right answer passes", question(), { found, answer: answer() }, []],
    ["another wording of a fact passes", question(), { found, answer: answer({ text: "A month. [1]" }) }, []],
    ["a missing fact fails", question(), { found, answer: answer({ text: "Soon. [1]" }) }, ["facts-missing"]],
    ["another page fails", question(), { found, answer: answer({ urls: ["/other/"] }) }, ["not-cited"]],
    [
      "a page that was not found fails as such",
      question(),
      { found: ["/other/"], answer: answer({ urls: ["/other/"] }) },
      ["not-found"],
    ],
    ["a refusal fails", question(), { found, answer: refusal }, ["refused"]],
    [
      "a refusal tells that the page was not found",
      question(),
      { found: [], answer: refusal },
      ["refused", "not-found"],
    ],
    [
      "small talk instead of an answer fails",
      question(),
      { found, answer: answer({ mode: "conversation" }) },
      ["misrouted"],
    ],
    ["a refusal that was expected passes", unanswerable, { answer: refusal }, []],
    [
      "a polite change of the subject passes for a refusal",
      unanswerable,
      { answer: answer({ mode: "conversation" }) },
      [],
    ],
    ["an answer that was not expected fails", unanswerable, { answer: answer() }, ["answered"]],
    ["small talk passes", smallTalk, { answer: answer({ mode: "conversation" }) }, []],
    ["an answer to small talk fails", smallTalk, { answer: answer() }, ["misrouted"]],
    ["what could not be asked fails", question(), { failure: "No reply." }, ["failed"]],
    [
      "a gold answer that is missing fails",
      question({ facts: [], answers: ["in May"] }),
      { found, answer: answer() },
      ["facts-missing"],
    ],
    ["a ranking needs no answer", question({ expectation: "ranking" }), { found }, []],
    [
      "a ranking without the page fails",
      question({ expectation: "ranking" }),
      { found: ["/x/"] },
      ["not-found"],
    ],
  ] as [string, EvaluationQuestion, Observation, string[]][])("%s", (_, asked, seen, problems) => {
    const result = judgeQuestion(asked, seen);
    expect(result.problems).toEqual(problems);
    expect(result.passed).toBe(problems.length === 0);
    // Every failure can be explained, in sentences that are not empty.
    if (!result.passed)
      for (const text of Object.values(explainFailure(result))) expect(text).toMatch(/\w{3}/);
  });

  it("measures the ranking of pages", () => {
    const result = judgeQuestion(question(), { found, answer: answer() });
    expect(result).toMatchObject({ rank: 2, recallAt5: 1, recallAt10: 1, citesExpected: true });
    expect(result.ndcgAt10).toBeCloseTo(1 / Math.log2(3), 10);
  });

  it("gives no rank to a page behind the first ten", () => {
    const far = [...Array.from({ length: 10 }, (_, index) => `/p${index}/`), "/billing/"];
    expect(judgeQuestion(question({ expectation: "ranking" }), { found: far })).toMatchObject({
      rank: null,
      ndcgAt10: 0,
      problems: ["not-found"],
    });
  });

  it("looks for gold answers in the best sentences", () => {
    const asked = question({ answers: ["in May"] });
    expect(
      judgeQuestion(asked, {
        found,
        answer: answer(),
        sentences: ["It began.", "In May, 1968.", "It ended."],
      }).sentenceHits,
    ).toEqual([false, true, true]);
  });

  it("knows of a refusal whether the answer that was held back is right", () => {
    const right = judgeQuestion(question(), { found, answer: refusal, withheld: answer() });
    expect(right.isRight).toBe(true);
    expect(explainFailure(right).why).toContain("number 2 of the pages found");
    expect(explainFailure(right).why).toContain("held back is right");
    const wrong = judgeQuestion(question(), { found, answer: refusal, withheld: answer({ text: "Soon." }) });
    expect(wrong.isRight).toBe(false);
    expect(judgeQuestion(question(), { found, answer: refusal }).isRight).toBeNull();
    expect(judgeQuestion(unanswerable, { answer: refusal }).isRight).toBe(false);
    expect(judgeQuestion(smallTalk, { answer: refusal }).isRight).toBeNull();
  });
});

describe("a refusal that quotes what is near", () => {
  const quoting = answer({
    ...refusal,
    text: "No direct answer. **Billing** [1] In 30 days.",
    citedPositions: [1],
  });
  const judged = judgeQuestion(question(), { found: ["/billing/"], answer: quoting });

  it("is a refusal all the same: it claims no fact and cites no page", () => {
    expect(judged).toMatchObject({ problems: ["refused"], citesExpected: false, factsInRefusal: 1 });
    expect(judged.facts).toEqual([{ fact: "30 days | a month", found: false }]);
    expect(explainFailure(judged).why).toContain("What it quotes holds all facts.");
    expect(judgeQuestion(unanswerable, { answer: quoting }).problems).toEqual([]);
  });

  it("is counted apart, and by whether it holds all facts", () => {
    const other = judgeQuestion(question({ facts: [["60 days"]] }), {
      found: ["/billing/"],
      answer: quoting,
    });
    const plain = judgeQuestion(question(), { found: ["/billing/"], answer: refusal });
    expect(other.factsInRefusal).toBe(0);
    expect(plain.factsInRefusal).toBeNull();
    const missing = judgeQuestion(unanswerable, { answer: quoting });
    expect(summarise([judged, other, plain, missing])).toMatchObject({
      counts: {
        answerableRefused: 3,
        answerableRefusedQuoting: 2,
        answerableRefusedWithFacts: 1,
        unanswerableRefused: 1,
        unanswerableRefusedQuoting: 1,
      },
      measures: { citationHitRate: 0, factShare: 0, wrongAnswers: 0 },
    });
  });
});

describe("summarise", () => {
  const results = [
    judgeQuestion(question({ id: "1", tags: ["a"] }), { found: ["/billing/"], answer: answer() }),
    judgeQuestion(question({ id: "2", tags: ["a", "b"] }), { found: ["/x/", "/billing/"], answer: refusal }),
    judgeQuestion({ ...unanswerable, id: "3" }, { answer: refusal }),
    judgeQuestion({ ...unanswerable, id: "4" }, { answer: answer({ confidence: 0.5 }) }),
    judgeQuestion({ ...smallTalk, id: "5" }, { answer: answer({ mode: "conversation", confidence: 1 }) }),
    judgeQuestion({ ...smallTalk, id: "6" }, { answer: answer() }),
    judgeQuestion(question({ id: "7" }), { failure: "No reply." }),
  ];

  it("counts what became of the questions, and measures each on those that say something about it", () => {
    const { counts, measures, byTag, confidences, passedInterval } = summarise(results);
    expect(counts).toEqual({
      questions: 7,
      passed: 3,
      failed: 4,
      answerable: 2,
      answerableAnswered: 1,
      answerableRefused: 1,
      answerableRefusedQuoting: 0,
      answerableRefusedWithFacts: 0,
      unanswerable: 2,
      unanswerableAnswered: 1,
      unanswerableRefused: 1,
      unanswerableRefusedQuoting: 0,
      conversation: 2,
      errors: 1,
    });
    expect(measures).toMatchObject({
      recallAt5: 1,
      mrr: 0.75,
      citationHitRate: 0.5,
      factShare: 0.5,
      answerHitRate: null,
      sentenceHitRateAt1: null,
      // Pairs of .8 and .2 with .2 and .5: 2 wins, a tie, a loss.
      refusalAuroc: 2.5 / 4,
      wrongRefusals: 0.5,
      wrongAnswers: 0.5,
      routing: 0.75,
    });
    expect(confidences).toEqual({ answerable: [0.8, 0.2], unanswerable: [0.2, 0.5] });
    expect(byTag).toEqual({ a: { questions: 2, passed: 1 }, b: { questions: 1, passed: 0 } });
    expect(passedInterval?.[0]).toBeLessThan(3 / 7);
  });

  it("leaves the confidence of a conversational reply out: nothing was searched", () => {
    const redirected = judgeQuestion(unanswerable, {
      answer: answer({ mode: "conversation", confidence: 1 }),
    });
    expect(summarise([...results, redirected]).confidences).toEqual(summarise(results).confidences);
    expect(summarise([...results, redirected]).counts.unanswerableRefused).toBe(2);
  });

  it("measures nothing of nothing", () => {
    const { measures, reliability, thresholds } = summarise([]);
    expect(new Set(Object.values(measures))).toEqual(new Set([null]));
    expect(reliability).toBeNull();
    expect(thresholds).toEqual([]);
  });

  it("does not praise the routing of a set without small talk", () => {
    expect(summarise(results.slice(0, 4)).measures.routing).toBeNull();
  });
});
