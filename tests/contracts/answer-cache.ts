import { beforeEach, describe, expect, test } from "vitest";
import type { AnswerCache, CachedAnswer } from "../../core/answer/cache/answer-cache.ts";

export const SAMPLE_ANSWER: CachedAnswer = {
  mode: "extractive",
  text: "Ada Marsh founded Lumen in 2019. [1] Größe \u2028 🫖",
  sources: [
    { position: 1, title: "History", url: "/history/", excerpt: "Ada Marsh founded Lumen.", score: 1 },
    { position: 2, title: "Pricing", section: "Plans", url: "/pricing/#plans", excerpt: "Free.", score: 0.5 },
  ],
  citedPositions: [1],
  citations: [
    { position: 1, url: "/history/#:~:text=Ada%20Marsh%20founded%20Lumen" },
    { position: 1, url: "/history/#later", section: "Later" },
  ],
  confidence: 0.9,
  groundedness: 1,
  followUps: ["Who released Lumen?"],
  onlyOn: "2026-11-30",
  finishReason: "stop",
};

/** A cache that is being tested, and the means to break what it stands on. */
export interface AnswerCacheSubject {
  cache: AnswerCache;
  /** Makes every read and write of the store fail from now on. */
  breakStore: () => void;
  /** Makes reads of the store never end. */
  hangStore: () => void;
  /** Puts a raw text where the cache keeps the answer of a key. */
  corrupt: (key: string, text: string) => Promise<void>;
}

/** What the pipeline relies on in every answer cache: it may forget, but never fail or hold up. */
export function testAnswerCache(
  name: string,
  create: () => AnswerCacheSubject | Promise<AnswerCacheSubject>,
): void {
  describe(`${name} as an answer cache`, () => {
    let subject: AnswerCacheSubject;
    beforeEach(async () => {
      subject = await create();
    });

    test("gives back what an older version kept, which says less", async () => {
      const { citations: _citations, onlyOn: _onlyOn, ...older } = SAMPLE_ANSWER;
      await subject.cache.put("older", older);
      expect(await subject.cache.get("older")).toEqual(older);
    });

    test("gives back what was put, unchanged", async () => {
      await subject.cache.put("key", SAMPLE_ANSWER);
      expect(await subject.cache.get("key")).toEqual(SAMPLE_ANSWER);
    });

    test("knows nothing of other keys", async () => {
      await subject.cache.put("key", SAMPLE_ANSWER);
      expect(await subject.cache.get("other")).toBeUndefined();
      expect(await subject.cache.get("key2")).toBeUndefined();
    });

    test("takes a second answer for the same key", async () => {
      await subject.cache.put("key", SAMPLE_ANSWER);
      await subject.cache.put("key", { ...SAMPLE_ANSWER, text: "Newer. [1]" });
      expect((await subject.cache.get("key"))?.text).toMatch(/Newer|Ada Marsh/);
    });

    test.each([
      ["no JSON", "{"],
      ["another shape", "[]"],
      ["null", "null"],
      ["a missing field", JSON.stringify({ ...SAMPLE_ANSWER, sources: undefined })],
      ["a wrong type", JSON.stringify({ ...SAMPLE_ANSWER, confidence: "high" })],
      ["an answer that was cut", JSON.stringify({ ...SAMPLE_ANSWER, finishReason: "length" })],
      ["nothing", ""],
    ])("takes a value of %s for a miss", async (_, text) => {
      await subject.corrupt("key", text);
      expect(await subject.cache.get("key")).toBeUndefined();
    });

    test("misses, and does not fail, when its store fails", async () => {
      await subject.cache.put("key", SAMPLE_ANSWER);
      subject.breakStore();
      expect(await subject.cache.get("key")).toBeUndefined();
      await expect(subject.cache.put("key", SAMPLE_ANSWER)).resolves.toBeUndefined();
    });

    test("misses soon when its store does not answer", async () => {
      subject.hangStore();
      expect(await subject.cache.get("key")).toBeUndefined();
    });
  });
}
