import { describe, expect, test } from "vitest";
import type { AnswerVerifier, VerificationRequest } from "../../core/answer/verify/answer-verifier.ts";
import { sketchChunk } from "../support/corpus.ts";

/**
 * What an answer relies on in every verifier.
 *
 * @param create A verifier whose model finds supported what stands word for word in the passages, and nothing else.
 */
export function testAnswerVerifier(name: string, create: () => AnswerVerifier): void {
  describe(`${name} as a verifier`, () => {
    const { signal } = new AbortController();
    const text = "The team plan costs 12 euros a seat.";
    const chunk = sketchChunk({ url: "/plans/", title: "Plans", blocks: [text] });
    const source = { position: 3, title: "Plans", url: "/plans/", excerpt: text, score: 1 };
    const request: VerificationRequest = {
      statements: [
        { text, positions: [3] },
        { text: "The team plan costs 90 euros a seat.", positions: [3] },
      ],
      passages: [{ chunk, source, ordinal: 0, relativeScore: 1 }],
    };

    test("names its model, and gives one verdict for each statement, in their order", async () => {
      const verifier = create();
      expect(verifier.model).not.toBe("");
      expect(await verifier.verify(request, { signal })).toEqual([true, false]);
      const turned = { ...request, statements: request.statements.toReversed() };
      expect(await verifier.verify(turned, { signal })).toEqual([false, true]);
    });

    test("tells that it asked, and whom", async () => {
      const models: string[] = [];
      const verifier = create();
      await verifier.verify(request, {
        signal,
        onCall: ({ model }) => {
          models.push(model);
          return () => undefined;
        },
      });
      expect(models).toEqual([verifier.model]);
    });

    test("throws the reason of a signal that is aborted", async () => {
      const reason = new Error("left");
      await expect(create().verify(request, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    });
  });
}
