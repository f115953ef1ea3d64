import { describe, expect, it } from "vitest";
import { detectLanguage, SURE_CERTAINTY } from "../../../../core/language/detect-language.ts";
import { HURRIED_QUESTIONS } from "./hurried-questions.ts";

/** As a site in English asks it: its own language and those that the assistant speaks. */
const candidates = Object.keys(HURRIED_QUESTIONS);

const part = (questions: readonly string[], isHeldOut: boolean): string[] =>
  questions.filter((_, index) => (index % 2 === 1) === isHeldOut);

describe.each([
  ["that the word lists were chosen by", false],
  ["that were set aside", true],
])("hurried questions %s", (name, isHeldOut) => {
  const found = Object.entries(HURRIED_QUESTIONS).flatMap(([language, questions]) =>
    part(questions, isHeldOut).map((question) => {
      const detected = detectLanguage(question, { candidates });
      const isSure = (detected?.certainty ?? 0) >= SURE_CERTAINTY;
      return { language, question, detected: detected?.language, isSure };
    }),
  );
  const foreign = found.filter(({ language }) => language !== "en");
  const english = found.filter(({ language }) => language === "en");

  it("are told, and mostly for sure", () => {
    const right = foreign.filter(({ detected, language }) => detected === language);
    const sure = right.filter(({ isSure }) => isSure);
    console.info(`hurried questions ${name}: ${right.length} of ${foreign.length}, for sure ${sure.length}`);
    expect(right.length / foreign.length).toBeGreaterThanOrEqual(0.94);
    expect(sure.length / foreign.length).toBeGreaterThanOrEqual(0.88);
  });

  it("are never taken for another language for sure", () => {
    expect(foreign.filter(({ detected, language, isSure }) => isSure && detected !== language)).toEqual([]);
  });

  it("stay English where they are, also with names that are words elsewhere", () => {
    expect(english.filter(({ detected, isSure }) => isSure && detected !== "en")).toEqual([]);
  });
});
