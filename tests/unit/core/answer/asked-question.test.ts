import { describe, expect, it } from "vitest";
import { bitCount, readAskedQuestion } from "../../../../core/answer/understand/asked-question.ts";
import type { QueryTerm } from "../../../../core/search/retriever.ts";

const termsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(
      (word) => word !== "" && !["how", "do", "i", "the", "a", "to", "is", "and", "between"].includes(word),
    );

function read(question: string, unknown: string[] = []) {
  const terms = [...new Set(termsOf(question))].map((term): QueryTerm => ({
    term,
    word: term,
    weight: 2,
    known: !unknown.includes(term),
  }));
  const asked = readAskedQuestion({ question, terms, termsOf });
  const named = (mask: number): string[] =>
    terms.filter((_, index) => (mask >>> index) & 1).map(({ term }) => term);
  return { asked, subject: named(asked.subject), unknown: named(asked.unknown), named };
}

describe("the subject of a question", () => {
  it.each([
    ["How do I deploy to Bun?", ["bun"]],
    ["How do I set a cookie?", ["cookie"]],
    ["what does optimizeDeps do for speed", ["optimizedeps"]],
    ["DEPLOY BUN NOW", ["now"]],
    ["cookie", []],
  ])("of %j is %j", (question, subject) => {
    expect(read(question).subject).toEqual(subject);
  });

  it("weighs more than the rest", () => {
    const { asked } = read("How do I deploy to Bun?");
    expect(asked.share(asked.subject)).toBeGreaterThan(0.5);
    expect(asked.share(asked.maskOf(["deploy", "bun", "elsewhere"]))).toBeCloseTo(1);
  });
});

describe("the sides of a comparison", () => {
  it.each([
    ["npm vs pnpm", ["npm"], ["pnpm"]],
    ["What is the difference between static rendering and server rendering?", ["static"], ["server"]],
    ["Is tiny smaller than quick?", ["tiny"], ["quick"]],
  ])("of %j", (question, first, second) => {
    const { asked, named } = read(question);
    expect(asked.sides?.map(named)).toEqual([first, second]);
  });

  it("are none where there is nothing of its own to a side, or no comparison", () => {
    expect(read("the difference between it").asked.sides).toBeUndefined();
    expect(read("static vs static").asked.sides).toBeUndefined();
    expect(read("How do I deploy?").asked.sides).toBeUndefined();
  });
});

it("counts and keeps what the corpus does not know", () => {
  const { asked, unknown } = read("How do I deploy to Kubernetes?", ["kubernetes"]);
  expect(unknown).toEqual(["kubernetes"]);
  expect(bitCount(asked.unknown | asked.subject)).toBe(1);
});

it.each(["vs ", "A", "is ", "or it ", "is kept ", "which a "])(
  "of any length is read: %j repeated",
  (unit) => {
    // By the square of its length this would outlast the test.
    expect(read(unit.repeat(2_000_000 / unit.length)).asked.subject).toBeGreaterThanOrEqual(0);
  },
);

it("reads a question of as many words as are looked up", () => {
  const words = Array.from({ length: 32 }, (_, index) => `w${index}`);
  const { asked } = read(words.join(" "));
  expect(asked.share(asked.maskOf(words))).toBeCloseTo(1);
  expect(read("").asked.subject).toBe(0);
});
