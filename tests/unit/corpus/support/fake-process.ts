import type { Dependencies } from "../../../../corpus/command.ts";
import type { ProcessLike } from "../../../../corpus/process-like.ts";
import { run } from "../../../../corpus/run.ts";

export interface RunResult {
  exitCode: 0 | 1 | 2;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd?: string;
  env?: Record<string, string | undefined>;
  isTTY?: boolean;
  dependencies?: Partial<Dependencies>;
  /** Given the function that asks the program to stop. */
  onStart?: (stop: () => void) => void;
}

/** Runs the whole program on a process of our own. */
export async function runCli(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  let stdout = "";
  let stderr = "";
  const listeners: (() => void)[] = [];
  const process: ProcessLike = {
    argv: ["node", "bin.ts", ...args],
    env: options.env ?? {},
    cwd: () => options.cwd ?? globalThis.process.cwd(),
    stdout: { write: (text) => (stdout += text), isTTY: options.isTTY, columns: 100 },
    stderr: { write: (text) => (stderr += text), isTTY: options.isTTY, columns: 100 },
    onStop: (listener) => listeners.push(listener),
  };
  let id = 0;
  const dependencies: Dependencies = {
    fetch: () => Promise.reject(new Error("no network in this test")),
    httpGet: () => Promise.reject(new Error("no network in this test")),
    now: () => Date.UTC(2026, 0, 1),
    newId: () => `id-${String((id += 1)).padStart(6, "0")}`,
    delay: () => Promise.resolve(),
    ...options.dependencies,
  };
  options.onStart?.(() => listeners.forEach((listener) => listener()));
  return { exitCode: await run(process, dependencies), stdout, stderr };
}
