/** The whole program: finds the command, reads its options, and turns every outcome into an exit code. */
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { CorpusError } from "../core/corpus/open-corpus.ts";
import { CliError, exitCodeOf } from "./cli-error.ts";
import { OptionReader, parseArgsOptions, type Command, type Dependencies } from "./command.ts";
import { askCommand } from "./commands/ask.ts";
import { buildCommand } from "./commands/build.ts";
import { checkCommand } from "./commands/check.ts";
import { devCommand } from "./commands/dev.ts";
import { evalCommand } from "./commands/eval.ts";
import { publishCommand } from "./commands/publish.ts";
import { searchCommand } from "./commands/search.ts";
import { createHttpGet } from "./crawl/http-get.ts";
import { commandHelp, programHelp } from "./help.ts";
import { packageVersion } from "./package-version.ts";
import type { ProcessLike } from "./process-like.ts";
import { createTerminal } from "./terminal/terminal.ts";

const COMMANDS: readonly Command[] = [
  buildCommand,
  checkCommand,
  publishCommand,
  searchCommand,
  askCommand,
  evalCommand,
  devCommand,
];

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
      process.stdout.write(programHelp(COMMANDS, packageVersion()));
      return name === "" ? 2 : 0;
    }
    if (name === "--version" || name === "-v") {
      process.stdout.write(`${packageVersion()}\n`);
      return 0;
    }
    const command = COMMANDS.find((candidate) => candidate.name === name);
    if (command === undefined) throw new CliError("unknown-command", name);
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
