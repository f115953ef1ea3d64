/**
 * Configuration of the Worker: vars and secrets in, one checked object out. Defaults exist here and nowhere
 * else; a value that cannot be right stops the Worker with the variable's name and the fix.
 *
 * | variable | meaning | default | example |
 * |---|---|---|---|
 * | `SITES` | JSON: per site what the element shows, by the names of its attributes in camelCase | `{}` | `{"docs":{"assistantName":"Docs assistant","starters":["How do I install it?"]}}` |
 * | `DEFAULT_SITE` | the site of pages that name none: `site` may then be left out | the only one that is published | `docs` |
 * | `ALLOWED_ORIGINS` | JSON: per site the origins whose pages may use it. Exact; `https://*.example.com` stands for exactly one label. The Worker's own origin is always allowed | none: pages on localhost only | `{"docs":["https://example.com","https://*.example.pages.dev"]}` |
 * | `OPENAI_API_KEY` | secret. With it a model writes the answers; without it they are quoted from the pages | none | `npx wrangler secret put OPENAI_API_KEY` |
 * | `OPENAI_BASE_URL` | any server with OpenAI's chat completions | `https://api.openai.com/v1` | `https://api.groq.com/openai/v1` |
 * | `OPENAI_MODEL` | the server's name of the model | `gpt-4.1-mini` | `llama-3.3-70b-versatile` |
 * | `PROVIDER_FIRST_TOKEN_TIMEOUT_MS` | longest wait for a model's first sign of life, 1000 to 60000 | `15000` | `8000` |
 * | `PROVIDER_IDLE_TIMEOUT_MS` | longest silence of a model after that, 1000 to 60000 | `10000` | `5000` |
 * | `PROVIDER_REASONING_TIMEOUT_MS` | longest wait for the first words of an answer while a model thinks, 5000 to 110000 | `90000` | `30000` |
 * | `PROVIDER_REQUEST_OPTIONS` | JSON: fields of each request to the model's server, by its own names, such as `temperature`, `top_p`, `max_tokens`, `seed`, `stop` and `reasoning_effort`; `null` leaves one out. What a server does not take is left out by itself | `{"temperature":0.2,"max_tokens":1200}` | `{"temperature":0,"reasoning_effort":"low"}` |
 * | `ANSWER_CACHE_TTL_SECONDS` | how long a finished answer is kept, 60 to 2592000; `0` keeps none | `86400` | `3600` |
 * | `ANSWER_STYLES` | JSON: per site how a model writes its answers: `voice` (at most 300 characters), `instructions` (1500) and `disclaimer` (300), a sentence that ends each answer. Only the disclaimer is shown to visitors | `{}` | `{"docs":{"voice":"Friendly and brief.","disclaimer":"This is no legal advice."}}` |
 * | `PROMPT_PASSAGES_MAX_TOKENS` | about so many tokens of passages are shown to a model, 500 to 100000; a site that has no more is shown whole | `12000` | `6000` |
 * | `UNSUPPORTED_SENTENCES` | what becomes of a model's sentence that its source does not confirm: `keep`, `mark` or `drop` | `mark` | `drop` |
 * | `EMBEDDING_MODEL` | with it questions are also searched by meaning, in corpora that were built with the same model: a model of the server at `OPENAI_BASE_URL`, or of Workers AI (`@cf/…`, with the binding `AI`) | none | `text-embedding-3-small` |
 * | `EMBEDDING_DIMENSIONS` | length of its vectors, 64 to 1536; as in the build | the model's own, `256` for OpenAI's | `256` |
 * | `RERANK_URL` | with it a reranker chooses the passages that a model is shown: the whole address of a `/rerank` of Cohere, Jina, Voyage, vLLM, text-embeddings-inference or llama.cpp | none | `https://api.jina.ai/v1/rerank` |
 * | `RERANK_MODEL` | the server's name of the reranker, where it has several; or without `RERANK_URL` a model of Workers AI (`@cf/…`, with the binding `AI`) | none | `@cf/baai/bge-reranker-base` |
 * | `RERANK_API_KEY` | secret, where the server asks for one | none | `npx wrangler secret put RERANK_API_KEY` |
 * | `RERANK_DEADLINE_MS` | longest wait for a reranker, 50 to 10000; after it the passages stay as they were found | `800` | `1500` |
 * | `VERIFY_MODEL` | with it this model of the server at `OPENAI_BASE_URL` reads each written answer again, and what the pages do not confirm is marked; a small one will do | none | `gpt-4.1-nano` |
 * | `VERIFY_DEADLINE_MS` | longest wait for that, 500 to 20000 | `4000` | `6000` |
 * | `CONFIDENCE_THRESHOLD` | below this confidence, 0 to 1, nothing is quoted: without a model the question is refused | the pipeline's own | `0.3` |
 * | `MODEL_CONFIDENCE_THRESHOLD` | below this confidence, 0 to 1, not even a model is asked, unless it is shown the whole site | `0.05`, or `CONFIDENCE_THRESHOLD` where that is lower | `0.1` |
 * | `TIME_ZONE` | where "today" is, for a model that is asked about opening hours: a name of the IANA time zone database | `UTC` | `Europe/Vienna` |
 */
import * as z from "zod";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../core/answer/answer-question.ts";
import type { UnsupportedBehaviour } from "../../core/answer/check/groundedness.ts";
import { DEFAULT_PASSAGES_MAX_TOKENS } from "../../core/answer/find/fit-passages.ts";
import type { AnswerStyle } from "../../core/answer/answer-style.ts";
import { siteConfigSchema, siteIdSchema } from "../../core/protocol-schema.ts";
import { MIN_KV_TTL_SECONDS } from "../constants.ts";
import { parseOriginPattern, type AllowedOrigins, type OriginPattern } from "../origins.ts";
import type { ConfigVars } from "./config-vars.ts";
import {
  readAnswerStyles,
  readEmbedding,
  readOpenAi,
  readUnsupported,
  readVerification,
  type EmbeddingConfig,
  type OpenAiConfig,
  type VerificationConfig,
} from "./model-config.ts";
import { readRerank, type RerankConfig } from "./rerank-config.ts";
import { ConfigError, readJson, readNumber, readText } from "./read-value.ts";

export type ConfiguredSite = z.output<typeof siteConfigSchema>;

export interface WorkerConfig {
  /** By site id. */
  sites: ReadonlyMap<string, ConfiguredSite>;
  /** Of requests that name no site. Undefined: the only one that is published. */
  defaultSite: string | undefined;
  /** Undefined where none are configured, and then pages on this machine are allowed. */
  allowedOrigins: AllowedOrigins | undefined;
  /** Undefined without a key: answers are extractive. */
  openAi: OpenAiConfig | undefined;
  /** How a model writes the answers of a site, by site id. */
  answerStyles: ReadonlyMap<string, AnswerStyle>;
  /** Tokens of passages that a model is shown. */
  promptPassagesMaxTokens: number;
  /** What becomes of a sentence that its passages do not support. */
  unsupportedSentences: UnsupportedBehaviour;
  /** Undefined: questions are searched by their words alone. */
  embedding: EmbeddingConfig | undefined;
  /** Undefined: passages stay in the order of the search. */
  rerank: RerankConfig | undefined;
  /** Undefined: what was written is checked by rules alone. */
  verification: VerificationConfig | undefined;
  /** 0 keeps no answers. */
  answerCacheTtlSeconds: number;
  /** IANA name of the zone that "today" is in. */
  timeZone: string;
  confidenceThreshold: number;
  /** Undefined: the pipeline's own. */
  modelConfidenceThreshold: number | undefined;
}

/**
 * Reads the configuration. An empty text counts as not set, so that a var can be switched off in place.
 *
 * @throws ConfigError for the first variable that is wrong.
 */
export function readConfig(vars: ConfigVars): WorkerConfig {
  return {
    sites: readSites(vars.SITES),
    defaultSite: readDefaultSite(vars.DEFAULT_SITE),
    allowedOrigins: readAllowedOrigins(vars.ALLOWED_ORIGINS),
    openAi: readOpenAi(vars),
    answerStyles: readAnswerStyles(vars.ANSWER_STYLES),
    promptPassagesMaxTokens: Math.floor(
      readNumber("PROMPT_PASSAGES_MAX_TOKENS", vars.PROMPT_PASSAGES_MAX_TOKENS, {
        min: 500,
        max: 100_000,
        default: DEFAULT_PASSAGES_MAX_TOKENS,
      }),
    ),
    unsupportedSentences: readUnsupported(vars.UNSUPPORTED_SENTENCES),
    embedding: readEmbedding(vars),
    rerank: readRerank(vars),
    verification: readVerification(vars),
    answerCacheTtlSeconds: readCacheTtl(vars.ANSWER_CACHE_TTL_SECONDS),
    timeZone: readTimeZone(vars.TIME_ZONE),
    confidenceThreshold: readNumber("CONFIDENCE_THRESHOLD", vars.CONFIDENCE_THRESHOLD, {
      min: 0,
      max: 1,
      default: DEFAULT_CONFIDENCE_THRESHOLD,
    }),
    modelConfidenceThreshold: readNumber("MODEL_CONFIDENCE_THRESHOLD", vars.MODEL_CONFIDENCE_THRESHOLD, {
      min: 0,
      max: 1,
      default: undefined,
    }),
  };
}

function readSites(value: unknown): Map<string, ConfiguredSite> {
  const example = 'For example {"docs":{"assistantName":"Docs assistant"}}.';
  const sites = readJson("SITES", value, z.record(siteIdSchema, siteConfigSchema), example);
  return new Map(Object.entries(sites ?? {}));
}

function readDefaultSite(value: unknown): string | undefined {
  const site = readText("DEFAULT_SITE", value);
  if (site === undefined || siteIdSchema.safeParse(site).success) return site;
  throw new ConfigError(
    "DEFAULT_SITE",
    `is no id of a site: "${site}". Write lower-case letters, digits and hyphens, at most 63, such as docs.`,
  );
}

function readAllowedOrigins(value: unknown): AllowedOrigins | undefined {
  const example = 'For example {"docs":["https://example.com"]}.';
  const shape = z.record(siteIdSchema, z.array(z.string("must be a text"), "must be a list of origins"));
  const lists = readJson("ALLOWED_ORIGINS", value, shape, example);
  if (lists === undefined || Object.keys(lists).length === 0) return undefined;
  const parse = (text: string): OriginPattern => {
    const pattern = parseOriginPattern(text);
    if (pattern === undefined) {
      throw new ConfigError(
        "ALLOWED_ORIGINS",
        `has the origin "${text}", which is not one. Write scheme and host without a path, such as ` +
          "https://example.com, or https://*.example.com for exactly one label below it.",
      );
    }
    return pattern;
  };
  return new Map(Object.entries(lists).map(([site, origins]) => [site, origins.map(parse)]));
}

function readTimeZone(value: unknown): string {
  const timeZone = readText("TIME_ZONE", value) ?? "UTC";
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    throw new ConfigError("TIME_ZONE", `is no time zone: "${timeZone}". Write it like Europe/Vienna or UTC.`);
  }
}

function readCacheTtl(value: unknown): number {
  const name = "ANSWER_CACHE_TTL_SECONDS";
  const seconds = readNumber(name, value, { min: 0, max: 2_592_000, default: 86_400 });
  if (seconds === 0 || seconds >= MIN_KV_TTL_SECONDS) return Math.floor(seconds);
  throw new ConfigError(
    name,
    `is below ${MIN_KV_TTL_SECONDS}, the shortest lifetime KV keeps. 0 keeps no answers.`,
  );
}
