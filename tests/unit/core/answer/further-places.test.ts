import { beforeAll, describe, expect, it } from "vitest";
import { answerQuestion, type AnswerDependencies } from "../../../../core/answer/answer-question.ts";
import type { AnswerCache, CachedAnswer } from "../../../../core/answer/cache/answer-cache.ts";
import { createExtractiveProvider } from "../../../../core/answer/quote/extractive-provider.ts";
import { phrasesFor, SPOKEN_LANGUAGES } from "../../../../core/answer/phrases.ts";
import type { Corpus } from "../../../../core/corpus/corpus.ts";
import type { ChatEvent, Source } from "../../../../core/protocol.ts";
import { openSketch } from "../../../support/corpus.ts";

const QUESTION = "rotate key";

let corpus: Corpus;
beforeAll(async () => {
  corpus = await openSketch([
    {
      title: "Keys",
      headingPath: ["Rotate a key"],
      blocks: ["Open the console, choose the old key, and press the button beside it until it turns green."],
    },
    {
      title: "Terminal",
      headingPath: ["Rotate a key"],
      blocks: [
        "Some like to type.",
        "Call the program that will rotate the key, then wait for the line that says so.",
      ],
    },
    {
      title: "Gate",
      headingPath: ["Rotate a key"],
      blocks: ["Ask the guard, who will rotate the key, writes it down in a book and brings another one."],
    },
    {
      title: "Office",
      headingPath: ["Rotate a key"],
      blocks: ["Send a letter to the office in town, which can rotate a key within a week of its coming."],
    },
    // With code it is a documentation, however small.
    { title: "Code", headingPath: ["Code"], blocks: [{ kind: "code", language: "sh", code: "fonts --all" }] },
    { title: "Fonts", headingPath: ["Fonts"], blocks: ["Fonts are loaded from the folder of the theme."] },
  ]);
});

async function ask(
  locale: string,
  more: Partial<AnswerDependencies> = {},
  question = QUESTION,
): Promise<ChatEvent[]> {
  const dependencies = {
    corpus,
    provider: createExtractiveProvider(),
    confidenceThreshold: 0,
    newId: () => "id-of-a-test",
    ...more,
  };
  const events: ChatEvent[] = [];
  const signal = new AbortController().signal;
  for await (const event of answerQuestion({ question, locale }, dependencies, { signal })) {
    events.push(event);
  }
  return events;
}

function endOf(events: readonly ChatEvent[]): Extract<ChatEvent, { type: "answer-end" }> {
  const end = events.at(-1);
  if (end?.type !== "answer-end") throw new Error("No end.");
  return end;
}

const sourcesOf = (events: readonly ChatEvent[]): Source[] =>
  events.findLast((event) => event.type === "sources-available")?.sources ?? [];

describe("places that an answer of quotations offers besides", () => {
  it("are sources that it does not cite, each with the sentence that fits best", async () => {
    const events = await ask("en");
    const { further, citedPositions } = endOf(events);
    expect(further?.label).toBe("It may also be here");
    const positions = further?.positions ?? [];
    expect(positions).toHaveLength(2);
    expect(citedPositions.filter((position) => positions.includes(position))).toEqual([]);
    const excerptOf = new Map([
      ["Keys", "Open the console, choose the old key, and press the button beside it until it turns green."],
      ["Terminal", "Call the program that will rotate the key, then wait for the line that says so."],
      ["Gate", "Ask the guard, who will rotate the key, writes it down in a book and brings another one."],
      ["Office", "Send a letter to the office in town, which can rotate a key within a week of its coming."],
    ]);
    const shown = sourcesOf(events).filter((one) => [...citedPositions, ...positions].includes(one.position));
    expect(new Set(shown.map(({ title }) => title)).size).toBe(3);
    for (const { title, excerpt } of shown) expect(excerpt).toBe(excerptOf.get(title));
  });

  it("are no part of its text", async () => {
    const events = await ask("en");
    const text = events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");
    const { further } = endOf(events);
    const source = sourcesOf(events).find(({ position }) => position === further?.positions[0]);
    expect(text).not.toContain(source?.excerpt);
  });

  it.each(SPOKEN_LANGUAGES)("are announced in the visitor's language: %s", async (locale) => {
    expect(endOf(await ask(locale)).further?.label).toBe(phrasesFor(locale).further);
  });

  it("have a name of their own in each language", () => {
    expect(new Set(SPOKEN_LANGUAGES.map((locale) => phrasesFor(locale).further)).size).toBe(
      SPOKEN_LANGUAGES.length,
    );
  });

  it("are kept with the answer", async () => {
    const kept = new Map<string, CachedAnswer>();
    const cache: AnswerCache = {
      get: (key) => Promise.resolve(kept.get(key)),
      put: async (key, answer) => void kept.set(key, answer),
    };
    const first = endOf(await ask("en", { cache }));
    const again = endOf(await ask("en", { cache }));
    expect(again.cached).toBe(true);
    expect(again.further).toEqual(first.further);
  });
});
