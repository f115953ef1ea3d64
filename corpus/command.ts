import type { ParseArgsOptionsConfig } from "node:util";
import type { HttpGet } from "./crawl/http-get.ts";
import type { ProcessLike } from "./process-like.ts";
import type { Terminal } from "./terminal/terminal.ts";

/** What reaches beyond this process, injected so that tests replace it. */
export interface Dependencies {
  fetch: typeof globalThis.fetch;
  /** Of sites that are crawled: looks at the addresses that names lead to, and unpacks nothing. */
  httpGet: HttpGet;
  /** Epoch milliseconds. */
  now: () => number;
  newId: () => string;
  /** Resolves after so many milliseconds; rejects once the signal is aborted. */
  delay: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export interface CommandContext {
  process: ProcessLike;
  terminal: Terminal;
  dependencies: Dependencies;
  positionals: string[];
  options: OptionReader;
}

export interface Command {
  name: string;
  /** As in usage: `build <source...>`. */
  usage: string;
  summary: string;
  /** Below the options in `--help`. */
  details: string;
  options: Record<string, OptionDescription>;
  /** Resolves with the exit code: 0, or 1 where the work itself says no. Throws `CliError`s. */
  run(context: CommandContext): Promise<0 | 1>;
}

export interface OptionDescription {
  type: "string" | "boolean";
  /** Shown behind the option, such as DIR. */
  value?: string;
  /** May be given several times. */
  isMultiple?: true;
  help: string;
}

/** Options of every command. */
export const COMMON_OPTIONS: Record<string, OptionDescription> = {
  json: { type: "boolean", help: "print the result as JSON" },
  help: { type: "boolean", help: "show this help" },
};

export function parseArgsOptions(command: Command): ParseArgsOptionsConfig {
  const described = { ...command.options, ...COMMON_OPTIONS };
  return Object.fromEntries(
    Object.entries(described).map(([name, { type, isMultiple }]) => [
      name,
      { type, ...(isMultiple === true && { multiple: true }), ...(name === "help" && { short: "h" }) },
    ]),
  );
}

/** The values of the options that were given. */
export class OptionReader {
  readonly #values: Readonly<Record<string, unknown>>;
  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === "string" ? value : undefined;
  }

  /** Of an option that may be given several times. */
  texts(name: string): string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.filter((text) => typeof text === "string") : [];
  }

  flag(name: string): boolean {
    return this.#values[name] === true;
  }
}
