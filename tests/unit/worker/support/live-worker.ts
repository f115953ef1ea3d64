import { spawn, type ChildProcess } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { getPlatformProxy } from "wrangler";
import { corpusKeys } from "../../../../core/corpus/format.ts";
import { encodeCorpus } from "../../../../core/corpus/write-corpus.ts";
import { SKETCHES, sketchChunk } from "../../../support/corpus.ts";

const ROOT = resolve(import.meta.dirname, "../../../..");
const WRANGLER = join(ROOT, "node_modules/wrangler/bin/wrangler.js");
const START_TIMEOUT_MS = 60_000;

/** Without it wrangler asks the network where it is, and complains where there is none. */
const OFFLINE_ENVIRONMENT = { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: "false" };

/** What is used of KV in the local state. */
interface KvWriter {
  put(key: string, value: string | Uint8Array): Promise<void>;
}

export interface LiveWorker {
  url: string;
  stop: () => Promise<void>;
}

/**
 * Starts the Worker as `wrangler dev` does, on a free port, with the tests' small corpus as the site `docs` and
 * a few static files.
 */
export async function startLiveWorker(vars: Record<string, string>): Promise<LiveWorker> {
  const state = mkdtempSync(join(tmpdir(), "assistant-chat-"));
  await publishSketch(state);
  const assets = writeAssets(join(state, "public"));
  const port = await freePort();
  const worker = spawn(
    process.execPath,
    [
      WRANGLER,
      "dev",
      "--local",
      "--show-interactive-dev-session=false",
      `--port=${port}`,
      `--inspector-port=${await freePort()}`,
      `--persist-to=${state}`,
      `--assets=${assets}`,
      ...Object.entries(vars).flatMap(([name, value]) => ["--var", `${name}:${value}`]),
    ],
    // A group of its own, so that workerd goes with it.
    { cwd: ROOT, env: OFFLINE_ENVIRONMENT, detached: true, stdio: ["ignore", "pipe", "pipe"] },
  );
  const stop = async (): Promise<void> => {
    await endGroup(worker);
    rmSync(state, { recursive: true, force: true });
  };
  try {
    await outputOf(worker, /Ready on/);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, stop };
}

/** Files as the build leaves them, under the headers that the build copies. */
function writeAssets(folder: string): string {
  mkdirSync(join(folder, "v/1.2.3"), { recursive: true });
  copyFileSync(join(ROOT, "worker/_headers"), join(folder, "_headers"));
  for (const name of ["assistant-chat.js", "v/1.2.3/panel.js"])
    writeFileSync(join(folder, name), "export {};\n");
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Site</title>\n");
  return folder;
}

async function publishSketch(state: string): Promise<void> {
  const corpus = await encodeCorpus({ site: "docs", language: "en", chunks: SKETCHES.map(sketchChunk) });
  const { env, dispose } = await getPlatformProxy<{ CORPUS: KvWriter }>({
    configPath: join(ROOT, "wrangler.toml"),
    // Where wrangler itself keeps its state below the folder it is given.
    persist: { path: join(state, "v3") },
  });
  for (const [name, bytes] of corpus.files) await env.CORPUS.put(corpusKeys.file("docs", name), bytes);
  await env.CORPUS.put(corpusKeys.pointer("docs"), JSON.stringify(corpus.manifest));
  await dispose();
}

function outputOf(worker: ChildProcess, pattern: RegExp): Promise<void> {
  return new Promise((resolveReady, reject) => {
    let output = "";
    const fail = (why: string): void => reject(new Error(`The Worker ${why}:\n${output}`));
    const timer = setTimeout(() => fail("did not start in time"), START_TIMEOUT_MS);
    const read = (bytes: Buffer): void => {
      output += bytes.toString();
      if (!pattern.test(output)) return;
      clearTimeout(timer);
      resolveReady();
    };
    worker.stdout?.on("data", read);
    worker.stderr?.on("data", read);
    worker.once("exit", (code) => {
      clearTimeout(timer);
      fail(`ended with ${String(code)}`);
    });
  });
}

function endGroup(worker: ChildProcess): Promise<void> {
  return new Promise((ended) => {
    if (worker.exitCode !== null || worker.pid === undefined) return ended();
    worker.once("exit", () => ended());
    process.kill(-worker.pid, "SIGTERM");
  });
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
}
