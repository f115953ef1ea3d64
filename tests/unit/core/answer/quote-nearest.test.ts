import { beforeAll, describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../core/answer/answer-question.ts";
import { phrasesFor, SPOKEN_LANGUAGES } from "../../../../core/answer/phrases.ts";
import { createExtractiveProvider } from "../../../../core/answer/quote/extractive-provider.ts";
import { nearestPlaces } from "../../../../core/answer/quote/nearest-places.ts";
import { quoteNearest, type QuotedNearest } from "../../../../core/answer/quote/quote-nearest.ts";
import type { GenerationProvider } from "../../../../core/answer/generation-provider.ts";
import { GenerationError } from "../../../../core/answer/generation-provider.ts";
import type { Block } from "../../../../core/corpus/format.ts";
import type { Corpus } from "../../../../core/corpus/corpus.ts";
import type { ChatEventOf, ChatRequest, Source } from "../../../../core/protocol.ts";
import { openSketch } from "../../../support/corpus.ts";
import { createScriptedProvider, STOP } from "../../../support/scripted-provider.ts";
import {
  codeBlock,
  listBlock,
  prose,
  sketchPassages,
  termOf,
  wordsOf,
  type PassageSketch,
} from "./section-sketch.ts";

const QUESTION = "How do I rotate a key?";
const WAYS = [
  "Open the console, choose the old one, and press the button beside it until it turns green.",
  "Call the program with the name of what it replaces, then wait for the line that says so.",
  "Ask the guard at the gate, who writes it down in a book and brings another in the evening.",
  "Send a letter to the office in town, with a stamp for whatever comes back by the same post.",
];
const alike = (count: number): PassageSketch[] =>
  WAYS.slice(0, count).map((text, at) => ({
    title: `Page ${at + 1}`,
    heading: "Rotate a key",
    blocks: [text],
  }));

function askedOf(question: string, sketches: readonly PassageSketch[]) {
  const terms = [...new Set(wordsOf(question))].map((word) => termOf(word));
  return { question, passages: sketchPassages(sketches), terms, termsOf: wordsOf, locale: "en" };
}

function quoted(question: string, sketches: readonly PassageSketch[]): QuotedNearest {
  const nearest = quoteNearest(askedOf(question, sketches));
  if (nearest === undefined) throw new Error("Nothing is quoted.");
  return nearest;
}

const wordCount = (text: string): number => text.split(/\s+/).length;

describe("what a refusal quotes", () => {
  it("are up to three excerpts, each below the name of its place and that cited", () => {
    const { text, sources, citations } = quoted(QUESTION, alike(4));
    const names = text.match(/^\*\*.*$/gmu) ?? [];
    expect(names).toHaveLength(3);
    names.forEach((name, at) =>
      expect(name).toMatch(new RegExp(`^\\*\\*Page \\d › Rotate a key\\*\\* \\[${at + 1}\\]$`)),
    );
    expect(sources.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(citations.map(({ position }) => position)).toEqual([1, 2, 3]);
    for (const { position, title, excerpt } of sources) {
      expect(names[position - 1]).toContain(title);
      expect(text).toContain(excerpt);
    }
  });

  it("leaves out sections that are far less likely, and offers them as places", () => {
    const { text, sources, citations } = quoted(QUESTION, [
      ...alike(1),
      { title: "Fonts", heading: "Fonts", blocks: ["Fonts are loaded from the folder of the theme."] },
    ]);
    expect(citations).toHaveLength(1);
    expect(text).not.toContain("Fonts");
    expect(sources.map(({ position, title }) => [position, title])).toEqual([
      [1, "Page 1"],
      [2, "Fonts"],
    ]);
  });

  it("never quotes what it offers as a place too", () => {
    for (const count of [1, 2, 3, 4]) {
      const { sources, citations } = quoted(QUESTION, alike(count));
      expect(new Set(sources.map(({ url }) => url.split("#")[0])).size).toBe(sources.length);
      expect(citations.length).toBeLessThanOrEqual(sources.length);
    }
  });

  it("is short: of a long section what fits best, and what goes on from it", () => {
    const blocks = [
      prose("Long", 80),
      "To rotate a key, press the button.",
      "It turns green then.",
      prose("More", 80),
    ];
    const { text } = quoted(QUESTION, [{ title: "Keys", heading: "Rotate a key", blocks }]);
    expect(text).toContain("To rotate a key, press the button.\n\nIt turns green then.");
    expect(wordCount(text)).toBeLessThanOrEqual(90 + 10);
    expect(text).not.toMatch(/Long|More/);
  });

  it("tears nothing: rows have their header, items what announces them, code is whole or left out", () => {
    const rows = [
      ["Key", "Rotated"],
      ...Array.from({ length: 40 }, (_, at) => [`Key ${at}`, "once a year at the gate"]),
    ];
    const table: Block = { kind: "table", rows };
    const long = Array.from({ length: 30 }, (_, at) => `rotate key number ${at} by hand`);
    const sketches: PassageSketch[] = [
      { title: "Table", heading: "Rotate a key", blocks: [table] },
      { title: "List", heading: "Rotate a key", blocks: ["You rotate a key like this:", listBlock(...long)] },
      { title: "Code", heading: "Rotate a key", blocks: ["This will rotate the key:", codeBlock(60)] },
    ];
    const { text } = quoted(QUESTION, sketches);
    for (const part of text.split(/\n\n(?=\*\*)/)) {
      if (part.includes("| Key ")) expect(part).toMatch(/\| Key \| Rotated \|\n\| --- \| --- \|\n/);
      if (/^- rotate/mu.test(part)) expect(part).toContain("You rotate a key like this:");
      expect((part.match(/^```/gmu) ?? []).length % 2).toBe(0);
      expect(wordCount(part)).toBeLessThanOrEqual(140);
    }
    expect(text).not.toContain("line(");
  });

  it("leaves out what is much longer than an excerpt, and with it what is far less likely", () => {
    const items = (count: number): Block => listBlock(`Rotate a key ${"again and ".repeat(count)}again`);
    const asked = (count: number) =>
      askedOf(QUESTION, [{ title: "Endless", heading: "Rotate a key", blocks: [items(count)] }, ...alike(2)]);
    expect(quoteNearest(asked(30))?.text).toContain("again and again");
    expect(quoteNearest(asked(100))).toBeUndefined();
    expect(nearestPlaces(asked(100))[0]?.title).toBe("Endless");
  });

  it("says nothing twice", () => {
    const twice = { title: "Again", heading: "Rotate a key", blocks: [WAYS[0] ?? ""] };
    const { text } = quoted(QUESTION, [...alike(2), twice]);
    expect(text.split(WAYS[0] ?? "")).toHaveLength(2);
  });

  it("is none where a price was asked for and no place tells one", () => {
    const question = "What does it cost to rotate a key?";
    expect(quoteNearest(askedOf(question, alike(3)))).toBeUndefined();
    const priced = { title: "Prices", heading: "Rotate a key", blocks: ["To rotate a key costs $ 4."] };
    expect(quoted(question, [...alike(2), priced]).text).toContain("$ 4");
  });

  it("is none where there is nothing", () => {
    expect(quoteNearest(askedOf(QUESTION, []))).toBeUndefined();
  });

  it("are pages one by one where they have no sections", () => {
    const { text, citations } = quoted(QUESTION, [
      { title: "Keys", blocks: [prose("Long", 60), "The guard will rotate a key at night."] },
      { title: "Keys", blocks: ["Another key is on the shelf."] },
    ]);
    expect(text).toMatch(/^\*\*Keys\*\* \[1\]\n\n.*rotate a key at night\.$/su);
    expect(citations).toHaveLength(1);
  });
});

describe("a refusal", () => {
  const { refusalWithExcerpts, refusalWithPages } = phrasesFor("en");
  let corpus: Corpus;
  beforeAll(async () => {
    const pages = ["Gate", "Office", "Shop", "Cellar"].map((title) => ({
      title,
      headingPath: ["Keys"],
      blocks: [`${prose(title, 60)} Whoever works in the ${title.toLowerCase()} may ask for a key.`],
    }));
    const code = { title: "Code", headingPath: ["Code"], blocks: [codeBlock(1)] };
    corpus = await openSketch([...pages, code]);
  });

  async function ask(request: ChatRequest, provider: GenerationProvider = createExtractiveProvider()) {
    let text = "";
    let sources: readonly Source[] = [];
    let end: ChatEventOf<"answer-end"> | undefined;
    const dependencies = { corpus, provider, confidenceThreshold: 1, newId: () => "id-of-a-test" };
    for await (const event of answerQuestion(request, dependencies, {
      signal: new AbortController().signal,
    })) {
      if (event.type === "sources-available") ({ sources } = event);
      if (event.type === "text-delta") text += event.text;
      if (event.type === "answer-reset") text = "";
      if (event.type === "answer-end") end = event;
    }
    return { text, sources, end };
  }

  it("stays one, and quotes the pages that are near with a citation of each", async () => {
    const { text, sources, end } = await ask({ question: "Who works in the shop?" });
    expect(end?.finishReason).toBe("refused");
    expect(text.startsWith(`${refusalWithExcerpts}\n\n**Shop › Keys** [1]\n\n`)).toBe(true);
    expect(text).toContain("Whoever works in the shop may ask for a key.");
    expect(end?.citedPositions[0]).toBe(1);
    expect(end?.citations).toHaveLength(text.match(/\[\d\]/g)?.length ?? 0);
    for (const { position, url } of end?.citations ?? [])
      expect(url.split("#")[0]).toBe(sources[position - 1]?.url.split("#")[0]);
  });

  it("quotes nothing to a question of another domain", async () => {
    const { text, end } = await ask({
      question: "Which vaccine protects hippopotamuses in the shop against measles?",
    });
    expect(end).toMatchObject({ finishReason: "refused", citedPositions: [] });
    expect(text).toBe(refusalWithPages);
  });

  it("of a model that read the pages quotes nothing of them", async () => {
    const { text, end } = await ask(
      { question: "Who works in the shop?" },
      createScriptedProvider(["NO_ANSWER", STOP]),
    );
    expect(end).toMatchObject({ finishReason: "refused", citedPositions: [] });
    expect(text).toBe(refusalWithPages);
  });

  it("of a model that failed quotes them", async () => {
    const failing = createScriptedProvider([
      new GenerationError({ reason: "provider-timeout", timeoutMs: 1 }),
    ]);
    const { text, end } = await ask({ question: "Who works in the shop?" }, failing);
    expect(end?.finishReason).toBe("refused");
    expect(text.startsWith(refusalWithExcerpts)).toBe(true);
  });

  it("is never kept", async () => {
    const kept: unknown[] = [];
    const cache = {
      get: () => Promise.resolve(undefined),
      put: (_: string, answer: unknown) => Promise.resolve(void kept.push(answer)),
    };
    const provider = createExtractiveProvider();
    const dependencies = { corpus, provider, confidenceThreshold: 1, newId: () => "id-of-a-test", cache };
    const signal = new AbortController().signal;
    for await (const _ of answerQuestion({ question: "Who works in the shop?" }, dependencies, { signal }));
    expect(kept).toEqual([]);
  });

  it("is told in the visitor's language", async () => {
    const all = SPOKEN_LANGUAGES.map((locale) => phrasesFor(locale).refusalWithExcerpts);
    expect(new Set(all).size).toBe(SPOKEN_LANGUAGES.length);
    for (const locale of SPOKEN_LANGUAGES) {
      const { text } = await ask({ question: "shop key", locale });
      expect(text).toContain(phrasesFor(locale).refusalWithExcerpts);
      expect(text).toContain("Whoever works in the shop may ask for a key.");
    }
  });

  it("offers the same places where it quotes none", () => {
    const asked = askedOf(QUESTION, alike(4));
    expect(nearestPlaces(asked).map(({ url }) => url)).toEqual(
      quoteNearest(asked)?.sources.map(({ url }) => url),
    );
  });
});
