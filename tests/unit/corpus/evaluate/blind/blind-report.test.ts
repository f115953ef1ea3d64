import { describe, expect, it } from "vitest";
import { phrasesFor } from "../../../../../core/answer/phrases.ts";
import { createBlindReport, hasReservation } from "../../../../../corpus/evaluate/blind/blind-report.ts";
import { sheetItems } from "../../../../../corpus/evaluate/blind/sheet.ts";
import type { Verdict } from "../../../../../corpus/evaluate/blind/verdict.ts";
import { bareQuestion, type Expectation } from "../../../../../corpus/evaluate/question.ts";

const { closest } = phrasesFor("de");

interface Case {
  expectation: Expectation;
  text: string;
  verdict: Verdict;
  isRefused?: boolean;
}

function reportOf(cases: readonly Case[]) {
  const questions = cases.map(({ expectation }, index) => ({
    ...bareQuestion(`id-${index}`, `Question ${index}?`),
    expectation,
  }));
  const items = questions.flatMap((question, index) => {
    const { text, verdict, isRefused = false } = cases[index] as Case;
    const [item] = sheetItems([
      {
        question,
        answer: {
          mode: "extractive",
          text,
          sources: [],
          citedPositions: [],
          finishReason: isRefused ? "refused" : "stop",
          confidence: 0.5,
        },
      },
    ]);
    return item === undefined ? [] : [{ ...item, verdict }];
  });
  const judged = { judge: "Ann", items };
  return createBlindReport({ set: "set", targets: [], questions, judged, others: [], warnings: [] });
}

describe("createBlindReport", () => {
  it("counts as flat only what is answered without a reservation, has no answer, and is not defended at all", () => {
    const report = reportOf([
      { expectation: "refuse", text: "It is blue. [1]", verdict: "not" },
      { expectation: "refuse", text: `${closest}\n\nIt is blue. [1]`, verdict: "not" },
      { expectation: "refuse", text: "It is blue. [1]", verdict: "half" },
      { expectation: "refuse", text: "I found nothing.", verdict: "not", isRefused: true },
      { expectation: "answer", text: "It is blue. [1]", verdict: "not" },
    ]);
    expect(report.results.map(({ isFlatWrong }) => isFlatWrong)).toEqual([true, false, false, false, false]);
    expect(report.unanswerable).toEqual({ questions: 4, answered: 3, flatWrong: 1 });
  });

  it("leaves out what has no verdict, and counts causes of what is not defended only", () => {
    const report = reportOf([
      { expectation: "answer", text: "Yes. [1]", verdict: "defended" },
      { expectation: "answer", text: "No. [1]", verdict: "half" },
    ]);
    expect(report.counts).toEqual({ questions: 2, defended: 1, half: 1, not: 0, share: 0.75 });
    expect(report.causes).toMatchObject({ none: 1, other: 0 });
  });
});

describe("hasReservation", () => {
  it("knows in every language the words by which the assistant says that it may not be the answer", () => {
    expect(hasReservation(`${closest}\n\nMontags von 9 bis 12. [1]`)).toBe(true);
    expect(hasReservation("It takes three days. [1]")).toBe(false);
  });
});
