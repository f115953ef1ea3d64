import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EmbeddingProvider } from "../../core/embedding/embedding-provider.ts";

export interface EmbeddingProviderSubject {
  provider: EmbeddingProvider;
  close?: () => Promise<void>;
}

/**
 * What the build and the search rely on in every embedding provider.
 *
 * @param create A provider that can embed; one that needs a server brings it along.
 */
export function testEmbeddingProvider(
  name: string,
  create: () => EmbeddingProviderSubject | Promise<EmbeddingProviderSubject>,
): void {
  describe(`${name} as an embedding provider`, () => {
    let subject: EmbeddingProviderSubject;
    let provider: EmbeddingProvider;
    beforeAll(async () => {
      subject = await create();
      ({ provider } = subject);
    });
    afterAll(() => subject.close?.());
    const { signal } = new AbortController();
    const TEXTS = [
      "the price of the team plan",
      "how to install it with npm",
      "what the team plan costs as a price",
    ];

    test("names itself, its model, its dimensions and its batch", () => {
      expect(provider.name).not.toBe("");
      expect(provider.model).not.toBe("");
      expect(provider.dimensions).toBeGreaterThan(0);
      expect(provider.maxBatch).toBeGreaterThan(0);
    });

    test.each(["query", "passage"] as const)(
      "gives one unit vector for each text of kind %s",
      async (kind) => {
        const vectors = await provider.embed(TEXTS, { signal, kind });
        expect(vectors).toHaveLength(TEXTS.length);
        for (const vector of vectors) {
          expect(vector).toHaveLength(provider.dimensions);
          expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
        }
      },
    );

    test("keeps the order: a text alone has the vector that it has among others", async () => {
      const together = await provider.embed(TEXTS, { signal, kind: "passage" });
      const [alone] = await provider.embed([TEXTS[1] ?? ""], { signal, kind: "passage" });
      expect(dot(alone, together[1])).toBeCloseTo(1, 4);
      expect(dot(together[0], together[2])).toBeGreaterThan(dot(together[0], together[1]));
    });

    test("takes no texts, empty ones, and ones that are too long", async () => {
      expect(await provider.embed([], { signal, kind: "passage" })).toEqual([]);
      const vectors = await provider.embed(["", " ", "word ".repeat(50_000)], { signal, kind: "passage" });
      expect(vectors).toHaveLength(3);
    });

    test("throws the reason of a signal that is aborted", async () => {
      const reason = new Error("left");
      const options = { signal: AbortSignal.abort(reason), kind: "query" } as const;
      await expect(provider.embed(TEXTS, options)).rejects.toBe(reason);
    });
  });
}

function dot(a: Float32Array | undefined, b: Float32Array | undefined): number {
  let sum = 0;
  a?.forEach((number, index) => (sum += number * (b?.[index] ?? 0)));
  return sum;
}
