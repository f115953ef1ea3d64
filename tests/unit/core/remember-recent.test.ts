import { describe, expect, it } from "vitest";
import { rememberRecent } from "../../../core/search/remember-recent.ts";
import type { Retriever, RetrieveOptions } from "../../../core/search/retriever.ts";

/** A retriever over so many chunks that counts what it is asked. */
function counting(chunkCount = 100) {
  const asked: string[] = [];
  const split: string[] = [];
  const retriever: Retriever = {
    retrieve(question, { limit, prefersLeads }) {
      asked.push(question);
      const all = Array.from({ length: chunkCount }, (_, ordinal) => ({
        ordinal,
        score: chunkCount - ordinal,
      }));
      const ranked = (prefersLeads === true ? all.toReversed() : all).slice(0, limit);
      return { terms: [], corrections: [], total: chunkCount, strength: 1, ranked };
    },
    terms(text) {
      split.push(text);
      return text.split(" ");
    },
    weightOf: () => 1,
  };
  return { retriever: rememberRecent(retriever), plain: retriever, asked, split };
}

describe("a retriever that remembers", () => {
  it.each<[string, RetrieveOptions]>([
    ["a few", { limit: 3 }],
    ["more than are remembered", { limit: 90 }],
    ["more than there are", { limit: 500 }],
    ["beginnings of pages", { limit: 5, prefersLeads: true }],
    ["while it is typed", { limit: 5, isLastWordOpen: true }],
    ["with filters", { limit: 5, filters: { language: "en" } }],
    ["with an embedding", { limit: 5, similarities: new Float32Array(100) }],
  ])("says what the retriever says: %s", (_, options) => {
    const { retriever, plain } = counting();
    for (let time = 0; time < 2; time++) {
      expect(retriever.retrieve("what?", options)).toEqual(plain.retrieve("what?", options));
    }
  });

  it("looks a question up once, however many chunks are asked for, and in whatever order", () => {
    const { retriever, asked } = counting();
    expect(retriever.retrieve("what?", { limit: 1 }).ranked).toHaveLength(1);
    expect(retriever.retrieve("what?", { limit: 36 }).ranked).toHaveLength(36);
    expect(retriever.retrieve("what?", { limit: 12 }).ranked).toHaveLength(12);
    expect(asked).toEqual(["what?"]);
    retriever.retrieve("what?", { limit: 1, prefersLeads: true });
    retriever.retrieve("where?", { limit: 1 });
    expect(asked).toEqual(["what?", "what?", "where?"]);
  });

  it("is not changed by what becomes of a list that it gave", () => {
    const { retriever } = counting();
    retriever.retrieve("what?", { limit: 3 }).ranked.length = 0;
    expect(retriever.retrieve("what?", { limit: 3 }).ranked).toHaveLength(3);
  });

  it("does not look up anew what filters or an embedding give, for another question", () => {
    const { retriever, asked } = counting();
    retriever.retrieve("what?", { limit: 3, filters: { language: "en" } });
    retriever.retrieve("what?", { limit: 3 });
    expect(asked).toHaveLength(2);
  });

  it("splits a text once, and a long one each time", () => {
    const { retriever, split } = counting();
    const long = "word ".repeat(2000);
    for (const text of ["a b", long, "a b", long]) expect(retriever.terms(text)).toEqual(text.split(" "));
    expect(split).toEqual(["a b", long, long]);
  });

  it("forgets what was not asked for a long time, and keeps what is asked often", () => {
    const { retriever, asked } = counting();
    for (let question = 0; question < 1000; question++) {
      retriever.retrieve(`question ${question}`, { limit: 1 });
      retriever.retrieve("asked by everybody", { limit: 1 });
    }
    expect(asked.filter((question) => question === "asked by everybody")).toHaveLength(1);
    retriever.retrieve("question 999", { limit: 1 });
    expect(asked.filter((question) => question === "question 999")).toHaveLength(1);
    retriever.retrieve("question 0", { limit: 1 });
    expect(asked.filter((question) => question === "question 0")).toHaveLength(2);
  });
});
