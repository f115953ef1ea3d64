import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AnswerCache, CachedAnswer } from "../../../core/answer/cache/answer-cache.ts";
import type { AnswerFailure } from "../../../core/answer/answer-dependencies.ts";
import {
  answerQuestion,
  DEFAULT_CONFIDENCE_THRESHOLD,
  type AnswerDependencies,
} from "../../../core/answer/answer-question.ts";
import { createExtractiveProvider } from "../../../core/answer/quote/extractive-provider.ts";
import {
  GenerationError,
  type GenerationFailure,
  type GenerationProvider,
} from "../../../core/answer/generation-provider.ts";
import type { Corpus } from "../../../core/corpus/corpus.ts";
import type { ChatEvent, ChatEventOf, ChatEventType, ChatRequest } from "../../../core/protocol.ts";
import { SKETCHES, openSketch, type ChunkSketch } from "../../support/corpus.ts";
import { createScriptedProvider, STOP } from "../../support/scripted-provider.ts";

let corpus: Corpus;
beforeAll(async () => {
  corpus = await openSketch(SKETCHES);
});

let failures: AnswerFailure[];
let kept: Map<string, CachedAnswer>;
let cache: AnswerCache;
beforeEach(() => {
  failures = [];
  kept = new Map();
  cache = {
    get: (key) => Promise.resolve(kept.get(key)),
    put: (key, answer) => Promise.resolve(void kept.set(key, answer)),
  };
});

async function ask(
  request: string | ChatRequest,
  provider: GenerationProvider = createExtractiveProvider(),
  changes: Partial<AnswerDependencies> = {},
): Promise<ChatEvent[]> {
  let id = 0;
  const dependencies: AnswerDependencies = {
    corpus,
    provider,
    confidenceThreshold: DEFAULT_CONFIDENCE_THRESHOLD,
    newId: () => `id-${id++}`,
    onFailure: (failure) => failures.push(failure),
    ...changes,
  };
  const events: ChatEvent[] = [];
  const chatRequest = typeof request === "string" ? { question: request } : request;
  for await (const event of answerQuestion(chatRequest, dependencies, {
    signal: new AbortController().signal,
  })) {
    events.push(event);
  }
  return events;
}

function types(events: ChatEvent[]): ChatEventType[] {
  return events.map(({ type }) => type);
}

function the<T extends ChatEventType>(type: T, events: ChatEvent[]): ChatEventOf<T> {
  const found = events.filter((event): event is ChatEventOf<T> => event.type === type);
  if (found[0] === undefined || found.length > 1)
    throw new Error(`Expected one ${type}, found ${found.length}.`);
  return found[0];
}

function textOf(events: ChatEvent[]): string {
  let text = "";
  for (const event of events) {
    if (event.type === "text-delta") text += event.text;
    if (event.type === "answer-reset") text = "";
  }
  return text;
}

const QUESTION = "How much does the team plan cost?";

describe("answering from the pages", () => {
  it("tells its stages, its sources, the answer and the end, in this order", async () => {
    const events = await ask(QUESTION);
    expect(types(events).filter((type, index, all) => type !== all[index - 1])).toEqual([
      "answer-start",
      "stage",
      "sources-available",
      "stage",
      "text-delta",
      "answer-end",
    ]);
    expect(events[0]).toEqual({
      type: "answer-start",
      answerId: "id-0",
      conversationId: "id-1",
      corpusVersion: corpus.manifest.corpusVersion,
      mode: "extractive",
    });
    expect(events[1]).toEqual({ type: "stage", stage: "searching", count: 4 });
  });

  it("quotes the sentence that answers, with a citation of its page", async () => {
    const events = await ask(QUESTION);
    const { sources } = the("sources-available", events);
    const end = the("answer-end", events);
    expect(textOf(events)).toContain("The team plan costs 12 euros per seat and month. [1]");
    expect(sources[0]).toMatchObject({ position: 1, title: "Pricing" });
    expect(sources[0]?.url).toBe("/pricing/#:~:text=Lumen%20is%20free%20for%20personal%20sites");
    expect(end.citations?.map(({ position, url }) => [position, url.split(":~:text=")[1]])).toEqual([
      [1, "Lumen%20is%20free%20for%20personal%20sites"],
      [1, "The%20team%20plan%20costs%2012%20euros%20per%20seat%20and%20month"],
      ...(end.citations ?? []).slice(2).map(() => expect.anything() as unknown),
    ]);
    expect(end.finishReason).toBe("stop");
    expect(end.citedPositions).toContain(1);
    expect(end.confidence).toBeGreaterThan(DEFAULT_CONFIDENCE_THRESHOLD);
  });

  it("keeps code that a quoted sentence introduces", async () => {
    const text = textOf(await ask("How do I install Lumen with npm?"));
    expect(text).toContain(
      "Install Lumen with npm in an empty folder: [1]\n\n```sh\nnpm create lumen@latest\nnpm install\n```",
    );
  });

  it("keeps the steps of a how-to whole", async () => {
    const text = textOf(await ask("How do I deploy a site?"));
    expect(text).toContain(
      "1. Run `lumen build`.\n2. Upload the folder `dist`.\n3. Point the domain at the host.",
    );
  });

  it("refuses in plain words, with the nearest pages, what the pages do not hold", async () => {
    const events = await ask("Does Lumen support quantum teleportation of spaceships?");
    expect(the("answer-end", events)).toMatchObject({ finishReason: "refused", citedPositions: [] });
    expect(textOf(events)).toMatch(/could not find/);
    expect(the("sources-available", events).sources.length).toBeLessThanOrEqual(3);
  });

  it("refuses without sources where nothing is near, and says so in the visitor's language", async () => {
    const events = await ask({ question: "xylophone zebra", locale: "de-CH" });
    expect(types(events)).toEqual(["answer-start", "stage", "text-delta", "answer-end"]);
    expect(textOf(events)).toMatch(/nichts gefunden/);
  });

  it("keeps the conversation's id", async () => {
    const events = await ask({ question: QUESTION, conversationId: "conversation-1" });
    expect(the("answer-start", events).conversationId).toBe("conversation-1");
  });

  it("passes filters on to the search", async () => {
    const events = await ask({ question: "Lumen", filters: { pathPrefix: "/history" } });
    expect(the("sources-available", events).sources.map(({ url }) => url.split("#")[0])).toEqual([
      "/history/",
    ]);
  });
});

describe("a provider's answer", () => {
  it("is passed on with its citations checked", async () => {
    const provider = createScriptedProvider([
      "It costs 12 euros [1]",
      " per seat [9]. ",
      "[More](https://evil.example)",
      STOP,
    ]);
    const events = await ask(QUESTION, provider);
    expect(textOf(events)).toBe("It costs 12 euros [1] per seat. More");
    expect(the("answer-end", events)).toMatchObject({ finishReason: "stop", citedPositions: [1] });
    expect(the("answer-start", events).mode).toBe("generative");
  });

  it("carries its usage and its cut", async () => {
    const usage = { inputTokens: 10, outputTokens: 5, provider: "scripted", model: "scripted-1" };
    const events = await ask(
      QUESTION,
      createScriptedProvider(["Free [1]", { type: "end", finishReason: "length", usage }]),
    );
    expect(the("answer-end", events)).toMatchObject({ finishReason: "length", usage });
  });

  it.each([
    [["NO_ANSWER", STOP]],
    [["NO", "_ANS", "WER", STOP]],
    [[" \nNO_ANSWER: the pages are silent", STOP]],
    [["**", "NO_ANSWER", "**", STOP]],
    [[{ type: "end" as const, finishReason: "refused" as const }]],
  ])("is a refusal when the model says that the pages do not answer: %j", async (script) => {
    const events = await ask(QUESTION, createScriptedProvider(script));
    expect(the("answer-end", events).finishReason).toBe("refused");
    expect(textOf(events)).not.toContain("NO_ANSWER");
  });

  it("is not mistaken for a refusal when it begins alike", async () => {
    expect(
      textOf(await ask(QUESTION, createScriptedProvider(["NO", "_A team costs 12 euros [1]", STOP]))),
    ).toContain("NO_A team costs 12 euros [1]");
  });

  it("gives way to the pages' own words when it cites nothing", async () => {
    const events = await ask(QUESTION, createScriptedProvider(["It is free, trust me.", STOP]));
    expect(JSON.stringify(events)).not.toContain("trust me");
    expect(types(events)).not.toContain("answer-reset");
    expect(failures).toEqual([{ reason: "answer-uncited" }]);
    expect(textOf(events)).toContain("12 euros per seat and month. [1]");
  });

  it.each<GenerationFailure>([
    { reason: "provider-unauthorized", status: 401 },
    { reason: "provider-rate-limited", status: 429 },
    { reason: "provider-rejected", status: 500, detail: "SECRET upstream text" },
    { reason: "provider-unreachable", detail: "SECRET host" },
    { reason: "provider-timeout", timeoutMs: 1 },
  ])(
    "that fails before its first word gives way to the pages' own words, with a note: $reason",
    async (failure) => {
      const events = await ask(QUESTION, createScriptedProvider([new GenerationError(failure)]));
      expect(types(events)).not.toContain("answer-reset");
      expect(textOf(events)).toMatch(/^I can't write an answer of my own right now/);
      expect(the("answer-end", events)).toMatchObject({ finishReason: "stop" });
      expect(JSON.stringify(events)).not.toContain("SECRET");
      expect(failures).toEqual([failure]);
    },
  );

  it("that breaks in mid-sentence is taken back before the pages' own words", async () => {
    const broken = new GenerationError({ reason: "provider-stream-broken", detail: "cut" });
    const beginning = "It is sold in one of these shops [1]. It costs as much as ";
    const events = await ask(QUESTION, createScriptedProvider([beginning, broken]));
    const order = types(events);
    expect(order.indexOf("answer-reset")).toBeGreaterThan(order.indexOf("text-delta"));
    expect(textOf(events)).not.toContain("It is sold");
    expect(order.filter((type) => type === "answer-end" || type === "error")).toEqual(["answer-end"]);
  });

  /** Long enough for its beginning to be shown. */
  const FIRST =
    "The team plan costs 99 euros for each seat and month [1]. It is meant for larger teams of ten people and more, and it is paid once a year [1]. ";

  it("that begins anew is shown as a new answer, of which nothing is left of the first", async () => {
    const script = [FIRST, { type: "restart" as const }, "It costs 12 euros [1].", STOP];
    const events = await ask(QUESTION, createScriptedProvider(script));
    expect(the("answer-reset", events).reason).toBe("restarted");
    expect(textOf(events).trim()).toBe("It costs 12 euros [1].");
    expect(the("answer-end", events)).toMatchObject({ finishReason: "stop", citedPositions: [1] });
    expect(failures).toEqual([]);
  });

  it("that begins anew before anything was shown takes nothing back", async () => {
    const script = ["It", { type: "restart" as const }, "It costs 12 euros [1].", STOP];
    const events = await ask(QUESTION, createScriptedProvider(script));
    expect(types(events)).not.toContain("answer-reset");
    expect(textOf(events).trim()).toBe("It costs 12 euros [1].");
  });

  it.each([
    ["to refuse", "NO_ANSWER", "refused"],
    ["and cites nothing", "I guess that 14 euros would be fair.", "stop"],
  ])("that begins anew %s leaves nothing of the first, and is taken back once", async (_, second, finish) => {
    const script = [FIRST, { type: "restart" as const }, second, STOP];
    const events = await ask(QUESTION, createScriptedProvider(script));
    expect(the("answer-reset", events).reason).toBe("restarted");
    expect(textOf(events)).not.toMatch(/99|I guess|NO_/);
    expect(the("answer-end", events).finishReason).toBe(finish);
  });

  it.each([[[]], [[STOP]], [["   ", STOP]], [["It is free [1]"]]])(
    "that is empty or has no end counts as broken: %j",
    async (script) => {
      await ask(QUESTION, createScriptedProvider(script));
      expect(failures).toMatchObject([{ reason: "provider-stream-broken" }]);
    },
  );

  it("is not held back for ever by what says nothing", async () => {
    const provider = createScriptedProvider([...Array.from({ length: 60 }, () => "   \n"), "Free [1]", STOP]);
    expect(textOf(await ask(QUESTION, provider)).trim()).toBe("Free [1]");
    const endless = createScriptedProvider(Array.from({ length: 20_000 }, () => "   \n"));
    expect(the("answer-end", await ask(QUESTION, endless)).finishReason).toBe("stop");
  });

  it("is cut when it runs away", async () => {
    const provider = createScriptedProvider([
      "Free [1]. ",
      ...Array.from({ length: 50 }, () => "word ".repeat(400)),
      STOP,
    ]);
    const events = await ask(QUESTION, provider);
    expect(the("answer-end", events).finishReason).toBe("length");
    expect(provider.wasReleased()).toBe(true);
  });

  it("is asked with the history and the numbered passages", async () => {
    const provider = createScriptedProvider(["Free [1]", STOP]);
    const history = [{ role: "visitor" as const, text: "hello" }];
    await ask({ question: QUESTION, history }, provider);
    expect(provider.requests[0]).toMatchObject({ question: QUESTION, history });
    expect(provider.requests[0]?.passages.map(({ source }) => source.position)).toEqual(
      [1, 2, 3, 4, 5].slice(0, provider.requests[0]?.passages.length),
    );
  });

  it("gives way to the pages' own words when the provider itself has a fault, and tells the log", async () => {
    const events = await ask(QUESTION, createScriptedProvider(["It costs ", new TypeError("a bug")]));
    expect(the("answer-end", events).finishReason).toBe("stop");
    expect(textOf(events)).toContain("12 euros per seat and month. [1]");
    expect(JSON.stringify(events)).not.toContain("a bug");
    expect(failures).toEqual([{ reason: "provider-faulty", detail: "TypeError" }]);
  });

  it.each([
    [
      "the vendor's filter",
      ["Half an answer [1]. And", { type: "end" as const, finishReason: "refused" as const }],
      "length",
    ],
    ["the mark of a refusal", ["Partly [1].\n\nNO_ANSWER", STOP], "stop"],
    ["the mark, cut up", ["Partly [1].\n\n", "NO", "_ANSW", "ER.", STOP], "stop"],
  ])("keeps what it had cited before %s", async (_name, script, finishReason) => {
    const events = await ask(QUESTION, createScriptedProvider(script));
    expect(the("answer-end", events)).toMatchObject({ finishReason, citedPositions: [1] });
    expect(types(events)).not.toContain("answer-reset");
    expect(JSON.stringify(events)).not.toContain("NO_ANSWER");
  });

  it.each([
    [["Sorry, ", "NO_", "ANSWER.", STOP]],
    [["NO_ANSWER. But it is sold [1].", STOP]],
    [["no_answer (nothing is said of it)", STOP]],
  ])("is a refusal where the mark stands before any cited fact: %j", async (script) => {
    const events = await ask(QUESTION, createScriptedProvider(script));
    expect(the("answer-end", events).finishReason).toBe("refused");
    expect(textOf(events)).toMatch(/^I could not find/);
    expect(types(events)).not.toContain("answer-reset");
    expect(JSON.stringify(events)).not.toMatch(/no_answer/i);
  });

  it("cites only passages that the model was shown", async () => {
    const huge = (title: string): ChunkSketch => ({
      title,
      url: `/${title}/`,
      blocks: [
        "The team plan is described here at length.",
        { kind: "code", language: "txt", code: "plan ".repeat(1700) },
      ],
    });
    const large = await openSketch([huge("a"), huge("b"), huge("c"), huge("d")]);
    const provider = createScriptedProvider((request) => [
      `All is well [${request.passages.length + 1}].`,
      STOP,
    ]);
    const events = await ask("What is the team plan?", provider, {
      corpus: large,
      promptPassagesMaxTokens: 4_000,
    });
    const shown = provider.requests[0]?.passages.length ?? 0;
    expect(shown).toBeLessThan(4);
    expect(the("sources-available", events).sources).toHaveLength(shown);
    expect(textOf(events)).not.toContain("All is well");
  });
});

describe("stopping", () => {
  it("ends without a further event wherever it is stopped", async () => {
    for (let stopAfter = 0; stopAfter < 6; stopAfter++) {
      const controller = new AbortController();
      const provider = createScriptedProvider(["It costs [1] ", "12 ", "euros", STOP]);
      const dependencies = { corpus, provider, confidenceThreshold: 0.4, newId: () => "an-id-of-it" };
      const seen: ChatEvent[] = [];
      for await (const event of answerQuestion({ question: QUESTION }, dependencies, {
        signal: controller.signal,
      })) {
        seen.push(event);
        if (seen.length > stopAfter) controller.abort();
      }
      expect(seen).toHaveLength(stopAfter + 1);
    }
  });

  it("ends without a further event and releases the provider", async () => {
    const controller = new AbortController();
    const provider = createScriptedProvider(["It costs [1] ", "12 ", "euros", STOP]);
    const seen: ChatEvent[] = [];
    const dependencies = { corpus, provider, confidenceThreshold: 0.4, newId: () => "an-id-of-it" };
    for await (const event of answerQuestion({ question: QUESTION }, dependencies, {
      signal: controller.signal,
    })) {
      seen.push(event);
      if (event.type === "text-delta") controller.abort();
    }
    expect(types(seen).at(-1)).toBe("text-delta");
    expect(provider.wasReleased()).toBe(true);
  });
});

describe("the answer cache", () => {
  const good = (): GenerationProvider => createScriptedProvider(["It costs 12 euros [1].", STOP]);

  it("serves the same answer to the same question, however it is typed", async () => {
    const first = await ask(QUESTION, good(), { cache });
    const provider = good();
    const second = await ask(`  ${QUESTION.slice(0, 1).toLowerCase()}${QUESTION.slice(1)}?? `, provider, {
      cache,
    });
    expect(textOf(second)).toBe(textOf(first));
    expect(the("sources-available", second)).toEqual(the("sources-available", first));
    // Nobody was asked for it again.
    const { usage, ...end } = the("answer-end", first);
    expect(usage?.calls).toHaveLength(1);
    expect(the("answer-end", second)).toEqual({ ...end, cached: true });
    expect(the("answer-start", second).mode).toBe("generative");
    expect("requests" in provider && provider.requests).toEqual([]);
  });

  it.each<[string, Partial<ChatRequest>]>([
    ["another question", { question: "How much is the personal plan?" }],
    ["other filters", { filters: { pathPrefix: "/pricing" } }],
    ["an earlier turn", { history: [{ role: "visitor", text: "hi" }] }],
  ])("does not serve it for %s", async (_name, change) => {
    await ask(QUESTION, good(), { cache });
    expect(the("answer-end", await ask({ question: QUESTION, ...change }, good(), { cache })).cached).toBe(
      false,
    );
  });

  it("does not serve it in another language of the page, where the question has none", async () => {
    const named = (locale: string): Promise<ChatEvent[]> =>
      ask({ question: "Ada Marsh", locale }, good(), { cache });
    await named("en");
    expect(the("answer-end", await named("en")).cached).toBe(true);
    expect(the("answer-end", await named("de")).cached).toBe(false);
  });

  it("does not serve it for another model, nor for another corpus", async () => {
    await ask(QUESTION, good(), { cache });
    const otherModel = { ...createScriptedProvider(["It costs 12 euros [1].", STOP]), model: "scripted-2" };
    expect(the("answer-end", await ask(QUESTION, otherModel, { cache })).cached).toBe(false);
    const otherCorpus = await openSketch([...SKETCHES, { title: "New", blocks: ["A new page of it."] }]);
    expect(the("answer-end", await ask(QUESTION, good(), { cache, corpus: otherCorpus })).cached).toBe(false);
    const otherSite = await openSketch(SKETCHES, { site: "other" });
    expect(the("answer-end", await ask(QUESTION, good(), { cache, corpus: otherSite })).cached).toBe(false);
  });

  it.each<[string, GenerationProvider]>([
    ["was cut", createScriptedProvider(["Costs [1]", { type: "end", finishReason: "length" }])],
    [
      "failed",
      createScriptedProvider([
        "Costs [1]",
        new GenerationError({ reason: "provider-timeout", timeoutMs: 1 }),
      ]),
    ],
    ["was refused", createScriptedProvider(["NO_ANSWER", STOP])],
    ["cites nothing", createScriptedProvider(["Trust me.", STOP])],
  ])("does not keep an answer that %s", async (_name, provider) => {
    await ask(QUESTION, provider, { cache });
    expect(kept.size).toBe(0);
  });

  it("is written beside the answer", async () => {
    const background: Promise<unknown>[] = [];
    await ask(QUESTION, good(), { cache, runInBackground: (work) => background.push(work) });
    expect(background).toHaveLength(1);
    expect([...kept.values()]).toMatchObject([
      { text: "It costs 12 euros [1].", finishReason: "stop", citedPositions: [1] },
    ]);
  });
});
