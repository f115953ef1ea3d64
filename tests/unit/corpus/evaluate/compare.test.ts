import { describe, expect, it } from "vitest";
import { OptionReader } from "../../../../corpus/command.ts";
import { compareResults, readBaseline } from "../../../../corpus/evaluate/compare.ts";
import { checkGates, gatesOf } from "../../../../corpus/evaluate/gates.ts";
import { judgeQuestion, type QuestionResult } from "../../../../corpus/evaluate/judge.ts";
import { formatOutcomes } from "../../../../corpus/evaluate/outcomes.ts";
import { bareQuestion } from "../../../../corpus/evaluate/question.ts";
import { summarise, type Measures } from "../../../../corpus/evaluate/summary.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** A question about `/a/` whose page was found at a rank; 0 for not at all. */
function result(id: string, rank: number, text = "It says yes. [1]"): QuestionResult {
  const found = ["/x/", "/y/", "/z/"].toSpliced(Math.max(rank, 1) - 1, 0, rank === 0 ? "/w/" : "/a/");
  return judgeQuestion(
    { ...bareQuestion(id, `Question ${id}?`), relevant: [{ url: "/a/", grade: 1 }], facts: [["yes"]] },
    {
      found,
      answer: {
        mode: "extractive",
        text,
        sources: [{ position: 1, title: "A", url: rank === 0 ? "/w/" : "/a/", excerpt: "", score: 1 }],
        citedPositions: [1],
        finishReason: "stop",
        confidence: 0.63,
      },
    },
  );
}

function evaluation(results: QuestionResult[]): { measures: Measures; results: QuestionResult[] } {
  return { measures: summarise(results).measures, results };
}

describe("compareResults", () => {
  it("tells worse from better, those whose verdict changed first", () => {
    const before = evaluation([
      result("same", 1),
      result("slid", 1),
      result("lost", 1),
      result("rose", 3),
      result("won", 1, "No."),
      result("gone", 1),
    ]);
    const after = evaluation([
      result("same", 1),
      result("slid", 2),
      result("lost", 0),
      result("rose", 1),
      result("won", 1),
      result("new", 1),
    ]);
    const comparison = compareResults(before, after);
    expect(comparison.worse).toEqual([
      { id: "lost", question: "Question lost?", changes: ["passed → not-found", "rank 1 → none"] },
      { id: "slid", question: "Question slid?", changes: ["rank 1 → 2"] },
    ]);
    expect(comparison.better.map(({ id, changes }) => [id, ...changes])).toEqual([
      ["won", "facts-missing → passed", "facts 0/1 → 1/1"],
      ["rose", "rank 3 → 1"],
    ]);
    expect(comparison).toMatchObject({ added: ["new"], removed: ["gone"] });
    expect(comparison.measures.factShare).toBeCloseTo(1 / 6, 6);
    expect(comparison.measures.refusalAuroc).toBeUndefined();
  });

  it("finds nothing to say of the same results", () => {
    const same = evaluation([result("a", 1), result("b", 0)]);
    const comparison = compareResults(same, same);
    expect([comparison.worse, comparison.better]).toEqual([[], []]);
    expect(new Set(Object.values(comparison.measures))).toEqual(new Set([0]));
  });

  it.each([
    ["nothing", /is no earlier result \(it is not JSON\)/],
    ["[]", /is no earlier result/],
    ['{"reportVersion": 9}', /reportVersion/],
  ])("refuses %j as a baseline", async (content, message) => {
    const cwd = await temporaryFolder({ "b.json": content });
    await expect(readBaseline("b.json", cwd)).rejects.toThrow(message);
  });
});

describe("gates", () => {
  const measures = evaluation([result("a", 1), result("b", 2)]).measures;
  const check = (values: Record<string, string>) =>
    checkGates(gatesOf(new OptionReader(values)), measures).map(({ passed, message }) => [passed, message]);

  it("are kept or missed, with what was found and what was wanted", () => {
    expect(check({ "min-mrr": "0.75", "min-facts": "100%", "min-ndcg": "0.95" })).toEqual([
      [false, "--min-ndcg: nDCG@10 is 0.815, not at least 0.95"],
      [true, "--min-mrr: mean reciprocal rank is 0.750, at least 0.75"],
      [true, "--min-facts: facts found in the answers is 1.000, at least 1"],
    ]);
    expect(check({ "max-wrong-refusals": "0" })).toEqual([
      [true, "--max-wrong-refusals: answerable questions refused is 0.000, at most 0"],
    ]);
  });

  it("are missed where nothing was measured", () => {
    expect(check({ "min-refusal-auroc": "0" })).toEqual([
      [
        false,
        "--min-refusal-auroc: refusal AUROC is not measured: the set has no questions with refuse, and others",
      ],
    ]);
  });

  it.each(["1.5", "-1", "many", "150%", ""])("refuse %j as a share", (value) => {
    expect(() => gatesOf(new OptionReader({ "min-ndcg": value }))).toThrow(/a number from 0 to 1/);
  });
});

describe("formatOutcomes", () => {
  it("writes a line a question, by id, with the confidence to the nearest .05", () => {
    const refused = judgeQuestion(
      { ...bareQuestion("c", "Gold?"), expectation: "refuse" },
      {
        answer: {
          mode: "extractive",
          text: "No.",
          sources: [],
          citedPositions: [],
          finishReason: "refused",
          confidence: 0.08,
        },
      },
    );
    expect(formatOutcomes([refused, result("b", 0), result("a", 2)])).toBe(
      '{"id":"a","outcome":"passed","rank":2,"facts":"1/1","confidence":0.65}\n' +
        '{"id":"b","outcome":"not-found","rank":null,"facts":"1/1","confidence":0.65}\n' +
        '{"id":"c","outcome":"passed","refused":true,"confidence":0.1}\n',
    );
  });
});
