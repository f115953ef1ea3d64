/** Talks to a running Worker: addresses, errors and bodies, as `search`, `ask` and `dev` need them. */
import type { ErrorBody } from "../core/protocol.ts";
import { CliError } from "./cli-error.ts";

/** @throws CliError where the text is no http(s) address. */
export function endpointUrl(endpoint: string, path: string): URL {
  const base = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (base === undefined || !/^https?:$/.test(base.protocol))
    throw new CliError("endpoint-invalid", endpoint);
  return new URL(path, base);
}

/** Sends a request; whatever is not a success becomes a CliError with the Worker's own sentence. */
export async function requestEndpoint(
  fetch: typeof globalThis.fetch,
  url: URL,
  init?: RequestInit,
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    throw new CliError("endpoint-unreachable", url.origin, failureOf(error));
  }
  if (response.ok) return response;
  throw new CliError("endpoint-refused", String(response.status), await errorMessage(response));
}

/** The sentence of an error body, with the fields that are wrong. */
export async function errorMessage(response: Response): Promise<string> {
  const text = await response.text().catch(() => "");
  try {
    const { error } = JSON.parse(text) as Partial<ErrorBody>;
    const fields = Object.entries(error?.fields ?? {}).map(
      ([field, reasons]) => `${field} ${reasons.join(", ")}`,
    );
    if (error !== undefined) return [error.message, ...fields].join(" ");
  } catch {
    // Not ours: a proxy's page, or another server.
  }
  return "it is not an assistant-chat Worker, or a proxy in front of it answered.";
}

/** Why a request did not reach anybody. */
export function failureOf(error: unknown): string {
  const cause = (error as { cause?: { code?: string; message?: string } }).cause;
  return cause?.code ?? cause?.message ?? (error instanceof Error ? error.message : String(error));
}
