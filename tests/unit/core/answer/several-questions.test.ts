import { beforeAll, describe, expect, it, vi } from "vitest";
import { answerQuestion, type AnswerDependencies } from "../../../../core/answer/answer-question.ts";
import { createExtractiveProvider } from "../../../../core/answer/quote/extractive-provider.ts";
import type { GenerationProvider, GenerationRequest } from "../../../../core/answer/generation-provider.ts";
import type { QuestionRewriter } from "../../../../core/dialogue/question-rewriter.ts";
import type { Corpus } from "../../../../core/corpus/corpus.ts";
import type { ChatEvent, ChatEventOf, ChatRequest } from "../../../../core/protocol.ts";
import { openSketch, type ChunkSketch } from "../../../support/corpus.ts";
import { createScriptedProvider, STOP } from "../../../support/scripted-provider.ts";

const page = (
  title: string,
  section: string,
  text: string,
  more: Partial<ChunkSketch> = {},
): ChunkSketch => ({
  title,
  headingPath: [section],
  blocks: [text],
  ...more,
});

/** Many pages on the one thing, so that it would fill the places by itself. */
const PAGES = [
  page(
    "Data",
    "Export your data",
    "You export your data in the settings under Data. The export is a zip file.",
  ),
  ...["orders", "photos", "notes", "contacts", "reports", "messages", "tasks"].map((name) =>
    page(
      `Export of ${name}`,
      `Export ${name} data`,
      `The export of ${name} data is a file. Export data of ${name} daily.`,
    ),
  ),
  page(
    "Account",
    "Delete the account",
    "You delete the account at the bottom of the profile. Deleting is final.",
  ),
  page(
    "Prices",
    "What the plans cost",
    "The small plan costs five euros a month. A discount is given to schools.",
  ),
  page("Team", "Invite people", "You invite people by their address."),
];

const THRESHOLD = 0.1;
let corpus: Corpus;
beforeAll(async () => {
  corpus = await openSketch(PAGES);
});

async function ask(
  request: ChatRequest,
  changes: Partial<AnswerDependencies> = {},
): Promise<{ events: ChatEvent[]; text: string; end: ChatEventOf<"answer-end"> | undefined }> {
  const events: ChatEvent[] = [];
  const dependencies = {
    corpus,
    provider: createExtractiveProvider(),
    confidenceThreshold: THRESHOLD,
    newId: () => "an-id",
    ...changes,
  };
  for await (const event of answerQuestion(request, dependencies, { signal: new AbortController().signal }))
    events.push(event);
  const text = events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");
  return { events, text, end: events.find((event) => event.type === "answer-end") };
}

const queries = (events: readonly ChatEvent[]): unknown[] =>
  events.flatMap((event) =>
    event.type === "stage" && event.part !== undefined ? [[event.part, event.parts, event.query]] : [],
  );

/** Keeps what a model would be asked. */
function createReader(): { provider: GenerationProvider; requests: GenerationRequest[] } {
  const requests: GenerationRequest[] = [];
  const provider: GenerationProvider = {
    name: "reader",
    model: "reader-1",
    mode: "generative",
    async *generate(request) {
      requests.push(request);
      await Promise.resolve();
      yield { type: "text-delta", text: "You export your data in the settings under Data. [1]" };
      yield { type: "end", finishReason: "stop" };
    },
  };
  return { provider, requests };
}

const BOTH = "How do I export my data and can I delete the account afterwards?";

describe("what is shown of a part", () => {
  it("is what the visitor asked, whatever the conversation added to the search", async () => {
    const { text } = await ask({
      question: "How do I export it and how do I delete the account?",
      history: [
        { role: "visitor", text: "What does the small plan cost?" },
        { role: "assistant", text: "Five euros a month." },
      ],
    });
    expect(text).toContain("**How do I export it?**");
    expect(text).not.toContain("export the small plan");
  });
});

describe("a question that asks two things", () => {
  it("is looked up in stages of its own, one for each", async () => {
    const { events } = await ask({ question: BOTH });
    expect(queries(events)).toEqual([
      [1, 2, "How do I export my data?"],
      [2, 2, "Can I delete the account afterwards?"],
    ]);
  });

  it("is answered one after the other, each quotation cited", async () => {
    const { text, end } = await ask({ question: BOTH });
    expect(text).toMatch(/\*\*How do I export my data\?\*\*[\s\S]*in the settings under Data\. \[\d\]/);
    expect(text).toMatch(
      /\*\*Can I delete the account afterwards\?\*\*[\s\S]*bottom of the profile\. \[\d\]/,
    );
    expect(text.indexOf("export my data?")).toBeLessThan(text.indexOf("delete the account"));
    expect(end?.citations).toHaveLength([...text.matchAll(/\[\d\]/g)].length);
  });

  it("shows no more sources than one question has, and all that it cites", async () => {
    const { events, text } = await ask({ question: BOTH });
    const told = events.findLast((event) => event.type === "sources-available");
    const positions = told?.type === "sources-available" ? told.sources.map(({ position }) => position) : [];
    expect(positions).toEqual([1, 2, 3, 4, 5, 6]);
    for (const [, cited] of text.matchAll(/\[(\d)\]/g)) expect(positions).toContain(Number(cited));
  });

  it("is told which of them the pages leave open", async () => {
    const { text } = await ask({ question: "How do I export my data, and who was Napoleon Bonaparte?" });
    expect(text).toContain("settings under Data");
    expect(text).toContain("I found nothing in our pages on this: Who was Napoleon Bonaparte?");
  });

  it("has both among what a model reads, the best of each first", async () => {
    const { provider, requests } = createReader();
    await ask({ question: BOTH }, { provider, promptPassagesMaxTokens: 200 });
    const passages = requests[0]?.passages ?? [];
    expect(passages.map(({ source }) => source.position)).toEqual(passages.map((_, index) => index + 1));
    expect(new Set(passages.map(({ ordinal }) => ordinal)).size).toBe(passages.length);
    const titles = passages.map(({ source }) => source.title);
    expect(titles.slice(0, 3)).toContain("Account");
    expect(titles.slice(0, 3).some((title) => title === "Data" || title.startsWith("Export"))).toBe(true);
  });

  it("is answered as one where its parts come late", async () => {
    const { text, end } = await ask(
      { question: BOTH },
      {
        confidenceThreshold: 0,
        startTimer: (onElapsed) => {
          onElapsed();
          return () => undefined;
        },
      },
    );
    expect(text).not.toContain("**How do I export my data?**");
    expect(end?.finishReason).toBe("stop");
  });
});

describe("a question that asks one thing", () => {
  it("has no stages of parts, and no headings", async () => {
    const { events, text } = await ask({ question: "How do I export my data?" });
    expect(queries(events)).toEqual([]);
    expect(text).not.toContain("**How do I");
  });

  it("is answered once, where one section tells both", async () => {
    const { text } = await ask({
      question: "What does the small plan cost and is there a discount for schools?",
    });
    expect(text.split("five euros")).toHaveLength(2);
    expect(text).not.toContain("I found nothing");
  });
});

describe("a comparison", () => {
  it("is looked up by both sides for a model", async () => {
    const { provider, requests } = createReader();
    const { events } = await ask(
      { question: "What is the difference between exports of photos and the plans?" },
      { provider, promptPassagesMaxTokens: 200 },
    );
    expect(queries(events)).toEqual([
      [1, 2, "exports of photos"],
      [2, 2, "the plans"],
    ]);
    const titles = (requests[0]?.passages ?? []).map(({ source }) => source.title);
    expect(titles).toEqual(expect.arrayContaining(["Export of photos", "Prices"]));
  });
});

describe("a model that takes a question apart", () => {
  const STORY =
    "We are a small choir of twelve people that sings every Monday, and since last year all of our notes are kept here; how would we export the notes data and is there a discount that schools are given?";
  const PARTS = ["How would we export the notes data?", "Is there a discount that schools are given?"];
  const splitting = (): { rewriter: QuestionRewriter; rewrite: ReturnType<typeof vi.fn> } => {
    const rewrite = vi.fn<QuestionRewriter["rewrite"]>((_question, _history, { onCall }) => {
      onCall?.({ provider: "server", model: "m-1" })({ inputTokens: 9, outputTokens: 4 });
      return Promise.resolve(PARTS.join("\n"));
    });
    return { rewriter: { rewrite }, rewrite };
  };
  const ofLargeSite = { promptPassagesMaxTokens: 60 };

  it("is asked once, told in the stages and counted", async () => {
    const { provider, requests } = createReader();
    const { rewriter, rewrite } = splitting();
    const { events, end } = await ask({ question: STORY }, { provider, rewriter, ...ofLargeSite });
    expect(rewrite).toHaveBeenCalledTimes(1);
    expect(queries(events)).toEqual(PARTS.map((part, index) => [index + 1, 2, part]));
    expect(requests).toHaveLength(1);
    expect(end?.usage?.calls?.map(({ purpose }) => purpose)).toEqual(["splitting", "writing"]);
  });

  it("is not asked about a plain question, nor where the whole site is shown, nor where answers are quoted", async () => {
    const { provider } = createReader();
    const { rewriter, rewrite } = splitting();
    await ask({ question: "How do I export my data?" }, { provider, rewriter, ...ofLargeSite });
    await ask({ question: STORY }, { provider, rewriter });
    await ask({ question: STORY }, { rewriter });
    expect(rewrite).not.toHaveBeenCalled();
  });

  it("is not waited for: the rules' parts are looked up", async () => {
    const { provider } = createReader();
    const rewriter: QuestionRewriter = {
      rewrite: (_question, _history, { signal }) =>
        new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("aborted")))),
    };
    const onFailure = vi.fn();
    const { events, end } = await ask(
      { question: BOTH },
      {
        provider,
        rewriter,
        onFailure,
        ...ofLargeSite,
        startTimer: (onElapsed) => {
          onElapsed();
          return () => undefined;
        },
      },
    );
    expect(queries(events)).toHaveLength(2);
    expect(end?.finishReason).toBe("stop");
    expect(onFailure).toHaveBeenCalledWith(expect.objectContaining({ reason: "rewrite-timeout" }));
  });
});

describe("a model that refuses a question of two parts", () => {
  const question = "How do I export my data, and what does the large plan cost?";

  it.each([
    ["I couldn't find how to export your data, and our pages don't say what the large plan costs either."],
    ["Neither the export nor the price of the large plan is described in the pages I was given [1][2]."],
  ])("gets the visitor a refusal, whole or cut: %s", async (refusal) => {
    for (const pieces of [[refusal], [...refusal]]) {
      const { events, text, end } = await ask(
        { question },
        { provider: createScriptedProvider([...pieces, STOP]) },
      );
      expect(end?.finishReason).toBe("refused");
      expect(text).toMatch(/^I could not find/);
      expect(events.some(({ type }) => type === "answer-reset")).toBe(false);
    }
  });

  it.each([
    ["You export your data in the settings under Data [1]. Our pages don't say what the large plan costs."],
    ["What the large plan costs isn't stated. You export your data in the settings under Data [1]."],
  ])("is answered where one part is: %s", async (answer) => {
    const provider = createScriptedProvider([...answer, STOP]);
    const { text, end } = await ask({ question }, { provider });
    expect(text).toBe(answer);
    expect(end?.finishReason).toBe("stop");
  });
});
