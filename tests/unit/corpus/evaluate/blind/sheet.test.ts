import { describe, expect, it } from "vitest";
import { groupSources } from "../../../../../corpus/evaluate/blind/print-sheet.ts";
import { answerHashOf, blindIdOf, type SheetItem } from "../../../../../corpus/evaluate/blind/sheet.ts";
import { bareQuestion } from "../../../../../corpus/evaluate/question.ts";

const source = (
  position: number,
  cited: boolean,
  title = "Billing",
  offered = false,
): SheetItem["sources"][number] => ({
  position,
  title,
  section: null,
  url: "/billing/",
  excerpt: "Companies can pay by invoice.",
  cited,
  offered,
});

describe("the hash of an answer", () => {
  const answer = {
    question: "Can I pay by invoice?",
    history: [],
    kind: "answer",
    answer: "Companies can. [1]",
    sources: [source(1, true), source(2, false)],
  } as const;
  const hash = answerHashOf(answer);

  it.each([
    ["another text", { answer: "Companies can't. [1]" }],
    ["another question", { question: "Can I pay?" }],
    ["another turn before", { history: [{ role: "visitor", text: "Hello" }] as const }],
    ["a refusal", { kind: "refusal" as const }],
    ["another source", { sources: [source(1, true, "Prices")] }],
    ["a place offered below it", { sources: [source(1, true), source(2, false, "Billing", true)] }],
  ])("is another one for %s", (_what, change) => {
    expect(answerHashOf({ ...answer, ...change })).not.toBe(hash);
  });

  it("stays where only what is not cited changes, and of a refusal counts the pages that may help", () => {
    expect(answerHashOf({ ...answer, sources: [source(1, true), source(3, false, "Other")] })).toBe(hash);
    const refusal = { ...answer, kind: "refusal" as const, sources: [source(1, false)] };
    expect(answerHashOf({ ...refusal, sources: [source(1, false, "Other")] })).not.toBe(
      answerHashOf(refusal),
    );
  });
});

describe("the sources of an answer", () => {
  it("are told apart: cited, offered as closed cards, and the others", () => {
    const groups = groupSources([source(1, true), source(3, false), source(2, false, "Prices", true)]);
    expect(groups.map(({ list }) => list.map(({ position }) => position))).toEqual([[1], [2], [3]]);
    expect(groups[1]?.heading).toContain("closed cards");
  });

  it("of a refusal are pages that may help, all of them", () => {
    expect(groupSources([source(1, false, "Billing", true)])).toMatchObject([
      { heading: "Pages that may help", list: [{ position: 1 }] },
    ]);
  });
});

describe("the id of a question", () => {
  it("is of what is asked, not of what is expected, and tells sites apart", () => {
    const question = bareQuestion("a", "How long does delivery take?");
    expect(blindIdOf({ ...question, id: "b", facts: [["a week"]], tags: ["x"] })).toBe(blindIdOf(question));
    expect(blindIdOf({ ...question, site: "shop" })).not.toBe(blindIdOf(question));
    expect(blindIdOf({ ...question, history: [{ role: "visitor", text: "Hello" }] })).not.toBe(
      blindIdOf(question),
    );
  });
});
