import { beforeAll, describe, expect, it } from "vitest";
import { understandQuestion } from "../../../core/answer/understand/understand-question.ts";
import type { Corpus } from "../../../core/corpus/corpus.ts";
import { openSketch, SKETCHES } from "../../support/corpus.ts";

let corpus: Corpus;
beforeAll(async () => {
  corpus = await openSketch(SKETCHES);
});

describe("the language that the assistant speaks", () => {
  it.each([
    ["hola", "en", "es"],
    ["dank je", "en", "nl"],
    ["grazie mille", "de", "it"],
    ["hi", "de", "de"],
    ["ok", "pt-BR", "pt-BR"],
    ["come si installa?", "en", "it"],
    ["onde está a documentação?", "en", "pt"],
    ["what is Hono?", "en", "en"],
  ])("of %s on a page in %s is %s", (question, locale, expected) => {
    expect(understandQuestion({ question, locale }, corpus).locale).toBe(expected);
  });
});

describe("a question after others", () => {
  it("is understood without what comments on the last answer", () => {
    const history = [{ role: "visitor" as const, text: "What does the team plan cost?" }];
    const { standalone, route } = understandQuestion(
      { question: "Thanks for that. How do I deploy?", history },
      corpus,
    );
    expect(standalone).toEqual({ query: "How do I deploy?", isFollowUp: false, carried: [] });
    expect(route).toMatchObject({ kind: "search" });
  });

  it("takes no small talk for what it speaks of", () => {
    const history = [
      { role: "visitor" as const, text: "What is the team plan?" },
      { role: "assistant" as const, text: "A plan for teams [1]." },
      { role: "visitor" as const, text: "speak to a human" },
      { role: "assistant" as const, text: "I'm a program." },
    ];
    const { standalone } = understandQuestion({ question: "how much does it cost?", history }, corpus);
    expect(standalone.query).toBe("How much does the team plan cost?");
  });
});
