/** How the pipeline treats what is no plain question: small talk, follow-ups, typing errors, other languages. */
import { beforeAll, describe, expect, it } from "vitest";
import type { AnswerCache, CachedAnswer } from "../../../core/answer/cache/answer-cache.ts";
import type { AnswerDependencies, AnswerFailure } from "../../../core/answer/answer-dependencies.ts";
import { answerQuestion } from "../../../core/answer/answer-question.ts";
import { createExtractiveProvider } from "../../../core/answer/quote/extractive-provider.ts";
import type { Corpus } from "../../../core/corpus/corpus.ts";
import { openCorpus } from "../../../core/corpus/open-corpus.ts";
import { encodeCorpus } from "../../../core/corpus/write-corpus.ts";
import { encodeVectors, quantise } from "../../../core/embedding/vectors-file.ts";
import type {
  ChatEvent,
  ChatEventOf,
  ChatEventType,
  ChatRequest,
  HistoryTurn,
} from "../../../core/protocol.ts";
import { SKETCHES, memorySource, openSketch, sketchChunk } from "../../support/corpus.ts";
import { createScriptedProvider } from "../../support/scripted-provider.ts";

let corpus: Corpus;
beforeAll(async () => {
  corpus = await openSketch(SKETCHES);
});

async function ask(
  request: string | ChatRequest,
  changes: Partial<AnswerDependencies> = {},
): Promise<ChatEvent[]> {
  const events: ChatEvent[] = [];
  const dependencies: AnswerDependencies = {
    corpus,
    provider: createExtractiveProvider(),
    confidenceThreshold: 0.3,
    newId: () => "id",
    ...changes,
  };
  const chatRequest = typeof request === "string" ? { question: request } : request;
  const { signal } = new AbortController();
  for await (const event of answerQuestion(chatRequest, dependencies, { signal })) events.push(event);
  return events;
}

function all<T extends ChatEventType>(type: T, events: readonly ChatEvent[]): ChatEventOf<T>[] {
  return events.filter((event): event is ChatEventOf<T> => event.type === type);
}

function textOf(events: readonly ChatEvent[]): string {
  return all("text-delta", events)
    .map(({ text }) => text)
    .join("");
}

describe("small talk", () => {
  it.each(["Hello!", "thanks a lot", "Who are you?", "¡Hola!", "Danke schön"])(
    "gets a reply of its own, without sources: %s",
    async (question) => {
      const events = await ask(question);
      expect(all("answer-start", events)[0]?.mode).toBe("conversation");
      expect(all("sources-available", events)).toEqual([]);
      expect(all("answer-end", events)[0]).toMatchObject({ finishReason: "stop", citedPositions: [] });
      expect(textOf(events)).not.toBe("");
    },
  );

  it("suggests what the pages answer: the owner's starters, else the corpus's", async () => {
    const own = ["What does Lumen cost?"];
    expect(textOf(await ask("Hello!", { starters: own }))).toContain("- What does Lumen cost?");
    const withStarters: Corpus = {
      ...corpus,
      manifest: { ...corpus.manifest, starters: ["How do I deploy?"] },
    };
    expect(textOf(await ask("Hello!", { corpus: withStarters }))).toContain("- How do I deploy?");
  });

  it("is answered in its own language, under the assistant's name", async () => {
    expect(textOf(await ask({ question: "¡Hola!", locale: "en" }))).toMatch(/¿|puedo/);
    expect(textOf(await ask("Who are you?", { assistantName: "Lux" }))).toContain("Lux");
  });

  it("is never kept, and never looked for, in the answer cache", async () => {
    const cache: AnswerCache = {
      get: () => Promise.reject(new Error("asked")),
      put: () => Promise.reject(new Error("kept")),
    };
    expect(all("answer-end", await ask("Hello!", { cache }))).toHaveLength(1);
  });

  it("before a question is a question", async () => {
    const events = await ask("Hi! Who founded Lumen?");
    expect(textOf(events)).toContain("Ada Marsh");
    expect(all("answer-start", events)[0]?.mode).toBe("extractive");
  });
});

describe("what needs care", () => {
  it("gets a fixed reply, whatever the pages say and whoever writes", async () => {
    const provider = createScriptedProvider(["never asked"]);
    const events = await ask("I want to kill myself", { provider });
    expect(all("answer-start", events)[0]?.mode).toBe("conversation");
    expect(textOf(events)).not.toContain("never asked");
    expect(provider.requests).toEqual([]);
  });
});

describe("what goes on with distress", () => {
  const history: HistoryTurn[] = [
    { role: "visitor", text: "I want to kill myself" },
    { role: "assistant", text: "I am sorry that you feel this way." },
  ];

  it.each(["how do I do it", "why", "with pills?"])("is not looked up: %s", async (question) => {
    const events = await ask({ question, history });
    expect(all("answer-start", events)[0]?.mode).toBe("conversation");
    expect(all("sources-available", events)).toEqual([]);
  });

  it("is over with a question about the pages", async () => {
    const events = await ask({ question: "What does the team plan of Lumen cost each month?", history });
    expect(all("answer-start", events)[0]?.mode).toBe("extractive");
  });
});

describe("what no documentation is about", () => {
  it("is redirected when the pages do not know it", async () => {
    const events = await ask("What will the weather be like in Paris tomorrow?", {
      starters: ["What is Lumen?"],
    });
    expect(all("answer-end", events)[0]?.finishReason).toBe("refused");
    expect(all("sources-available", events)).toEqual([]);
    expect(textOf(events)).toContain("What is Lumen?");
  });
});

describe("a follow-up", () => {
  const history: HistoryTurn[] = [
    { role: "visitor", text: "What does the team plan cost?" },
    { role: "assistant", text: "The team plan costs 12 euros per seat and month. [1]" },
  ];

  it("is searched for with what it left out, and says so", async () => {
    const events = await ask({ question: "and the personal one?", history });
    expect(all("stage", events)[0]?.query).toMatch(/personal.*\?$/i);
    expect(all("sources-available", events)[0]?.sources[0]?.url).toMatch(/^\/pricing\/#:~:text=/);
  });

  it("that stands alone is searched for as it is", async () => {
    const events = await ask({ question: "Who founded Lumen?", history });
    expect(all("stage", events)[0]).not.toHaveProperty("query");
    expect(textOf(events)).toContain("Ada Marsh");
  });

  it("is rewritten by a model where there is one, and by rules where that fails", async () => {
    const failures: AnswerFailure[] = [];
    const onFailure = (failure: AnswerFailure): void => void failures.push(failure);
    const question = "and the personal one?";
    const rewriter = { rewrite: () => Promise.resolve("What does the personal plan cost?") };
    const rewritten = await ask({ question, history }, { rewriter, onFailure });
    expect(all("stage", rewritten).map(({ query }) => query)).toContain("What does the personal plan cost?");
    const broken = { rewrite: () => Promise.reject(new Error("upstream secret")) };
    const byRules = await ask({ question, history }, { rewriter: broken, onFailure });
    expect(all("stage", byRules)[0]?.query).toMatch(/personal/i);
    expect(textOf(byRules)).not.toContain("secret");
    expect(failures).toEqual([{ reason: "rewrite-failed", detail: "Error" }]);
  });

  it("shares the cache of the question that it stands for, where answers are quotations", async () => {
    const kept = new Map<string, CachedAnswer>();
    const cache: AnswerCache = {
      get: (key) => Promise.resolve(kept.get(key)),
      put: (key, answer) => Promise.resolve(void kept.set(key, answer)),
    };
    const first = await ask({ question: "Who founded Lumen?", history }, { cache });
    const second = await ask("Who founded Lumen?", { cache });
    expect(all("answer-end", first)[0]?.cached).toBe(false);
    expect(all("answer-end", second)[0]?.cached).toBe(true);
    expect(all("follow-ups-available", second)).toEqual(all("follow-ups-available", first));
    // From the cache too a follow-up says what it was taken for.
    await ask({ question: "and the personal one?", history }, { cache });
    const again = await ask({ question: "and the personal one?", history }, { cache });
    expect(all("answer-end", again)[0]?.cached).toBe(true);
    expect(all("stage", again)[0]?.query).toMatch(/personal/i);
  });
});

describe("a typing error", () => {
  it("is named before the answer to what was meant", async () => {
    const text = textOf(await ask("Who fuonded Lumen?"));
    expect(text).toMatch(/^I took “fuonded” to mean “founded”\.\n\n/);
    expect(text).toContain("Ada Marsh");
  });

  it("is doubted in short words that may be other words: what is asked then is not answered", async () => {
    const pages = await openSketch([
      ...SKETCHES,
      { title: "Looks", blocks: ["Look at the theme: how a site looks is set by its style of the past."] },
    ]);
    const events = await ask("how do I cook pasta", { corpus: pages });
    expect(all("answer-end", events)[0]?.finishReason).toBe("refused");
    expect(textOf(events)).not.toContain("mean “look”");
  });

  it("is named again before the answer that stands in", async () => {
    const provider = createScriptedProvider([
      "Somebody [1] founded it in one of these years. And then it",
      new Error("cut"),
    ]);
    const events = await ask("Who fuonded Lumen?", { provider });
    const reset = events.findIndex(({ type }) => type === "answer-reset");
    expect(reset).toBeGreaterThan(0);
    expect(textOf(events.slice(reset))).toMatch(/^I took “fuonded”/);
  });
});

describe("a question in another language than the pages", () => {
  const question = "¿Quién fundó Lumen y cuándo empezó la empresa?";

  it("is said to be, where it cannot be translated", async () => {
    expect(textOf(await ask(question))).toMatch(/Nuestras páginas están en inglés/);
  });

  it("is not kept in that way where a translator failed: the next visitor may have more luck", async () => {
    const kept: string[] = [];
    const cache: AnswerCache = {
      get: () => Promise.resolve(undefined),
      put: (key) => Promise.resolve(void kept.push(key)),
    };
    const translator = { model: "m", translate: () => Promise.reject(new Error("away")) };
    const known = "¿Quién es Ada Marsh, la fundadora de Lumen?";
    await ask(known, { translator, cache, confidenceThreshold: 0 });
    expect(kept).toEqual([]);
    await ask(known, { cache, confidenceThreshold: 0 });
    expect(kept).toHaveLength(1);
  });

  it("is translated where a model is there, and then found", async () => {
    const translator = { model: "m", translate: () => Promise.resolve("Who founded Lumen?") };
    const events = await ask(question, { translator });
    expect(all("stage", events).map(({ query }) => query)).toContain("Who founded Lumen?");
    const text = textOf(events);
    expect(text).toContain("Ada Marsh");
    expect(text).not.toContain("Nuestras páginas");
  });

  it("prefers the pages of its language, where the site has some", async () => {
    const mixed = await openSketch([
      ...SKETCHES,
      {
        title: "Historia",
        language: "es",
        url: "/es/",
        blocks: ["Ada Marsh fundó Lumen en 2019, en Sevilla."],
      },
    ]);
    const events = await ask("¿Quién fundó Lumen?", { corpus: mixed });
    expect(all("sources-available", events)[0]?.sources[0]?.url).toMatch(/^\/es\/#:~:text=/);
  });
});

describe("embeddings", () => {
  const DIMENSIONS = 64;
  const unit = (place: number): Float32Array =>
    Float32Array.from({ length: DIMENSIONS }, (_, index) => (index === place ? 1 : 0));

  it("bring a page to the top that shares no word with the question, and only those of the corpus's model", async () => {
    const chunks = SKETCHES.map(sketchChunk);
    const vectors = encodeVectors(
      { model: "m", dimensions: DIMENSIONS },
      chunks.map((_, place) => quantise(unit(place))),
    );
    const encoded = await encodeCorpus({ site: "docs", language: "en", chunks, vectors });
    const embedded = await openCorpus(memorySource(encoded));
    const embedder = (model: string) => ({
      model,
      dimensions: DIMENSIONS,
      embed: () => Promise.resolve(unit(chunks.length - 1)),
    });
    const found = async (model: string): Promise<string | undefined> =>
      all(
        "sources-available",
        await ask("deploy folder", {
          corpus: embedded,
          queryEmbedder: embedder(model),
          confidenceThreshold: 0,
        }),
      )[0]
        ?.sources.map(({ url }) => url)
        .join(" ");
    expect(await found("m")).toContain("/history/");
    expect(await found("other")).not.toContain("/history/");
  });
});

describe("somebody who wants a person", () => {
  it("is told the way that is set up", async () => {
    const events = await ask("can I speak to a human please", { contact: "help@shop.example" });
    expect(all("answer-start", events)[0]?.mode).toBe("conversation");
    // As Markdown.
    expect(textOf(events).replaceAll("\\", "")).toContain("help@shop.example");
    expect(
      textOf(await ask({ question: "rufen Sie mich an", locale: "de" }, { contact: "+43 1 234 56" })),
    ).toMatch(/Mensch.*\+43 1 234 56/u);
  });

  it("is told plainly where there is none, and the pages do not say", async () => {
    const text = textOf(await ask("call me back"));
    expect(text).toMatch(/program/u);
    expect(text).toMatch(/No way to a person is set up/u);
  });

  it("cannot make the way to a person look like something else", async () => {
    const text = textOf(await ask("human please", { contact: "[x](https://evil.example) $&" }));
    expect(text).toContain("\\[x\\]");
  });
});

describe("work that no page does", () => {
  it.each(["what is 12 times 12", "run this code", "write me a poem about autumn"])(
    "gets one plain sentence: %s",
    async (question) => {
      const events = await ask(question, { starters: [] });
      expect(all("answer-start", events)[0]?.mode).toBe("conversation");
      expect(textOf(events).split(/(?<=[.!?]) /u)).toHaveLength(1);
    },
  );
});

describe("small talk that names what the pages know", () => {
  it("is looked up", async () => {
    const rooms = await openSketch([
      {
        title: "Dogs",
        url: "/dogs/",
        blocks: ["Dogs are welcome in our lounge and may sleep in the rooms."],
      },
      {
        title: "Kitchen",
        url: "/kitchen/",
        blocks: ["The chef is Maria Lopez. She has led the kitchen since 2015."],
      },
    ]);
    const events = await ask("who is your chef", { corpus: rooms });
    expect(all("answer-start", events)[0]?.mode).toBe("extractive");
  });
});
