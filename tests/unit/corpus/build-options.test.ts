import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import lunr from "lunr";
import { afterEach, describe, expect, it } from "vitest";
import type { CorpusManifest } from "../../../core/corpus/format.ts";
import { openCorpusFolder } from "../../../corpus/open-folder.ts";
import { startEmbeddingServer, type EmbeddingServer } from "../../support/embedding-server.ts";
import { runCli, type RunResult } from "./support/fake-process.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const PAGES = {
  "docs/install.md": [
    "---",
    "title: Installation",
    "lastUpdated: 2026-03-04",
    "---",
    "",
    "Lumen needs Node.js 20 or newer, and runs on Linux, macOS and Windows.",
    "",
    "## How do I install Lumen?",
    "",
    "To install Lumen, run the command `npm create lumen` in an empty folder and follow the wizard to its end.",
  ].join("\n"),
  "docs/deploy.md":
    "# Deployment\n\nTo deploy a Lumen site, upload the folder `dist` to any host. The deployment takes a minute.",
};

async function manifestOf(folder: string): Promise<CorpusManifest> {
  return JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) as CorpusManifest;
}

describe("build --format lunr", () => {
  it("writes the JSON of a plain Lunr index, which Lunr itself loads and the corpus opens with", async () => {
    const cwd = await temporaryFolder(PAGES);
    const result = await runCli(["build", "docs", "--out", "out", "--format", "lunr"], { cwd });
    expect(result).toMatchObject({ exitCode: 0 });
    const out = join(cwd, "out");
    const { index, catalogue } = await manifestOf(out);
    expect(index.format).toBe("lunr");
    expect(catalogue?.name).toMatch(/^catalogue-/);
    const loaded = lunr.Index.load(JSON.parse(await readFile(join(out, index.name), "utf8")) as object);
    expect(loaded.search("deploy").length).toBeGreaterThan(0);
    const corpus = await openCorpusFolder("out", cwd);
    expect(
      corpus.documentOf(corpus.retriever.retrieve("deploy", { limit: 1 }).ranked[0]?.ordinal ?? -1),
    ).toMatchObject({
      title: "Deployment",
    });
  });

  it("replaces the files of the other format", async () => {
    const cwd = await temporaryFolder(PAGES);
    await runCli(["build", "docs", "--out", "out", "--format", "lunr"], { cwd });
    await runCli(["build", "docs", "--out", "out"], { cwd });
    const names = await readdir(join(cwd, "out"));
    expect(names.filter((name) => name.startsWith("catalogue-"))).toEqual([]);
    expect(names.filter((name) => name.startsWith("index-"))).toHaveLength(1);
  });

  it("names the formats where there is no such one", async () => {
    const cwd = await temporaryFolder(PAGES);
    const result = await runCli(["build", "docs", "--format", "xml"], { cwd });
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain('There is no format "xml". Give packed or lunr.');
  });
});

describe("a built corpus", () => {
  it("knows when pages were changed, and begins with questions that it answers", async () => {
    const cwd = await temporaryFolder(PAGES);
    const { stdout } = await runCli(["build", "docs", "--out", "out", "--json"], { cwd });
    const { starters } = JSON.parse(stdout) as { starters: string[] };
    expect(starters).toContain("How do I install Lumen?");
    const corpus = await openCorpusFolder("out", cwd);
    expect(corpus.manifest.starters).toEqual(starters);
    const found = corpus.retriever.retrieve("lumen", { limit: 9, filters: { updatedSince: "2026-01-01" } });
    const urls = found.ranked.map(({ ordinal }) => corpus.documentOf(ordinal).url);
    expect(new Set(urls)).toEqual(new Set(["/install/"]));
    expect(corpus.documentOf(found.ranked[0]?.ordinal ?? -1).updatedOn).toBe("2026-03-04");
  });
});

describe("build --embeddings", () => {
  let server: EmbeddingServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  async function build(cwd: string, env: Record<string, string> = {}): Promise<RunResult> {
    server ??= await startEmbeddingServer();
    return runCli(["build", "docs", "--out", "out", "--embeddings", "text-embedding-3-small", "--json"], {
      cwd,
      env: {
        OPENAI_API_KEY: "sk-test",
        OPENAI_BASE_URL: server.baseUrl,
        EMBEDDING_DIMENSIONS: "128",
        ...env,
      },
      dependencies: { fetch: globalThis.fetch },
    });
  }

  it("writes a vector for each passage, and pays for the same text once", async () => {
    const cwd = await temporaryFolder(PAGES);
    const first = await build(cwd);
    expect(first.stderr).toBe("");
    const { chunks, embedded } = JSON.parse(first.stdout) as { chunks: number; embedded: number };
    expect(embedded).toBe(chunks);
    const corpus = await openCorpusFolder("out", cwd);
    expect(corpus.manifest.vectors).toMatchObject({ model: "text-embedding-3-small", dimensions: 128 });
    expect((await corpus.readVectors())?.count).toBe(chunks);
    const again = await build(cwd);
    expect(JSON.parse(again.stdout)).toMatchObject({ embedded: 0, unchanged: true });
  });

  it("says what is missing, and which key is refused, before anything is written", async () => {
    const cwd = await temporaryFolder(PAGES);
    const keyless = await build(cwd, { OPENAI_API_KEY: "" });
    expect(keyless.exitCode).toBe(1);
    expect(keyless.stderr).toContain("set OPENAI_API_KEY");
    server?.script.push({ status: 401, body: '{"error":{"message":"secret detail"}}' });
    const refused = await build(cwd);
    expect(refused.stderr).toContain("refuses the key (HTTP 401)");
    expect(refused.stderr).not.toContain("secret detail");
    await expect(readdir(join(cwd, "out"))).rejects.toThrow();
  });
});
