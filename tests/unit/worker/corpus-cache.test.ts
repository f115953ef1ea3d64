import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Corpus, CorpusFileSource } from "../../../core/corpus/corpus.ts";
import { CorpusError } from "../../../core/corpus/open-corpus.ts";
import { encodeCorpus, type EncodedCorpus } from "../../../core/corpus/write-corpus.ts";
import { createCorpusCache } from "../../../worker/corpus-cache.ts";
import type { LogEntry } from "../../../worker/log.ts";
import { SKETCHES, sketchChunk } from "../../support/corpus.ts";
import { sketchTable } from "../../support/encoder-table.ts";

const versionOne = await encode("docs", SKETCHES.length);
const versionTwo = await encode("docs", 2);

function encode(site: string, chunks: number): Promise<EncodedCorpus> {
  return encodeCorpus({ site, language: "en", chunks: SKETCHES.slice(0, chunks).map(sketchChunk) });
}

/** A store whose content and behaviour tests change while the cache is in use. */
function createWorld() {
  const published = new Map<string, EncodedCorpus>();
  const reads = { manifests: 0, files: 0 };
  const log: LogEntry[] = [];
  const background: Promise<unknown>[] = [];
  let nowMs = 0;
  let beforeRead: () => Promise<void> = () => Promise.resolve();
  const sourceOf = (site: string): CorpusFileSource => ({
    async readManifest() {
      reads.manifests += 1;
      await beforeRead();
      return published.get(site)?.manifest;
    },
    async readFile(name) {
      reads.files += 1;
      await beforeRead();
      return published.get(site)?.files.get(name);
    },
  });
  const cache = createCorpusCache({ sourceOf, now: () => nowMs, log: (entry) => log.push(entry) });
  return {
    published,
    reads,
    log,
    background,
    open: (site = "docs"): Promise<Corpus | undefined> => cache.open(site, (work) => background.push(work)),
    find: (site = "docs") => cache.find(site),
    /** Asks, which begins to look for a newer version, and waits until that is done. */
    async refresh(site = "docs"): Promise<Corpus | undefined> {
      const corpus = await this.open(site);
      await Promise.all(background);
      return corpus;
    },
    pass: (ms: number) => {
      nowMs += ms;
    },
    beforeRead: (change: () => Promise<void>) => {
      beforeRead = change;
    },
  };
}

const versionOf = (corpus: Corpus | undefined): string | undefined => corpus?.manifest.corpusVersion;

describe("the corpus cache", () => {
  test("opens a corpus once and hands out the same one while its pointer is young", async () => {
    const world = createWorld();
    world.published.set("docs", versionOne);
    const first = await world.open();
    world.pass(9_999);
    expect(await world.open()).toBe(first);
    expect(world.reads).toEqual({ manifests: 1, files: 1 });
  });

  test("reads the pointer again after ten seconds, and no file where the version is the same", async () => {
    const world = createWorld();
    world.published.set("docs", versionOne);
    const first = await world.open();
    world.pass(10_000);
    expect(await world.refresh()).toBe(first);
    expect(world.reads).toEqual({ manifests: 2, files: 1 });
    await world.open();
    expect(world.reads.manifests).toBe(2);
  });

  test("serves a newer version once it has seen it, and keeps nobody waiting for that", async () => {
    const world = createWorld();
    world.published.set("docs", versionOne);
    const first = await world.open();
    world.published.set("docs", versionTwo);
    expect(await world.open()).toBe(first);
    const gate = Promise.withResolvers<void>();
    world.beforeRead(() => gate.promise);
    world.pass(10_000);
    expect(await world.open()).toBe(first);
    gate.resolve();
    await Promise.all(world.background);
    expect(versionOf(await world.open())).toBe(versionTwo.manifest.corpusVersion);
  });

  test("waits for a newer version where nobody has asked for a minute", async () => {
    const world = createWorld();
    world.published.set("docs", versionOne);
    await world.open();
    world.published.set("docs", versionTwo);
    world.pass(60_000);
    expect(versionOf(await world.open())).toBe(versionTwo.manifest.corpusVersion);
  });

  test("opens once for many who ask at the same time, and keeps that work alive", async () => {
    const world = createWorld();
    world.published.set("docs", versionOne);
    const gate = Promise.withResolvers<void>();
    world.beforeRead(() => gate.promise);
    const asking = Array.from({ length: 20 }, () => world.open());
    gate.resolve();
    const corpora = await Promise.all(asking);
    expect(new Set(corpora).size).toBe(1);
    expect(world.reads).toEqual({ manifests: 1, files: 1 });
    expect(world.background).toHaveLength(1);
    await Promise.all(world.background);
  });

  test.each<[string, (damaged: EncodedCorpus) => EncodedCorpus]>([
    ["a flipped bit in the index", (corpus) => withFile(corpus, corpus.manifest.index.name, flipBit)],
    ["a missing index", (corpus) => ({ ...corpus, files: new Map() })],
    [
      "a manifest of another format",
      (corpus) => ({ ...corpus, manifest: { ...corpus.manifest, formatVersion: 99 as 3 } }),
    ],
    [
      "a manifest of another site",
      (corpus) => ({ ...corpus, manifest: { ...corpus.manifest, site: "shop" } }),
    ],
    [
      "a pointer that is no manifest",
      (corpus) => ({ ...corpus, manifest: "{" as unknown as EncodedCorpus["manifest"] }),
    ],
  ])("keeps the last good corpus over %s, and says so in the log", async (_, damage) => {
    const world = createWorld();
    world.published.set("docs", versionOne);
    const good = await world.open();
    world.published.set("docs", damage(versionTwo));
    world.pass(10_000);
    expect(await world.refresh()).toBe(good);
    expect(world.log.at(-1)).toMatchObject({
      level: "error",
      event: "corpus-refresh-failed",
      site: "docs",
      corpusVersion: versionOne.manifest.corpusVersion,
    });
    // Not asked again at every question.
    const { manifests } = world.reads;
    await world.open();
    expect(world.reads.manifests).toBe(manifests);
    // And mended as soon as it is mended.
    world.published.set("docs", versionTwo);
    world.pass(10_000);
    expect(await world.refresh()).toBe(good);
    expect(versionOf(await world.open())).toBe(versionTwo.manifest.corpusVersion);
  });

  test("refuses a damaged corpus where there is no good one, and reads it once in five seconds", async () => {
    const world = createWorld();
    world.published.set("docs", withFile(versionOne, versionOne.manifest.index.name, flipBit));
    await expect(world.open()).rejects.toBeInstanceOf(CorpusError);
    const reads = { ...world.reads };
    world.pass(4_999);
    await expect(world.open()).rejects.toBeInstanceOf(CorpusError);
    expect(world.reads).toEqual(reads);
    world.published.set("docs", versionOne);
    world.pass(1);
    expect(versionOf(await world.open())).toBe(versionOne.manifest.corpusVersion);
  });

  test("keeps the last good corpus while the store fails", async () => {
    const world = createWorld();
    world.published.set("docs", versionOne);
    const good = await world.open();
    world.beforeRead(() => Promise.reject(new Error("KV GET failed: 503")));
    world.pass(10_000);
    expect(await world.refresh()).toBe(good);
    expect(world.log.at(-1)?.["detail"]).toBe("Error: KV GET failed: 503");
  });

  test("passes on what the store throws where nothing was ever open", async () => {
    const world = createWorld();
    world.beforeRead(() => Promise.reject(new Error("KV GET failed: 503")));
    await expect(world.open()).rejects.toThrow("KV GET failed: 503");
    // It may have passed, so the next one who asks finds out.
    world.beforeRead(() => Promise.resolve());
    world.published.set("docs", versionOne);
    expect(versionOf(await world.open())).toBe(versionOne.manifest.corpusVersion);
  });

  test("remembers for two seconds that a site has no corpus, and sees it soon after it is published", async () => {
    const world = createWorld();
    expect(await world.open()).toBeUndefined();
    expect(await world.open()).toBeUndefined();
    expect(world.reads.manifests).toBe(1);
    world.published.set("docs", versionOne);
    world.pass(2_000);
    expect(versionOf(await world.open())).toBe(versionOne.manifest.corpusVersion);
  });

  test("stops serving a corpus that was taken down", async () => {
    const world = createWorld();
    world.published.set("docs", versionOne);
    await world.open();
    world.published.delete("docs");
    world.pass(10_000);
    await world.refresh();
    expect(await world.open()).toBeUndefined();
  });

  test("keeps the eight sites used last, and none for asking after sites that do not exist", async () => {
    const world = createWorld();
    for (let site = 0; site < 9; site += 1)
      world.published.set(`site-${site}`, await encode(`site-${site}`, 2));
    for (let site = 0; site < 8; site += 1) await world.open(`site-${site}`);
    for (let probe = 0; probe < 300; probe += 1) await world.open(`probe-${probe}`);
    await world.open("site-0");
    await world.open("site-8");
    const { files } = world.reads;
    await world.open("site-0");
    expect(world.reads.files).toBe(files);
    await world.open("site-1");
    expect(world.reads.files).toBe(files + 1);
  });

  test("lets go of large corpora earlier", async () => {
    const world = createWorld();
    const large = async (site: string): Promise<EncodedCorpus> => {
      const corpus = await encode(site, 2);
      const index = { ...corpus.manifest.index, bytes: 40 * 1024 * 1024 };
      return { ...corpus, manifest: { ...corpus.manifest, index } };
    };
    world.published.set("one", await large("one"));
    world.published.set("two", await large("two"));
    await world.open("one");
    await world.open("two");
    const { files } = world.reads;
    await world.open("two");
    expect(world.reads.files).toBe(files);
    await world.open("one");
    expect(world.reads.files).toBe(files + 1);
  });
});

describe("finding what a site would be answered from", () => {
  test("reads the pointer and no file, and opens nothing", async () => {
    const world = createWorld();
    world.published.set("docs", versionOne);
    expect(await world.find()).toEqual(versionOne.manifest);
    expect(world.reads).toEqual({ manifests: 1, files: 0 });
  });

  test("reads nothing while the open corpus is young, and sees a newer version after that", async () => {
    const world = createWorld();
    world.published.set("docs", versionOne);
    await world.open();
    world.published.set("docs", versionTwo);
    expect(await world.find()).toEqual(versionOne.manifest);
    expect(world.reads.manifests).toBe(1);
    world.pass(10_000);
    expect(await world.find()).toEqual(versionTwo.manifest);
  });

  test("does not ask again for two seconds after a site that is missing", async () => {
    const world = createWorld();
    expect(await world.find()).toBeUndefined();
    expect(await world.find()).toBeUndefined();
    expect(await world.open()).toBeUndefined();
    expect(world.reads.manifests).toBe(1);
  });

  test("knows of damage that was found when the corpus was to be opened, until another is published", async () => {
    const world = createWorld();
    world.published.set("docs", withFile(versionOne, versionOne.manifest.index.name, flipBit));
    await expect(world.open()).rejects.toBeInstanceOf(CorpusError);
    world.pass(60_000);
    await expect(world.find()).rejects.toBeInstanceOf(CorpusError);
    world.published.set("docs", versionTwo);
    expect(await world.find()).toEqual(versionTwo.manifest);
  });

  test("names the open corpus while the store fails or the newer one is damaged", async () => {
    const world = createWorld();
    world.published.set("docs", versionOne);
    await world.open();
    world.published.set("docs", withFile(versionTwo, versionTwo.manifest.index.name, flipBit));
    world.pass(10_000);
    await world.refresh();
    world.pass(10_000);
    expect(await world.find()).toEqual(versionOne.manifest);
    world.beforeRead(() => Promise.reject(new Error("KV GET failed: 503")));
    expect(await world.find()).toEqual(versionOne.manifest);
    await expect(world.find("shop")).rejects.toThrow("KV GET failed: 503");
  });
});

describe("with a store that hangs", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("answers at once from the last good corpus, and from the newer one when it has come", async () => {
    const world = createWorld();
    world.published.set("docs", versionOne);
    const good = await world.open();
    world.published.set("docs", versionTwo);
    const gate = Promise.withResolvers<void>();
    world.beforeRead(() => gate.promise);
    for (let second = 10; second < 300; second += 10) {
      world.pass(10_000);
      // No timer is advanced: whoever waited would wait for ever.
      expect(await world.open()).toBe(good);
    }
    expect(world.log.at(-1)).toMatchObject({ level: "warn", event: "corpus-load-slow", site: "docs" });
    gate.resolve();
    await Promise.all(world.background);
    expect(versionOf(await world.open())).toBe(versionTwo.manifest.corpusVersion);
  });

  test("keeps only the first one waiting where nobody has asked for a minute, and only for a moment", async () => {
    const world = createWorld();
    world.published.set("docs", versionOne);
    const good = await world.open();
    world.beforeRead(() => new Promise(() => undefined));
    world.pass(60_000);
    const opening = world.open();
    expect(await world.open()).toBe(good);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(await opening).toBe(good);
  });

  test("gives up the first opening after its limit, and later tries again on its own", async () => {
    const world = createWorld();
    world.published.set("docs", versionOne);
    world.beforeRead(() => new Promise(() => undefined));
    const opening = expect(world.open()).rejects.toThrow("opening the corpus took longer than 15000 ms");
    await vi.advanceTimersByTimeAsync(15_000);
    await opening;
    world.pass(15_000);
    world.beforeRead(() => Promise.resolve());
    expect(versionOf(await world.open())).toBe(versionOne.manifest.corpusVersion);
  });
});

function withFile(
  corpus: EncodedCorpus,
  name: string,
  change: (bytes: Uint8Array) => Uint8Array,
): EncodedCorpus {
  const files = new Map(corpus.files);
  files.set(name, change(files.get(name) ?? new Uint8Array()));
  return { ...corpus, files };
}

function flipBit(bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice();
  const middle = Math.floor(changed.length / 2);
  changed[middle] = (changed[middle] ?? 0) ^ 1;
  return changed;
}

describe("a corpus whose encoder is missing", () => {
  test("answers, is told in the log, and is opened again after a minute", async () => {
    const world = createWorld();
    const encoded = await encodeCorpus({
      site: "docs",
      language: "en",
      chunks: SKETCHES.map((sketch, at) => sketchChunk({ ...sketch, headingPath: ["More"] }, at)),
      encoderTable: await sketchTable([["lumen"], ["price"]]),
    });
    const late = new Map(encoded.files);
    late.delete(encoded.manifest.encoder?.name ?? "");
    world.published.set("docs", { ...encoded, files: late });
    expect((await world.open())?.encoderProblem).toContain("is missing");
    expect(world.log).toContainEqual(
      expect.objectContaining({ level: "warn", event: "encoder-missing", site: "docs" }),
    );

    world.published.set("docs", encoded);
    world.pass(30_000);
    expect((await world.refresh())?.encoderProblem).toContain("is missing");
    world.pass(31_000);
    await world.refresh();
    expect((await world.open())?.encoderProblem).toBeUndefined();
    expect(world.log.filter(({ event }) => event === "encoder-missing")).toHaveLength(1);
  });
});
