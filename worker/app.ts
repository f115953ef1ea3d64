/** The HTTP API: which middleware and which route answers what. Knows no binding and no variable. */
import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AppContext, AppEnvironment } from "./context.ts";
import type { Deps } from "./deps.ts";
import { RequestError, describeFailure, errorBody, failureOf, type RequestFailure } from "./errors.ts";
import type { Log } from "./log.ts";
import { crossOrigin } from "./middleware/cross-origin.ts";
import { rateLimit } from "./middleware/rate-limit.ts";
import { requestId } from "./middleware/request-id.ts";
import { securityHeaders } from "./middleware/security-headers.ts";
import { chatRoute } from "./routes/chat.ts";
import { feedbackRoute } from "./routes/feedback.ts";
import { healthRoute } from "./routes/health.ts";
import { searchRoute } from "./routes/search.ts";
import { siteConfigRoute } from "./routes/site-config.ts";

export type App = Hono<AppEnvironment>;

/** Every route of this version, by the methods it answers. */
const ALLOWED_METHODS = {
  "/v1/chat": "POST, OPTIONS",
  "/v1/feedback": "POST, OPTIONS",
  "/v1/search": "GET, HEAD, OPTIONS",
  "/v1/health": "GET, HEAD, OPTIONS",
  "/v1/sites/:site/config": "GET, HEAD, OPTIONS",
} as const;

export function createApp(deps: Deps): App {
  const app = createBaseApp(deps);
  app.use(crossOrigin(deps.origins));
  const limit = rateLimit(deps);
  app.post("/v1/chat", limit, chatRoute(deps));
  app.post("/v1/feedback", limit, feedbackRoute(deps));
  app.get("/v1/search", limit, searchRoute(deps));
  app.get("/v1/sites/:site/config", siteConfigRoute(deps));
  app.get("/v1/health", healthRoute(deps));
  for (const [path, allowed] of Object.entries(ALLOWED_METHODS)) {
    app.options(path, (context) => context.body(null, 204, { allow: allowed }));
    app.all(path, () => {
      throw new RequestError({ reason: "method-not-allowed", allowed });
    });
  }
  return app;
}

/** What every app has: request ids, headers, and one way to answer whatever goes wrong. */
export function createBaseApp({ newId, log }: Pick<Deps, "newId" | "log">): App {
  const app = new Hono<AppEnvironment>();
  app.use(requestId(newId));
  app.use(securityHeaders());
  app.notFound((context) => respond(context, { reason: "route-not-found" }, log));
  app.onError((error, context) => respond(context, failureOf(error), log));
  return app;
}

/** Answers with the public form of a failure; the failure itself goes to the log. */
function respond(context: AppContext, failure: RequestFailure, log: Log): Response {
  const error = describeFailure(failure);
  const requestId = context.get("requestId");
  if (error.status >= 500) {
    const { method, routePath: route } = context.req;
    log({ level: "error", event: "request-failed", requestId, method, route, ...failure });
  }
  // Through the context, so that headers which middleware has already set are kept.
  return context.json(errorBody(error, requestId), error.status as ContentfulStatusCode, error.headers);
}
