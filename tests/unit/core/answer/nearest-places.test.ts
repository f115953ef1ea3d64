import { beforeAll, describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../core/answer/answer-question.ts";
import { createExtractiveProvider } from "../../../../core/answer/quote/extractive-provider.ts";
import { nearestPlaces } from "../../../../core/answer/quote/nearest-places.ts";
import type { Source } from "../../../../core/protocol.ts";
import type { Corpus } from "../../../../core/corpus/corpus.ts";
import { openSketch } from "../../../support/corpus.ts";
import { listBlock, prose, sketchPassages, termOf, wordsOf, type PassageSketch } from "./section-sketch.ts";

const QUESTION = "How do I rotate a key?";

function places(sketches: readonly PassageSketch[]): Source[] {
  const terms = wordsOf(QUESTION).map((word) => termOf(word));
  return nearestPlaces({ question: QUESTION, passages: sketchPassages(sketches), terms, termsOf: wordsOf });
}

describe("the places that a refusal offers", () => {
  const told = "The guard will rotate a key at night.";
  const page = (title: string, heading: string, ...blocks: PassageSketch["blocks"]): PassageSketch => ({
    title,
    heading,
    blocks,
  });

  it("say what comes nearest, not how their page begins", () => {
    const [first] = places([page("Keys", "On keys", prose("Long", 60), told, prose("More", 60))]);
    expect(first).toMatchObject({ position: 1, title: "Keys", section: "On keys", excerpt: told });
  });

  it("are three at most, numbered, none a list of links, none twice", () => {
    const sources = places([
      page("Keys", "Rotate a key", told),
      page("Old keys", "Rotate a key", told),
      page("Links", "See also", listBlock("How to rotate a key", "Why to rotate a key at all")),
      page("Gate", "Rotate a key", "At the gate they rotate whatever key is given to them by hand."),
      page("Office", "Rotate a key", "Send a letter, and a clerk will rotate the key within a week."),
      page("Shop", "Rotate a key", "A shop in town can rotate any key while you drink a coffee there."),
    ]);
    expect(sources.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(new Set(sources.map(({ excerpt }) => excerpt)).size).toBe(3);
    expect(sources.map(({ title }) => title)).not.toContain("Links");
  });

  it("are one of each page where pages have no sections", () => {
    const sources = places([
      { title: "Keys", blocks: [prose("Long", 60), told] },
      { title: "Keys", blocks: ["Another key is on the shelf."] },
      { title: "Gate", blocks: ["At the gate there is a key too, on a nail."] },
    ]);
    expect(sources.map(({ title, excerpt }) => [title, excerpt])).toEqual([
      ["Keys", told],
      ["Gate", "At the gate there is a key too, on a nail."],
    ]);
  });

  it("are told apart by what they mean where no word of the question is known", () => {
    const sketches = [
      page("Keys", "On keys", prose("Long", 30)),
      page("Gate", "On gates", prose("Wide", 30)),
    ];
    const passages = sketchPassages(sketches).map((passage) => ({
      ...passage,
      likenessOf: (...texts: readonly string[]) => (texts.join(" ").includes("Wide") ? 0.6 : 0.3),
    }));
    const terms = [termOf("portcullis", { known: false })];
    const sources = nearestPlaces({ question: "portcullis", passages, terms, termsOf: wordsOf });
    expect(sources.map(({ title }) => title)).toEqual(["Gate", "Keys"]);
  });

  it("are pages as they are where nothing can be quoted", () => {
    const passages = sketchPassages([
      { title: "Code", heading: "Key", blocks: [{ kind: "code", language: "sh", code: "rotate key" }] },
    ]);
    const terms = wordsOf(QUESTION).map((word) => termOf(word));
    const asked = { question: QUESTION, passages, terms, termsOf: wordsOf };
    expect(nearestPlaces(asked)).toEqual(passages.map(({ source }) => source));
    expect(nearestPlaces({ ...asked, passages: [] })).toEqual([]);
  });
});

describe("a refusal", () => {
  let corpus: Corpus;
  beforeAll(async () => {
    const pages = ["Gate", "Office", "Shop", "Cellar"].map((title) => ({
      title,
      headingPath: ["Keys"],
      blocks: [`${prose(title, 60)} Whoever works in the ${title.toLowerCase()} may ask for a key.`],
    }));
    // With code it is a documentation, however small.
    const code = {
      title: "Code",
      headingPath: ["Code"],
      blocks: [{ kind: "code" as const, language: "sh", code: "a" }],
    };
    corpus = await openSketch([...pages, code]);
  });

  it("offers them", async () => {
    let sources: readonly Source[] = [];
    let finish = "";
    const dependencies = {
      corpus,
      provider: createExtractiveProvider(),
      confidenceThreshold: 1,
      newId: () => "id-of-a-test",
    };
    const signal = new AbortController().signal;
    for await (const event of answerQuestion({ question: "Who works in the shop?" }, dependencies, {
      signal,
    })) {
      if (event.type === "sources-available") ({ sources } = event);
      if (event.type === "answer-end") finish = event.finishReason;
    }
    expect(finish).toBe("refused");
    expect(sources.length).toBeGreaterThan(0);
    for (const { excerpt } of sources)
      expect(excerpt).toMatch(/^Whoever works in the \w+ may ask for a key\.$/);
  });
});
