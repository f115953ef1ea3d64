import type { MiddlewareHandler } from "hono";
import { PREFLIGHT_MAX_AGE_SECONDS } from "../constants.ts";
import { ownOrigin, type AppContext, type AppEnvironment } from "../context.ts";
import { RequestError } from "../errors.ts";
import type { OriginPolicy } from "../origins.ts";

/** What a page may read besides the body. */
const EXPOSED_HEADERS = "x-request-id, retry-after";

/**
 * CORS for the pages of all sites, and the refusal of pages that belong to none.
 *
 * The site of a question stands in its body, so here an origin passes if any site lists it;
 * {@link requireSiteOrigin} then checks the site itself. No credentials are ever allowed, so the origin is
 * named, never `*`, and caches keep one copy per origin. A request without `Origin` comes from a program or
 * from a page of this Worker's own, and passes: the header keeps out other websites, not programs.
 */
export function crossOrigin(origins: Pick<OriginPolicy, "allowsAnySite">): MiddlewareHandler<AppEnvironment> {
  return async (context, next) => {
    const origin = context.req.header("origin");
    if (origin !== undefined && !origins.allowsAnySite(origin, ownOrigin(context))) {
      context.header("vary", "Origin");
      throw new RequestError({ reason: "origin-not-allowed" });
    }
    if (origin !== undefined && isPreflight(context)) {
      return context.body(null, 204, {
        "vary": "Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
        "access-control-allow-origin": origin,
        "access-control-allow-methods": "GET, HEAD, POST",
        "access-control-allow-headers": "content-type",
        "access-control-max-age": String(PREFLIGHT_MAX_AGE_SECONDS),
      });
    }
    await next();
    const { headers } = context.res;
    headers.append("vary", "Origin");
    if (origin !== undefined) {
      headers.set("access-control-allow-origin", origin);
      headers.set("access-control-expose-headers", EXPOSED_HEADERS);
    }
  };
}

/** @throws RequestError where the page that asks is not one of the site's. */
export function requireSiteOrigin(context: AppContext, origins: OriginPolicy, site: string): void {
  const origin = context.req.header("origin");
  if (origin !== undefined && !origins.allows(site, origin, ownOrigin(context))) {
    throw new RequestError({ reason: "origin-not-allowed" });
  }
}

function isPreflight({ req: request }: AppContext): boolean {
  return request.method === "OPTIONS" && request.header("access-control-request-method") !== undefined;
}
