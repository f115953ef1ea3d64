import { COMMON_OPTIONS, type Command } from "./command.ts";

export function programHelp(commands: readonly Command[], version: string): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    `assistant-chat ${version}: from your pages to answers with sources`,
    "",
    "Usage: assistant-chat <command> [options]",
    "",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "assistant-chat <command> --help shows the options of a command.",
    "Exit code: 0 done, 1 failed, 2 wrong arguments.",
    "",
  ].join("\n");
}

export function commandHelp({ usage, summary, details, options }: Command): string {
  const rows = Object.entries({ ...options, ...COMMON_OPTIONS }).map(
    ([name, { value, help }]) => [`--${name}${value === undefined ? "" : ` ${value}`}`, help] as const,
  );
  const width = Math.max(...rows.map(([option]) => option.length));
  return [
    `Usage: assistant-chat ${usage}`,
    "",
    summary,
    "",
    ...rows.map(([option, help]) => `  ${option.padEnd(width)}  ${help}`),
    ...(details === "" ? [] : ["", details]),
    "",
  ].join("\n");
}
