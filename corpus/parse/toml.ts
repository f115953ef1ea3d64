import { lazyRequire } from "../lazy-require.ts";

const library = lazyRequire<typeof import("smol-toml")>(import.meta.url, "smol-toml");

export interface ParsedToml {
  /** Tables, lists, texts, numbers, booleans and dates; empty where the text is no TOML. */
  fields: Record<string, unknown>;
  /** Why it is none, in a sentence. */
  problem?: string;
}

/** @see https://toml.io */
export function parseToml(text: string): ParsedToml {
  const { parse, TomlError } = library();
  try {
    return { fields: parse(text) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const sentence = error.message.split("\n", 1)[0] ?? "";
    return { fields: {}, problem: `${sentence} (line ${error.line + 1})` };
  }
}
