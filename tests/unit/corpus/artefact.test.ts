import { spawn } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Chunk } from "../../../core/corpus/format.ts";
import { openCorpus } from "../../../core/corpus/open-corpus.ts";
import { encodeCorpus, type EncodedCorpus } from "../../../core/corpus/write-corpus.ts";
import { createFolderSource } from "../../../corpus/artefact/folder-source.ts";
import { LOCK_NAME, withFolderLock } from "../../../corpus/artefact/folder-lock.ts";
import { writeArtefact } from "../../../corpus/artefact/write-artefact.ts";
import { words } from "./support/pages.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

function encode(name: string, count = 70): Promise<EncodedCorpus> {
  const chunks = Array.from({ length: count }, (_, index): Chunk => ({
    id: index.toString(16).padStart(16, "0"),
    title: `${name} ${index}`,
    headingPath: [],
    url: `/${name}/${index}/`,
    language: "en",
    blocks: [{ kind: "paragraph", text: words(20, `${name}${index}x`) }],
  }));
  return encodeCorpus({ site: "test", language: "en", chunks });
}

async function openVersion(folder: string): Promise<string> {
  const corpus = await openCorpus(createFolderSource(folder));
  await corpus.readChunks(Array.from({ length: corpus.manifest.chunkCount }, (_, ordinal) => ordinal));
  return corpus.manifest.corpusVersion;
}

describe("the artefact folder", () => {
  it("opens as what was written, and holds nothing else", async () => {
    const folder = await temporaryFolder();
    const old = await encode("old", 200);
    const next = await encode("next");
    await writeArtefact(folder, old);
    expect(await openVersion(folder)).toBe(old.manifest.corpusVersion);
    await writeArtefact(folder, next);
    expect(await openVersion(folder)).toBe(next.manifest.corpusVersion);
    expect((await readdir(folder)).sort()).toEqual([...next.files.keys(), "manifest.json"].sort());
  });

  it("leaves foreign files alone and repairs damaged ones", async () => {
    const folder = await temporaryFolder({ "notes.txt": "mine", "sub/a.json": "{}" });
    const corpus = await encode("a");
    await writeArtefact(folder, corpus);
    expect(await writeArtefact(folder, corpus)).toMatchObject({ unchanged: true });
    await writeFile(join(folder, corpus.manifest.index.name), "damaged");
    expect(await writeArtefact(folder, corpus)).toMatchObject({ unchanged: false });
    expect(await openVersion(folder)).toBe(corpus.manifest.corpusVersion);
    expect(await readFile(join(folder, "notes.txt"), "utf8")).toBe("mine");
  });

  it("says which folder cannot be written and why", async () => {
    const folder = await temporaryFolder({ file: "not a folder" });
    await expect(writeArtefact(join(folder, "file"), await encode("a"))).rejects.toMatchObject({
      type: "out-not-writable",
    });
  });

  it("survives writers at the same time", async () => {
    const folder = await temporaryFolder();
    const corpora = await Promise.all(["a", "b", "c", "d"].map((name) => encode(name)));
    await Promise.all(corpora.map((corpus) => writeArtefact(folder, corpus)));
    expect(corpora.map(({ manifest }) => manifest.corpusVersion)).toContain(await openVersion(folder));
  });

  it("is the old version or the new one after a kill at any moment", async () => {
    const folder = await temporaryFolder();
    const corpora = [await encode("old", 150), await encode("next", 150)];
    const versions = corpora.map(({ manifest }) => manifest.corpusVersion);
    const [first] = corpora;
    if (first !== undefined) await writeArtefact(folder, first);
    // A writer that switches between the two versions until it is killed.
    const script = `
      import { writeArtefact } from ${JSON.stringify(new URL("../../../corpus/artefact/write-artefact.ts", import.meta.url).href)};
      import { readFileSync } from "node:fs";
      const corpora = JSON.parse(readFileSync(process.argv[1], "utf8")).map(({ manifest, files }) => ({
        manifest, files: new Map(files.map(([name, text]) => [name, Buffer.from(text, "base64")])),
      }));
      process.stdout.write("ready");
      for (let turn = 1; ; turn += 1) await writeArtefact(process.argv[2], corpora[turn % 2]);`;
    const data = join(await temporaryFolder(), "corpora.json");
    await writeFile(
      data,
      JSON.stringify(
        corpora.map(({ manifest, files }) => ({
          manifest,
          files: [...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]),
        })),
      ),
    );
    const seen = new Set<string>();
    for (let kill = 0; kill < 25; kill += 1) {
      const child = spawn(process.execPath, ["--input-type=module", "--eval", script, data, folder], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const exited = new Promise((resolve) => child.once("exit", resolve));
      await new Promise((resolve) => child.stdout.once("data", resolve));
      // Spread over several whole writes; a prime step keeps the moments from repeating.
      await delay((kill * 37) % 150);
      child.kill("SIGKILL");
      await exited;
      const version = await openVersion(folder);
      expect(versions).toContain(version);
      seen.add(version);
    }
    expect(seen.size).toBe(2);
    // What a killed writer left behind does not stay.
    if (first !== undefined) await writeArtefact(folder, first);
    expect((await readdir(folder)).sort()).toEqual([...(first?.files.keys() ?? []), "manifest.json"].sort());
  }, 60_000);
});

describe("the lock of a folder", () => {
  it("waits for a living writer, and gives up with its process id", async () => {
    const folder = await temporaryFolder({ [LOCK_NAME]: `${process.pid}\n` });
    await expect(withFolderLock(folder, () => Promise.resolve(), 120)).rejects.toMatchObject({
      type: "out-is-locked",
      message: expect.stringContaining(String(process.pid)) as string,
    });
  });

  it("takes over from a writer that is dead", async () => {
    const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
    await new Promise((resolve) => child.once("exit", resolve));
    const folder = await temporaryFolder({ [LOCK_NAME]: `${child.pid}\n` });
    expect(await withFolderLock(folder, () => Promise.resolve("done"), 500)).toBe("done");
    expect(await readdir(folder)).toEqual([]);
  });

  it("is given back when the work fails", async () => {
    const folder = await temporaryFolder();
    await mkdir(folder, { recursive: true });
    await expect(withFolderLock(folder, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await withFolderLock(folder, () => Promise.resolve("next"), 100)).toBe("next");
  });
});
