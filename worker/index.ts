import { VERSION } from "./version.ts";
import { createApp, type App } from "./app.ts";
import { ConfigError } from "./config/read-value.ts";
import { assetFetcher, createDeps, newId, now } from "./deps.ts";
import type { Env } from "./env.ts";
import { consoleLog } from "./log.ts";
import { createMisconfiguredApp } from "./misconfigured-app.ts";

/** One app per environment object, of which an isolate has one: open corpora live as long as it does. */
const apps = new WeakMap<Env, App>();

export default {
  fetch(request, env, context) {
    let app = apps.get(env);
    if (app === undefined) {
      app = createAppFor(env);
      apps.set(env, app);
    }
    return app.fetch(request, env, context);
  },
} satisfies ExportedHandler<Env>;

function createAppFor(env: Env): App {
  try {
    return createApp(createDeps(env));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const fetchAsset = assetFetcher(env);
    return createMisconfiguredApp(error, { newId, now, log: consoleLog, version: VERSION, fetchAsset });
  }
}
