import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../../../core/search/analyzer.ts";
import { createSectionCheck } from "../../../../corpus/enrichment/check-section.ts";
import { SKETCHES, sketchChunk } from "../../../support/corpus.ts";

const CHUNKS = SKETCHES.map(sketchChunk);
const { check } = createSectionCheck(CHUNKS, await createAnalyzer("en"));
const PRICING = CHUNKS[3] as (typeof CHUNKS)[number];
const GOOD = {
  questions: ["How much does the team plan cost?", "Is Lumen free for a personal site?"],
  answer: "Lumen is free for personal sites. [1] The team plan costs 12 euros per seat and month. [1]",
};

describe("what is kept of a reply", () => {
  it("is what the section bears out", () => {
    expect(check(PRICING, GOOD)).toEqual({ ...GOOD, searchedOnly: [], dropped: [] });
  });

  it.each([
    ["another number", "The team plan costs 15 euros per seat and month. [1]", "unsupported"],
    ["no citation", "Lumen is free for personal sites.", "uncited"],
    ["a sentence without one", `${GOOD.answer} A personal site is free.`, "uncited"],
    ["a citation of what is not there", "Lumen is free for personal sites. [2]", "cites-other"],
    [
      "a language of its own",
      "Lumen ist für persönliche Websites kostenlos und das Team zahlt 12 Euro pro Monat. [1]",
      "other-language",
    ],
    ["no statement", "Is it free? [1]", "states-nothing"],
  ])("is no answer with %s", (_name, answer, reason) => {
    const checked = check(PRICING, { ...GOOD, answer });
    expect(checked).toMatchObject({ answer: "", dropped: [{ text: answer, reason }] });
    expect(checked.questions).toEqual(GOOD.questions);
  });

  it.each([
    ["that shares nothing with it", "Who founded the company?", "unrelated"],
    ["that names another thing", "Does the Enterprise plan cost more than the team plan?", "names-other"],
    ["that names another number", "Does the team plan cost 99 euros?", "names-other"],
    ["about the text itself", "What does this section say of the team plan?", "not-a-visitors"],
    ["that was asked already", "What does the team plan cost?", "duplicate"],
  ])("is no question %s", (_name, question, reason) => {
    const first = "How much does the team plan cost?";
    const { questions, dropped } = check(PRICING, { ...GOOD, questions: [first, question] });
    expect(questions).toEqual([first]);
    expect(dropped).toEqual([{ text: question, reason }]);
  });

  it("is searched only where the answer is about something else of the section", () => {
    const { questions, searchedOnly } = check(PRICING, {
      ...GOOD,
      answer: "Lumen is free for personal sites. [1]",
    });
    expect(questions).toEqual(["Is Lumen free for a personal site?"]);
    expect(searchedOnly).toEqual(["How much does the team plan cost?"]);
  });
});
