import { beforeAll, describe, expect, it } from "vitest";
import {
  DEFAULT_CONFIDENCE_THRESHOLD,
  answerQuestion,
  type AnswerDependencies,
} from "../../../../core/answer/answer-question.ts";
import type { CachedAnswer } from "../../../../core/answer/cache/answer-cache.ts";
import { GenerationError, type GenerationProvider } from "../../../../core/answer/generation-provider.ts";
import type { Corpus } from "../../../../core/corpus/corpus.ts";
import type { ChatEvent, ChatEventOf, ChatRequest, Source } from "../../../../core/protocol.ts";
import { estimateTokens } from "../../../../core/text/estimate-tokens.ts";
import { passageMarkdown } from "../../../../core/passage-text.ts";
import { openSketch, type ChunkSketch } from "../../../support/corpus.ts";
import { createScriptedProvider, STOP } from "../../../support/scripted-provider.ts";

const THRESHOLD = 0.3;
/** Shares hardly a word with the page that answers it. */
const OTHER_WORDS = "do you play live music on fridays";
const NO_ANSWER = ["NO_ANSWER", STOP];

const page = (title: string, text: string, more: Partial<ChunkSketch> = {}): ChunkSketch => ({
  title,
  blocks: [text],
  ...more,
});

const SMALL = [
  page("Menu", "Our kitchen serves soup, bread and salads from noon to nine.", { updatedOn: "2024-01-05" }),
  page("Evenings", "A jazz trio plays at the end of each week from eight.", { updatedOn: "2026-03-01" }),
  page("Booking", "Reserve a table by phone or at the bar.", { url: "/visit/booking/" }),
  page("Parking", "There is room for twenty cars behind the house.", { url: "/visit/parking/" }),
  page("Kinder", "Kinder unter sechs Jahren essen bei uns kostenlos.", { language: "de" }),
  page("Dogs", "Well-behaved dogs are welcome on the terrace."),
  page("Gift cards", "Gift cards of any value are sold at the bar."),
  page("Wine", "The wine list changes with the seasons."),
];

let small: Corpus;
let large: Corpus;
beforeAll(async () => {
  small = await openSketch(SMALL);
  const filling = "filling text that nobody asks for ".repeat(40);
  large = await openSketch([
    ...SMALL,
    ...Array.from({ length: 60 }, (_, index) => page(`Note ${index}`, `${filling} ${index}`)),
  ]);
});

async function ask(
  request: ChatRequest,
  provider: GenerationProvider,
  changes: Partial<AnswerDependencies> = {},
): Promise<ChatEvent[]> {
  const events: ChatEvent[] = [];
  const dependencies = {
    corpus: small,
    provider,
    confidenceThreshold: THRESHOLD,
    newId: () => "an-id",
    ...changes,
  };
  for await (const event of answerQuestion(request, dependencies, { signal: new AbortController().signal }))
    events.push(event);
  return events;
}

const sourceLists = (events: ChatEvent[]): Source[][] =>
  events.flatMap((event) => (event.type === "sources-available" ? [event.sources] : []));
const endOf = (events: ChatEvent[]): ChatEventOf<"answer-end"> => {
  const end = events.at(-1);
  if (end?.type !== "answer-end") throw new Error("The answer has no end.");
  return end;
};
const textOf = (events: ChatEvent[]): string =>
  events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");

describe("a site that fits a prompt", () => {
  it("is shown whole, whatever the confidence, and the model decides", async () => {
    const provider = createScriptedProvider(NO_ANSWER);
    const events = await ask({ question: OTHER_WORDS }, provider);
    const [request] = provider.requests;
    expect(request?.passages.map(({ chunk }) => chunk.title).toSorted()).toEqual(
      SMALL.map(({ title }) => title).toSorted(),
    );
    expect(endOf(events)).toMatchObject({ finishReason: "refused" });
    expect(endOf(events).confidence).toBeLessThan(DEFAULT_CONFIDENCE_THRESHOLD);
  });

  it("has the likeliest passage first, and then the others as they are read", async () => {
    const provider = createScriptedProvider(["On the terrace [1].", STOP]);
    await ask({ question: "Are dogs welcome?" }, provider);
    const titles = provider.requests[0]?.passages.map(({ chunk }) => chunk.title) ?? [];
    expect(titles[0]).toBe("Dogs");
    const others = titles.slice(1);
    expect(others).toEqual(
      SMALL.map(({ title }) => title)
        .filter((title) => others.includes(title) && title !== "Kinder")
        .concat("Kinder"),
    );
  });

  it("begins with the pages in the language of the visitor", async () => {
    const provider = createScriptedProvider(NO_ANSWER);
    await ask({ question: "Was kostet das Essen für die Kleinen bei euch?" }, provider);
    const [first] = provider.requests[0]?.passages ?? [];
    expect(first?.chunk.title).toBe("Kinder");
    expect(provider.requests[0]?.passages).toHaveLength(SMALL.length);
  });

  it.each<[string, NonNullable<ChatRequest["filters"]>, string[]]>([
    ["path", { pathPrefix: "/visit/" }, ["Booking", "Parking"]],
    ["language", { language: "de" }, ["Kinder"]],
    ["section", { section: "wine" }, ["Wine"]],
    ["date", { updatedSince: "2025-01-01" }, ["Evenings"]],
  ])("is restricted by a filter of %s", async (_, filters, titles) => {
    const provider = createScriptedProvider(NO_ANSWER);
    await ask({ question: "Where can I sit at eight?", filters }, provider);
    expect(provider.requests[0]?.passages.map(({ chunk }) => chunk.title)).toEqual(titles);
  });

  it("is refused without asking where nothing passes the filters", async () => {
    const provider = createScriptedProvider(NO_ANSWER);
    const events = await ask({ question: "Are dogs welcome?", filters: { pathPrefix: "/no/" } }, provider);
    expect(provider.requests).toEqual([]);
    expect(endOf(events).finishReason).toBe("refused");
  });

  it("is a part of a larger one too, where the filters leave one", async () => {
    const provider = createScriptedProvider(NO_ANSWER);
    const filters = { pathPrefix: "/visit/" };
    await ask({ question: OTHER_WORDS, filters }, provider, { corpus: large });
    expect(provider.requests[0]?.passages.map(({ chunk }) => chunk.title)).toEqual(["Booking", "Parking"]);
  });

  it("is read anew for no question, and a large one is never read whole", async () => {
    const read: number[] = [];
    const counting = (corpus: Corpus): Corpus => ({
      ...corpus,
      readChunks: (ordinals) => {
        read.push(ordinals.length);
        return corpus.readChunks(ordinals);
      },
    });
    const one = counting(large);
    for (let asked = 0; asked < 3; asked++)
      await ask({ question: "Are dogs welcome?" }, createScriptedProvider(NO_ANSWER), { corpus: one });
    expect(read.filter((count) => count === large.manifest.chunkCount).length).toBeLessThanOrEqual(1);
    read.length = 0;
    const tiny = { corpus: counting(large), promptPassagesMaxTokens: 500 };
    await ask({ question: "Are dogs welcome?" }, createScriptedProvider(NO_ANSWER), tiny);
    expect(Math.max(...read)).toBeLessThan(large.manifest.chunkCount);
  });

  it("answers greetings and distress without the model", async () => {
    const provider = createScriptedProvider(NO_ANSWER);
    for (const question of ["hello", "I want to kill myself"]) await ask({ question }, provider);
    expect(provider.requests).toEqual([]);
  });
});

describe("a larger site", () => {
  it("refuses only what is hopeless without asking", async () => {
    const provider = createScriptedProvider(NO_ANSWER);
    const hopeless = await ask({ question: "Which visas do diplomats need?" }, provider, { corpus: large });
    expect(provider.requests).toEqual([]);
    expect(endOf(hopeless).finishReason).toBe("refused");
    const doubtful = "where do jazz people put the cars of their friends overnight";
    const events = await ask({ question: doubtful }, provider, {
      corpus: large,
      modelConfidenceThreshold: 0,
    });
    expect(endOf(events).confidence).toBeLessThan(THRESHOLD);
    expect(provider.requests).toHaveLength(1);
  });

  it("takes the threshold of quotations where that is lower than the model's own", async () => {
    const provider = createScriptedProvider(NO_ANSWER);
    const changes = { corpus: large, confidenceThreshold: 0 };
    await ask({ question: "which friends of jazz need visas overnight" }, provider, changes);
    expect(provider.requests).toHaveLength(1);
  });

  it("shows a model more passages than quotations are made of, within its budget", async () => {
    const provider = createScriptedProvider(["Well [1].", STOP]);
    await ask({ question: "What do the notes say that nobody asks for?" }, provider, { corpus: large });
    const passages = provider.requests[0]?.passages ?? [];
    expect(passages.length).toBeGreaterThanOrEqual(20);
    const tokens = passages.reduce(
      (sum, { chunk }) => sum + estimateTokens(passageMarkdown(chunk.blocks)),
      0,
    );
    expect(tokens).toBeLessThanOrEqual(12_000);
    expect(passages.map(({ source }) => source.position).toSorted((a, b) => a - b)).toEqual(
      passages.map((_, index) => index + 1),
    );
  });
});

describe("the sources of an answer that a model wrote", () => {
  it("are the likeliest, and each other when it is cited, before the words that cite it", async () => {
    let other = 0;
    const provider = createScriptedProvider((request) => {
      other =
        request.passages.find(({ chunk }) => /wine/i.test(passageMarkdown(chunk.blocks)))?.source.position ??
        0;
      return ["Dogs are welcome on the terrace [1]. ", `The wine changes with the seasons [${other}].`, STOP];
    });
    const events = await ask({ question: "Are dogs welcome?" }, provider);
    const [first, second, ...more] = sourceLists(events);
    expect(more).toEqual([]);
    expect(first?.map(({ title }) => title)).toEqual(["Dogs"]);
    expect(second?.map(({ position }) => position)).toEqual([1, other]);
    expect(other).toBeGreaterThan(1);
    const told = new Set<number>();
    for (const event of events) {
      if (event.type === "sources-available") for (const { position } of event.sources) told.add(position);
      if (event.type === "text-delta")
        for (const [, digits] of event.text.matchAll(/\[(\d+)\]/g)) expect(told).toContain(Number(digits));
    }
  });

  it("are kept with it as they were told", async () => {
    const kept: CachedAnswer[] = [];
    const cache = {
      get: () => Promise.resolve(undefined),
      put: (_: string, answer: CachedAnswer) => Promise.resolve(void kept.push(answer)),
    };
    const provider = createScriptedProvider(["Dogs are welcome on the terrace [1].", STOP]);
    await ask({ question: "Are dogs welcome?" }, provider, { cache });
    expect(kept[0]?.sources.map(({ position }) => position)).toEqual([1]);
  });

  it("are six of many that were found", async () => {
    const provider = createScriptedProvider(["Well [1].", STOP]);
    const events = await ask({ question: "What do the notes say that nobody asks for?" }, provider, {
      corpus: large,
    });
    expect(sourceLists(events).map((sources) => sources.map(({ position }) => position))).toEqual([
      [1, 2, 3, 4, 5, 6],
    ]);
  });

  it("are none where nothing was found and nothing is cited", async () => {
    const events = await ask({ question: "Is it loud?" }, createScriptedProvider(NO_ANSWER));
    expect(sourceLists(events)).toEqual([]);
    expect(endOf(events).finishReason).toBe("refused");
  });
});

describe("a model that fails", () => {
  const failing = (): GenerationProvider =>
    createScriptedProvider([new GenerationError({ reason: "provider-timeout", timeoutMs: 1 })]);

  it("leaves quotations where they would be given without it", async () => {
    const events = await ask({ question: "Are dogs welcome on the terrace?" }, failing());
    expect(endOf(events).finishReason).toBe("stop");
    expect(textOf(events)).toContain("Well-behaved dogs are welcome on the terrace. [1]");
  });

  it("leaves our refusal where nothing sure can be quoted", async () => {
    const events = await ask({ question: OTHER_WORDS }, failing());
    expect(endOf(events)).toMatchObject({ finishReason: "refused", citedPositions: [] });
    expect(textOf(events)).not.toContain("[1]");
  });
});
