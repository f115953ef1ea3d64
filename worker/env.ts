/** What the platform hands the Worker, as `wrangler.toml` declares it. Vars are described in `config.ts`. */
export interface Env extends ConfigVars {
  /** KV: corpus manifests, indexes and passages. Written by `assistant-chat publish`, read here. */
  CORPUS: KVNamespace;
  /** KV: finished answers and the day's salt. Everything in it may be lost at any time. */
  ANSWERS: KVNamespace;
  /** D1: feedback. */
  DB: D1Database;
  /** Rate limit per visitor. Without it requests are not limited. */
  RATE_LIMITER?: RateLimit;
  /** Static files: the widget and the site. Served by the platform before the Worker is asked. */
  ASSETS?: Fetcher;
}

/** The vars and secrets, unchecked: a var is a text, but wrangler passes TOML tables and numbers as they are. */
export interface ConfigVars {
  OPENAI_API_KEY?: unknown;
  OPENAI_BASE_URL?: unknown;
  OPENAI_MODEL?: unknown;
  PROVIDER_FIRST_TOKEN_TIMEOUT_MS?: unknown;
  PROVIDER_IDLE_TIMEOUT_MS?: unknown;
  ALLOWED_ORIGINS?: unknown;
  SITES?: unknown;
  ANSWER_CACHE_TTL_SECONDS?: unknown;
  CONFIDENCE_THRESHOLD?: unknown;
}
