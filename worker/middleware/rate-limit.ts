import type { MiddlewareHandler } from "hono";
import { RATE_LIMIT_PERIOD_SECONDS, RATE_LIMIT_WAIT_MS } from "../constants.ts";
import type { AppEnvironment } from "../context.ts";
import type { Deps } from "../deps.ts";
import { RequestError } from "../errors.ts";
import { describeError } from "../log.ts";
import { withTimeLimit } from "../time-limit.ts";

/**
 * Limits the requests of one visitor, before anything of the request is read.
 *
 * Only the address that the platform itself reports counts; headers that a client may send do not. Visitors
 * are counted per site, and the site is taken from the allow-list entry of their page's origin: one that a
 * client names freely would give it as many counters as it likes. A limiter that is missing, slow or broken
 * lets everyone pass, and says so in the log.
 */
export function rateLimit(
  deps: Pick<Deps, "rateLimiter" | "visitorKeyOf" | "origins" | "log">,
): MiddlewareHandler<AppEnvironment> {
  const { rateLimiter, visitorKeyOf, origins, log } = deps;
  const passes = async (
    limiter: RateLimit,
    origin: string | undefined,
    address: string,
  ): Promise<boolean> => {
    const site = origin === undefined ? undefined : origins.siteOf(origin);
    const key = await visitorKeyOf(site, address);
    return (await limiter.limit({ key })).success;
  };
  return async (context, next) => {
    const address = context.req.header("cf-connecting-ip");
    if (rateLimiter !== undefined && address !== undefined) {
      let success = true;
      try {
        const asked = passes(rateLimiter, context.req.header("origin"), address);
        success = await withTimeLimit(asked, RATE_LIMIT_WAIT_MS, "the rate limiter");
      } catch (error) {
        const requestId = context.get("requestId");
        log({ level: "error", event: "rate-limiter-failed", requestId, detail: describeError(error) });
      }
      if (!success) {
        throw new RequestError({ reason: "rate-limited", retryAfterSeconds: RATE_LIMIT_PERIOD_SECONDS });
      }
    }
    await next();
  };
}
