import { beforeAll, describe, expect, it } from "vitest";
import { answerQuestion, type AnswerDependencies } from "../../../../core/answer/answer-question.ts";
import { createExtractiveProvider } from "../../../../core/answer/quote/extractive-provider.ts";
import type { Corpus } from "../../../../core/corpus/corpus.ts";
import type { Chunk, Prepared } from "../../../../core/corpus/format.ts";
import { openCorpus } from "../../../../core/corpus/open-corpus.ts";
import { encodeCorpus } from "../../../../core/corpus/write-corpus.ts";
import type { ChatEvent, ChatRequest } from "../../../../core/protocol.ts";
import { memorySource, SKETCHES, sketchChunk } from "../../../support/corpus.ts";
import { createScriptedProvider, STOP } from "../../../support/scripted-provider.ts";

const PREPARED: Record<string, Prepared> = {
  Pricing: {
    questions: ["How much does the team plan cost?", "What is a seat?"],
    answer: {
      text: "The team plan costs 12 euros per seat and month [1]. See <b>[this](https://elsewhere.example/)</b> [2].",
      answers: [0],
    },
  },
  History: { questions: ["Who is behind Lumen?"] },
};

async function open(
  prepared: Record<string, Prepared>,
  indexFormat: "packed" | "lunr" = "packed",
): Promise<Corpus> {
  const chunks = SKETCHES.map(sketchChunk).map((chunk): Chunk => {
    const own = prepared[chunk.title];
    return own === undefined ? chunk : { ...chunk, prepared: own };
  });
  return openCorpus(memorySource(await encodeCorpus({ site: "docs", language: "en", chunks, indexFormat })));
}

let corpus: Corpus;
beforeAll(async () => {
  corpus = await open(PREPARED);
});

const model = createScriptedProvider(["From the model. [1]", STOP]);

async function ask(request: string | ChatRequest, changes: Partial<AnswerDependencies> = {}) {
  const events: ChatEvent[] = [];
  const given = typeof request === "string" ? { question: request } : request;
  const dependencies = { corpus, provider: model, confidenceThreshold: 0.3, newId: () => "id", ...changes };
  for await (const event of answerQuestion(given, dependencies, { signal: new AbortController().signal })) {
    events.push(event);
  }
  const text = events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");
  const end = events.find((event) => event.type === "answer-end");
  return { events, text, end };
}

describe("a question that meets a prepared one", () => {
  it("is answered as it was prepared, cited and marked, and no model is asked", async () => {
    const { events, text, end } = await ask("What does the team plan cost?");
    expect(events.map(({ type }) => type)).toEqual([
      "answer-start",
      "stage",
      "sources-available",
      "text-delta",
      ...(events.some(({ type }) => type === "follow-ups-available") ? ["follow-ups-available"] : []),
      "answer-end",
    ]);
    expect(events[0]).toMatchObject({ mode: "generative" });
    expect(events[2]).toMatchObject({ sources: [{ position: 1, title: "Pricing", url: "/pricing/" }] });
    expect(text).toContain("The team plan costs 12 euros per seat and month [1].");
    expect(end).toMatchObject({
      finishReason: "stop",
      citedPositions: [1],
      citations: [{ position: 1, url: expect.stringMatching(/^\/pricing\/#:~:text=/) as string }],
      cached: false,
      prepared: true,
    });
    expect(end).not.toHaveProperty("usage");
    expect(model.requests).toEqual([]);
  });

  it("may meet what the site itself asks over the section", async () => {
    const chunks = [
      {
        ...sketchChunk({
          title: "Orders",
          headingPath: ["Can I cancel an order?"],
          blocks: ["An order can be cancelled until it is packed, in your account under Orders."],
        }),
        prepared: {
          questions: ["my parcel is still in the shop and I do not want it"],
          answer: { text: "You can cancel an order until it is packed [1].", answers: [0] },
        },
      },
    ];
    const own = await openCorpus(memorySource(await encodeCorpus({ site: "docs", language: "en", chunks })));
    const { text } = await ask("How do I cancel an order?", { corpus: own });
    expect(text).toBe("You can cancel an order until it is packed [1].");
  });

  it("is looked up where what was prepared is a refusal, of any wording", async () => {
    for (const text of [
      "Our pages do not say what the team plan costs [1].",
      "I'm sorry, but the price of the team plan is not mentioned.",
      "NO_ANSWER",
    ]) {
      const own = await open({
        Pricing: { questions: ["How much does the team plan cost?"], answer: { text, answers: [0] } },
      });
      const { end, text: shown } = await ask("What does the team plan cost?", {
        corpus: own,
        provider: createExtractiveProvider(),
      });
      expect(end).not.toHaveProperty("prepared");
      expect(shown).toContain("12 euros per seat");
    }
  });

  it("shows no link, no markup and no citation that is not there", async () => {
    const { text } = await ask("How much is the team plan, what does it cost?");
    expect(text).not.toMatch(/https?:|\[2\]|(?<!\\)<b>/);
  });

  it("works without any model, and in an index of Lunr's format", async () => {
    const lunr = await open(PREPARED, "lunr");
    for (const own of [corpus, lunr]) {
      const { end } = await ask("how much does the team plan cost", {
        corpus: own,
        provider: createExtractiveProvider(),
      });
      expect(end).toMatchObject({ prepared: true });
    }
  });

  it("ends with the sentence that a site wants under each answer", async () => {
    const { text } = await ask("What does the team plan cost?", {
      style: { disclaimer: "Prices may change." },
    });
    expect(text).toMatch(/Prices may change\.$/);
  });
});

describe("all else is answered as ever", () => {
  it.each([
    ["another question", "Is Lumen free for personal sites?"],
    ["one that is turned around", "Why does the team plan not cost anything?"],
    ["one that is searched only", "What is a seat?"],
    ["one whose section has no answer", "Who is behind Lumen?"],
  ])("%s", async (_name, question) => {
    expect((await ask(question)).end).not.toHaveProperty("prepared");
  });

  it("a question that goes on with the conversation", async () => {
    const history = [
      { role: "visitor" as const, text: "What does the team plan cost?" },
      { role: "assistant" as const, text: "12 euros." },
    ];
    const { end } = await ask({ question: "And for personal sites?", history });
    expect(end).not.toHaveProperty("prepared");
  });

  it("where what was prepared says that the pages do not tell it", async () => {
    const unanswered = {
      questions: ["How much does the team plan cost?"],
      answer: { text: "The page does not say how much the team plan costs [1].", answers: [0] },
    };
    const { text, end } = await ask("How much does the team plan cost?", {
      corpus: await open({ Pricing: unanswered }),
    });
    expect(end).not.toHaveProperty("prepared");
    expect(text).toContain("From the model.");
  });

  it("where filters leave the section out", async () => {
    const { end } = await ask({
      question: "What does the team plan cost?",
      filters: { pathPrefix: "/deploy/" },
    });
    expect(end).not.toHaveProperty("prepared");
  });

  it("of a corpus without prepared answers, without another lookup", async () => {
    const plain = await open({});
    let lookups = 0;
    const counting: Corpus = {
      ...plain,
      retriever: {
        ...plain.retriever,
        retrieve: (...input) => (lookups++, plain.retriever.retrieve(...input)),
      },
    };
    const { end } = await ask("What does the team plan cost?", { corpus: counting });
    const before = lookups;
    expect(end).not.toHaveProperty("prepared");
    lookups = 0;
    await ask("What does the team plan cost?", {
      corpus: { ...counting, manifest: { ...plain.manifest, preparedAnswers: 1 } },
    });
    expect(lookups).toBe(before + 1);
  });
});
