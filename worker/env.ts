import type { ConfigVars } from "./config/config-vars.ts";

/** What the platform hands the Worker, as `wrangler.toml` declares it. Vars are described in `config/config.ts`. */
export interface Env extends ConfigVars {
  /** KV: corpus manifests, indexes and passages. Written by `assistant-chat publish`, read here. */
  CORPUS: KVNamespace;
  /** KV: finished answers and the day's salt. Everything in it may be lost at any time. */
  ANSWERS: KVNamespace;
  /** D1: feedback, and counts of events. */
  DB: D1Database;
  /** Rate limit per visitor. Without it requests are not limited. */
  RATE_LIMITER?: RateLimit;
  /** Workers AI. Needed only where `EMBEDDING_MODEL` or `RERANK_MODEL` names one of its models. */
  AI?: Pick<Ai, "run">;
  /** Static files: the widget and the site. Served by the platform before the Worker is asked, but for the loader. */
  ASSETS?: Fetcher;
}
