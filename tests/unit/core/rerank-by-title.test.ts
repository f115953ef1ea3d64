import { describe, expect, it } from "vitest";
import { rerankByTitle, type RankedTitle } from "../../../core/search/rerank-by-title.ts";
import type { QueryTerm } from "../../../core/search/retriever.ts";

const ranked = [1, 0.95, 0.9].map((score, ordinal) => ({ ordinal, score }));

function terms(weights: Record<string, number>): QueryTerm[] {
  return Object.entries(weights).map(([term, weight]) => ({ term, word: term, weight, known: true }));
}

function order(
  question: QueryTerm[],
  titles: (string | [title: string, isLead: boolean])[],
  prefersLeads = false,
): number[] {
  const titleOf = (ordinal: number): RankedTitle => {
    const [title, isLead] = [titles[ordinal] ?? ""].flat() as [string, boolean?];
    return { terms: new Set(title.split(" ")), isLead: isLead === true };
  };
  return rerankByTitle(ranked, { terms: question, titleOf, prefersLeads }).map(({ ordinal }) => ordinal);
}

describe("reranking by title", () => {
  it("puts the page named after the question before those that only mention it in their title", () => {
    expect(order(terms({ install: 2, react: 3 }), ["vue react", "install", "install react"])).toEqual([
      2, 1, 0,
    ]);
  });

  it("keeps the order where no title says what was asked, and of equals", () => {
    expect(order(terms({ install: 2 }), ["a", "b", "c"])).toEqual([0, 1, 2]);
    expect(order(terms({ install: 2 }), ["install", "install", "install"])).toEqual([0, 1, 2]);
  });

  it("trusts titles more for words that are on every page, and then begins at the beginning", () => {
    const titles: [string, boolean][] = [
      ["blog astro", true],
      ["astro", false],
      ["astro", true],
    ];
    expect(order(terms({ astro: 0.1 }), titles)).toEqual([2, 1, 0]);
  });

  it("begins at the beginning where the question asks what something is", () => {
    const titles: [string, boolean][] = [
      ["action", false],
      ["action", false],
      ["action", true],
    ];
    expect(order(terms({ action: 5, astro: 1 }), titles, true)[0]).toBe(2);
  });

  it("leaves the order alone for a question without a word to look for", () => {
    expect(order([], ["a", "b", "c"])).toEqual([0, 1, 2]);
  });
});
