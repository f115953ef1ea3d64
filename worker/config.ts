/**
 * Configuration of the Worker: vars and secrets in, one checked object out. Defaults exist here and nowhere
 * else; a value that cannot be right stops the Worker with the variable's name and the fix.
 *
 * | variable | meaning | default | example |
 * |---|---|---|---|
 * | `SITES` | JSON: per site what the element shows, by the names of its attributes in camelCase | `{}` | `{"docs":{"assistantName":"Docs assistant","starters":["How do I install it?"]}}` |
 * | `ALLOWED_ORIGINS` | JSON: per site the origins whose pages may use it. Exact; `https://*.example.com` stands for exactly one label. The Worker's own origin is always allowed | none: pages on localhost only | `{"docs":["https://example.com","https://*.example.pages.dev"]}` |
 * | `OPENAI_API_KEY` | secret. With it a model writes the answers; without it they are quoted from the pages | none | `npx wrangler secret put OPENAI_API_KEY` |
 * | `OPENAI_BASE_URL` | any server with OpenAI's chat completions | `https://api.openai.com/v1` | `https://api.groq.com/openai/v1` |
 * | `OPENAI_MODEL` | the server's name of the model | `gpt-4.1-mini` | `llama-3.3-70b-versatile` |
 * | `PROVIDER_FIRST_TOKEN_TIMEOUT_MS` | longest wait for a model's first sign of life, 1000 to 60000 | `15000` | `8000` |
 * | `PROVIDER_IDLE_TIMEOUT_MS` | longest silence of a model after that, 1000 to 60000 | `10000` | `5000` |
 * | `ANSWER_CACHE_TTL_SECONDS` | how long a finished answer is kept, 60 to 2592000; `0` keeps none | `86400` | `3600` |
 * | `ANSWER_STYLES` | JSON: per site how a model writes its answers: `voice` (at most 300 characters), `instructions` (1500) and `disclaimer` (300), a sentence that ends each answer. Only the disclaimer is shown to visitors | `{}` | `{"docs":{"voice":"Friendly and brief.","disclaimer":"This is no legal advice."}}` |
 * | `PROMPT_PASSAGES_MAX_TOKENS` | about so many tokens of passages are shown to a model, 500 to 32000 | `4000` | `8000` |
 * | `UNSUPPORTED_SENTENCES` | what becomes of a model's sentence that its source does not confirm: `keep`, `mark` or `drop` | `mark` | `drop` |
 * | `EMBEDDING_MODEL` | with it questions are also searched by meaning, in corpora that were built with the same model: a model of the server at `OPENAI_BASE_URL`, or of Workers AI (`@cf/…`, with the binding `AI`) | none | `text-embedding-3-small` |
 * | `EMBEDDING_DIMENSIONS` | length of its vectors, 64 to 1536; as in the build | the model's own, `256` for OpenAI's | `256` |
 * | `CONFIDENCE_THRESHOLD` | below this confidence, 0 to 1, a question is refused instead of answered | the pipeline's own | `0.3` |
 */
import * as z from "zod";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../core/answer/answer-question.ts";
import { ANSWER_STYLE_MAX_CHARS, type AnswerStyle } from "../core/answer/write/answer-style.ts";
import { DEFAULT_PASSAGES_MAX_TOKENS } from "../core/answer/find/fit-passages.ts";
import {
  DEFAULT_UNSUPPORTED_BEHAVIOUR,
  UNSUPPORTED_BEHAVIOURS,
  type UnsupportedBehaviour,
} from "../core/answer/check/groundedness.ts";
import { embeddingModel, MAX_DIMENSIONS, MIN_DIMENSIONS } from "../core/embedding/embedding-models.ts";
import { siteConfigSchema, siteIdSchema } from "../core/protocol-schema.ts";
import { MIN_KV_TTL_SECONDS } from "./constants.ts";
import { parseOriginPattern, type AllowedOrigins, type OriginPattern } from "./origins.ts";

/** The vars and secrets, unchecked: a var is a text, but wrangler passes TOML tables and numbers as they are. */
export interface ConfigVars {
  OPENAI_API_KEY?: unknown;
  OPENAI_BASE_URL?: unknown;
  OPENAI_MODEL?: unknown;
  PROVIDER_FIRST_TOKEN_TIMEOUT_MS?: unknown;
  PROVIDER_IDLE_TIMEOUT_MS?: unknown;
  ALLOWED_ORIGINS?: unknown;
  SITES?: unknown;
  ANSWER_STYLES?: unknown;
  PROMPT_PASSAGES_MAX_TOKENS?: unknown;
  UNSUPPORTED_SENTENCES?: unknown;
  EMBEDDING_MODEL?: unknown;
  EMBEDDING_DIMENSIONS?: unknown;
  ANSWER_CACHE_TTL_SECONDS?: unknown;
  CONFIDENCE_THRESHOLD?: unknown;
}

/** A language model behind OpenAI's chat completions. */
export interface OpenAiConfig {
  apiKey: string;
  baseUrl: string;
  model: string;
  firstTokenTimeoutMs: number;
  idleTimeoutMs: number;
}

/** A model that turns texts into vectors. */
export interface EmbeddingConfig {
  model: string;
  dimensions: number;
}

export type ConfiguredSite = z.output<typeof siteConfigSchema>;

export interface WorkerConfig {
  /** By site id. */
  sites: ReadonlyMap<string, ConfiguredSite>;
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
  /** 0 keeps no answers. */
  answerCacheTtlSeconds: number;
  confidenceThreshold: number;
}

/** One variable holds what cannot be right. `message` says which, what is wrong and how to mend it. */
export class ConfigError extends Error {
  readonly variable: string;
  constructor(variable: string, problem: string) {
    super(`${variable} ${problem}`);
    this.name = "ConfigError";
    this.variable = variable;
  }
}

/**
 * Reads the configuration. An empty text counts as not set, so that a var can be switched off in place.
 *
 * @throws ConfigError for the first variable that is wrong.
 */
export function readConfig(vars: ConfigVars): WorkerConfig {
  return {
    sites: readSites(vars.SITES),
    allowedOrigins: readAllowedOrigins(vars.ALLOWED_ORIGINS),
    openAi: readOpenAi(vars),
    answerStyles: readAnswerStyles(vars.ANSWER_STYLES),
    promptPassagesMaxTokens: Math.floor(
      readNumber("PROMPT_PASSAGES_MAX_TOKENS", vars.PROMPT_PASSAGES_MAX_TOKENS, {
        min: 500,
        max: 32_000,
        default: DEFAULT_PASSAGES_MAX_TOKENS,
      }),
    ),
    unsupportedSentences: readUnsupported(vars.UNSUPPORTED_SENTENCES),
    embedding: readEmbedding(vars),
    answerCacheTtlSeconds: readCacheTtl(vars.ANSWER_CACHE_TTL_SECONDS),
    confidenceThreshold: readNumber("CONFIDENCE_THRESHOLD", vars.CONFIDENCE_THRESHOLD, {
      min: 0,
      max: 1,
      default: DEFAULT_CONFIDENCE_THRESHOLD,
    }),
  };
}

function readSites(value: unknown): Map<string, ConfiguredSite> {
  const example = 'For example {"docs":{"assistantName":"Docs assistant"}}.';
  const sites = readJson("SITES", value, z.record(siteIdSchema, siteConfigSchema), example);
  return new Map(Object.entries(sites ?? {}));
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

function readOpenAi(vars: ConfigVars): OpenAiConfig | undefined {
  const apiKey = readText("OPENAI_API_KEY", vars.OPENAI_API_KEY);
  const baseUrl = readText("OPENAI_BASE_URL", vars.OPENAI_BASE_URL);
  const model = readText("OPENAI_MODEL", vars.OPENAI_MODEL);
  const timeout = { min: 1_000, max: 60_000 };
  const firstTokenTimeoutMs = readNumber(
    "PROVIDER_FIRST_TOKEN_TIMEOUT_MS",
    vars.PROVIDER_FIRST_TOKEN_TIMEOUT_MS,
    { ...timeout, default: 15_000 },
  );
  const idleTimeoutMs = readNumber("PROVIDER_IDLE_TIMEOUT_MS", vars.PROVIDER_IDLE_TIMEOUT_MS, {
    ...timeout,
    default: 10_000,
  });
  if (baseUrl !== undefined && !isHttpUrl(baseUrl)) {
    throw new ConfigError(
      "OPENAI_BASE_URL",
      "is not an http(s) URL. Write the part before /chat/completions, such as https://api.openai.com/v1.",
    );
  }
  if (apiKey === undefined) {
    const named =
      baseUrl !== undefined ? "OPENAI_BASE_URL" : model !== undefined ? "OPENAI_MODEL" : undefined;
    if (named === undefined) return undefined;
    throw new ConfigError(
      "OPENAI_API_KEY",
      `is not set although ${named} is. Run \`npx wrangler secret put OPENAI_API_KEY\` (any text, if the ` +
        `server needs none), or remove ${named} to answer without a model.`,
    );
  }
  return {
    apiKey,
    baseUrl: baseUrl ?? "https://api.openai.com/v1",
    model: model ?? "gpt-4.1-mini",
    firstTokenTimeoutMs,
    idleTimeoutMs,
  };
}

function readAnswerStyles(value: unknown): Map<string, AnswerStyle> {
  const text = (name: keyof typeof ANSWER_STYLE_MAX_CHARS) => {
    const maxChars = ANSWER_STYLE_MAX_CHARS[name];
    return z.string("must be a text").max(maxChars, `must be at most ${maxChars} characters`).optional();
  };
  const shape = z.strictObject({
    voice: text("voice"),
    instructions: text("instructions"),
    disclaimer: text("disclaimer"),
  });
  const example = 'For example {"docs":{"voice":"Friendly and brief."}}.';
  const styles = readJson("ANSWER_STYLES", value, z.record(siteIdSchema, shape), example);
  return new Map(Object.entries(styles ?? {}));
}

function readUnsupported(value: unknown): UnsupportedBehaviour {
  const text = readText("UNSUPPORTED_SENTENCES", value) ?? DEFAULT_UNSUPPORTED_BEHAVIOUR;
  const behaviour = UNSUPPORTED_BEHAVIOURS.find((name) => name === text);
  if (behaviour !== undefined) return behaviour;
  throw new ConfigError("UNSUPPORTED_SENTENCES", `is none of ${UNSUPPORTED_BEHAVIOURS.join(", ")}.`);
}

function readEmbedding(vars: ConfigVars): EmbeddingConfig | undefined {
  const model = readText("EMBEDDING_MODEL", vars.EMBEDDING_MODEL);
  const dimensions = readNumber("EMBEDDING_DIMENSIONS", vars.EMBEDDING_DIMENSIONS, {
    min: MIN_DIMENSIONS,
    max: MAX_DIMENSIONS,
    default: 0,
  });
  if (model === undefined) return undefined;
  const isOwnModel = model.startsWith("@cf/");
  if (!isOwnModel && readText("OPENAI_API_KEY", vars.OPENAI_API_KEY) === undefined) {
    throw new ConfigError(
      "EMBEDDING_MODEL",
      "names a model of a server, and OPENAI_API_KEY is not set. Set it, or name a model of Workers AI such as @cf/baai/bge-m3.",
    );
  }
  const own = dimensions === 0 ? embeddingModel(model).dimensions : Math.floor(dimensions);
  if (own !== undefined) return { model, dimensions: own };
  throw new ConfigError(
    "EMBEDDING_DIMENSIONS",
    `is not set, and the length of the vectors of ${model} is not known. Set it as the corpus was built.`,
  );
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

function readText(variable: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw new ConfigError(variable, "is not a text. Put it in quotes.");
  return value.trim() === "" ? undefined : value.trim();
}

function readNumber(
  variable: string,
  value: unknown,
  bounds: { min: number; max: number; default: number },
): number {
  if (value === undefined || value === null || value === "") return bounds.default;
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number === "number" && number >= bounds.min && number <= bounds.max) return number;
  throw new ConfigError(variable, `is not a number from ${bounds.min} to ${bounds.max}.`);
}

/** A var may hold JSON as text, or be a TOML table that wrangler has already turned into an object. */
function readJson<T>(variable: string, value: unknown, schema: z.ZodType<T>, example: string): T | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  let parsed: unknown = value;
  if (typeof value === "string") {
    try {
      parsed = JSON.parse(value);
    } catch {
      throw new ConfigError(variable, `is not valid JSON. ${example}`);
    }
  }
  const result = schema.safeParse(parsed);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.map(String).join(".") ?? "";
  // For a key zod's own sentence says only that it is invalid; the reason lies within.
  const message = issue?.code === "invalid_key" ? `the name ${issue.issues[0]?.message}` : issue?.message;
  throw new ConfigError(variable, `is not valid${path === "" ? "" : ` at ${path}`}: ${message}. ${example}`);
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
