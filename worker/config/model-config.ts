/** What of the configuration says how a model is asked and how it writes. */
import * as z from "zod";
import { ANSWER_STYLE_MAX_CHARS, type AnswerStyle } from "../../core/answer/answer-style.ts";
import {
  DEFAULT_UNSUPPORTED_BEHAVIOUR,
  UNSUPPORTED_BEHAVIOURS,
  type UnsupportedBehaviour,
} from "../../core/answer/check/groundedness.ts";
import { VERIFY_DEADLINE_MS } from "../../core/answer/verify/timed-verifier.ts";
import { embeddingModel, MAX_DIMENSIONS, MIN_DIMENSIONS } from "../../core/embedding/embedding-models.ts";
import { siteIdSchema } from "../../core/protocol-schema.ts";
import { PROVIDER_REASONING_TIMEOUT_MS } from "../constants.ts";
import type { RequestOptions } from "../generation/request-fields.ts";
import type { ConfigVars } from "./config-vars.ts";
import { ConfigError, isHttpUrl, readJson, readNumber, readText } from "./read-value.ts";
import { readRequestOptions } from "./request-options.ts";

/** A language model behind OpenAI's chat completions. */
export interface OpenAiConfig {
  apiKey: string;
  baseUrl: string;
  model: string;
  firstTokenTimeoutMs: number;
  idleTimeoutMs: number;
  reasoningTimeoutMs: number;
  /** Fields of each request, by the server's names. */
  requestOptions: RequestOptions;
}

/** A model that turns texts into vectors. */
export interface EmbeddingConfig {
  model: string;
  dimensions: number;
}

export function readOpenAi(vars: ConfigVars): OpenAiConfig | undefined {
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
  const reasoningTimeoutMs = readNumber("PROVIDER_REASONING_TIMEOUT_MS", vars.PROVIDER_REASONING_TIMEOUT_MS, {
    min: 5_000,
    max: 110_000,
    default: PROVIDER_REASONING_TIMEOUT_MS,
  });
  const requestOptions = readRequestOptions(vars.PROVIDER_REQUEST_OPTIONS);
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
    reasoningTimeoutMs,
    requestOptions,
  };
}

export function readAnswerStyles(value: unknown): Map<string, AnswerStyle> {
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

export function readUnsupported(value: unknown): UnsupportedBehaviour {
  const text = readText("UNSUPPORTED_SENTENCES", value) ?? DEFAULT_UNSUPPORTED_BEHAVIOUR;
  const behaviour = UNSUPPORTED_BEHAVIOURS.find((name) => name === text);
  if (behaviour !== undefined) return behaviour;
  throw new ConfigError("UNSUPPORTED_SENTENCES", `is none of ${UNSUPPORTED_BEHAVIOURS.join(", ")}.`);
}

export function readEmbedding(vars: ConfigVars): EmbeddingConfig | undefined {
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

/** A model that reads written answers again. */
export interface VerificationConfig {
  model: string;
  deadlineMs: number;
}

/** @returns undefined where no model verifies. */
export function readVerification(vars: ConfigVars): VerificationConfig | undefined {
  const model = readText("VERIFY_MODEL", vars.VERIFY_MODEL);
  const deadlineMs = readNumber("VERIFY_DEADLINE_MS", vars.VERIFY_DEADLINE_MS, {
    min: 500,
    max: 20_000,
    default: VERIFY_DEADLINE_MS,
  });
  if (model === undefined) return undefined;
  if (readText("OPENAI_API_KEY", vars.OPENAI_API_KEY) !== undefined) return { model, deadlineMs };
  throw new ConfigError(
    "VERIFY_MODEL",
    "is set, and no model writes answers that it could verify. Set OPENAI_API_KEY, or remove it.",
  );
}
