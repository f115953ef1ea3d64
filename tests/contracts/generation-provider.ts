import { beforeAll, describe, expect, test } from "vitest";
import { findPassages } from "../../core/answer/find/find-passages.ts";
import type {
  GenerationEvent,
  GenerationProvider,
  GenerationRequest,
} from "../../core/answer/generation-provider.ts";
import type { Corpus } from "../../core/corpus/corpus.ts";
import { SKETCHES, openSketch } from "../support/corpus.ts";

/** A question to the small corpus of the tests, as the pipeline would hand it to a provider. */
export async function generationRequest(question: string, corpus?: Corpus): Promise<GenerationRequest> {
  const opened = corpus ?? (await openSketch(SKETCHES));
  const { passages, terms } = await findPassages(opened, { question }, 6);
  return { question, history: [], passages, terms, termsOf: opened.retriever.terms, locale: "en" };
}

export async function collect(events: AsyncIterable<GenerationEvent>): Promise<GenerationEvent[]> {
  const collected: GenerationEvent[] = [];
  for await (const event of events) collected.push(event);
  return collected;
}

/**
 * What the pipeline relies on in every provider.
 *
 * @param create A provider that can answer; one that needs a server brings it along.
 */
export function testGenerationProvider(
  name: string,
  create: () => GenerationProvider | Promise<GenerationProvider>,
): void {
  describe(`${name} as a generation provider`, () => {
    let provider: GenerationProvider;
    let request: GenerationRequest;
    beforeAll(async () => {
      provider = await create();
      request = await generationRequest("Who founded Lumen?");
    });
    const { signal } = new AbortController();

    test("names itself and its model, which are part of the cache's key", () => {
      expect(provider.name).not.toBe("");
      expect(provider.model).not.toBe("");
      expect(["generative", "extractive"]).toContain(provider.mode);
    });

    test("yields text and then exactly one end", async () => {
      const events = await collect(provider.generate(request, { signal }));
      const written = events.slice(events[0]?.type === "passages" ? 1 : 0, -1);
      expect(written.length).toBeGreaterThan(0);
      expect(written.every(({ type }) => type === "text-delta")).toBe(true);
      expect(events.at(-1)).toMatchObject({ type: "end", finishReason: "stop" });
    });

    test("cites only positions that it was given", async () => {
      const events = await collect(provider.generate(request, { signal }));
      const text = events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");
      const cited = [...text.matchAll(/\[(\d+)\]/g)].map(([, digits]) => Number(digits));
      expect(cited.length).toBeGreaterThan(0);
      const given = new Set(request.passages.map(({ source }) => source.position));
      expect(cited.filter((position) => !given.has(position))).toEqual([]);
    });

    test("can be asked again, and by several at once", async () => {
      const [first, second] = await Promise.all([
        collect(provider.generate(request, { signal })),
        collect(provider.generate(request, { signal })),
      ]);
      expect(first).toEqual(second);
    });

    test("throws the reason of a signal that is already aborted, and yields nothing", async () => {
      const reason = new Error("left before the start");
      const events: GenerationEvent[] = [];
      const reading = async (): Promise<void> => {
        for await (const event of provider.generate(request, { signal: AbortSignal.abort(reason) })) {
          events.push(event);
        }
      };
      await expect(reading()).rejects.toBe(reason);
      expect(events).toEqual([]);
    });

    test("stops with the signal's reason, or ends, once it is aborted in between", async () => {
      const reason = new Error("left in between");
      const abort = new AbortController();
      const events: GenerationEvent[] = [];
      let thrown: unknown;
      try {
        for await (const event of provider.generate(request, { signal: abort.signal })) {
          events.push(event);
          abort.abort(reason);
        }
      } catch (error) {
        thrown = error;
      }
      expect(events.filter(({ type }) => type === "text-delta").length).toBeLessThanOrEqual(1);
      if (thrown !== undefined) expect(thrown).toBe(reason);
    });
  });
}
