/** The whole program: finds the command, reads its options, and turns every outcome into an exit code. */
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { CorpusError } from "../core/corpus/open-corpus.ts";
import { CliError, exitCodeOf } from "./cli-error.ts";
import { OptionReader, parseArgsOptions, type Command, type Dependencies } from "./command.ts";
import { createHttpGet } from "./crawl/http-get.ts";
import { commandHelp, programHelp } from "./help.ts";
import { packageVersion } from "./package-version.ts";
import type { ProcessLike } from "./process-like.ts";
import { createTerminal } from "./terminal/terminal.ts";

/** In the order of the help. Each is loaded when it is asked for: what answers questions does not wait for what reads PDFs. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import("./commands/build.ts")).buildCommand,
  check: async () => (await import("./commands/check.ts")).checkCommand,
  publish: async () => (await import("./commands/publish.ts")).publishCommand,
  search: async () => (await import("./commands/search.ts")).searchCommand,
  ask: async () => (await import("./commands/ask.ts")).askCommand,
  eval: async () => (await import("./commands/eval.ts")).evalCommand,
  dev: async () => (await import("./commands/dev.ts")).devCommand,
};

export const defaultDependencies: Dependencies = {
  fetch: (input, init) => globalThis.fetch(input, init),
  httpGet: createHttpGet(),
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
  delay: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }),
};

/** @returns the exit code: 0 done, 1 failed, 2 wrong arguments. Never throws. */
export async function run(process: ProcessLike, dependencies: Dependencies): Promise<0 | 1 | 2> {
  const [name = "", ...rest] = process.argv.slice(2);
  const terminal = createTerminal(process, rest.includes("--json"));
  try {
    if (name === "" || name === "--help" || name === "-h" || name === "help") {
      const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
      process.stdout.write(programHelp(commands, packageVersion()));
      return name === "" ? 2 : 0;
    }
    if (name === "--version" || name === "-v") {
      process.stdout.write(`${packageVersion()}\n`);
      return 0;
    }
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (load === undefined) throw new CliError("unknown-command", name);
    const command = await load();
    const { values, positionals } = parse(command, rest);
    if (values["help"] === true) {
      process.stdout.write(commandHelp(command));
      return 0;
    }
    const options = new OptionReader(values);
    return await command.run({ process, terminal, dependencies, positionals, options });
  } catch (error) {
    terminal.progress(undefined);
    if (error instanceof CliError) {
      terminal.error(error.message);
      return exitCodeOf(error.type);
    }
    if (error instanceof CorpusError) {
      terminal.error(error.message);
      return 1;
    }
    terminal.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  }
}

function parse(command: Command, args: string[]): { values: Record<string, unknown>; positionals: string[] } {
  try {
    const parsed = parseArgs({
      args,
      options: parseArgsOptions(command),
      allowPositionals: true,
      strict: true,
    });
    return { values: parsed.values, positionals: parsed.positionals };
  } catch (error) {
    // Node's sentences name the option; the part after the first sentence is about escaping.
    const sentence = (error as Error).message.split(". ", 1)[0] ?? "Wrong arguments";
    throw new CliError("usage", sentence, command.name);
  }
}
