/** How single values of the configuration are read: each wrong one is named, with its fix. */
import * as z from "zod";

/** One variable holds what cannot be right. `message` says which, what is wrong and how to mend it. */
export class ConfigError extends Error {
  readonly variable: string;
  constructor(variable: string, problem: string) {
    super(`${variable} ${problem}`);
    this.name = "ConfigError";
    this.variable = variable;
  }
}

export function readText(variable: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw new ConfigError(variable, "is not a text. Put it in quotes.");
  return value.trim() === "" ? undefined : value.trim();
}

export function readNumber<Default extends number | undefined>(
  variable: string,
  value: unknown,
  bounds: { min: number; max: number; default: Default },
): number | Default {
  if (value === undefined || value === null || value === "") return bounds.default;
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number === "number" && number >= bounds.min && number <= bounds.max) return number;
  throw new ConfigError(variable, `is not a number from ${bounds.min} to ${bounds.max}.`);
}

/** A var may hold JSON as text, or be a TOML table that wrangler has already turned into an object. */
export function readJson<T>(
  variable: string,
  value: unknown,
  schema: z.ZodType<T>,
  example: string,
): T | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  let parsed: unknown = value;
  if (typeof value === "string") {
    try {
      parsed = JSON.parse(value);
    } catch {
      throw new ConfigError(variable, `is not valid JSON. ${example}`);
    }
  }
  const result = schema.safeParse(parsed);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.map(String).join(".") ?? "";
  // For a key zod's own sentence says only that it is invalid; the reason lies within.
  const message = issue?.code === "invalid_key" ? `the name ${issue.issues[0]?.message}` : issue?.message;
  throw new ConfigError(variable, `is not valid${path === "" ? "" : ` at ${path}`}: ${message}. ${example}`);
}

export function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
