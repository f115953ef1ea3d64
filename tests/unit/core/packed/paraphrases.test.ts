import { beforeAll, describe, expect, it } from "vitest";
import { createAnalyzer, type Analyzer } from "../../../../core/search/analyzer.ts";
import { fillerWords } from "../../../../core/search/filler-words.ts";
import { paraphraseGroups } from "../../../../core/search/paraphrases.ts";
import { buildPackedIndex } from "../../../../core/search/packed/build-packed-index.ts";
import { openPackedIndex } from "../../../../core/search/packed/open-packed-index.ts";
import { createPackedRetriever } from "../../../../core/search/packed/packed-retriever.ts";
import type { Retriever } from "../../../../core/search/retriever.ts";
import { openSketch } from "../../../support/corpus.ts";

const PAGES: [title: string, body: string][] = [
  ["Caching", "Disable the cache with one setting, and the next question is answered anew."],
  ["Pricing", "The plan for teams is 12 euros a month."],
  ["Machines", "Turn the wheel, and a second wheel moves with it."],
  ["Repository", "Clone the repository with git."],
  ["Weather", "Rain falls on the plain; the sun returns at noon."],
];

describe("paraphrases of a question", () => {
  let analyzer: Analyzer;
  let retriever: Retriever;
  const all = (question: string): (string | undefined)[] =>
    retriever.retrieve(question, { limit: 5 }).ranked.map(({ ordinal }) => PAGES[ordinal]?.[0]);
  const best = (question: string): string | undefined => {
    return all(question)[0];
  };

  beforeAll(async () => {
    analyzer = await createAnalyzer("en");
    const bytes = buildPackedIndex(
      {
        chunks: PAGES.map(([title, body]) => ({ title, headingPath: [], body })),
        documents: PAGES.map(([title]) => ({ url: `/${title}/`, title, language: "en" })),
        chunkDocuments: PAGES.map((_, page) => page),
      },
      analyzer,
    );
    retriever = createPackedRetriever(openPackedIndex(bytes), { analyzer, fillers: fillerWords("en") });
  });

  it("find the page that says it in other words", () => {
    expect(best("What does it cost?")).toBe("Pricing");
    expect(best("How do I deactivate that?")).toBe("Caching");
  });

  it("take a verb and its particle together, also with words between them", () => {
    expect(best("switch it off")).toBe("Caching");
    expect(all("How do I turn the thing off?")).toEqual(["Machines", "Caching"]);
    // Without the particle it is another verb.
    expect(all("How do I turn it?")).toEqual(["Machines"]);
  });

  it("know short forms of a word", () => {
    expect(best("clone the repo")).toBe("Repository");
    expect(best("repo")).toBe("Repository");
  });

  it("leave the terms of the question and the strength of the match alone", () => {
    const { terms, strength, corrections } = retriever.retrieve("What does it cost?", { limit: 1 });
    expect(terms.map(({ term, known }) => [term, known])).toEqual([["cost", false]]);
    expect(strength).toBe(0);
    expect(corrections).toEqual([]);
  });

  it("are told of each word that they stand for, where the corpus has them", () => {
    const { terms } = retriever.retrieve("Does it cost to deactivate the wheel?", { limit: 1 });
    const synonymsOf = new Map(terms.map(({ word, synonyms }) => [word, synonyms]));
    expect(synonymsOf.get("cost")).toEqual(["price"]);
    expect(synonymsOf.get("deactivate")).toContain("disabl");
    expect(synonymsOf.get("deactivate")).not.toContain("off");
    const wheel = terms.find(({ term }) => term === "wheel");
    expect(wheel).toBeDefined();
    expect(wheel).not.toHaveProperty("synonyms");
  });

  it("are told all of them, where there are several", async () => {
    const corpus = await openSketch([{ title: "Album", blocks: ["Each photo is an image of its own."] }]);
    const { terms } = corpus.retriever.retrieve("picture", { limit: 1 });
    expect(terms[0]?.synonyms?.toSorted()).toEqual(["imag", "photo"]);
  });

  it("never count where the visitor's own word stands", () => {
    expect(all("disable")).toEqual(["Caching"]);
  });

  it("are few enough for a question of nothing but them", () => {
    const every = paraphraseGroups("en").flatMap(({ members }) => members);
    expect(all(every.join(" ")).length).toBeGreaterThan(0);
  });
});

describe("the tables of paraphrases", () => {
  it.each(["en", "de", "es", "fr", "it", "pt-BR", "nl"])("say each word once a group in %s", (language) => {
    const groups = paraphraseGroups(language);
    expect(groups.length).toBeGreaterThan(20);
    for (const { members } of groups) {
      expect(new Set(members).size).toBe(members.length);
      expect(members.length).toBeGreaterThan(1);
      for (const member of members) expect(member).toBe(member.trim().toLowerCase());
    }
  });

  it("have short forms for every language", () => {
    const groups = paraphraseGroups("fi");
    expect(groups.length).toBeGreaterThan(0);
    expect(groups.every(({ isSameWord }) => isSameWord)).toBe(true);
  });
});
