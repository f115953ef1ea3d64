import type { MiddlewareHandler } from "hono";
import type { AppEnvironment } from "../context.ts";

/** Gives every request an id of ours: one that a client sent could not be trusted in a log. */
export function requestId(newId: () => string): MiddlewareHandler<AppEnvironment> {
  return async (context, next) => {
    const id = newId();
    context.set("requestId", id);
    await next();
    context.res.headers.set("x-request-id", id);
  };
}
