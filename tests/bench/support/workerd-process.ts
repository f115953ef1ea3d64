/**
 * One Worker in one bare `workerd`, the runtime that Cloudflare runs, so that what the process costs is what
 * the Worker costs: `wrangler dev` puts a proxy and its stores into the same process. KV is the benchmark's
 * own server, outside of it.
 *
 * Linux only: processor time and memory are read from `/proc`.
 */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { writeBenchConfig } from "../worker-config.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

/** The program that wrangler brings; its package has no types. */
const { default: workerdPath } = createRequire(import.meta.url)("workerd") as { default: string };

export interface WorkerBundle {
  folder: string;
  /** Of the script, in `folder`. */
  script: string;
  compatibilityDate: string;
  compatibilityFlags: string[];
}

/** Bundles a Worker as a deployment does, into a folder. @param entry relative to the repository. */
export function bundleWorker(folder: string, entry = "worker/index.ts"): WorkerBundle {
  const config = join(ROOT, ".wrangler", "bench-bundle.toml");
  writeBenchConfig(config, entry);
  mkdirSync(folder, { recursive: true });
  const words = ["wrangler", "deploy", "--dry-run", "--config", config, "--outdir", folder];
  const { status, stderr } = spawnSync("npx", words, { cwd: ROOT, encoding: "utf8" });
  if (status !== 0) throw new Error(`${entry} cannot be bundled:\n${stderr}`);
  rmSync(config);
  const script = readdirSync(folder).find((name) => name.endsWith(".js"));
  if (script === undefined) throw new Error(`Bundling ${entry} made no script.`);
  const settings = readFileSync(join(ROOT, "wrangler.toml"), "utf8");
  const [, compatibilityDate = ""] = /^compatibility_date = "(.+)"/m.exec(settings) ?? [];
  const [, flags = ""] = /^compatibility_flags = \[(.+)\]/m.exec(settings) ?? [];
  // The runtime warns of a flag that its date brings anyway.
  const compatibilityFlags = flags.split(/[",\s]+/).filter((flag) => flag !== "" && flag !== "nodejs_compat");
  return { folder, script, compatibilityDate, compatibilityFlags };
}

export interface WorkerdProcess {
  origin: string;
  /** Processor time of all threads of the process since it began, in milliseconds. */
  cpuMs(): number;
  /** Memory of the process, in bytes. */
  residentBytes(): number;
  /** The isolate's heap and its array buffers, in bytes. A Worker can call `gc()` before it is asked. */
  usedBytes(): Promise<number>;
  stop(): Promise<void>;
}

/** @param kvOrigin of the server that stands for every KV namespace. */
export async function startWorkerd(bundle: WorkerBundle, kvOrigin: string): Promise<WorkerdProcess> {
  const config = join(bundle.folder, "config.capnp");
  writeFileSync(config, configOf(bundle, kvOrigin));
  const child = spawn(workerdPath, ["serve", config, "--control-fd=3", "--inspector-addr=127.0.0.1:0"], {
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  child.stderr?.on("data", (bytes: Buffer) => said.push(bytes.toString()));
  const { http, inspector } = await portsOf(child).catch((error: unknown) => {
    throw new Error(`workerd did not start: ${said.join("")}`, { cause: error });
  });
  const { pid = 0 } = child;
  return {
    origin: `http://127.0.0.1:${http}`,
    cpuMs: () => cpuMsOf(pid),
    residentBytes: () => statusKilobytes(pid, "VmRSS") * 1024,
    usedBytes: () => usedBytesOf(inspector),
    stop: () =>
      new Promise((done) => {
        if (child.exitCode !== null || child.signalCode !== null) return done();
        child.once("exit", () => done());
        // Open connections would hold back a gentler end.
        child.kill("SIGKILL");
      }),
  };
}

/** Peak memory of a process so far, in bytes; undefined where it has ended or there is no `/proc`. */
export function peakBytesOf(pid: number): number | undefined {
  try {
    const bytes = statusKilobytes(pid, "VmHWM") * 1024;
    // A process that has just ended has a status without it.
    return Number.isFinite(bytes) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function configOf(bundle: WorkerBundle, kvOrigin: string): string {
  const { script, compatibilityDate, compatibilityFlags } = bundle;
  const flags = compatibilityFlags.map((flag) => JSON.stringify(flag)).join(", ");
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "kv", external = (address = "${new URL(kvOrigin).host}", http = ())),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
  v8Flags = ["--expose-gc"],
);

const main :Workerd.Worker = (
  modules = [(name = "${script}", esModule = embed "${script}")],
  compatibilityDate = "${compatibilityDate}",
  compatibilityFlags = [${flags}],
  bindings = [
    (name = "CORPUS", kvNamespace = "kv"),
    (name = "ANSWERS", kvNamespace = "kv"),
    # Bound, and never asked: no benchmark leaves feedback.
    (name = "DB", json = "{}"),
  ],
);
`;
}

/** Where it listens, as it says itself on its control channel. */
function portsOf(child: ChildProcess): Promise<{ http: number; inspector: number }> {
  return new Promise((done, fail) => {
    let http: number | undefined;
    let inspector: number | undefined;
    child.once("error", fail);
    child.once("exit", (code) => fail(new Error(`it ended with code ${code}`)));
    createInterface(child.stdio[3] as Readable).on("line", (line) => {
      const { event, port } = JSON.parse(line) as { event: string; port?: number };
      if (event === "listen") http = port;
      if (event === "listen-inspector") inspector = port;
      if (http !== undefined && inspector !== undefined) done({ http, inspector });
    });
  });
}

/** In nanoseconds, as the scheduler counts it; `/proc/<pid>/stat` has steps of 10 ms. */
function cpuMsOf(pid: number): number {
  let nanoseconds = 0;
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    const [onProcessor = "0"] = readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8").split(" ");
    nanoseconds += Number(onProcessor);
  }
  return nanoseconds / 1e6;
}

function statusKilobytes(pid: number, name: string): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN);
}

interface HeapUsage {
  usedSize: number;
  embedderHeapUsedSize: number;
  /** Of array buffers, which lie outside of the heap. */
  backingStorageSize: number;
}

/** Asks the isolate over the inspector, which is attached for that moment only. */
async function usedBytesOf(port: number): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/main`);
  await new Promise((done, fail) => {
    socket.addEventListener("open", done);
    socket.addEventListener("error", () => fail(new Error("The inspector of workerd does not answer.")));
  });
  let lastId = 0;
  const call = (method: string): Promise<unknown> => {
    const id = ++lastId;
    return new Promise((done, fail) => {
      const take = ({ data }: MessageEvent): void => {
        const message = JSON.parse(String(data)) as { id?: number; result?: unknown; error?: unknown };
        if (message.id !== id) return;
        socket.removeEventListener("message", take);
        if (message.error === undefined) done(message.result);
        else fail(new Error(`${method}: ${JSON.stringify(message.error)}`));
      };
      socket.addEventListener("message", take);
      socket.send(JSON.stringify({ id, method }));
    });
  };
  try {
    const usage = (await call("Runtime.getHeapUsage")) as HeapUsage;
    return usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize;
  } finally {
    socket.close();
  }
}
