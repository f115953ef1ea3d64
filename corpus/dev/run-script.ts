import { spawn } from "node:child_process";
import { join } from "node:path";
import { CliError } from "../cli-error.ts";
import { lastLines } from "../publish/wrangler.ts";

/** Runs one of the project's npm scripts quietly. @throws CliError with the end of its output where it fails. */
export async function runScript(root: string, script: string, signal: AbortSignal): Promise<void> {
  const child = spawn("npm", ["run", "--silent", script], {
    cwd: root,
    // The project's own Node and tools come first, whatever the shell has.
    env: { ...process.env, PATH: `${join(root, "node_modules", ".bin")}:${process.env["PATH"] ?? ""}` },
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
    shell: process.platform === "win32",
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  const stop = (): void => killGroup(child.pid, "SIGTERM");
  signal.addEventListener("abort", stop);
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (exitCode) => resolve(exitCode ?? 1));
    });
    if (!signal.aborted && code !== 0)
      throw new CliError("step-failed", `npm run ${script}`, lastLines(output, 20));
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** Ends a child with everything it started: it leads a process group of its own. */
export function killGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch {
    // It has ended by itself.
  }
}
