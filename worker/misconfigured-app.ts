import type { HealthResponse } from "../core/protocol.ts";
import { createBaseApp, type App } from "./app.ts";
import type { ConfigError } from "./config/read-value.ts";
import type { Deps } from "./deps.ts";
import { RequestError } from "./errors.ts";
import { crossOrigin } from "./middleware/cross-origin.ts";
import { LOADER_PATH, loaderRoute } from "./routes/loader.ts";

/**
 * What runs instead of the app while the configuration is wrong: health names the variable and the fix, and
 * every other route answers `unavailable`, to pages of every origin: who may ask is not known, and a panel has
 * to be able to show the sentence. Health, which names variables, is for those who set them and not for pages.
 */
export function createMisconfiguredApp(
  problem: ConfigError,
  deps: Pick<Deps, "newId" | "now" | "log" | "version" | "fetchAsset">,
): App {
  const app = createBaseApp(deps);
  app.get("/v1/health", (context) => {
    const health: HealthResponse = {
      status: "down",
      version: deps.version,
      corpusVersion: null,
      message: problem.message,
    };
    return context.json(health, 503);
  });
  // The launcher stands, and its panel says what is wrong.
  app.get(LOADER_PATH, loaderRoute({ fetchAsset: deps.fetchAsset }));
  app.use(crossOrigin({ allowsAnySite: () => true }));
  app.all("*", () => {
    throw new RequestError({ reason: "misconfigured", variable: problem.variable, detail: problem.message });
  });
  return app;
}
