import { describe, expect, it } from "vitest";
import { readAskedQuestion, type AskedQuestion } from "../../../../core/answer/understand/asked-question.ts";
import type { QueryTerm } from "../../../../core/search/retriever.ts";
import { termOf, wordsOf } from "./section-sketch.ts";

const read = (question: string, terms: QueryTerm[]): AskedQuestion =>
  readAskedQuestion({ question, terms, termsOf: wordsOf });
const shareOf = (asked: AskedQuestion, ...held: string[]): number => asked.share(asked.maskOf(held));

describe("a synonym of a word that was asked", () => {
  const asked = read("rotate the session key", [
    termOf("rotate", { synonyms: ["renew", "replace"] }),
    termOf("session"),
    termOf("key"),
  ]);

  it("counts less than the word, and more than nothing", () => {
    expect(shareOf(asked, "renew")).toBeGreaterThan(0);
    expect(shareOf(asked, "renew")).toBeLessThan(shareOf(asked, "rotate"));
    expect(shareOf(asked, "renew", "session", "key")).toBeLessThan(1);
  });

  it("adds nothing to the word, nor to another one for it", () => {
    expect(shareOf(asked, "rotate", "renew")).toBe(shareOf(asked, "rotate"));
    expect(shareOf(asked, "renew", "replace")).toBe(shareOf(asked, "renew"));
    expect(shareOf(asked, "rotate", "renew", "session", "key")).toBeCloseTo(1);
  });

  it("is no word of the question: neither beside its neighbours, nor unknown", () => {
    expect(asked.indexOf("renew")).toBeUndefined();
    expect(asked.unknown).toBe(0);
  });

  it("makes a word known that the pages do not have, for it says the same", () => {
    const terms = [termOf("erase", { known: false, synonyms: ["delete"] }), termOf("disk", { known: false })];
    const { unknown, maskOf } = read("erase the disk", terms);
    expect(unknown).toBe(maskOf(["disk"]));
  });

  it("counts by the weight of its word", () => {
    const weighed = read("a b c", [
      termOf("rare", { weight: 6, synonyms: ["scarce"] }),
      termOf("usual", { weight: 1, synonyms: ["common"] }),
      termOf("last", { weight: 1 }),
    ]);
    expect(shareOf(weighed, "scarce") / shareOf(weighed, "common")).toBeCloseTo(6);
  });

  it("names the subject where its word does, and only there", () => {
    const terms = (subject: string[], verb: string[]): QueryTerm[] => [
      termOf("delete", { synonyms: verb }),
      termOf("picture", { synonyms: subject }),
    ];
    const { subject, maskOf } = read("delete a picture", terms(["photo"], ["remove"]));
    expect(subject & maskOf(["photo"])).not.toBe(0);
    expect(subject & maskOf(["picture"])).not.toBe(0);
    expect(subject & maskOf(["remove", "delete"])).toBe(0);
  });

  it("that was asked itself is the word that was asked", () => {
    const terms = [termOf("delete", { synonyms: ["remove"] }), termOf("remove")];
    const both = read("delete or remove", terms);
    expect(both.indexOf("remove")).toBe(1);
    expect(shareOf(both, "remove")).toBe(
      shareOf(read("delete or remove", [termOf("delete"), termOf("remove")]), "remove"),
    );
    expect(shareOf(both, "remove", "delete")).toBeCloseTo(1);
  });

  it("of two words stands for the first", () => {
    const shared = read("x", [
      termOf("first", { weight: 3, synonyms: ["same"] }),
      termOf("second", { weight: 1, synonyms: ["same", "own"] }),
    ]);
    expect(shareOf(shared, "same") / shareOf(shared, "own")).toBeCloseTo(3 / 1.5);
  });
});

describe("questions of more words than a number has bits", () => {
  const words = (count: number, synonyms: (n: number) => string[]): QueryTerm[] =>
    Array.from({ length: count }, (_, n) => termOf(`word${n}`, { synonyms: synonyms(n) }));

  it("have synonyms as far as there are bits left, and never take one word for another", () => {
    const asked = read(
      "one of many words",
      words(30, (n) => [`other${n}`]),
    );
    expect(shareOf(asked, "other0")).toBeGreaterThan(0);
    expect(shareOf(asked, "other1")).toBeGreaterThan(0);
    expect(shareOf(asked, "other1")).toBeLessThan(shareOf(asked, "word1"));
    for (let n = 2; n < 30; n++) expect(asked.maskOf([`other${n}`])).toBe(0);
  });

  it("waste no bit on synonyms that are words of the question", () => {
    const asked = read(
      "one of many words",
      words(31, (n) => (n === 0 ? ["word5"] : n === 9 ? ["other"] : [])),
    );
    expect(shareOf(asked, "other")).toBeGreaterThan(0);
  });

  it("have none where the words take all bits", () => {
    const asked = read(
      "one of many words",
      words(32, (n) => [`other${n}`]),
    );
    expect(asked.maskOf(["other0", "other31"])).toBe(0);
    expect(shareOf(asked, ...words(32, () => []).map(({ term }) => term))).toBeCloseTo(1);
  });

  it("are read as far as the bits go", () => {
    const asked = read(
      "one of many words",
      words(40, () => []),
    );
    expect(asked.maskOf(["word31"])).not.toBe(0);
    expect(asked.maskOf(["word32"])).toBe(0);
    expect(shareOf(asked, ...words(32, () => []).map(({ term }) => term))).toBeCloseTo(1);
  });
});
