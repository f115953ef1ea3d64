/** Says in words what was expected of a question, what came, and what to look at. */
import type { ProblemKind, QuestionResult } from "./judge.ts";
import type { Expectation } from "./question.ts";

export const PROBLEM_LABELS: Readonly<Record<ProblemKind, string>> = {
  "failed": "could not be asked",
  "answered": "answered, but should refuse",
  "misrouted": "wrongly routed",
  "refused": "refused, but has an answer",
  "not-found": "page not found",
  "not-cited": "page not cited",
  "facts-missing": "facts missing",
};

export interface Explanation {
  expected: string;
  found: string;
  why: string;
}

/** Pages that a line names before it says "and more". */
const NAMED_PAGES = 3;

export function explainFailure(result: QuestionResult): Explanation {
  const { problems, expectation, expectedUrls } = result;
  const [problem = "failed"] = problems;
  const missing = result.facts.filter(({ found }) => !found).map(({ fact }) => `"${fact}"`);
  const facts = result.facts.map(({ fact }) => fact);
  const expected = describeExpectation({ expectation, urls: expectedUrls, facts });
  return { expected, found: foundOf(result), why: whyOf(problem, result, missing) };
}

/** Such as "an answer from /billing/ that says "30 days"". */
export function describeExpectation({
  expectation,
  urls,
  facts,
}: {
  expectation: Expectation;
  urls: readonly string[];
  facts: readonly string[];
}): string {
  switch (expectation) {
    case "refuse":
      return "a refusal";
    case "conversation":
      return "a conversational reply";
    case "ranking":
      return `${listed(urls)} among the first ten`;
    case "answer": {
      const quoted = facts.map((fact) => `"${fact}"`);
      const parts = [
        ...(urls.length > 0 ? [`from ${listed(urls, "or")}`] : []),
        ...(quoted.length > 0 ? [`that says ${listed(quoted, "and")}`] : []),
      ];
      return ["an answer", ...parts].join(" ");
    }
  }
}

function foundOf(result: QuestionResult): string {
  const { failure, finishReason, mode, foundPages, sources, confidence } = result;
  if (failure !== null) return failure;
  if (mode === null) return foundPages.length === 0 ? "nothing" : `first ${foundPages[0]}`;
  const sure = confidence === null ? "" : ` with a confidence of ${confidence.toFixed(2)}`;
  if (mode === "conversation") return "a conversational reply";
  if (finishReason === "refused") return `a refusal${sure}`;
  const cited = [...new Set(sources.filter((source) => source.cited).map(({ url }) => url))];
  return `an answer${sure} that cites ${cited.length === 0 ? "nothing" : listed(cited, "and")}`;
}

function whyOf(problem: ProblemKind, result: QuestionResult, missing: readonly string[]): string {
  const { rank, foundPages, isRight, withheldAnswer } = result;
  const place = rank === null ? "not among the first ten pages" : `number ${rank} of the pages found`;
  switch (problem) {
    case "failed":
      return "The target did not answer.";
    case "answered":
      return "The pages share words with the question, but hold no answer. A higher threshold refuses more.";
    case "misrouted":
      return result.expectation === "conversation"
        ? "It was taken for a question about the pages."
        : "It was taken for small talk, so nothing was searched.";
    case "refused": {
      const told = result.facts.length > 0 && result.factsInRefusal === result.facts.length;
      const reason = `The expected page is ${place}; the confidence is below the threshold.${told ? " What it quotes holds all facts." : ""}`;
      if (withheldAnswer === null || isRight === null) return reason;
      return `${reason} The answer that was held back is ${isRight ? "right" : "not right either"}.`;
    }
    case "not-found":
      return foundPages.length === 0
        ? "No page shares a word with the question."
        : `The expected page is ${place}. Use the visitors' words in its heading or its first sentence. Found instead: ${listed(foundPages)}.`;
    case "not-cited":
      return `The expected page is ${place}, but another page was quoted.`;
    case "facts-missing":
      return missing.length > 0
        ? `The answer does not say ${listed(missing, "nor")}.`
        : "The answer holds none of the gold answers.";
  }
}

function listed(items: readonly string[], conjunction = "or"): string {
  const shown = items.slice(0, NAMED_PAGES);
  const rest = items.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} ${conjunction} ${rest} more`;
  const last = shown.at(-1) ?? "";
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} ${conjunction} ${last}` : last;
}
