import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { collectFiles, type SourceFile } from "../../../corpus/read/collect-files.ts";
import { openReadCache } from "../../../corpus/read/read-cache.ts";
import { readPagesCached } from "../../../corpus/read/read-pages-cached.ts";
import { surveySites } from "../../../corpus/read/survey-sites.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

const cacheFolder = (): string => join(folder, "cache");
const OPTIONS = { baseUrl: "", language: "en" };

describe("what is kept", () => {
  it("is found by all that it depends on", async () => {
    const cache = await openReadCache(cacheFolder());
    const key = cache.keyOf(["page", { language: "en" }]);
    await cache.put(key, { words: new Uint32Array([1, 2]), title: "A" });
    expect(cache.find(key)).toEqual({ words: new Uint32Array([1, 2]), title: "A" });
    expect(cache.keyOf(["page", { language: "en" }])).toBe(key);
    expect(cache.keyOf(["page", { language: "de" }])).not.toBe(key);
    expect(cache.find(cache.keyOf(["page", { language: "de" }]))).toBeUndefined();
  });

  it("is made anew where it is damaged", async () => {
    const cache = await openReadCache(cacheFolder());
    const key = cache.keyOf("page");
    await cache.put(key, { title: "A" });
    writeFileSync(join(cacheFolder(), key), "cut off");
    expect(cache.find(key)).toBeUndefined();
  });

  it("is removed when a build had no use for it", async () => {
    const first = await openReadCache(cacheFolder());
    const [used, unused] = [first.keyOf("used"), first.keyOf("unused")];
    await first.put(used, 1);
    await first.put(unused, 2);
    await first.finish();
    expect(readdirSync(cacheFolder())).toHaveLength(2);
    const second = await openReadCache(cacheFolder());
    second.find(used);
    await second.finish();
    expect(readdirSync(cacheFolder())).toEqual([used]);
  });
});

async function filesOf(texts: Record<string, string>): Promise<SourceFile[]> {
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  const { files } = await collectFiles(["."], { cwd: folder });
  return files.map((file) => ({ ...file, hash: texts[file.sitePath] ?? "" }));
}

describe("pages", () => {
  it("are read where their content is new, and only there", async () => {
    const texts = { "a.md": "# One\n\nThe first page.\n", "b.md": "# Two\n\nThe second page.\n" };
    const files = await filesOf(texts);
    const titles = async (of: readonly SourceFile[]): Promise<(string | undefined)[]> => {
      const cache = await openReadCache(cacheFolder());
      const results = await readPagesCached(of, { ...OPTIONS, cache });
      await cache.finish();
      return results.map(({ pages }) => pages[0]?.title);
    };
    expect(await titles(files)).toEqual(["One", "Two"]);
    // What a file says is known by its hash: without another one it is not looked at.
    await filesOf({ "a.md": "# Changed\n\nAnother page.\n", "b.md": "# Changed too\n\nAnother page.\n" });
    expect(await titles(files)).toEqual(["One", "Two"]);
    const changed = files.map((file) => (file.sitePath === "b.md" ? { ...file, hash: "new" } : file));
    expect(await titles(changed)).toEqual(["One", "Changed too"]);
  });

  it("are read anew where they are to be read in another language", async () => {
    const files = await filesOf({ "a.md": "# One\n\nThe first page.\n" });
    const languageOf = async (language: string): Promise<string | undefined> => {
      const cache = await openReadCache(cacheFolder());
      const [result] = await readPagesCached(files, { ...OPTIONS, language, cache });
      return result?.pages[0]?.chunks[0]?.language;
    };
    expect([await languageOf("en"), await languageOf("fr"), await languageOf("en")]).toEqual([
      "en",
      "fr",
      "en",
    ]);
  });
});

describe("what the pages of a site share", () => {
  const frame = "Subscribe to our letter about gardens and get a tenth off your first order.";
  const page = (title: string): string =>
    `<html><head><title>${title} | Rose &amp; Sons</title></head><body><main><h1>${title}</h1><p>All about ${title}.</p></main><div>${frame}</div></body></html>`;
  const names = ["roses", "tulips", "lilies", "asters", "peonies", "irises", "dahlias"];

  it("is learned once of each page as long as it stays the same", async () => {
    const files = await filesOf(Object.fromEntries(names.map((name) => [`${name}.html`, page(name)])));
    const survey = async (of: readonly SourceFile[]): Promise<readonly string[] | undefined> => {
      const cache = await openReadCache(cacheFolder());
      return Object.values(await surveySites(of, cache))[0]?.affixes;
    };
    const learned = await survey(files);
    expect(learned?.join()).toContain("Rose & Sons");
    await filesOf(Object.fromEntries(names.map((name) => [`${name}.html`, "<title>Nothing</title>"])));
    expect(await survey(files)).toEqual(learned);
    expect(await survey(files.map((file) => ({ ...file, hash: "new" })))).not.toEqual(learned);
  });
});
