/** The vars and secrets, unchecked: a var is a text, but wrangler passes TOML tables and numbers as they are. */
export interface ConfigVars {
  OPENAI_API_KEY?: unknown;
  OPENAI_BASE_URL?: unknown;
  OPENAI_MODEL?: unknown;
  PROVIDER_FIRST_TOKEN_TIMEOUT_MS?: unknown;
  PROVIDER_IDLE_TIMEOUT_MS?: unknown;
  PROVIDER_REASONING_TIMEOUT_MS?: unknown;
  PROVIDER_REQUEST_OPTIONS?: unknown;
  ALLOWED_ORIGINS?: unknown;
  SITES?: unknown;
  DEFAULT_SITE?: unknown;
  ANSWER_STYLES?: unknown;
  PROMPT_PASSAGES_MAX_TOKENS?: unknown;
  UNSUPPORTED_SENTENCES?: unknown;
  EMBEDDING_MODEL?: unknown;
  EMBEDDING_DIMENSIONS?: unknown;
  RERANK_URL?: unknown;
  RERANK_MODEL?: unknown;
  RERANK_API_KEY?: unknown;
  RERANK_DEADLINE_MS?: unknown;
  VERIFY_MODEL?: unknown;
  VERIFY_DEADLINE_MS?: unknown;
  ANSWER_CACHE_TTL_SECONDS?: unknown;
  TIME_ZONE?: unknown;
  CONFIDENCE_THRESHOLD?: unknown;
  MODEL_CONFIDENCE_THRESHOLD?: unknown;
}
