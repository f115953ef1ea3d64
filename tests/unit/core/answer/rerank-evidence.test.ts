import { describe, expect, test } from "vitest";
import {
  answerQuestion,
  DEFAULT_CONFIDENCE_THRESHOLD,
  type AnswerDependencies,
} from "../../../../core/answer/answer-question.ts";
import type { CachedAnswer } from "../../../../core/answer/cache/answer-cache.ts";
import type { Evidence } from "../../../../core/answer/find/find-evidence.ts";
import { lookUp } from "../../../../core/answer/find/look-up.ts";
import { rerankEvidence } from "../../../../core/answer/find/rerank-evidence.ts";
import type { GenerationProvider } from "../../../../core/answer/generation-provider.ts";
import { understandQuestion } from "../../../../core/answer/understand/understand-question.ts";
import { createExtractiveProvider } from "../../../../core/answer/quote/extractive-provider.ts";
import {
  createCandidateRanker,
  type CandidateRankFailure,
} from "../../../../core/rerank/candidate-ranker.ts";
import type { Reranker } from "../../../../core/rerank/reranker.ts";
import type { Corpus } from "../../../../core/corpus/corpus.ts";
import type { ChatEvent } from "../../../../core/protocol.ts";
import { openSketch, type ChunkSketch } from "../../../support/corpus.ts";
import { createScriptedProvider, STOP } from "../../../support/scripted-provider.ts";

/**
 * Thirty pages that say the words of the question more and more rarely; the one that answers says them last and
 * in other words. Each is long enough that a prompt holds a few of them only.
 */
const QUESTION = "How do I renew the harbour permit?";
const ANSWER =
  "Extending your mooring licence: sign in by March and pay forty crowns for the harbour permit.";
const FILLING = "Boats of every kind lie along the quay in summer, and ropes are sold by the metre. ".repeat(
  12,
);
const PAGES = 28;

function openHarbour(): Promise<Corpus> {
  const sketches: ChunkSketch[] = Array.from({ length: PAGES }, (_, index) => ({
    url: `/notes/${index}/`,
    title: index === 0 ? "Renew the harbour permit" : `Note ${index}`,
    blocks: [
      index === PAGES - 1
        ? `${FILLING}${ANSWER}`
        : `${"The harbour permit is shown here. ".repeat(Math.max(1, 6 - Math.floor(index / 5)))}${FILLING}`,
    ],
  }));
  return openSketch(sketches);
}

const wise: Reranker["rerank"] = (_, texts) =>
  Promise.resolve(texts.map((text) => (text.includes("mooring licence") ? 8.5 : -4)));

async function ask(changes: Partial<AnswerDependencies>) {
  const provider = createScriptedProvider(["It costs forty crowns [1].", STOP]);
  const events: ChatEvent[] = [];
  const dependencies: AnswerDependencies = {
    corpus: await openHarbour(),
    provider,
    confidenceThreshold: DEFAULT_CONFIDENCE_THRESHOLD,
    promptPassagesMaxTokens: 1_500,
    newId: () => "id",
    ...changes,
  };
  const { signal } = new AbortController();
  for await (const event of answerQuestion({ question: QUESTION }, dependencies, { signal }))
    events.push(event);
  const prompt = provider.requests[0]?.passages ?? [];
  return { events, prompt, pages: prompt.map(({ source }) => source.url.split("#")[0]) };
}

function rankerOf(rerank: Reranker["rerank"]) {
  const failures: CandidateRankFailure[] = [];
  const reranker: Reranker = {
    name: "rank.example",
    model: "r-1",
    rerank: (query, texts, options) => {
      options.onCall?.({ provider: "rank.example", model: "r-1" })({ inputTokens: 700 });
      return rerank(query, texts, options);
    },
  };
  const ranker = createCandidateRanker({ reranker, onFailure: (failure) => failures.push(failure) });
  return { ranker, failures };
}

async function lookUpHarbour(provider: GenerationProvider): Promise<Evidence> {
  const request = { question: QUESTION };
  const corpus = await openHarbour();
  const understood = understandQuestion(request, corpus);
  return lookUp({ query: QUESTION, request, understood }, { corpus, provider, confidenceThreshold: 0 });
}

const RIGHT = `/notes/${PAGES - 1}/`;

describe("a reranker before a model", () => {
  test("brings the right passage into a prompt that had no room for it", async () => {
    const without = await ask({});
    expect(without.pages).not.toContain(RIGHT);
    const { pages, prompt } = await ask({ ranker: rankerOf(wise).ranker });
    expect(pages).toContain(RIGHT);
    expect(pages.length).toBeLessThanOrEqual(without.pages.length + 1);
    const positions = prompt.map(({ source }) => source.position).toSorted((a, b) => a - b);
    expect(positions).toEqual(positions.map((_, index) => index + 1));
    const byRank = prompt.toSorted((a, b) => a.source.position - b.source.position);
    const scores = byRank.map(({ source }) => source.score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  test("that is wrong can't push out what the search had first", async () => {
    const without = await ask({});
    const best = without.prompt.find(({ source }) => source.position === 1)?.source.url;
    const { ranker } = rankerOf((_, texts) => Promise.resolve(texts.map((_text, place) => place)));
    const { prompt } = await ask({ ranker });
    expect(prompt.map(({ source }) => source.url)).toContain(best);
    expect(prompt.map(({ source }) => source.url)).not.toEqual(
      without.prompt.map(({ source }) => source.url),
    );
  });

  test("is told as a step of reading, and counted", async () => {
    const { events } = await ask({ ranker: rankerOf(wise).ranker });
    expect(events).toContainEqual({ type: "stage", stage: "reading", step: "reranking", count: PAGES });
    const end = events.at(-1);
    expect(end).toMatchObject({
      type: "answer-end",
      usage: {
        calls: [
          { purpose: "reranking", provider: "rank.example", model: "r-1", inputTokens: 700 },
          { purpose: "writing" },
        ],
      },
    });
  });

  test("that fails changes nothing but the wait, and its answer is not kept", async () => {
    const kept: CachedAnswer[] = [];
    const cache = {
      get: () => Promise.resolve(undefined),
      put: (_key: string, answer: CachedAnswer) => Promise.resolve(void kept.push(answer)),
    };
    const without = await ask({});
    const { ranker, failures } = rankerOf(() => Promise.reject(new Error("busy")));
    const { prompt, events } = await ask({ ranker, cache });
    expect(prompt).toEqual(without.prompt);
    expect(failures).toEqual([{ reason: "rerank-faulty", detail: "Error" }]);
    expect(events.at(-1)).toMatchObject({ type: "answer-end", finishReason: "stop" });
    expect(kept).toEqual([]);
    await ask({ ranker: rankerOf(wise).ranker, cache });
    expect(kept).toHaveLength(1);
  });

  test("is not asked where sentences are quoted: their weights know the order of the search", async () => {
    const { ranker } = rankerOf(() => Promise.reject(new Error("asked")));
    const provider = createExtractiveProvider();
    const plain = await ask({ provider });
    expect((await ask({ provider, ranker })).events).toEqual(plain.events);
  });

  test("is not asked about a question of several parts, each of which has its share already", async () => {
    let isAsked = false;
    const { ranker } = rankerOf((_, texts) => {
      isAsked = true;
      return Promise.resolve(texts.map((_text, place) => place));
    });
    const provider = createScriptedProvider(["It costs forty crowns [1].", STOP]);
    const evidence: Evidence = {
      ...(await lookUpHarbour(provider)),
      parts: ["How?", "What for?"].map((question) => ({ question, terms: [], ordinals: [], confidence: 1 })),
    };
    const dependencies = {
      corpus: await openHarbour(),
      provider,
      ranker,
      confidenceThreshold: 0,
      newId: () => "id",
    };
    const reranking = rerankEvidence(evidence, QUESTION, dependencies, new AbortController().signal);
    const { done, value } = await reranking.next();
    expect({ done, value }).toEqual({ done: true, value: { ...evidence, isUnranked: false } });
    expect(isAsked).toBe(false);
  });

  test("leaves the confidence to the search", async () => {
    const confidenceOf = (events: ChatEvent[]) =>
      events.flatMap((event) => (event.type === "answer-end" ? event.confidence : []));
    const { ranker } = rankerOf(wise);
    expect(confidenceOf((await ask({ ranker })).events)).toEqual(confidenceOf((await ask({})).events));
  });
});
