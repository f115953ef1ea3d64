/** `wrangler dev` as a child: started, awaited, and stopped with everything it started. */
import { spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { CliError } from "../cli-error.ts";
import { lastLines, WRANGLER_ENVIRONMENT, wranglerScript } from "../publish/wrangler.ts";
import { killGroup } from "./run-script.ts";

const READY_TIMEOUT_MS = 60_000;
const POLL_MS = 100;
/** Wrangler needs a moment to end workerd; what is left after it is killed. */
const STOP_TIMEOUT_MS = 5000;

/** What wrangler says about itself; the rest is the Worker's own output. */
const NOISE =
  /^\s*$|^\[wrangler:(info|inf)\]|^⎔|wrangler \d+\.|^[─┌└│╭╰]|Your Worker has access|^Binding\s|^env\.|Using (secrets|vars)|telemetry|^\s*🪵|Starting local server|Ready on|update available|^▲ \[WARNING\]\s*$/;

export interface WorkerProcess {
  /** Resolves when the process has ended. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

export interface WorkerOptions {
  root: string;
  port: number;
  persistTo?: string;
  fetch: typeof globalThis.fetch;
  /** A line that the Worker wrote. */
  onLine: (line: string) => void;
}

/** Starts the Worker and waits until it answers. @throws CliError with its output where it does not. */
export async function startWorker({
  root,
  port,
  persistTo,
  fetch,
  onLine,
}: WorkerOptions): Promise<WorkerProcess> {
  const child = spawn(
    process.execPath,
    [
      wranglerScript(root),
      "dev",
      "--local",
      "--port",
      String(port),
      "--ip",
      "localhost",
      "--show-interactive-dev-session=false",
      "--log-level",
      "info",
      ...(persistTo === undefined ? [] : ["--persist-to", persistTo]),
    ],
    {
      cwd: root,
      env: { ...process.env, ...WRANGLER_ENVIRONMENT },
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
    },
  );
  let output = "";
  let isReady = false;
  let hasEnded = false;
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream.setEncoding("utf8").on("data", (text: string) => {
      if (!isReady) output += text;
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      if (isReady) for (const line of lines) if (!NOISE.test(line)) onLine(line);
    });
  }
  const ended = new Promise<void>((resolve) => {
    child.on("error", () => resolve());
    child.on("close", () => resolve());
  }).then(() => {
    hasEnded = true;
  });
  const stop = async (): Promise<void> => {
    if (!hasEnded) {
      killGroup(child.pid, "SIGTERM");
      await Promise.race([ended, delay(STOP_TIMEOUT_MS, undefined, { ref: false })]);
    }
    // Also after a clean end: what it left behind would keep the port.
    killGroup(child.pid, "SIGKILL");
    await Promise.race([ended, delay(STOP_TIMEOUT_MS, undefined, { ref: false })]);
  };

  const deadline = Date.now() + READY_TIMEOUT_MS;
  const health = new URL(`http://localhost:${port}/v1/health`);
  while (!isReady) {
    if (hasEnded) throw new CliError("worker-exited", lastLines(output, 20));
    if (Date.now() > deadline) {
      await stop();
      throw new CliError("worker-not-ready", String(READY_TIMEOUT_MS / 1000), lastLines(output, 20));
    }
    // Any answer will do: the health route says 503 while nothing is published, and the Worker runs.
    isReady = await fetch(health).then(
      async (response) => {
        await response.body?.cancel();
        return true;
      },
      () => false,
    );
    if (!isReady) await delay(POLL_MS);
  }
  return { ended, stop };
}
