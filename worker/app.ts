/** The HTTP API: which middleware and which route answers what. Knows no binding and no variable. */
import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { NOT_PUBLISHED_WARNING_INTERVAL_MS } from "./constants.ts";
import type { AppContext, AppEnvironment } from "./context.ts";
import type { Deps } from "./deps.ts";
import { RequestError, describeFailure, errorBody, failureOf, type RequestFailure } from "./errors.ts";
import type { Log } from "./log.ts";
import { crossOrigin } from "./middleware/cross-origin.ts";
import { rateLimit } from "./middleware/rate-limit.ts";
import { requestId } from "./middleware/request-id.ts";
import { securityHeaders } from "./middleware/security-headers.ts";
import { chatRoute } from "./routes/chat.ts";
import { eventsRoute } from "./routes/events.ts";
import { feedbackRoute } from "./routes/feedback.ts";
import { healthRoute } from "./routes/health.ts";
import { LOADER_PATH, loaderRoute } from "./routes/loader.ts";
import { searchRoute } from "./routes/search.ts";
import { siteConfigRoute } from "./routes/site-config.ts";
import { isKnownSite } from "./sites.ts";

export type App = Hono<AppEnvironment>;

/** Every route of this version, by the methods it answers. */
const ALLOWED_METHODS = {
  "/v1/chat": "POST, OPTIONS",
  "/v1/feedback": "POST, OPTIONS",
  "/v1/events": "POST, OPTIONS",
  "/v1/search": "GET, HEAD, OPTIONS",
  "/v1/health": "GET, HEAD, OPTIONS",
  "/v1/sites/:site/config": "GET, HEAD, OPTIONS",
} as const;

export function createApp(deps: Deps): App {
  const app = createBaseApp(deps);
  // Before origins are looked at: every page may load the script, as it may every other file of the widget.
  app.get(LOADER_PATH, loaderRoute(deps));
  app.use(crossOrigin(deps.origins));
  const limit = rateLimit(deps);
  app.post("/v1/chat", limit, chatRoute(deps));
  app.post("/v1/feedback", limit, feedbackRoute(deps));
  app.post("/v1/events", limit, eventsRoute(deps));
  app.get("/v1/search", limit, searchRoute(deps));
  // What is known of the owner's own sites costs nothing to tell; any other name is looked up.
  const limitUnknownSites: typeof limit = (context, next) => {
    const site = context.req.param("site") ?? context.req.query("site");
    return site === undefined || isKnownSite(deps.config, site) ? next() : limit(context, next);
  };
  app.get("/v1/sites/:site/config", limitUnknownSites, siteConfigRoute(deps));
  app.get("/v1/health", limitUnknownSites, healthRoute(deps));
  for (const [path, allowed] of Object.entries(ALLOWED_METHODS)) {
    app.options(path, (context) => context.body(null, 204, { allow: allowed }));
    app.all(path, () => {
      throw new RequestError({ reason: "method-not-allowed", allowed });
    });
  }
  return app;
}

/** What every app has: request ids, headers, and one way to answer whatever goes wrong. */
export function createBaseApp({ newId, now, log }: Pick<Deps, "newId" | "now" | "log">): App {
  const logFailure = createFailureLog(log, now);
  const app = new Hono<AppEnvironment>();
  app.use(requestId(newId));
  app.use(securityHeaders());
  app.notFound((context) => respond(context, { reason: "route-not-found" }, logFailure));
  app.onError((error, context) => respond(context, failureOf(error), logFailure));
  return app;
}

/** Answers with the public form of a failure; the failure itself goes to the log. */
function respond(context: AppContext, failure: RequestFailure, logFailure: FailureLog): Response {
  const error = describeFailure(failure);
  if (error.status >= 500) logFailure(context, failure);
  // Through the context, so that headers which middleware has already set are kept.
  const body = errorBody(error, context.get("requestId"));
  return context.json(body, error.status as ContentfulStatusCode, error.headers);
}

type FailureLog = (context: AppContext, failure: RequestFailure) => void;

/**
 * Logs failures of this side. That a site has no content yet is no fault, and every visitor meets it: it is a
 * warning, once in a while for each site. Only sites that the owner named get that far, so they are few.
 */
function createFailureLog(log: Log, now: Deps["now"]): FailureLog {
  const warnedAtMs = new Map<string, number>();
  return (context, failure) => {
    if (failure.reason === "corpus-not-published") {
      if (now() - (warnedAtMs.get(failure.site) ?? -Infinity) < NOT_PUBLISHED_WARNING_INTERVAL_MS) return;
      warnedAtMs.set(failure.site, now());
    }
    const level = failure.reason === "corpus-not-published" ? "warn" : "error";
    const { method, routePath: route } = context.req;
    log({ level, event: "request-failed", requestId: context.get("requestId"), method, route, ...failure });
  };
}
