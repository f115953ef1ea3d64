import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { vi } from "vitest";
import worker from "../../../worker/index.ts";
import type { Env } from "../../../worker/env.ts";

// What the Worker logs of requests that are meant to fail would drown what a test has to say.
for (const level of ["info", "warn", "error"] as const) {
  vi.spyOn(console, level).mockImplementation(() => undefined);
}

export const ORIGIN = "https://assistant.example";

/** Sends one request to the Worker's handler, with an environment of its own where one is given. */
export async function send(path: string, init: RequestInit = {}, environment: Env = env): Promise<Response> {
  const context = createExecutionContext();
  const request = new Request(`${ORIGIN}${path}`, init) as Request<unknown, IncomingRequestCfProperties>;
  const response = await worker.fetch(request, environment, context);
  // Streams end with their reader; everything else has nothing left to do once its background work is done.
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) {
    await waitOnExecutionContext(context);
  }
  return response;
}

export function postJson(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  };
}

/** The environment of the tests with some vars or bindings replaced; a new one has a new app. */
export function environmentWith(changes: Partial<Record<keyof Env, unknown>>): Env {
  return { ...env, ...changes } as Env;
}
