import { describe, expect, test } from "vitest";
import { EmbeddingError, type EmbeddingProvider } from "../../../../core/embedding/embedding-provider.ts";
import { createQueryEmbedder, type QueryVectorFailure } from "../../../../core/embedding/query-vector.ts";
import type { StartTimer } from "../../../../core/within-deadline.ts";

const { signal } = new AbortController();
const VECTOR = Float32Array.of(1, 0);

function subject(embed: EmbeddingProvider["embed"], startTimer?: StartTimer) {
  const failures: QueryVectorFailure[] = [];
  const asked: string[] = [];
  const provider: EmbeddingProvider = {
    name: "test",
    model: "m-1",
    dimensions: 2,
    maxBatch: 1,
    embed: (texts, options) => {
      asked.push(...texts);
      return embed(texts, options);
    },
  };
  const embedder = createQueryEmbedder({
    provider,
    onFailure: (failure) => failures.push(failure),
    startTimer,
  });
  return { embedder, failures, asked };
}

describe("the vector of a question", () => {
  test("is asked for once, whatever the spaces", async () => {
    const { embedder, asked } = subject((_, { kind }) => {
      expect(kind).toBe("query");
      return Promise.resolve([VECTOR]);
    });
    expect(await embedder.embed("What is it?", { signal })).toBe(VECTOR);
    expect(await embedder.embed("  What  is it? ", { signal })).toBe(VECTOR);
    expect(await embedder.embed("   ", { signal })).toBeUndefined();
    expect(asked).toEqual(["What is it?"]);
    expect(embedder).toMatchObject({ model: "m-1", dimensions: 2 });
  });

  test("is not waited for longer than 300 ms", async () => {
    let elapse = (): void => undefined;
    let delay = 0;
    let inner: AbortSignal | undefined;
    const { embedder, failures } = subject(
      (_, options) => {
        inner = options.signal;
        return new Promise(() => undefined);
      },
      (onElapsed, delayMs) => {
        delay = delayMs;
        elapse = onElapsed;
        return () => undefined;
      },
    );
    const pending = embedder.embed("What?", { signal });
    elapse();
    expect(await pending).toBeUndefined();
    expect(delay).toBe(300);
    expect(inner?.aborted).toBe(true);
    expect(failures).toEqual([{ reason: "embedding-timeout", deadlineMs: 300 }]);
  });

  test("is missing where the provider fails, and the log learns why", async () => {
    const errors = [
      new EmbeddingError({ reason: "embedding-unauthorized", status: 401 }),
      new TypeError("SECRET"),
    ];
    const { embedder, failures } = subject(() => Promise.reject(errors.shift() ?? new Error()));
    expect(await embedder.embed("a", { signal })).toBeUndefined();
    expect(await embedder.embed("a", { signal })).toBeUndefined();
    expect(failures).toEqual([
      { reason: "embedding-unauthorized", status: 401 },
      { reason: "embedding-faulty", detail: "TypeError" },
    ]);
  });

  test("is not asked for while the provider is away, but for a try now and then", async () => {
    let isAway = true;
    const { embedder, asked } = subject(() =>
      isAway ? Promise.reject(new Error("away")) : Promise.resolve([VECTOR]),
    );
    for (let index = 0; index < 24; index++) await embedder.embed(`q${index}`, { signal });
    expect(asked).toHaveLength(4);
    isAway = false;
    for (let index = 0; index < 25; index++) await embedder.embed(`r${index}`, { signal });
    expect(await embedder.embed("back", { signal })).toBe(VECTOR);
  });

  test("remembers a bounded number of questions, those asked last", async () => {
    const { embedder, asked } = subject(() => Promise.resolve([VECTOR]));
    for (let index = 0; index < 200; index++) await embedder.embed(`q${index}`, { signal });
    await embedder.embed("q0", { signal });
    await embedder.embed("one more", { signal });
    await embedder.embed("q0", { signal });
    await embedder.embed("q1", { signal });
    expect(asked.slice(200)).toEqual(["one more", "q1"]);
  });

  test("throws the reason of a visitor who left", async () => {
    const reason = new Error("left");
    const { embedder, failures } = subject(() => new Promise(() => undefined));
    const abort = new AbortController();
    const pending = embedder.embed("a", { signal: abort.signal });
    abort.abort(reason);
    await expect(pending).rejects.toBe(reason);
    await expect(embedder.embed("a", { signal: abort.signal })).rejects.toBe(reason);
    expect(failures).toEqual([]);
  });
});
