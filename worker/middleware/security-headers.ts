import type { MiddlewareHandler } from "hono";
import type { AppEnvironment } from "../context.ts";

/** Headers of the API, whose responses are data: never a page, a script or part of another page. The one script says otherwise itself. */
const HEADERS: Record<string, string> = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  // Pages read the API by CORS; loading it as an image or a script has no use.
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

export function securityHeaders(): MiddlewareHandler<AppEnvironment> {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    for (const [name, value] of Object.entries(HEADERS)) if (!headers.has(name)) headers.set(name, value);
    // Answers depend on who asks; a route that may be kept says so itself.
    if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  };
}
