import { beforeAll, describe, expect, it } from "vitest";
import { readAskedQuestion } from "../../../../core/answer/understand/asked-question.ts";
import type { Corpus } from "../../../../core/corpus/corpus.ts";
import { openSketch } from "../../../support/corpus.ts";

let corpus: Corpus;
beforeAll(async () => {
  corpus = await openSketch([
    {
      title: "A",
      blocks: ["Ratings are kept. Languages that an assistant speaks. Files that a build reads."],
    },
    { title: "B", blocks: ["Something else."] },
  ]);
});

describe("the subject of a question", () => {
  it.each([
    ["How long are ratings kept?", "ratings"],
    ["Which languages does the assistant speak?", "languages"],
    ["How does the build read files?", "files"],
  ])("is what is asked about, not what is done with it: %s", (question, subject) => {
    const { terms } = corpus.retriever.retrieve(question, { limit: 1 });
    const asked = readAskedQuestion({ question, terms, termsOf: corpus.retriever.terms });
    const words = terms.filter((_, index) => (asked.subject & (1 << index)) !== 0).map(({ word }) => word);
    expect(words.map((word) => word.replace("?", ""))).toEqual([subject]);
  });
});
