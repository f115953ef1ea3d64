import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpusKeys } from "../../../core/corpus/format.ts";
import { openCorpus } from "../../../core/corpus/open-corpus.ts";
import { createFolderSource } from "../../../corpus/artefact/folder-source.ts";
import { createKvStore, type KvPair, type KvStore } from "../../../corpus/publish/kv-store.ts";
import { publishCorpus } from "../../../corpus/publish/publish-corpus.ts";
import {
  createWrangler,
  lastLines,
  requireWranglerNode,
  wranglerError,
  type WranglerResult,
} from "../../../corpus/publish/wrangler.ts";
import { readFile, writeFile } from "node:fs/promises";
import { runCli } from "./support/fake-process.ts";
import { words } from "./support/pages.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

/** A namespace that remembers the order of writes, and can fail at one of them. */
function memoryStore(failAtBatch = Infinity): KvStore & { values: Map<string, string>; order: string[] } {
  const values = new Map<string, string>();
  const order: string[] = [];
  let batch = 0;
  return {
    values,
    order,
    get: (key) => Promise.resolve(values.get(key)),
    list: (prefix) => Promise.resolve(new Set([...values.keys()].filter((key) => key.startsWith(prefix)))),
    putAll(pairs: readonly KvPair[]) {
      batch += 1;
      if (batch >= failAtBatch) return Promise.reject(new Error("the network is gone"));
      for (const { key, bytes } of pairs) {
        // One character a byte: an index is no text.
        values.set(key, Buffer.from(bytes).toString("latin1"));
        order.push(key);
      }
      return Promise.resolve();
    },
  };
}

async function builtFolder(text = "first"): Promise<{ cwd: string; folder: string }> {
  const cwd = await temporaryFolder({ "d/a.md": `# A\n\n${words(50, text)}` });
  expect((await runCli(["build", "d", "--out", "out", "--site", "docs"], { cwd })).exitCode).toBe(0);
  return { cwd, folder: join(cwd, "out") };
}

describe("publishing", () => {
  it("uploads the files first and the pointer last, so that the corpus opens from the namespace", async () => {
    const { folder } = await builtFolder();
    const store = memoryStore();
    const report = await publishCorpus({ source: createFolderSource(folder), store });
    expect(report).toMatchObject({ site: "docs", previousVersion: null, unchanged: false, uploadedFiles: 2 });
    expect(store.order.at(-1)).toBe(corpusKeys.pointer("docs"));
    const corpus = await openCorpus({
      readManifest: () =>
        Promise.resolve(JSON.parse(store.values.get(corpusKeys.pointer("docs")) ?? "null") as unknown),
      readFile: (name) =>
        Promise.resolve(Buffer.from(store.values.get(corpusKeys.file("docs", name)) ?? "", "latin1")),
    });
    expect(await corpus.readChunks([0])).toMatchObject([{ title: "A" }]);
  });

  it("does nothing the second time, and mends a namespace that lost a file", async () => {
    const { folder } = await builtFolder();
    const store = memoryStore();
    const source = createFolderSource(folder);
    await publishCorpus({ source, store });
    const writes = store.order.length;
    expect(await publishCorpus({ source, store })).toMatchObject({ unchanged: true, uploadedFiles: 0 });
    expect(store.order).toHaveLength(writes);
    store.values.delete(store.order[0] ?? "");
    expect(await publishCorpus({ source, store })).toMatchObject({ unchanged: false, uploadedFiles: 1 });
  });

  it("keeps the old version in place when the upload breaks off", async () => {
    const { folder } = await builtFolder();
    const store = memoryStore();
    await publishCorpus({ source: createFolderSource(folder), store });
    const before = store.values.get(corpusKeys.pointer("docs"));
    const failing: KvStore = {
      ...memoryStore(1),
      get: (key) => store.get(key),
      list: (prefix) => store.list(prefix),
    };
    const next = await builtFolder("second");
    await expect(publishCorpus({ source: createFolderSource(next.folder), store: failing })).rejects.toThrow(
      "network",
    );
    expect(store.values.get(corpusKeys.pointer("docs"))).toBe(before);
  });

  it("publishes under another site when it is told to", async () => {
    const { folder } = await builtFolder();
    const store = memoryStore();
    await publishCorpus({ source: createFolderSource(folder), store, site: "preview" });
    expect([...store.values.keys()].every((key) => key.startsWith("corpus/preview/"))).toBe(true);
  });

  it("refuses a folder whose files were changed, before anything is uploaded", async () => {
    const { folder } = await builtFolder();
    const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) as {
      index: { name: string };
    };
    await writeFile(join(folder, manifest.index.name), "{}");
    const store = memoryStore();
    await expect(publishCorpus({ source: createFolderSource(folder), store })).rejects.toThrow(/damaged/);
    expect(store.order).toEqual([]);
  });

  it("refuses a file that KV cannot hold, by its name", async () => {
    const { folder } = await builtFolder();
    const path = join(folder, "manifest.json");
    const manifest = JSON.parse(await readFile(path, "utf8")) as { index: { name: string; bytes: number } };
    manifest.index.bytes = 26 * 1024 * 1024;
    await writeFile(path, JSON.stringify(manifest));
    await expect(
      publishCorpus({ source: createFolderSource(folder), store: memoryStore() }),
    ).rejects.toMatchObject({
      type: "value-too-large",
      message: expect.stringContaining(manifest.index.name) as string,
    });
  });
});

describe("the namespace through wrangler", () => {
  const result = (partial: Partial<WranglerResult>): WranglerResult => ({
    code: 0,
    stdout: "",
    stderr: "",
    ...partial,
  });

  it("uses the same commands locally and remotely", async () => {
    const calls: string[][] = [];
    const run = (args: readonly string[]) => {
      calls.push([...args]);
      return Promise.resolve(result({ stdout: 'note\n[{"name":"corpus/a/file/x"}]' }));
    };
    expect(await createKvStore(run, { remote: true }).list("corpus/a/")).toEqual(
      new Set(["corpus/a/file/x"]),
    );
    await createKvStore(run, { remote: false, persistTo: "/state" }).list("corpus/a/");
    expect(calls[0]?.at(-1)).toBe("--remote");
    expect(calls[1]?.slice(-3)).toEqual(["--local", "--persist-to", "/state"]);
  });

  it("sends text as text and bytes as base64", async () => {
    let sent: unknown;
    const run = async (args: readonly string[]) => {
      sent = JSON.parse(await readFile(args[3] ?? "", "utf8"));
      return result({});
    };
    await createKvStore(run, { remote: true }).putAll([
      { key: "t", bytes: new TextEncoder().encode("é") },
      { key: "b", bytes: Uint8Array.of(0xff, 0x00) },
    ]);
    expect(sent).toEqual([
      { key: "t", value: "é" },
      { key: "b", value: "/wA=", base64: true },
    ]);
  });

  it("knows a missing value from a failure", async () => {
    const missing = createKvStore(() => Promise.resolve(result({ code: 1, stderr: "Value not found" })), {
      remote: false,
    });
    expect(await missing.get("k")).toBeUndefined();
    const failing = createKvStore(() => Promise.resolve(result({ code: 1, stderr: "boom" })), {
      remote: false,
    });
    await expect(failing.get("k")).rejects.toMatchObject({ type: "wrangler-failed" });
    await expect(failing.list("k")).rejects.toThrow(/list what is published:\n {2}boom/);
    await expect(failing.putAll([])).rejects.toThrow(/upload the corpus/);
  });

  it.each([
    ["You are not authenticated. Please run `wrangler login`.", "wrangler-login"],
    ["In a non-interactive environment, it's necessary to set a CLOUDFLARE_API_TOKEN", "wrangler-login"],
    ['A namespace with binding name "CORPUS" was not found', "wrangler-namespace"],
    ["namespace not found [code: 10013]", "wrangler-namespace"],
    ["database is locked: SQLITE_BUSY", "local-data-busy"],
    ["something else", "wrangler-failed"],
  ])("turns %j into %s", (stderr, type) => {
    expect(wranglerError("upload", result({ code: 1, stderr }))).toMatchObject({ type });
  });

  it("keeps the end of an output, without notices", () => {
    expect(lastLines("a\n\nb\n🪵  Logs were written to x\nc", 2)).toBe("  b\n  c");
  });

  it("names the Node that is needed", () => {
    expect(() => requireWranglerNode("20.11.0")).toThrow(/22\.12/);
    expect(() => requireWranglerNode("22.11.0")).toThrow(/22\.12/);
    expect(() => requireWranglerNode("22.12.0")).not.toThrow();
  });

  it("publishes to the real local KV", async () => {
    const { cwd } = await builtFolder();
    await writeFile(
      join(cwd, "wrangler.toml"),
      'name = "t"\ncompatibility_date = "2026-10-20"\nsend_metrics = false\n[[kv_namespaces]]\nbinding = "CORPUS"\nid = "00000000000000000000000000000001"\n',
    );
    const published = await runCli(["publish", "out", "--local", "--persist-to", "state"], { cwd });
    expect(published.stderr).not.toContain("Error");
    expect(published.stdout).toMatch(/^✓ docs serves version [0-9a-f]{16} \(2 files/);
    const again = await runCli(["publish", "out", "--persist-to", "state", "--json"], { cwd });
    expect(JSON.parse(again.stdout)).toMatchObject({ unchanged: true, place: "local" });
    const store = createKvStore(createWrangler(cwd), { remote: false, persistTo: join(cwd, "state") });
    expect(JSON.parse((await store.get(corpusKeys.pointer("docs"))) ?? "null")).toMatchObject({
      site: "docs",
    });
  }, 90_000);
});
