/** What the owner set on the server. */
import type { SiteConfig } from "../core/protocol.ts";

/** Configuration is a nicety: a slow server must not keep the panel from what the attributes say. */
const CONFIG_TIMEOUT_MS = 5000;

/**
 * Reads what the owner set on the server.
 * @throws Error naming the URL and what it answered.
 */
export async function fetchSiteConfig(
  endpoint: string,
  site: string,
  fetch: typeof globalThis.fetch,
): Promise<Partial<SiteConfig>> {
  const url = `${endpoint}/v1/sites/${site}/config`;
  const response = await fetch(url, { signal: AbortSignal.timeout(CONFIG_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const value: unknown = await response.json();
  if (typeof value !== "object" || value === null) throw new Error(`${url} is no JSON object`);
  return ownTexts(value as Record<string, unknown>);
}

const NUMBERS: readonly string[] = [
  "conversationTimeoutMinutes",
  "maxConversations",
] satisfies (keyof SiteConfig)[];

/** Keeps the fields that have the type they should have. */
function ownTexts(value: Record<string, unknown>): Partial<SiteConfig> {
  const entries = Object.entries(value).filter(([name, field]) =>
    name === "starters"
      ? Array.isArray(field) && field.every((item) => typeof item === "string")
      : typeof field === (NUMBERS.includes(name) ? "number" : "string"),
  );
  return Object.fromEntries(entries) as Partial<SiteConfig>;
}
