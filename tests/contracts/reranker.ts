import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Reranker } from "../../core/rerank/reranker.ts";

export interface RerankerSubject {
  reranker: Reranker;
  close?: () => Promise<void>;
}

/**
 * What search relies on in every reranker.
 *
 * @param create A reranker that can tell what shares words with a question; one that needs a server brings it along.
 */
export function testReranker(name: string, create: () => RerankerSubject | Promise<RerankerSubject>): void {
  describe(`${name} as a reranker`, () => {
    let subject: RerankerSubject;
    let reranker: Reranker;
    beforeAll(async () => {
      subject = await create();
      ({ reranker } = subject);
    });
    afterAll(() => subject.close?.());
    const { signal } = new AbortController();
    const QUERY = "How much does the team plan cost?";
    const TEXTS = [
      "Installing with npm takes a minute.",
      "Plans: the team plan does cost 12 euros a seat.",
      "Who founded it, and when.",
    ];

    test("names its service", () => {
      expect(reranker.name).not.toBe("");
    });

    test("scores each text, in their order, the one that answers highest", async () => {
      const scores = await reranker.rerank(QUERY, TEXTS, { signal });
      expect(scores).toHaveLength(TEXTS.length);
      expect(Math.max(...scores.map((score) => score ?? Number.NEGATIVE_INFINITY))).toBe(scores[1]);
      const turned = await reranker.rerank(QUERY, TEXTS.toReversed(), { signal });
      expect(turned).toEqual(scores.toReversed());
    });

    test("tells that it asked, and whom", async () => {
      const calls: object[] = [];
      await reranker.rerank(QUERY, TEXTS, {
        signal,
        onCall: (call) => {
          calls.push(call);
          return () => undefined;
        },
      });
      expect(calls).toEqual([{ provider: reranker.name, model: reranker.model }]);
    });

    test("takes no texts, empty ones and an empty question", async () => {
      expect(await reranker.rerank(QUERY, [], { signal })).toEqual([]);
      expect(await reranker.rerank(" ", ["", " \n", ...TEXTS], { signal })).toHaveLength(5);
    });

    test("throws the reason of a signal that is aborted", async () => {
      const reason = new Error("left");
      await expect(reranker.rerank(QUERY, TEXTS, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    });
  });
}
