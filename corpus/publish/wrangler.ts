/** Runs wrangler as a child process and turns what it says into errors with a fix. */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { CliError } from "../cli-error.ts";

export interface WranglerResult {
  code: number;
  stdout: string;
  stderr: string;
}

export type RunWrangler = (args: readonly string[]) => Promise<WranglerResult>;

/** The first release of Node that wrangler runs on. */
const MIN_NODE = [22, 12] as const;

/** Without questions, telemetry and news: this program speaks for itself. */
export const WRANGLER_ENVIRONMENT = {
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_HIDE_BANNER: "true",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  NO_COLOR: "1",
  FORCE_COLOR: "0",
} as const;

/** @throws CliError where this Node is too old for wrangler. */
export function requireWranglerNode(version = process.versions.node): void {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < MIN_NODE[0] || (major === MIN_NODE[0] && minor < MIN_NODE[1])) {
    throw new CliError("node-too-old", version);
  }
}

/** The script of the wrangler that is installed in the project. @throws CliError where there is none. */
export function wranglerScript(cwd: string): string {
  for (const from of [join(cwd, "package.json"), import.meta.url]) {
    try {
      return join(dirname(createRequire(from).resolve("wrangler/package.json")), "bin", "wrangler.js");
    } catch {
      // Not installed there.
    }
  }
  throw new CliError("wrangler-missing");
}

/** A runner for short commands; `dev` starts its long one by itself. */
export function createWrangler(cwd: string): RunWrangler {
  requireWranglerNode();
  const script = wranglerScript(cwd);
  return (args) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [script, ...args], {
        cwd,
        env: { ...process.env, ...WRANGLER_ENVIRONMENT, CI: "true" },
        stdio: ["ignore", "pipe", "pipe"],
      });
      let stdout = "";
      let stderr = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
      child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
      child.on("error", reject);
      child.on("close", (code) => resolve({ code: code ?? 1, stdout, stderr }));
    });
}

/** What failed, as an error that says what to do. `action` completes "wrangler could not …". */
export function wranglerError(action: string, { stdout, stderr }: WranglerResult): CliError {
  const output = `${stderr}\n${stdout}`;
  if (
    /not (?:logged in|authenticated)|CLOUDFLARE_API_TOKEN|wrangler login|Authentication error|code: 10000/i.test(
      output,
    )
  ) {
    return new CliError("wrangler-login");
  }
  if (
    /namespace[^\n]*not found|No KV namespaces? (?:configured|found)|A namespace with binding name|code: 10013/i.test(
      output,
    )
  ) {
    return new CliError("wrangler-namespace");
  }
  if (/SQLITE_BUSY|database is locked/i.test(output)) return new CliError("local-data-busy");
  return new CliError("wrangler-failed", action, lastLines(output));
}

/** The end of an output, where tools say what went wrong, without empty lines and log file notices. */
export function lastLines(output: string, count = 12): string {
  return output
    .split("\n")
    .filter((line) => line.trim() !== "" && !/Logs were written to/.test(line))
    .slice(-count)
    .map((line) => `  ${line}`)
    .join("\n");
}
